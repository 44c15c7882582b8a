"""Knows a meeting as a file: agenda, attendance, minutes, decisions and their course, each a table."""

from collections.abc import Iterator

from dashboard.domain.filters import Filters
from dashboard.domain.meetings.decisions import MeetingDecision
from dashboard.reports.agenda.meeting_view import MeetingView
from dashboard.reports.report import Cell, Report, Table

HEADING_COLUMNS = (
    "meeting",
    "title",
    "body",
    "day",
    "begins",
    "place",
    "length_minutes",
    "phase",
    "closed",
    "approved",
)
ITEM_COLUMNS = ("number", "item", "kind", "words", "why", "presenter", "minutes", "is_private", "indicator", "area")
DECISION_COLUMNS = (
    *("number", "item", "kind", "decision", "why", "owner", "due", "original_due", "state", "indicator", "to_body"),
    *("is_private", "written_by", "moment", "last_confirmed"),
)
MINUTE_COLUMNS = ("item", "words", "is_private", "written_by", "moment", "corrects")
ATTENDANCE_COLUMNS = ("role", "body", "presence")
DECLARATION_COLUMNS = ("role", "interest", "item", "has_left")
STEP_COLUMNS = ("decision", "what", "words", "due", "written_by", "moment")


def meeting_file(view: MeetingView, filters: Filters) -> Report:
    """The meeting of a *view* as its tables; the decisions come first, as the sheet that is sent round."""
    meeting = view.meeting
    return Report(
        page="meeting",
        filters=filters,
        title=meeting.title,
        lede=f"{meeting.body}, {meeting.day.isoformat() if meeting.day else 'no day yet'}: {meeting.phase}",
        place=view.book.name,
        tables=(
            Table.of("decisions", "Decisions", DECISION_COLUMNS, map(_decision, view.decided)),
            Table.of("meeting", "Meeting", HEADING_COLUMNS, [_heading(view)]),
            Table.of("agenda", "Agenda", ITEM_COLUMNS, _items(view)),
            Table.of("attendance", "Attendance", ATTENDANCE_COLUMNS, _attendance(view)),
            Table.of("declarations", "Declarations of interest", DECLARATION_COLUMNS, _declarations(view)),
            Table.of("minutes", "Minutes", MINUTE_COLUMNS, _minutes(view)),
            Table.of("course", "Course of the decisions", STEP_COLUMNS, _steps(view)),
            Table.of("left-undone", "Left undone by earlier meetings", DECISION_COLUMNS, map(_decision, view.undone)),
        ),
    )


def _heading(view: MeetingView) -> dict[str, Cell]:
    meeting = view.meeting
    moments = {str(change.phase): change.moment for change in meeting.phases}
    return {
        "meeting": meeting.number,
        "title": meeting.title,
        "body": meeting.body,
        "day": meeting.day.isoformat() if meeting.day else None,
        "begins": meeting.begins or None,
        "place": meeting.place or None,
        "length_minutes": meeting.length or None,
        "phase": str(meeting.phase),
        "closed": moments.get("closed, minutes provisional"),
        "approved": moments.get("closed, minutes approved"),
    }


def _items(view: MeetingView) -> Iterator[dict[str, Cell]]:
    for at, item in enumerate(view.today.items, 1):
        yield {
            "number": at,
            "item": item.number,
            "kind": str(item.kind),
            "words": item.words,
            "why": item.reason or None,
            "presenter": item.presenter or None,
            "minutes": item.minutes or None,
            "is_private": item.is_private,
            "indicator": item.indicator or None,
            "area": item.area or None,
        }


def _decision(item: MeetingDecision) -> dict[str, Cell]:
    return {
        "number": item.number,
        "item": item.item or None,
        "kind": str(item.kind),
        "decision": item.words,
        "why": item.why or None,
        "owner": item.owner or None,
        "due": item.due.isoformat() if item.due else None,
        "original_due": item.original_due.isoformat() if item.original_due else None,
        "state": str(item.state),
        "indicator": item.indicator or None,
        "to_body": item.to_body or None,
        "is_private": item.is_private,
        "written_by": item.who,
        "moment": item.moment,
        "last_confirmed": item.confirmed,
    }


def _attendance(view: MeetingView) -> Iterator[dict[str, Cell]]:
    for item in view.meeting.attendance:
        yield {"role": item.role, "body": item.body or None, "presence": str(item.presence)}


def _declarations(view: MeetingView) -> Iterator[dict[str, Cell]]:
    for item in view.meeting.declarations:
        yield {"role": item.role, "interest": item.interest, "item": item.item or None, "has_left": item.has_left}


def _minutes(view: MeetingView) -> Iterator[dict[str, Cell]]:
    for item in view.meeting.minutes:
        yield {
            "item": item.item or None,
            "words": item.words,
            "is_private": item.is_private,
            "written_by": item.who,
            "moment": item.moment,
            "corrects": item.earlier[-1][0] if item.earlier else None,
        }


def _steps(view: MeetingView) -> Iterator[dict[str, Cell]]:
    for decision in view.decided:
        for step in decision.course:
            yield {
                "decision": decision.number,
                "what": str(step.kind),
                "words": step.words or None,
                "due": step.due.isoformat() if step.due else None,
                "written_by": step.who,
                "moment": step.moment,
            }
