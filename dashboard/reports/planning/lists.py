"""Knows all actions and risks of one partnership, as the pages show them on which they are updated and reviewed."""

from dataclasses import dataclass

from dashboard.domain.filters import Filters
from dashboard.domain.records import Scope
from dashboard.questions.store import Store
from dashboard.reports.planning.calendar import PlanEvent, events
from dashboard.reports.planning.lines import ActionLine, RiskLine, action_lines, risk_lines
from dashboard.reports.view_context import view_context


@dataclass(frozen=True, slots=True)
class PlanLists:
    """A partnership with its actions and risks, each known by its key, and the events of its calendar."""

    filters: Filters
    name: str
    actions: tuple[ActionLine, ...]
    risks: tuple[RiskLine, ...]
    events: tuple[PlanEvent, ...]

    def action(self, key: str) -> ActionLine | None:
        return next((line for line in self.actions if line.item.key == key), None)

    def risk(self, key: str) -> RiskLine | None:
        return next((line for line in self.risks if line.item.key == key), None)


def plan_lists(store: Store, filters: Filters) -> PlanLists:
    """Everything of the partnership, whatever else the view chooses."""
    scope = Scope(filters.partnership)
    actions, risks = action_lines(store, scope), risk_lines(store, scope)
    dated = events(store.meetings(filters.partnership), actions, risks)
    return PlanLists(filters, view_context(store, filters).partnership.name, actions, risks, dated)
