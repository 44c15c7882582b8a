"""Knows whether an indicator's newest figure is real: its control chart over the shortest periods there are."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.filters import Filters
from dashboard.domain.intervals import count_interval
from dashboard.domain.periods.calendar import MONTHS_IN_YEAR
from dashboard.domain.periods.period import Period, PeriodKind
from dashboard.domain.records import Area, Indicator, Observation, Target
from dashboard.domain.statistics.control.days_between import DaysBetween
from dashboard.domain.statistics.control.limits import ControlLimits
from dashboard.domain.statistics.control.season import NoSeason, Season
from dashboard.domain.statistics.control_chart import (
    FEWEST_FOR_LIMITS,
    Assurance,
    ControlAbsence,
    ControlChart,
    Group,
    Variation,
    assurance,
    control_chart,
    group_starts,
    variation,
)
from dashboard.domain.statistics.rebaselines import Decision, in_force
from dashboard.domain.statistics.recent_trend import Estimate, RecentTrend, recent_trend
from dashboard.domain.statistics.series import PARTS_OF_A_YEAR
from dashboard.domain.values.numbers import show
from dashboard.domain.values.printed import ValueType
from dashboard.questions.store import Store
from dashboard.reports.indicators.ledger import Ledger
from dashboard.reports.indicators.sums import event_gaps
from dashboard.reports.report import Cell

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
    "run_length",
    *("new_limits_from", "new_limits_why", "new_limits_by"),  # on the periods from a decision on
    *("season", "season_factor"),
)


@dataclass(frozen=True, slots=True)
class Control:
    """One series with its chart; *periods*, *texts* and the chart's points stand side by side, oldest first."""

    indicator: Indicator
    area: str  # its name
    periods: tuple[Period, ...]
    texts: tuple[str, ...]
    chart: ControlChart
    variation: Variation | ControlAbsence
    assurance: Assurance | ControlAbsence
    target: Decimal | None
    decisions: tuple[Decision, ...] = ()  # in force, whether or not they start a group here
    gaps: DaysBetween | None = None  # of what is too rare for counts, where the day of every event is known

    def starting(self, group: Group) -> tuple[Decision, ...]:
        """The decisions that a group of points with limits of its own starts with."""
        firsts = [period.start for period in self.periods]
        return tuple(item for item in self.decisions if group_starts(firsts, [item.said]) == (group.start,))

    @property
    def tells_more(self) -> bool:
        """Whether the chart tells more than a line of the same figures: limits, or what was decided of them."""
        limited = any(isinstance(group.limits, ControlLimits) for group in self.chart.groups)
        return limited or (bool(self.decisions) and self.count >= FEWEST_FOR_LIMITS)

    @property
    def rare(self) -> DaysBetween | None:
        """The days between events, where they have limits and counts have none."""
        return self.gaps if self.gaps and isinstance(self.gaps.limits, ControlLimits) else None

    @property
    def count(self) -> int:
        return sum(point is not None for point in self.chart.points)

    @property
    def newest(self) -> int:
        return max(at for at, point in enumerate(self.chart.points) if point is not None)

    @property
    def limits(self) -> ControlLimits | ControlAbsence:
        return self.chart.groups[-1].limits

    @property
    def is_trial(self) -> bool:
        return self.chart.groups[-1].trial

    @property
    def season(self) -> Season | NoSeason | None:
        """Of the newest limits; None where there is nothing to have one."""
        return self.chart.groups[-1].season


@dataclass(frozen=True, slots=True)
class Series:
    """What is charted: everything known of one indicator in one area."""

    indicator: Indicator
    area: Area
    figures: Sequence[Observation]
    targets: Iterable[Target]


def control_of(store: Store, ledger: Ledger, filters: Filters, series: tuple[Indicator, Area]) -> Control | None:
    """The chart of an indicator in an area over the shortest periods; None where there are not two of one kind."""
    indicator, area = series
    long = [item for item in ledger.series(indicator, area.slug) if item.period.kind not in PARTS_OF_A_YEAR]
    figures = [*ledger.short(indicator, area.slug), *long]
    return charted(store, filters, Series(indicator, area, figures, ledger.target_series(indicator, area.slug)))


