"""Proves the course of a meeting: called with its agenda, held, closed, approved, and what is left for the next one."""

import re

import pytest

from tests.web.meetings.secretary import ACTION, CALL, Secretary, items, seen, shown

OPENING, CLOSING = "Attendance, apologies and declarations of interest", "Next meeting and forward programme"


def held(secretary: Secretary) -> tuple[int, int]:
    """A closed meeting with a minute and two decisions of one item; its number and that of the action."""
    meeting = secretary.call()
    agenda = {words: number for number, words in items(secretary.page(f"/meeting?meeting={meeting}"))}
    item = agenda["Vehicle crime"]
    secretary.send("begin", meeting=meeting)
    secretary.send("attendance", meeting=meeting, role="Police commander", body="Police", presence="present")
    secretary.send("declaration", meeting=meeting, role="Chair", interest="Trustee of the trust", item=item, has_left=1)
    answer = secretary.send("minute", meeting=meeting, item=item, words="Thefts from vans rose.\nKeyless cars too.")
    assert answer.location == f"/meeting?meeting={meeting}&item={item}"
    decision = secretary.decided(meeting, item=item)
    secretary.decided(meeting, item=item, kind="note", words="The figures are seen", owner="")
    page = secretary.page(f"/meeting?meeting={meeting}&item={item}")
    assert '<p dir="auto" class="typed">Keyless cars too.</p>' in page
    assert secretary.send("close", meeting=meeting).status_code == 303
    return meeting, decision


def test_a_meeting_is_called_with_the_agenda_that_its_rules_make(secretary: Secretary) -> None:
    assert "No meeting is called." in secretary.page("/meeting?partnership=sampleshire")
    words = [said for _, said in items(secretary.page(f"/meeting?meeting={secretary.call()}"))]
    assert (words[0], words[-1]) == (OPENING, CLOSING)
    assert "Vehicle crime" in words


def test_a_meeting_looks_at_the_period_and_area_that_are_chosen(secretary: Secretary) -> None:
    form = secretary.page("/meeting?partnership=sampleshire")
    assert all(said in form for said in ('<option value="2024-25">2024/25</option>', ">Marlhaven</option>"))
    page = secretary.page(f"/meeting?meeting={secretary.call(period='2024-25')}")
    assert "2024/25. Missed" in page
    assert "2025/26. Missed" not in page
    county, town = (
        [words for _, words in items(secretary.page(f"/meeting?meeting={secretary.call(area=area)}"))]
        for area in ("", "marlhaven")
    )
    assert ("Vehicle crime" in county, "Vehicle crime" in town) == (True, False)


@pytest.mark.parametrize("typed", ["<b>", "2024-25&area=nowhere", "=1+1", "٢٠٢٤", "2024-25" * 2000])
def test_a_period_that_nobody_offers_leaves_the_view_as_it_opens(secretary: Secretary, typed: str) -> None:
    words = [said for _, said in items(secretary.page(f"/meeting?meeting={secretary.call(period=typed)}"))]
    assert words == [said for _, said in items(secretary.page(f"/meeting?meeting={secretary.call()}"))]


def test_a_closed_meeting_shows_its_decisions_and_minutes_to_whoever_was_absent(secretary: Secretary) -> None:
    meeting, _ = held(secretary)
    secretary.desk.as_("reader")
    page = secretary.page(f"/meeting?meeting={meeting}")
    for said in (
        "Provisional",
        "Two decisions, one still to do",
        "Light the towpath",
        "Police commander",
        "left for it",
    ):
        assert said in page
    assert "Approve the minutes" not in page


def test_the_next_meeting_approves_the_minutes_and_opens_with_what_was_left_undone(secretary: Secretary) -> None:
    first, _ = held(secretary)
    second = secretary.call(title="Quarter 4", day="2027-03-11")
    agenda = secretary.page(f"/meeting?meeting={second}")
    assert [said for _, said in items(agenda)][:4] == [
        OPENING,
        "Minutes of Strategy group, quarter 3",
        "Matters arising: what was left undone",
        "What changed since Strategy group, quarter 3",
    ]
    assert "Light the towpath" in agenda
    assert secretary.send("decision", meeting=second, **ACTION).status_code == 303  # arises in the next, not here
    assert "<h1>One decision left to do, " in secretary.page(f"/meeting/present?meeting={second}&item=3")
    assert "Approve these minutes" in secretary.page(f"/meeting?meeting={second}&item={items(agenda)[1][0]}")
    assert secretary.send("approve", meeting=first, **{"in": second}).location == f"/meeting?meeting={second}"
    final = secretary.page(f"/meeting?meeting={first}")
    assert ("Provisional:" in final, f"(in meeting {second})" in final) == (False, True)
    assert "record new decisions in the next meeting" in shown(secretary.send("decision", meeting=first, **ACTION))


