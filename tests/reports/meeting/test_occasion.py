"""A meeting is frozen with every item's screen, the figures of its view, what was said, and under which settings."""

from dataclasses import replace
from datetime import date

from dashboard.domain.meetings.decisions import DecisionKind, MeetingDecision
from dashboard.domain.meetings.notes import FigureNote
from dashboard.domain.meetings.record import AgendaItem, ItemKind, MeetingRecord, Minute
from dashboard.domain.snapshots.reading import read, written
from dashboard.domain.snapshots.seen import Seen
from dashboard.pages import OFFERED
from dashboard.reports.desk import Desk
from dashboard.reports.meeting.freezing import Screens
from dashboard.reports.meeting.occasion import Spoken, seen_of
from dashboard.reports.meeting.standing_lines import decisions_seen, private_items

VIEW = "partnership=warwickshire&period=2010-11"
WHO, THEN = "A. Analyst", "2011-07-04T10:00:00+00:00"
MEETING = MeetingRecord(
    number=3,
    partnership="warwickshire",
    title="Strategy group",
    body="Safer Warwickshire",
    day=date(2011, 7, 4),
    view=VIEW,
    items=(
        AgendaItem(11, ItemKind.WORSE, "Violent crime", f"/indicator?{VIEW}&indicator=ni-15", why="16.3% above"),
        AgendaItem(12, ItemKind.HAND, "A case", is_private=True),
    ),
    minutes=(Minute(21, 11, "Noted with concern", WHO, THEN), Minute(22, 0, "Opened at ten", WHO, THEN)),
)
ACTION = MeetingDecision(
    31, 3, "warwickshire", DecisionKind.ACTION, "Lock up", "Police lead", date(2011, 9, 1), WHO, THEN, item=11
)
ELSEWHERE = MeetingDecision(32, 2, "warwickshire", DecisionKind.ACTION, "Before", "Police lead", None, WHO, THEN)
NOTE = FigureNote(41, "warwickshire", "warwickshire/ni-15", "warwickshire", "2010-11", "Check", WHO, THEN, meeting=3)


def seen(desk: Desk) -> Seen:
    screens = Screens(desk, OFFERED.builders, OFFERED.shows_street_places)
    return seen_of(screens, MEETING, Spoken((ACTION, ELSEWHERE), (NOTE,)), "0.3.0")


def test_each_item_is_kept_with_its_screen_and_what_was_said_of_it(desk: Desk) -> None:
    first, second = seen(desk).items
    assert (first.number, first.kind, first.words, first.why) == (
        "1",
        "missed and worse",
        "Violent crime",
        "16.3% above",
    )
    assert first.slide.number == "335"
    assert [(item.kind, item.words) for item in first.said] == [("minute", "Noted with concern"), ("action", "Lock up")]
    assert (first.said[1].owner, first.said[1].due) == ("Police lead", "2011-09-01")
    assert second.is_private
    assert second.slide.title == ""


def test_what_belongs_to_no_item_and_notes_of_the_meeting_are_kept(desk: Desk) -> None:
    assert [(item.kind, item.words) for item in seen(desk).said] == [("minute", "Opened at ten"), ("note", "Check")]


def test_every_figure_of_the_view_is_kept_and_under_which_settings(desk: Desk) -> None:
    found = seen(desk)
    assert {"335", "6346"} <= {item.number for item in found.measures}
    assert ("period", "2010-11") in found.settings
    assert ("run", "7") in found.settings
    assert any(name == "tolerance of Most serious violent crime" for name, _ in found.settings)
    assert (found.program_version, found.data_version) == ("0.3.0", desk.data_version)
    assert (found.held, found.place) == ("2011-07-04", "Warwickshire · 2010/11")


def test_it_comes_back_as_it_was_kept_and_the_same_again_has_the_same_text(desk: Desk) -> None:
    found = seen(desk)
    assert read(written(found)) == found
    assert written(seen(desk)) == written(found)


def test_the_plan_and_every_decision_are_kept_as_they_stood_and_private_ones_are_told_apart(desk: Desk) -> None:
    lines = {(line.kind, line.key): line for line in seen(desk).lines or ()}
    assert (lines["decision", "31"].stands, lines["decision", "31"].is_late) == ("open", True)
    assert not lines["decision", "32"].is_private
    assert any(kind == "action" for kind, _ in lines)
    hidden = decisions_seen(
        (ACTION,),
        private_items((replace(MEETING, items=(replace(MEETING.items[0], is_private=True),)),)),
        date(2011, 7, 4),
    )
    assert [(line.is_private, line.is_late) for line in hidden] == [(True, False)]
