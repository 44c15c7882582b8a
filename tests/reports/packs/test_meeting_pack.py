"""The papers of a meeting: everything it has before it; of a closed one what it saw, for good."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.domain.targets.status import Status
from dashboard.domain.wording import number_word, plural
from dashboard.exports.meetings import meeting_asked
from dashboard.pages import OFFERED
from dashboard.reports.desk import Desk
from dashboard.reports.meeting.freezing import Screens
from dashboard.reports.packs.brand import Brand
from dashboard.reports.packs.meeting.papers import pack_of_meeting
from dashboard.reports.packs.pack import Pack, Section
from dashboard.reports.packs.view import Made
from tests.reports.packs.test_every_pack import faults_of, is_even

DAY = date(2026, 11, 30)
MADE = Made("Sampleshire", "30 November 2026", "ab12cd3", Brand())


def papers(desk: Desk, number: int) -> tuple[Pack, list[str]]:
    told: list[str] = []
    screens = Screens(desk, OFFERED.builders, OFFERED.shows_street_places)
    return pack_of_meeting(screens, meeting_asked(desk, f"meeting={number}", DAY), MADE, told.append), told


@pytest.fixture(scope="module")
def coming(desk: Desk) -> tuple[Pack, list[str]]:
    return papers(desk, 2)


def of_part(pack: Pack, part: str) -> list[Section]:
    return [section for section in pack.sections if section.part == part]


def test_papers_of_a_meeting_to_come_hold_every_chapter_in_order(coming: tuple[Pack, list[str]]) -> None:
    pack, told = coming
    assert pack.parts == (
        "The meeting",
        "What needs a word first",
        "Since the last meeting",
        "Indicator by indicator",
        "The plan",
        "Place by place",
        "All figures",
        "How it is worked out",
    )
    assert pack.title == "Strategy group, quarter 3"
    assert "14 January 2027" in pack.subtitle
    assert pack.is_made_up
    assert told == [pack.parts[1], *pack.parts[3:7]]


def test_papers_are_whole_and_each_section_has_a_key_of_its_own(coming: tuple[Pack, list[str]]) -> None:
    pack, _ = coming
    keys = [section.key for section in pack.sections]
    assert len(keys) == len(set(keys))
    for section in pack.sections:
        assert section.title
        assert not [fault for table in section.tables for fault in faults_of(table)], section.key
        assert all(map(is_even, section.charts))


def test_each_target_has_its_line_and_a_year_in_progress_its_range(coming: tuple[Pack, list[str]]) -> None:
    sections = of_part(coming[0], "Indicator by indicator")
    firsts = [section for section in sections if section.key.endswith("-indicator")]
    standings = of_part(coming[0], "What needs a word first")[0].tables[0]
    assert len(firsts) == len(standings.rows)
    assert all(section.headline and section.headline.status for section in firsts)
    assert sum(section.key.endswith("-outlook") for section in sections) >= 3


def test_what_earlier_meetings_left_to_do_heads_the_papers(coming: tuple[Pack, list[str]]) -> None:
    arising = next(section for section in coming[0].sections if section.key == "arising")
    late = sum(row[3].text.startswith("Overdue") for row in arising.tables[0].rows)
    counted = f"{plural(len(arising.tables[0].rows), 'decision')} left to do, {number_word(late)} overdue"
    assert arising.title == f"Matters arising: {counted}"
    assert all(row[3].text for row in arising.tables[0].rows)
    assert [section.key for section in coming[0].sections][:2] == ["agenda", "arising"]


def test_papers_of_a_closed_meeting_say_what_it_saw_and_decided(desk: Desk) -> None:
    pack, told = papers(desk, 1)
    assert pack.parts == ("The meeting", "As the meeting saw it", "Decisions", "All figures", "How it is worked out")
    assert told == []
    decisions = of_part(pack, "Decisions")[0]
    assert "still to do" in decisions.title
    assert {table.key for table in decisions.tables} >= {"decisions", "attendance", "minutes"}
    measures = of_part(pack, "All figures")[0].tables[0]
    assert {row[-1].status for row in measures.rows} & {Status.MISSED, Status.NOT_JUDGED}


def test_no_private_item_stands_in_papers_whoever_asks(desk: Desk) -> None:
    view = meeting_asked(desk, "meeting=2", DAY)
    hidden = replace(view.meeting.items[-1], is_private=True, words="A private matter")
    meeting = replace(view.meeting, items=(*view.meeting.items[:-1], hidden))
    screens = Screens(desk, OFFERED.builders, OFFERED.shows_street_places)
    agenda = pack_of_meeting(screens, replace(view, meeting=meeting), MADE).sections[0].tables[0]
    assert agenda.of == len(meeting.items) - 1
    assert not any("private matter" in row[0].text for row in agenda.rows)


def test_each_place_is_named_in_its_title_and_a_note_is_said_once(coming: tuple[Pack, list[str]]) -> None:
    pack, _ = coming
    places = of_part(pack, "Place by place")
    assert len({section.title for section in places}) == len(places)
    notes = [note for section in pack.sections for note in section.notes if "invented" in note]
    assert len(notes) == 1


def test_the_plan_tells_what_comes_next_and_nothing_past(coming: tuple[Pack, list[str]]) -> None:
    found = next(section for section in coming[0].sections if section.key == "plan-calendar")
    assert found.title.endswith(" on")
    assert not any("2024" in row[1].text for row in found.tables[0].rows)