def test_closure_is_asked_for_by_the_owner_and_agreed_by_the_chair(secretary: Secretary) -> None:
    _, decision = held(secretary)
    second = secretary.call(title="Quarter 4", day="2027-03-11")
    secretary.desk.as_("analyst")
    address = f"/meeting?decision={decision}"
    step = {"decision": decision, "seen": seen(secretary.page(address), f"step-{decision}-closure-asked-for")}
    assert secretary.send("step", **step, kind="closure asked for", words="Lamps are up").status_code == 303
    assert secretary.send("step", **step, kind="confirmed", words="Late").status_code == 409
    secretary.send("invite", meeting=second)
    assert "Parks manager" in secretary.page(f"/meeting?meeting={second}")
    assert secretary.send("step", **step, kind="closure agreed", words="").status_code == 403
    secretary.desk.as_("chair")
    step["seen"] = seen(secretary.page(address), f"step-{decision}-closure-agreed")
    assert secretary.send("step", **step, kind="closure agreed", words="").status_code == 303
    assert "Nothing is left undone" in secretary.page("/meeting?partnership=sampleshire")
    log = secretary.page("/meeting?partnership=sampleshire&log=all")
    assert ("Action log: two decisions" in log, "Light the towpath" in log) == (True, True)


def test_a_later_due_date_stands_beside_the_first_with_its_reason(secretary: Secretary) -> None:
    meeting, decision = held(secretary)
    key = f"step-{decision}-due-date-revised"
    step = {"decision": decision, "seen": seen(secretary.page(f"/meeting?decision={decision}"), key), "form": key}
    answer = secretary.send("step", **step, kind="due date revised", words="No lamps")
    assert "Enter the new day." in shown(answer)
    assert (
        secretary.send("step", **step, kind="due date revised", words="No lamps", due="2027-05-01").status_code == 303
    )
    page = secretary.page(f"/meeting?meeting={meeting}")
    assert ("1 May 2027" in page, "first 1 December 2026: No lamps" in page) == (True, True)


def test_an_agenda_is_reordered_changed_added_to_and_told_when_it_is_overfull(secretary: Secretary) -> None:
    meeting, other = secretary.call(), secretary.call(title="Extra", day="2027-01-14", length="")
    start = items(secretary.page(f"/meeting?meeting={meeting}"))
    secretary.send("order", meeting=meeting, item=start[1][0], places=-1)
    assert items(secretary.page(f"/meeting?meeting={meeting}"))[:2] == [start[1], start[0]]
    secretary.send("item", meeting=meeting, words="Licence of the Crown", minutes=45, is_private=1, form="by-hand")
    page = secretary.page(f"/meeting?meeting={meeting}")
    assert "minutes too many" in page
    licence = next(number for number, words in items(page) if words == "Licence of the Crown")
    form = {"meeting": meeting, "item": licence, "seen": seen(page, f"item-{licence}")}
    assert secretary.send("item", **form, words="Licence", minutes=20, to=other).status_code == 303
    assert "Licence" in dict((words, 1) for _, words in items(secretary.page(f"/meeting?meeting={other}")))
    secretary.send("order", meeting=meeting, places="rules")
    assert items(secretary.page(f"/meeting?meeting={meeting}")) == start
    last = start[-1][0]
    version = seen(secretary.page(f"/meeting?meeting={meeting}"), f"item-{last}")
    secretary.send("take-off", meeting=meeting, item=last, seen=version)
    page = secretary.page(f"/meeting?meeting={meeting}")
    assert items(page) == start[:-1]
    [offered] = re.findall(r'name="offered" value="([^"]*)"', page)
    secretary.send("offered", meeting=meeting, offered=offered)
    assert [words for _, words in items(secretary.page(f"/meeting?meeting={meeting}"))] == [words for _, words in start]


def test_title_day_and_place_of_a_meeting_are_changed(secretary: Secretary) -> None:
    meeting = secretary.call()
    heading = secretary.page(f"/meeting?meeting={meeting}")
    changed = {**CALL, "place": "Council house", "meeting": meeting, "seen": seen(heading, "heading")}
    assert secretary.send("heading", **changed).status_code == 303
    assert "Council house" in secretary.page(f"/meeting?meeting={meeting}")


@pytest.mark.parametrize(
    ("deed", "form", "words"),
    [
        ("close", {}, "This meeting is in preparation"),
        ("approve", {}, "This meeting is in preparation"),
        ("minute", {"words": "x" * 10_001}, "must be 10,000 characters or fewer: it has 10,001."),
        (
            "minute",
            {"minute": "1", "seen": "999", "words": "x"},
            "There is nothing of this meeting that could be changed so.",
        ),
        ("heading", {"title": ""}, "Enter what the meeting is called."),
        ("decision", {"kind": "action", "words": "Do it"}, "Enter who owns it, by their role."),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence_and_changes_nothing(
    secretary: Secretary, deed: str, form: dict[str, str], words: str
) -> None:
    meeting = secretary.call()
    before = secretary.desk.client.get(f"/export/meeting.json?meeting={meeting}").json
    answer = secretary.send(deed, meeting=meeting, **form)
    assert answer.status_code == 400
    assert words in shown(answer)
    assert secretary.desk.client.get(f"/export/meeting.json?meeting={meeting}").json == before


def test_a_meeting_that_is_closed_keeps_its_agenda(secretary: Secretary) -> None:
    meeting = secretary.held()
    secretary.send("close", meeting=meeting)
    answer = secretary.send("item", meeting=meeting, words="Late", minutes=5)
    assert (answer.status_code, "This meeting is closed" in shown(answer)) == (400, True)
    assert secretary.send("minute", meeting=meeting, words="Forgotten").status_code == 303
    assert "Forgotten" in secretary.page(f"/meeting?meeting={meeting}")
    assert secretary.send("close", meeting=meeting).status_code == 400
