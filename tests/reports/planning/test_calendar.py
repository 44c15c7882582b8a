"""Proves which dates of a plan stand in its calendar and its calendar file, each with an id that stays."""

from dataclasses import replace
from datetime import date

from icalendar import Calendar

from dashboard.domain.plans.progress import ActionStatus
from dashboard.domain.plans.risks import Score
from dashboard.exports.calendar import calendar_file
from dashboard.reports.planning.calendar import EventKind, PlanEvent, events
from tests.reports.planning.plan_lines import DAY, action, campaign, meeting, risk, update

JUNE, JULY = date(2026, 6, 1), date(2026, 7, 1)


def found() -> tuple[PlanEvent, ...]:
    starting = action("1.2", None)
    return events(
        [
            meeting(JULY, campaign("Doorstep; crime, again", JUNE, date(2026, 6, 14)), campaign("Undated", None)),
            meeting(None, campaign("Ends before it starts", date(2026, 9, 1), date(2026, 8, 1))),
            meeting(date(2026, 8, 3), name="3 rd August 2026"),
        ],
        [
            action("1.1", JULY),
            replace(starting, item=replace(starting.item, starts=JUNE)),
            action("1.3", JUNE, update(ActionStatus.DONE)),
        ],
        [risk(Score(3, 3), Score(), again=JULY), risk(Score(3, 3), Score(), ref="R2")],
    )


def test_everything_with_a_date_stands_in_its_order() -> None:
    assert [(item.kind, item.words, item.first, item.last) for item in found()] == [
        (EventKind.CAMPAIGN, "Doorstep; crime, again", JUNE, date(2026, 6, 14)),
        (EventKind.ACTION_STARTS, "1.2 1.1 Tackle robbery", JUNE, JUNE),
        (EventKind.MEETING, "Strategy group", JULY, JULY),
        (EventKind.ACTION_DUE, "1.1 Tackle robbery", JULY, JULY),
        (EventKind.RISK_REVIEW, "R1 Less money", JULY, JULY),
        (EventKind.MEETING, "Partnership meeting", date(2026, 8, 3), date(2026, 8, 3)),
        (EventKind.CAMPAIGN, "Ends before it starts", date(2026, 9, 1), date(2026, 9, 1)),
    ]


def test_a_calendar_reads_its_file_again() -> None:
    written = calendar_file(("derby", "Derby"), found(), DAY)
    read = Calendar.from_ical(written)
    [first, *others] = read.walk("VEVENT")
    assert (str(first["summary"]), first.decoded("dtstart"), first.decoded("dtend")) == (
        "Campaign: Doorstep; crime, again",
        JUNE,
        date(2026, 6, 15),
    )
    assert len({str(item["uid"]) for item in (first, *others)}) == 7
    assert str(others[1]["description"]) == "Lead: CSP"
    assert written == calendar_file(("derby", "Derby"), found(), DAY)
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))


def test_words_can_write_no_line_of_their_own() -> None:
    hostile = PlanEvent(EventKind.MEETING, "x", "A\r\nBEGIN:VALARM\nB; C, =D \u202e", JUNE, JUNE, "", "Room\r\nX:1")
    written = calendar_file(("derby", "Derby\r\nX-EVIL:1"), [hostile], DAY)
    lines = written.decode().replace("\r\n ", "").split("\r\n")
    assert not [line for line in lines if line.startswith(("BEGIN:VALARM", "X-EVIL", "X:1"))]
