"""Proves that what people type is text everywhere, counts once, overwrites nobody, and is for whom it is for."""

import html
import json

import pytest

from tests.web.meetings.secretary import ACTION, CALL, Secretary, items, seen, shown

HOSTILE = "=1+1 <script>alert(1)</script> \u202eevil 👩\u200d👩 \u200f\u05e9"


def test_hostile_text_is_shown_as_text_and_is_harmless_in_a_file(secretary: Secretary) -> None:
    meeting = secretary.held(title=HOSTILE, body=HOSTILE[:90], place=HOSTILE)
    secretary.send("minute", meeting=meeting, words=HOSTILE)
    secretary.send("declaration", meeting=meeting, role=HOSTILE[:90], interest=HOSTILE)
    decision = secretary.decided(meeting, words=HOSTILE, owner=HOSTILE[:90], why=HOSTILE)
    secretary.send("close", meeting=meeting)
    for address in (f"/meeting?meeting={meeting}", "/meeting?partnership=sampleshire", f"/meeting?decision={decision}"):
        page = secretary.page(address)
        assert ("<script>alert" in page, "\u202e" in page) == (False, False)
        assert "=1+1 &lt;script&gt;" in page
    csv = secretary.desk.client.get(f"/export/meeting.csv?meeting={meeting}").text
    assert ",'=1+1 <script>" in csv
    assert "=1+1 <script>alert(1)</script>" in secretary.desk.client.get(f"/export/meeting.json?meeting={meeting}").text


def test_a_double_click_counts_once(secretary: Secretary) -> None:
    for _ in range(2):
        assert secretary.send("call", **CALL, once="one").status_code == 303
    secretary.send("begin", meeting=1)
    for _ in range(2):
        assert secretary.send("decision", meeting=1, **ACTION, once="two").status_code == 303
        assert secretary.send("close", meeting=1, once="three").status_code in (303, 303)
    sheet = secretary.desk.client.get("/export/meeting.csv?meeting=1").text
    assert (sheet.count(ACTION["words"]), sheet.count("\r\n")) == (1, 2)
    assert secretary.desk.client.get("/meeting?meeting=2").status_code == 404


def test_the_second_to_write_is_shown_what_the_first_wrote_and_may_still_send(secretary: Secretary) -> None:
    meeting = secretary.held()
    secretary.send("minute", meeting=meeting, words="Frist")
    item = items(secretary.page(f"/meeting?meeting={meeting}"))[0][0]
    secretary.send("minute", meeting=meeting, item=item, words="Frist")
    page = secretary.page(f"/meeting?meeting={meeting}&item={item}")
    number = int(page.partition('id="minute-')[2].partition('"')[0])
    form = {"meeting": meeting, "item": item, "minute": number, "seen": seen(page, f"correct-{number}")}
    form["form"] = f"correct-{number}"
    assert secretary.send("minute", **form, words="First").status_code == 303
    answer = secretary.send("minute", **form, words="Mine")
    assert answer.status_code == 409
    assert "They wrote: First" in shown(answer)
    assert ">Mine</textarea>" in answer.text
    form["seen"] = seen(answer.text, f"correct-{number}")
    assert secretary.send("minute", **form, words="First and mine").status_code == 303
    page = secretary.page(f"/meeting?meeting={meeting}&item={item}")
    assert all(words in page for words in ("First and mine", ">First<", ">Frist<"))


def test_a_draft_is_kept_until_it_is_sent(secretary: Secretary) -> None:
    meeting = secretary.held()
    item = items(secretary.page(f"/meeting?meeting={meeting}"))[0][0]
    key, address = f"minute-of-{item}", f"/meeting?meeting={meeting}&item={item}"
    kept = {"draft": f"sampleshire/meeting/{meeting}/{key}", "back": address}
    assert all(html.escape(said) in secretary.page(address) for said in kept.values())
    form = {"meeting": str(meeting), "item": str(item), "form": key, "words": "Half a sent", **kept}
    client = secretary.desk.client
    assert client.post("/draft", data=form).location == address
    assert ">Half a sent</textarea>" in secretary.page(address)
    secretary.desk.as_("chair")
    assert "Half a sent" not in secretary.page(address)
    secretary.desk.as_("administrator")
    secretary.send("minute", **{**form, "words": "Half a sentence"})
    assert "Half a sent<" not in secretary.page(address)
    assert client.post("/draft", data=form, headers={"Accept": "application/json"}).status_code == 204
    assert client.post("/draft", data={**form, "words": "x" * 50_000}).status_code == 413
    assert ">Half a sent</textarea>" in secretary.page(address)
    longest = {**form, "words": "\U0001f468" * 10_000}
    assert client.post("/draft", data=longest).status_code == 303


