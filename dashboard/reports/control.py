"""Knows whether an indicator's newest figure is real: its control chart over the shortest periods there are."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.control_chart import (
    Absence,
    Assurance,
    ControlChart,
    Group,
    Limits,
    Variation,
    assurance,
    control_chart,
    variation,
)
from dashboard.domain.filters import Filters
from dashboard.domain.intervals import count_interval
from dashboard.domain.numbers import show
from dashboard.domain.periods import Period, PeriodKind
from dashboard.domain.records import Indicator, Observation, Scope
from dashboard.domain.street import MONTHS_IN_YEAR, By
from dashboard.domain.trend import Estimate, RecentTrend, recent_trend
from dashboard.domain.values import ValueType
from dashboard.reports.ledger import Ledger
from dashboard.reports.report import Cell
from dashboard.reports.store import Store

MOST_POINTS = 60  # five years of months
SHORTEST_FIRST = (PeriodKind.MONTH, PeriodKind.QUARTER)
COLUMNS = (
    "indicator",
    "area",
    "period",
    "value",
    "reason",
    "mean",
    "lower",
    "upper",
    "limits_reason",
    "signals",
    "trial",
)


@dataclass(frozen=True, slots=True)
class Control:
    """One series with its chart; *periods*, *texts* and the chart's points stand side by side, oldest first."""

    indicator: Indicator
    area: str  # its name
    periods: tuple[Period, ...]
    texts: tuple[str, ...]
    chart: ControlChart
    variation: Variation | Absence
    assurance: Assurance | Absence
    target: Decimal | None

    @property
    def newest(self) -> int:
        return max(at for at, point in enumerate(self.chart.points) if point is not None)

    @property
    def limits(self) -> Limits | Absence:
        return self.chart.groups[-1].limits

    @property
    def is_trial(self) -> bool:
        return self.chart.groups[-1].trial


def control_of(store: Store, filters: Filters, indicator: Indicator, area: str) -> Control | None:
    """The chart of *indicator* in the view's area; None where there are not two figures of one kind of period.

    Figures before a break are of another measure; those of part of a period are left out.
    """
    scope = Scope(filters.partnership, None, frozenset({indicator.id}), frozenset({filters.area_slug}), By.MONTH)
    known = [item for item in store.observations(scope) if item.value.number is not None and not item.is_part]
    found = _of_one_kind(known)
    found = [item for item in found if indicator.broken_between(item.period, found[-1].period) is None]
    if len(found) < 2:
        return None
    targets = {item.period: item.rule.number for item in store.targets(scope)}
    return _drawn(indicator, area, found, targets.get(found[-1].period))


def _drawn(indicator: Indicator, area: str, found: list[Observation], target: Decimal | None) -> Control:
    periods = _unbroken(found[0].period, found[-1].period)[-MOST_POINTS:]
    numbers = {item.period: item.value.number for item in found}
    points = [numbers.get(period) for period in periods]
    in_force = indicator.at(periods[-1])
    chart = control_chart(points, in_force.value_type)
    percent = in_force.value_type in (ValueType.PERCENTAGE, ValueType.CHANGE)
    return Control(
        indicator=indicator,
        area=area,
        periods=tuple(periods),
        texts=tuple(show(point, percent=percent) for point in points),
        chart=chart,
        variation=variation(chart, in_force.polarity),
        assurance=assurance(chart, in_force.polarity, target),
        target=target,
    )


def _of_one_kind(found: list[Observation]) -> list[Observation]:
    """Those of the shortest kind of period that has a series, oldest first."""
    kinds = Counter(item.period.kind for item in found)
    chosen = next((kind for kind in SHORTEST_FIRST if kinds[kind] > 1), None)
    chosen = chosen or next((kind for kind, _ in kinds.most_common(1)), None)
    return sorted((item for item in found if item.period.kind == chosen), key=lambda item: item.period)


def _unbroken(first: Period, last: Period) -> list[Period]:
    """Every period from *first* to *last*; those without a figure are gaps."""
    periods = [first]
    while periods[-1] < last:
        periods.append(periods[-1].following())
    return periods


def words(found: Control) -> str:
    """What the chart says of the newest figure, in one sentence."""
    label = found.periods[found.newest].label
    if isinstance(found.variation, Variation):
        return f"{label}: {found.variation}."
    return f"{label} is not judged by a control chart: {found.variation}."


def control_rows(found: Control | None) -> list[dict[str, Cell]]:
    """A row a point for a file; limits are missing with their reason where there are too few points."""
    groups = found.chart.groups if found else ()
    return [_row(found, group, at) for group in groups for at in range(group.start, group.stop) if found]


def _row(found: Control, group: Group, at: int) -> dict[str, Cell]:
    lines = group.limits
    known = lines if isinstance(lines, Limits) else None
    return {
        "indicator": found.indicator.name,
        "area": found.area,
        "period": found.periods[at].label,
        "value": found.chart.points[at],
        "reason": "no figure for the period" if found.chart.points[at] is None else None,
        "mean": known.mean if known else None,
        "lower": known.lower if known else None,
        "upper": known.upper if known else None,
        "signals": "; ".join(f"{mark.signal} ({mark.side})" for mark in found.chart.marks[at]) or None,
        "trial": group.trial,
        "limits_reason": None if known else str(lines),
    }


def recent_of(ledger: Ledger, indicator: Indicator, area: str) -> RecentTrend | None:
    """The recent trend of the yearly counts of an area, each with its 95% interval; None for what is not counted."""
    if indicator.value_type is not ValueType.COUNT:
        return None
    years = [
        item for item in ledger.years(indicator, area) if item.period.months == MONTHS_IN_YEAR and not item.is_part
    ]
    points = [_estimate(item) for item in years if item.value.number is not None]
    return recent_trend(points, indicator.polarity) if points else None


def _estimate(item: Observation) -> Estimate:
    number = float(item.value.number or 0)
    return Estimate(number, *count_interval(number))
