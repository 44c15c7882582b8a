"""Proves that notes and decisions on a figure are seen on its page and its tile, and there alone."""

from tests.web.meetings.secretary import Secretary, items

PLACE = {"partnership": "sampleshire", "indicator": "vehicle-crime", "area": "", "period": "2025-26"}


def test_a_note_and_a_decision_stand_beside_the_figure(secretary: Secretary) -> None:
    meeting = secretary.held()
    agenda = {words: number for number, words in items(secretary.page(f"/meeting?meeting={meeting}"))}
    item = agenda["Vehicle crime"]
    answer = secretary.send("note", **PLACE, meeting=meeting, item=item, words="Vans, <mostly>\nat night")
    assert answer.location == f"/meeting?meeting={meeting}&item={item}"
    secretary.decided(meeting, item=item)
    page = secretary.page("/indicator?partnership=sampleshire&indicator=vehicle-crime&period=2025-26")
    for words in (
        "Vans, &lt;mostly&gt;",
        "at night",
        "Light the towpath",
        "(action, Parks manager, due 1 December 2026",
    ):
        assert words in page or words.replace("&", "\\u0026") in page, words
    tiles = secretary.page("/?partnership=sampleshire&period=2025-26")
    assert tiles.count("One note: Vans, &lt;mostly&gt; at night") == 1
    other = secretary.page("/?partnership=sampleshire&period=2024-25")
    assert "One note" not in other
