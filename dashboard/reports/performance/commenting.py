"""Knows what is said of one figure, from the first words to those that stand, and which misses nobody explained."""

from dataclasses import dataclass

from dashboard.domain.commentary import Commentary, last_said
from dashboard.domain.errors import UnknownFilter
from dashboard.domain.filters import Filters
from dashboard.domain.periods.period import Period
from dashboard.domain.records import Scope
from dashboard.questions.store import Store
from dashboard.reports.indicators.exceptions import exception_order, unexplained
from dashboard.reports.indicators.judged import Judged, judged
from dashboard.reports.indicators.ledger import Ledger
from dashboard.reports.indicators.shown import shown_period, standings
from dashboard.reports.view_context import view_context


@dataclass(frozen=True, slots=True)
class Commenting:
    """*item* is the figure that a view names; *history* is all that was said of it, the newest first."""

    filters: Filters
    area_name: str
    item: Judged | None = None
    history: tuple[Commentary, ...] = ()
    every: tuple[Judged, ...] = ()  # of the view, what needs a word first

    @property
    def unsaid(self) -> tuple[Judged, ...]:
        return unexplained(self.every)

    @property
    def standing(self) -> Commentary | None:
        return next(iter(last_said(reversed(self.history))), None)

    @property
    def awaits(self) -> bool:
        """Whether its target was missed and nobody has said why."""
        return self.item is not None and bool(unexplained([self.item]))

    @property
    def place(self) -> tuple[str, str, str, Period]:
        """Partnership, indicator, area and period, as commentary is kept; raises UnknownFilter where none is named."""
        if self.item is None:
            raise UnknownFilter("Choose the indicator that the commentary is about.")
        return self.filters.partnership, self.item.indicator.id, self.item.area.slug, self.item.now.period


def commenting(store: Store, filters: Filters) -> Commenting:
    """Return what is said of the indicator that *filters* name in their area and period; without one, the figures."""
    ledger, name = Ledger(store, filters.with_(categories=frozenset())), view_context(store, filters).area_name
    asked = next((item for item in ledger.indicators if item.slug in filters.indicators), None)
    if asked is None:
        every = sorted(standings(ledger, filters), key=exception_order)
        return Commenting(filters, name, every=tuple(every))
    area, period = ledger.area(filters.area_slug), shown_period(ledger, asked, filters.period)
    item = judged(ledger, asked, area, period)
    scope = Scope(filters.partnership, indicators=frozenset({asked.id}), areas=frozenset({area.slug}))
    said = [one for one in store.commentary_history(scope) if one.period == period and one.area == area.slug]
    return Commenting(filters, name, item, tuple(reversed(said)))
