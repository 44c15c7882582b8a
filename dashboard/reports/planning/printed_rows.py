"""Knows what is printed of a plan as rows of files: actions, meetings, campaigns, priorities, residents' ranks."""

from datetime import date

from dashboard.domain.documents import Action, Campaign, Meeting, Priority, SurveyRank
from dashboard.reports.report import Cell

Cells = dict[str, Cell]


def day_cell(day: date | None) -> str | None:
    return day.isoformat() if day else None


def action_cells(item: Action) -> Cells:
    return {
        **{name: text or None for name, text in item.cells},
        "ref": item.ref,
        "objective": item.objective or None,
        "due_date": day_cell(item.due_date),
        "category": item.category or None,
        "source_cell": item.source.place,
    }


def meeting_cells(item: Meeting) -> Cells:
    return _held(item) | {"kind": "meeting", "text": None, "source_cell": item.source.place}


def campaign_cells(meeting: Meeting, item: Campaign) -> Cells:
    """A campaign in the line of the *meeting* that it is listed for."""
    return _held(meeting) | {"kind": item.kind, "text": item.text, "source_cell": item.source.place}


def alone_cells(item: Campaign) -> Cells:
    """A campaign that is listed for no meeting: its first day is its date."""
    held: Cells = {"meeting": None, "date": day_cell(item.starts), "lead": item.lead or None}
    return held | {"kind": item.kind, "text": item.text, "source_cell": item.source.place}


def _held(item: Meeting) -> Cells:
    return {"meeting": item.meeting, "date": day_cell(item.date), "lead": item.lead or None}


def priority_cells(item: Priority) -> Cells:
    return {
        "body": item.body,
        "priority": item.text,
        "objective": item.objective or None,
        "categories": ", ".join(item.categories) or None,
        "source_cell": item.source.place,
    }


def rank_cells(item: SurveyRank) -> Cells:
    return {
        "survey": item.survey,
        "group": item.group,
        "period": item.period or None,
        "rank": item.rank,
        "concern": item.source.text,
        "category": item.category or None,
        "source_cell": item.source.place,
        "percent": item.percent,
    }
