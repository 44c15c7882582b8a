"""Knows the months that examples are worked on: the invented county's, or typed ones where it is not loaded."""

from collections.abc import Mapping
from decimal import Decimal

from dashboard.domain.periods.calendar import By, first_month, period_with
from dashboard.domain.periods.period import Period, PeriodKind
from dashboard.domain.records import Observation, Scope
from dashboard.questions.store import Store
from dashboard.reports.methods.figures import PartnershipFigures, invented

#: Golden points of the method: one stands out.
TYPED_POINTS = tuple(map(Decimal, (1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1)))
#: Three typed years from April to March.
TYPED_YEARS = (
    *(31, 29, 33, 36, 38, 34, 30, 27, 25, 24, 23, 28),
    *(30, 28, 35, 37, 36, 31, 29, 26, 24, 22, 24, 27),
    *(33, 31, 34, 39, 40, 35, 33, 28, 27, 26, 25, 30),
)
TYPED_FIRST = 2020 * 12 + 3  # April 2020


def months_of(found: PartnershipFigures, slug: str) -> tuple[Observation, ...]:
    """The whole months of an indicator over the partnership's own area, oldest first."""
    scope = Scope(found.filters.partnership, None, frozenset({found.indicator(slug).id}), None, By.MONTH)
    own = [item for item in found.store.observations(scope) if item.area == found.area.slug]
    whole = [item for item in own if item.period.kind == PeriodKind.MONTH and not item.is_part]
    return tuple(sorted((item for item in whole if item.value.number is not None), key=lambda item: item.period))


def months_to_work_on(store: Store, slug: str) -> tuple[str, Mapping[int, int]]:
    """What the months count, and the counts by month number."""
    county = invented(store)
    if county is None:
        return "Typed counts", dict(enumerate(TYPED_YEARS, TYPED_FIRST))
    found = {first_month(item.period): int(item.value.number or 0) for item in months_of(county, slug)}
    return county.indicator(slug).name, found


def newest_year(counts: Mapping[int, int]) -> Period:
    """The financial year that the newest month lies in."""
    return period_with(max(counts), By.YEAR)
