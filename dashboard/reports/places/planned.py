"""Knows what of a plan concerns a place, out of how much: of a whole partnership all of it."""

from dataclasses import dataclass

from dashboard.domain.documents import Action, Campaign, Meeting
from dashboard.domain.filters import Filters
from dashboard.domain.records import Area
from dashboard.questions.store import Store
from dashboard.reports.indicators.ledger import scope_of
from dashboard.reports.places.named import actions_on, meetings_on
from dashboard.reports.report import Cell, Table

ACTION_COLUMNS = ("ref", "objective", "action", "lead", "due", "due_date", "source_cell")
MEETING_COLUMNS = ("meeting", "date", "kind", "text", "lead", "source_cell")


@dataclass(frozen=True, slots=True)
class Planned:
    """The actions and meetings that name the place, and how many there are in the plan."""

    actions: tuple[Action, ...]
    every_action: int
    meetings: tuple[Meeting, ...]
    every_meeting: int

    @property
    def is_there(self) -> bool:
        return bool(self.actions or self.meetings)


def planned(store: Store, filters: Filters, area: Area) -> Planned:
    actions, meetings = store.actions(scope_of(store, filters)), store.meetings(filters.partnership)
    if not filters.area:
        return Planned(actions, len(actions), meetings, len(meetings))
    return Planned(actions_on(actions, area), len(actions), meetings_on(meetings, area), len(meetings))


def planned_tables(found: Planned) -> tuple[Table, Table]:
    rows = [row for item in found.meetings for row in _meeting_rows(item)]
    return (
        Table.of("actions", "Actions", ACTION_COLUMNS, map(_action_row, found.actions)),
        Table.of("meetings", "Meetings and campaigns", MEETING_COLUMNS, rows),
    )


def _action_row(item: Action) -> dict[str, Cell]:
    return {
        "ref": item.ref,
        "objective": item.objective or None,
        "action": item.action or None,
        "lead": item.lead or None,
        "due": item.due or None,
        "due_date": item.due_date.isoformat() if item.due_date else None,
        "source_cell": item.source.place,
    }


def _meeting_rows(item: Meeting) -> list[dict[str, Cell]]:
    day = item.date.isoformat() if item.date else None
    head: dict[str, Cell] = {"meeting": item.meeting, "date": day, "lead": item.lead or None}
    first = head | {"kind": "meeting", "text": None, "source_cell": item.source.place}
    return [first, *(head | _campaign(at) for at in item.campaigns)]


def _campaign(item: Campaign) -> dict[str, Cell]:
    return {"kind": item.kind, "text": item.text, "source_cell": item.source.place}