def test_private_items_are_for_those_who_prepare_or_decide(secretary: Secretary) -> None:
    meeting = secretary.held(partnership="derby")
    secretary.send("item", meeting=meeting, words="Licence review", minutes=5, is_private=1, form="by-hand")
    item = next(
        number for number, words in items(secretary.page(f"/meeting?meeting={meeting}")) if words == "Licence review"
    )
    decision = secretary.decided(meeting, item=item, words="Refuse the licence")
    secretary.send("close", meeting=meeting)
    for who, sees in (("reader of Derby", False), ("chair of Derby", True), ("analyst of Derby", True)):
        secretary.desk.as_(who)
        page = secretary.page(f"/meeting?meeting={meeting}")
        assert ("Licence review" in page, "Refuse the licence" in page) == (sees, sees), who
        file = json.dumps(secretary.desk.client.get(f"/export/meeting.json?meeting={meeting}").json)
        assert ("Refuse the licence" in file) == sees
        assert secretary.desk.client.get(f"/meeting?decision={decision}").status_code == (200 if sees else 404)
    secretary.desk.as_("reader of nowhere")
    for address in (f"/meeting?meeting={meeting}", f"/meeting?decision={decision}", "/meeting?partnership=derby"):
        assert secretary.desk.client.get(address).status_code == 404


@pytest.mark.parametrize(
    ("who", "writes", "closes"),
    [
        ("reader of Derby", 403, 403),
        ("analyst of Derby", 303, 403),
        ("chair of Derby", 303, 303),
        ("analyst", 303, 403),
    ],
)
def test_the_analyst_prepares_and_the_chair_closes(secretary: Secretary, who: str, writes: int, closes: int) -> None:
    meeting, foreign = secretary.held(partnership="derby"), secretary.held(partnership="shropshire")
    secretary.desk.as_(who)
    assert secretary.send("minute", meeting=meeting, words="Said").status_code == writes
    assert secretary.send("close", meeting=meeting).status_code == closes
    if "Derby" in who and writes == 303:
        assert secretary.send("minute", meeting=foreign, words="Said").status_code == 404
        place = {"partnership": "shropshire", "indicator": "x"}
        assert secretary.send("note", meeting=meeting, **place, words="Said").status_code == 404


def test_a_name_is_taken_out_of_every_version_and_what_was_frozen(secretary: Secretary) -> None:
    meeting = secretary.held()
    secretary.send("minute", meeting=meeting, words="Ann Lee was named; ann lee again, Annleese not.")
    secretary.send("close", meeting=meeting)
    form = {"partnership": "sampleshire", "name": "Ann Lee", "words": "Typed by mistake", "form": "redact"}
    secretary.desk.as_("analyst")
    assert secretary.send("redact", **form).status_code == 403
    secretary.desk.as_("administrator")
    place = {"partnership": "sampleshire", "indicator": "vehicle-crime", "period": "2025-26"}
    secretary.send("note", **place, words="Ann Lee asked")
    assert "Ann Lee asked" in secretary.page("/?partnership=sampleshire&period=2025-26")
    assert secretary.send("redact", **form).status_code == 303
    assert "[name removed] asked" in secretary.page("/?partnership=sampleshire&period=2025-26")
    page = secretary.page(f"/meeting?meeting={meeting}")
    assert "[name removed] was named; [name removed] again, Annleese not." in page
    assert "stand in nothing that was typed" in shown(secretary.send("redact", **form))
    trail = secretary.page("/audit")
    assert ("name redacted" in trail.lower(), "Ann Lee" in trail) == (True, False)


def test_notes_hang_on_a_figure_and_are_corrected_and_taken_back(secretary: Secretary) -> None:
    place = {"partnership": "sampleshire", "indicator": "vehicle-crime", "area": "", "period": "2025-26"}
    address = "/notes?partnership=sampleshire&indicator=vehicle-crime&period=2025-26"
    assert "Vehicle crime: no notes yet" in secretary.page(address)
    answer = secretary.send("note", **place, words=HOSTILE)
    assert (answer.status_code, answer.location) == (303, address)
    page = secretary.page(address)
    assert "=1+1 &lt;script&gt;" in page
    number = int(page.partition('id="note-')[2].partition('"')[0])
    form = {**place, "note": number, "seen": seen(page, f"note-{number}"), "form": f"note-{number}"}
    assert secretary.send("note", **form, words="Vans, mostly").status_code == 303
    assert secretary.send("note", **form, words="Mine").status_code == 409
    other = secretary.page("/notes?partnership=sampleshire&indicator=vehicle-crime&period=2024-25")
    assert ("On other periods" in other, "Vans, mostly" in other) == (True, True)
    form["seen"] = seen(secretary.page(address), f"note-{number}")
    assert secretary.send("note", **form, words=" ").status_code == 303
    assert "no notes yet" in secretary.page(address)
    assert secretary.send("note", **form, words="Back").status_code == 400
    for wrong in ("indicator=nothing", "", "indicator=vehicle-crime&period=never", "indicator=vehicle-crime&area=moon"):
        assert secretary.desk.client.get(f"/notes?partnership=sampleshire&{wrong}").status_code == 404


@pytest.mark.parametrize("address", ["meeting=x", "meeting=99999999999999999999", "decision=1", "partnership=nobody"])
def test_what_is_not_there_is_said_so(secretary: Secretary, address: str) -> None:
    assert secretary.desk.client.get(f"/meeting?{address}").status_code == 404
    assert "Of which partnership?" in secretary.page("/meeting")
    assert secretary.desk.client.get("/export/meeting.json?meeting=9").status_code == 404