def charted(store: Store, filters: Filters, series: Series) -> Control | None:
    """The chart of *series*; None where there are not two figures of one kind of period.

    Figures before a break are of another measure; those of part of a period are left out.
    """
    known = [item for item in series.figures if item.value.number is not None and not item.is_part]
    if series.indicator.is_running:  # each figure holds those before it: their spread says nothing about the next one
        known = [item for item in known if item.period.kind not in PARTS_OF_A_YEAR]
    found = _of_one_kind(known)
    found = [item for item in found if series.indicator.broken_between(item.period, found[-1].period) is None]
    if len(found) < 2:
        return None
    decisions = in_force(store.rebaselines(filters.partnership), series.indicator.id, series.area.slug)
    return _drawn(series, found, decisions, filters.run)


def _drawn(series: Series, found: list[Observation], decisions: tuple[Decision, ...], run: int) -> Control:
    periods = _unbroken(found[0].period, found[-1].period)[-MOST_POINTS:]
    numbers = {item.period: item.value.number for item in found}
    points = [numbers.get(period) for period in periods]
    now = series.indicator.at(periods[-1])
    starts = group_starts([period.start for period in periods], [item.said for item in decisions])
    is_by_month = periods[0].kind is PeriodKind.MONTH and now.value_type is not ValueType.CHANGE
    months = [period.start.month for period in periods] if is_by_month else []
    chart = control_chart(points, now.tested_as, starts, run, months)
    target = next((item.rule.number for item in series.targets if item.period == periods[-1]), None)
    percent = now.value_type in (ValueType.PERCENTAGE, ValueType.CHANGE)
    return Control(
        indicator=series.indicator,
        area=series.area.name,
        periods=tuple(periods),
        texts=tuple(show(point, percent=percent) for point in points),
        chart=chart,
        variation=variation(chart, now.polarity),
        assurance=assurance(chart, now.polarity, target),
        target=target,
        decisions=decisions,
        gaps=event_gaps(found, run) if chart.groups[-1].limits is ControlAbsence.TOO_RARE else None,
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


def control_rows(found: Control | None) -> list[dict[str, Cell]]:
    """A row a point for a file; limits are missing with their reason where there are too few points."""
    groups = found.chart.groups if found else ()
    return [_row(found, group, at) for group in groups for at in range(group.start, group.stop) if found]


def _row(found: Control, group: Group, at: int) -> dict[str, Cell]:
    known = group.lines_at(at)
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
        "limits_reason": None if known else str(group.limits),
        "run_length": found.chart.run_length,
        **_decided(found.starting(group)),
        **_season(group, at),
    }


def _season(group: Group, at: int) -> dict[str, Cell]:
    """What a point's mean follows; the reason where it is level though the points are months."""
    season = group.season
    if not isinstance(season, Season):
        return {"season": str(season.absence) if season else None, "season_factor": None}
    said = f"the usual level of its month, from {season.spread.years} whole years"
    return {"season": said, "season_factor": season.factors[at - group.start]}


def _decided(decisions: tuple[Decision, ...]) -> dict[str, Cell]:
    said = [item.said for item in decisions]
    return {
        "new_limits_from": "; ".join(item.first.isoformat() for item in said) or None,
        "new_limits_why": "; ".join(item.reason for item in said) or None,
        "new_limits_by": "; ".join(item.author for item in said) or None,
    }


def recent_of(ledger: Ledger, indicator: Indicator, area: str) -> RecentTrend | None:
    """The recent trend of the yearly counts of an area, each with its 95% interval; None for what is not counted."""
    if indicator.tested_as is not ValueType.COUNT:
        return None
    years = [
        item for item in ledger.years(indicator, area) if item.period.months == MONTHS_IN_YEAR and not item.is_part
    ]
    points = [_estimate(item) for item in years if item.value.number is not None and _is_like(item, years[-1])]
    return recent_trend(points, indicator.polarity) if points else None


def _is_like(item: Observation, newest: Observation) -> bool:
    """Whether both are of one kind of year: calendar and financial years make no trend together."""
    return item.period.kind == newest.period.kind


def _estimate(item: Observation) -> Estimate:
    number = float(item.value.number or 0)
    return Estimate(number, *count_interval(number))
