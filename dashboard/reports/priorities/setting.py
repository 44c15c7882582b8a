"""Knows what an assessment is worked out from: place, 12 months, street-level crime, figures, what was typed."""

from dataclasses import dataclass, replace
from datetime import date

from dashboard.domain.categories import UNSORTED, CategoryTree
from dashboard.domain.filters import Filters
from dashboard.domain.periods.calendar import MONTHS_IN_YEAR, first_month
from dashboard.domain.periods.period import Period, run_of_months
from dashboard.domain.priorities.recorded import Standing, standing
from dashboard.domain.priorities.weights import Weights, weights_of
from dashboard.domain.records import Area, LensCategory
from dashboard.domain.street.crime import ALL_CRIME
from dashboard.questions.store import Store
from dashboard.reports.indicators.ledger import Ledger
from dashboard.reports.street.place_context import StreetContext, street_context
from dashboard.reports.street.spans import has_street


@dataclass(frozen=True, slots=True)
class AssessmentSetting:
    """Everything that the rows of one table share; *span* are the 12 months that are assessed."""

    store: Store
    filters: Filters
    tree: CategoryTree
    lens: tuple[LensCategory, ...]
    ledger: Ledger
    street: StreetContext | None  # None: no month of the period is loaded
    span: Period
    weighed: Period  # the 12 months of which harm is told, a year before too: an estimate is not compared over time
    said: Standing
    weights: Weights

    @property
    def a_year_before(self) -> "AssessmentSetting":
        """The same of the 12 months before; what was typed is as it stands now."""
        before = run_of_months(first_month(self.span) - MONTHS_IN_YEAR, MONTHS_IN_YEAR)
        return replace(self, span=before)

    @property
    def area(self) -> Area:
        """The view's area; of street-level crime alone it may be one that no figure is of."""
        slug = self.filters.area_slug
        found = next((item for item in self.ledger.areas if item.slug == slug), None)
        if found is not None or self.street is None:
            return found or self.ledger.area(slug)
        place = self.street.place
        return Area(slug, place.name, str(place.level), self.filters.partnership, place.population, code=place.code)

    @property
    def document_from(self) -> date:
        """The first day of the year that the partnership's document is on, from which undated words of it are."""
        homes = (item for item in self.store.partnerships() if item.slug == self.filters.partnership)
        return next((item.default_period.start for item in homes), self.span.start)

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
    street = context if context is not None and has_street(filters.period, context.held) else None
    span = _span(filters, street)
    return AssessmentSetting(
        store=store,
        filters=every,
        tree=store.categories(),
        lens=tuple(item for item in store.lens(filters.partnership) if item.category not in (ALL_CRIME, UNSORTED)),
        ledger=Ledger(store, every),
        street=street,
        span=span,
        weighed=span,
        said=standing(store.priority_words(filters.partnership)),
        weights=weights_of(filters.weights),
    )


def _span(filters: Filters, street: StreetContext | None) -> Period:
    """The year asked for, or the 12 months up to the end of a month or quarter.

    Of a year in progress in street-level crime it is the newest 12 months.
    """
    asked = filters.period
    last = first_month(asked) + asked.months - 1
    if street is not None and asked.months == MONTHS_IN_YEAR:
        newest = street.held[-1].month
        last = newest if first_month(asked) <= newest < last else last
    return run_of_months(last - MONTHS_IN_YEAR + 1, MONTHS_IN_YEAR)
