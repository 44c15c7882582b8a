"""Knows one indicator over time: a line for each area, its targets, and both as rows of a file."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

import pandas as pd

from dashboard.domain.choices import Measure
from dashboard.domain.filters import Filters
from dashboard.domain.periods.period import Period
from dashboard.domain.records import Area, Baseline, Break, Indicator, Observation, PrintedFigure, SourceCell, Target
from dashboard.domain.statistics.series import PARTS_OF_A_YEAR
from dashboard.domain.targets.status import Difference, chance_of_change, change
from dashboard.domain.values.printed import Reason, Value, ValueType
from dashboard.reports.indicators.judged import Standing, judged
from dashboard.reports.indicators.ledger import Ledger
from dashboard.reports.performance.measures import Point, measured
from dashboard.reports.words.figures import target_number
from dashboard.reports.words.series import Movement, movement


@dataclass(frozen=True, slots=True)
class Line:
    """One area's points in the chosen measure, oldest first."""

    area: Area
    points: tuple[Point, ...]
    whole: bool  # the partnership itself, not one of its parts


@dataclass(frozen=True, slots=True)
class TargetPoint:
    """A target as a number, and how it came about."""

    period: Period
    number: Decimal
    text: str
    words: str
    source: SourceCell
    waits: bool = False  # for the base that its words name: the number is another base's
    is_as_printed: bool = False  # the number alone: nothing has to be said of how it came about


@dataclass(frozen=True, slots=True)
class Trend:
    """One indicator over time in every area of the view."""

    indicator: Indicator
    lines: tuple[Line, ...]
    targets: tuple[TargetPoint, ...]
    baseline: Baseline | None
    breaks: tuple[Break, ...]
    movement: Movement | None
    measure: Measure
    months: int  # how long the periods are that are drawn and compared
    undated: tuple[PrintedFigure, ...] = ()  # what the text says of it without a date

    @property
    def undated_words(self) -> tuple[str, ...]:
        """A figure without a printed date, after the newest dated one: "13.5% in 2008 → 9.9%, no date printed"."""
        known = [point for line in self.lines if line.whole for point in line.points if point.number is not None]
        before = f"{known[-1].text} in {known[-1].period.label} → " if known else ""
        return tuple(f"As printed: {before}{item.source.text}, no date printed." for item in self.undated)


def drawn(trend: Trend, line: Line) -> tuple[Point, ...]:
    """The points that share a chart: periods of one length, for a quarter beside a year would look like a fall."""
    return tuple(point for point in line.points if point.period.months == trend.months)


def frame_of(trend: Trend) -> pd.DataFrame:
    """The drawn points: area, whole, period, label, kind, number (float, NaN where missing), text."""
    columns = ["area", "whole", "period", "label", "kind", "number", "text"]
    pairs = [(line, point) for line in trend.lines for point in drawn(trend, line)]
    kinds = {point.period.kind for _, point in pairs}
    return pd.DataFrame([_frame_row(*pair, mixed=len(kinds) > 1) for pair in pairs], columns=columns)


def has_trend(ledger: Ledger, indicator: Indicator, filters: Filters) -> bool:
    """Whether there is a line or a target to draw."""
    if any(True for _ in _drawable(ledger, indicator, filters)):
        return True
    return any(True for _ in _targets(ledger, indicator, ledger.area(filters.area_slug), filters))


def is_by_month(ledger: Ledger, indicator: Indicator, filters: Filters) -> bool:
    """Whether a figure of the view is counted from files month by month."""
    if not indicator.crime:
        return False
    every = (item for area in _areas(ledger, filters) for item in ledger.series(indicator, area.slug))
    return any(item.held is not None and is_within(item.period, filters) for item in every)


def _drawable(ledger: Ledger, indicator: Indicator, filters: Filters) -> Iterator[Observation]:
    every = (item for area in _areas(ledger, filters) for item in ledger.series(indicator, area.slug))
    return (item for item in every if is_within(item.period, filters))


def _areas(ledger: Ledger, filters: Filters) -> tuple[Area, ...]:
    """The view's area, with its parts where it is the whole."""
    area = ledger.area(filters.area_slug)
    return (area, *ledger.children(area.slug)) if not filters.area else (area,)


def breaks_of(indicator: Indicator) -> tuple[Break, ...]:
    """The breaks that a chart marks."""
    return tuple(item for item in indicator.breaks if item.kind != "discontinued")


def outline_of(ledger: Ledger, indicator: Indicator, filters: Filters) -> Trend:
    """The same with the line of the view's area alone, where it has one, and nothing said of its parts."""
    area = ledger.area(filters.area_slug)
    if not any(is_within(item.period, filters) for item in ledger.series(indicator, area.slug)):
        return trend_of(ledger, indicator, filters)
    return _trend(ledger, indicator, filters, (area,))


