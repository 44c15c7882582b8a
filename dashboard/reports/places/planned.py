"""Knows what of a plan concerns a place, out of how much: of a whole partnership all of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.domain.documents import Meeting
from dashboard.domain.filters import Filters
from dashboard.domain.records import Area
from dashboard.questions.store import Store
from dashboard.reports.indicators.ledger import scope_of
from dashboard.reports.places.named import actions_on, meetings_on
from dashboard.reports.planning.lines import ActionLine, action_lines
from dashboard.reports.planning.printed_rows import action_cells, campaign_cells, meeting_cells
from dashboard.reports.report import Cell, Table

ACTION_COLUMNS = ("ref", "objective", "action", "lead", "due", "due_date", "source_cell")
MEETING_COLUMNS = ("meeting", "date", "kind", "text", "lead", "source_cell")


@dataclass(frozen=True, slots=True)
class Planned:
    """The actions and meetings that name the place, and how many there are in the plan."""

    actions: tuple[ActionLine, ...]
    every_action: int
    meetings: tuple[Meeting, ...]
    every_meeting: int

    @property
    def is_there(self) -> bool:
        return bool(self.actions or self.meetings)


def planned(store: Store, filters: Filters, area: Area) -> Planned:
    actions, meetings = action_lines(store, scope_of(store, filters)), store.meetings(filters.partnership)
    if not filters.area:
        return Planned(actions, len(actions), meetings, len(meetings))
    named = {item.key for item in actions_on((line.item for line in actions), area)}
    found = tuple(line for line in actions if line.item.key in named)
    return Planned(found, len(actions), meetings_on(meetings, area), len(meetings))


def planned_tables(found: Planned) -> tuple[Table, Table]:
    actions, meetings = found.actions, found.meetings
    return (
        Table.asked("actions", "Actions", ACTION_COLUMNS, lambda: (action_cells(line.item) for line in actions)),
        Table.asked("meetings", "Meetings and campaigns", MEETING_COLUMNS, lambda: _meeting_rows(meetings)),
    )


def _meeting_rows(meetings: tuple[Meeting, ...]) -> Iterator[dict[str, Cell]]:
    for item in meetings:
        yield meeting_cells(item)
        yield from (campaign_cells(item, campaign) for campaign in item.campaigns)
