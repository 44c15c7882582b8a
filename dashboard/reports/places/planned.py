"""Knows what of a plan concerns a place, out of how much: of a whole partnership all of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.domain.documents import Campaign, Meeting
from dashboard.domain.filters import Filters
from dashboard.domain.records import Area
from dashboard.questions.store import Store
from dashboard.reports.indicators.ledger import scope_of
from dashboard.reports.places.named import actions_on, campaigns_on, inside, meetings_on
from dashboard.reports.planning.lines import ActionLine, action_lines
from dashboard.reports.planning.printed_rows import action_cells, alone_cells, campaign_cells, meeting_cells
from dashboard.reports.report import Cell, Table

ACTION_COLUMNS = ("ref", "objective", "action", "lead", "due", "due_date", "source_cell")
MEETING_COLUMNS = ("meeting", "date", "kind", "text", "lead", "source_cell")


@dataclass(frozen=True, slots=True)
class Planned:
    """The actions, meetings and campaigns for the place or that name it, and how many there are in the plan."""

    actions: tuple[ActionLine, ...]
    every_action: int
    meetings: tuple[Meeting, ...]
    every_meeting: int
    campaigns: tuple[Campaign, ...] = ()  # those that are listed for no meeting

    @property
    def is_there(self) -> bool:
        return bool(self.actions or self.meetings or self.campaigns)


def planned(store: Store, filters: Filters, area: Area) -> Planned:
    actions, meetings = action_lines(store, scope_of(store, filters)), store.meetings(filters.partnership)
    alone = tuple(item for item in store.campaigns(filters.partnership) if not item.meeting)
    every = len(meetings) + len(alone)
    if not filters.area:
        return Planned(actions, len(actions), meetings, every, alone)
    within = inside(store.areas(filters.partnership), area)
    named = {item.key for item in actions_on((line.item for line in actions), area, within)}
    found = tuple(line for line in actions if line.item.key in named)
    held, campaigns = meetings_on(meetings, area, within), campaigns_on(alone, area, within)
    return Planned(found, len(actions), held, every, campaigns)


def planned_tables(found: Planned) -> tuple[Table, Table]:
    actions = found.actions
    return (
        Table.asked("actions", "Actions", ACTION_COLUMNS, lambda: (action_cells(line.item) for line in actions)),
        Table.asked("meetings", "Meetings and campaigns", MEETING_COLUMNS, lambda: _meeting_rows(found)),
    )


def _meeting_rows(found: Planned) -> Iterator[dict[str, Cell]]:
    for item in found.meetings:
        yield meeting_cells(item)
        yield from (campaign_cells(item, campaign) for campaign in item.campaigns)
    yield from map(alone_cells, found.campaigns)