def trend_of(ledger: Ledger, indicator: Indicator, filters: Filters) -> Trend:
    found = _trend(ledger, indicator, filters, _areas(ledger, filters))
    area = ledger.area(filters.area_slug)
    moved = movement(
        ledger, indicator, area, lambda period: period.months == found.months and is_within(period, filters)
    )
    return replace(found, movement=moved)


def _trend(ledger: Ledger, indicator: Indicator, filters: Filters, areas: tuple[Area, ...]) -> Trend:
    area = areas[0]
    lines = [Line(item, _points(ledger, indicator, item, filters), item is area) for item in areas]
    kept = tuple(line for line in lines if line.points)
    targets = tuple(_targets(ledger, indicator, area, filters))
    months = _length(kept[0].points, filters) if kept else next((item.period.months for item in targets), 0)
    return Trend(
        indicator=indicator,
        lines=kept,
        targets=tuple(item for item in targets if item.period.months == months),  # a year's is none of a month
        baseline=ledger.baseline(indicator, area.slug),
        breaks=breaks_of(indicator),
        movement=None,
        measure=filters.measure,
        months=months,
        undated=ledger.undated(indicator, area.slug),
    )


def _length(points: tuple[Point, ...], filters: Filters) -> int:
    """How long the periods are that are drawn: as those of the view, if two are known, or else the most there are."""
    counts = Counter(point.period.months for point in points if point.number is not None)
    several = [months for months, count in counts.items() if count > 1] or list(counts) or [points[0].period.months]
    wanted = filters.by.months if filters.by else filters.period.months
    return wanted if wanted in several else max(several, key=lambda months: (counts[months], months))


def _points(ledger: Ledger, indicator: Indicator, area: Area, filters: Filters) -> tuple[Point, ...]:
    series = ledger.series(indicator, area.slug)
    points = measured(indicator, area, series, filters.measure)
    return tuple(point for point in points if is_within(point.period, filters))


def is_within(period: Period, filters: Filters) -> bool:
    after = filters.start is None or period.end >= filters.start.start
    return after and (filters.end is None or period.start <= filters.end.end)


def _targets(ledger: Ledger, indicator: Indicator, area: Area, filters: Filters) -> Iterator[TargetPoint]:
    for target in ledger.target_series(indicator, area.slug) if filters.measure == Measure.COUNT else ():
        resolved = ledger.resolved(target, indicator)
        same_unit = indicator.at(target.period).value_type == indicator.value_type
        shown = same_unit and is_within(target.period, filters)
        if resolved.number is not None and shown and not _depends(ledger, indicator, area, target):
            at = Standing(indicator, target.period, None, target, resolved)
            said = (target_number(at), resolved.basis, target.source, at.waits, resolved.is_as_printed)
            yield TargetPoint(target.period, resolved.number, *said)


def _depends(ledger: Ledger, indicator: Indicator, area: Area, target: Target) -> bool:
    """Whether the readings of a target disagree: then no number is the target."""
    if target.rule.percentage is None:
        return False
    return judged(ledger, indicator, area, target.period).reason is Reason.DEPENDS


@dataclass(frozen=True, slots=True)
class Span:
    """The oldest and the newest point that can be compared, and the change between just these two."""

    first: Point | None  # None where the newest has none to compare with
    newest: Point
    change: Difference | None = None
    real: bool | None = None


def span_of(trend: Trend) -> Span | None:
    """From the oldest to the newest whole figure of the whole area; quarters and months of the same time of year."""
    points = drawn(trend, trend.lines[0]) if trend.lines else ()
    known = [point for point in points if point.drawn is not None]
    if not known:
        return None
    newest = known[-1]
    first = next(point for point in known if _alike(trend.indicator, point.period, newest.period))
    if first is newest:
        return Span(None, newest)
    if trend.measure in (Measure.CHANGE, Measure.INDEX):
        return Span(first, newest)  # a change of changes says nothing
    kind = ValueType.RATE if trend.measure == Measure.RATE else trend.indicator.at(newest.period).value_type
    step = change(Value(newest.number), Value(first.number), kind)
    tested = trend.measure != Measure.RATE
    _, real = chance_of_change(newest.number, first.number, trend.indicator.value_type) if tested else (None, None)
    return Span(first, newest, step, real)


def _alike(indicator: Indicator, earlier: Period, later: Period) -> bool:
    season = later.kind not in PARTS_OF_A_YEAR or earlier.start.month == later.start.month
    return earlier.kind == later.kind and season and not indicator.broken_between(earlier, later)


def _frame_row(line: Line, point: Point, *, mixed: bool) -> list[object]:
    """One point; where years of different kinds stand side by side, each label says which it is."""
    number = float("nan") if point.drawn is None else float(point.drawn)
    period = point.period
    label = f"{period.label}<br>{period.kind.replace('-', ' ')}" if mixed else period.label
    return [line.area.name, line.whole, period.slug, label, period.kind, number, point.text]
