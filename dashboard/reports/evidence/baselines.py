"""Knows the limits of one control chart: its series, what was decided of it, and what a new decision needs."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.domain.errors import RefusedDecision, UnknownFilter
from dashboard.domain.filters import Filters
from dashboard.domain.records import Area, Indicator, Scope
from dashboard.domain.statistics.control_chart import Rebaseline
from dashboard.domain.statistics.rebaselines import Decision, rebaseline_of
from dashboard.questions.store import Store
from dashboard.reports.indicators.control import Control, control_of
from dashboard.reports.indicators.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Baselines:
    """*control* is None where nothing is charted; *decisions* are all there ever were, the newest first."""

    filters: Filters
    indicator: Indicator
    area: Area
    control: Control | None
    decisions: tuple[Decision, ...]

    @property
    def place(self) -> tuple[str, str, str]:
        """Partnership, indicator and area, as a decision is kept."""
        return self.filters.partnership, self.indicator.id, self.area.slug

    def decided(self, form: Mapping[str, str]) -> Rebaseline:
        """What *form* decides of this chart; raises RefusedDecision."""
        if self.control is None:
            raise RefusedDecision((("", "There are not two figures of one kind of period: nothing is charted."),))
        standing = [item for item in self.decisions if item.withdrawn is None]
        return rebaseline_of(form, self.control.periods, standing)


def baselines(store: Store, filters: Filters) -> Baselines:
    """Return the limits of the one indicator that *filters* name; raises UnknownFilter without one.

    The whole series counts, whatever part of it a page shows.
    """
    known = {item.slug: item for item in store.indicators(Scope(filters.partnership))}
    asked = [known[slug] for slug in sorted(filters.indicators) if slug in known]
    if len(asked) != 1:
        raise UnknownFilter("Choose one indicator: limits belong to the chart of one.")
    (indicator,) = asked
    area = next(item for item in store.areas(filters.partnership) if item.slug == filters.area_slug)
    decisions = store.rebaselines(filters.partnership)
    return Baselines(
        filters=filters,
        indicator=indicator,
        area=area,
        control=control_of(store, Ledger(store, filters), filters, (indicator, area)),
        decisions=tuple(
            item for item in reversed(decisions) if (item.indicator, item.area) == (indicator.id, area.slug)
        ),
    )
