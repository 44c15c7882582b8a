"""Knows what an assessment is worked out from: place, 12 months, street-level crime, figures, what was typed."""

from dataclasses import dataclass, replace

from dashboard.domain.categories import UNSORTED, CategoryTree
from dashboard.domain.filters import Filters
from dashboard.domain.periods.calendar import MONTHS_IN_YEAR, first_month
from dashboard.domain.periods.period import Period, run_of_months
from dashboard.domain.priorities.recorded import Standing, standing
from dashboard.domain.priorities.weights import Weights, weights_of
from dashboard.domain.records import LensCategory
from dashboard.domain.street.crime import ALL_CRIME
from dashboard.questions.store import Store
from dashboard.reports.indicators.ledger import Ledger
from dashboard.reports.street.place_context import StreetContext, street_context
from dashboard.reports.street.ranking import is_held


@dataclass(frozen=True, slots=True)
class AssessmentSetting:
    """Everything that the rows of one table share; *span* are the 12 months that are assessed."""

    store: Store
    filters: Filters
    tree: CategoryTree
    lens: tuple[LensCategory, ...]
    ledger: Ledger
    street: StreetContext | None  # None: none of its months is loaded
    span: Period
    said: Standing
    weights: Weights

    @property
    def a_year_before(self) -> "AssessmentSetting":
        """The same of the 12 months before; what was typed is as it stands now."""
        before = run_of_months(first_month(self.span) - MONTHS_IN_YEAR, MONTHS_IN_YEAR)
        return replace(self, span=before)

    @property
    def key(self) -> tuple[str, ...]:
        """What tells one table from another, whatever its weights are."""
        filters = self.filters
        return filters.partnership, filters.area, filters.period.slug, self.span.slug

    def of(self, category: str) -> Filters:
        """The view of one category."""
        return self.filters.with_(categories=frozenset({category}), crimes=frozenset(), indicators=frozenset())


def assessment_setting(store: Store, filters: Filters) -> AssessmentSetting:
    """Return what the view's assessment is worked out from; of all categories, whichever are chosen."""
    every = filters.with_(categories=frozenset(), crimes=frozenset(), indicators=frozenset(), by=None)
    context = street_context(store, every)
    street = context if context is not None and context.held else None
    return AssessmentSetting(
        store=store,
        filters=every,
        tree=store.categories(),
        lens=tuple(item for item in store.lens(filters.partnership) if item.category not in (ALL_CRIME, UNSORTED)),
        ledger=Ledger(store, every),
        street=street,
        span=_span(filters, street),
        said=standing(store.priority_words(filters.partnership)),
        weights=weights_of(filters.weights),
    )


def _span(filters: Filters, street: StreetContext | None) -> Period:
    """The year asked for; of street-level crime, where that is not loaded whole, the newest 12 months."""
    asked = filters.period
    if street is None or (asked.months == MONTHS_IN_YEAR and is_held(street, asked)):
        return asked
    return run_of_months(street.held[-1].month - MONTHS_IN_YEAR + 1, MONTHS_IN_YEAR)
