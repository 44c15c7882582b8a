"""Knows the data of the line chart that a trend is drawn as."""

from collections.abc import Sequence

from dashboard.domain.choices import Measure
from dashboard.domain.snapshots.slides import Diagram, Plot, Stroke
from dashboard.reports.meeting.measured import exact
from dashboard.reports.performance.drawn_lines import has_line, highlighted
from dashboard.reports.performance.measures import Point
from dashboard.reports.performance.series import Line, Trend, drawn


def diagram_of(trend: Trend | None, title: str, unit: str) -> Diagram | None:
    """The lines of *trend* as its page draws them; None where there is none to draw."""
    if trend is None or not has_line(trend):
        return None
    counted = trend.measure == Measure.COUNT
    parts = [line for line in trend.lines if not line.whole]
    shown = parts if len(trend.lines) > 1 and counted else trend.lines
    return _diagram(trend, shown, (title, unit), is_alone=len(trend.lines) <= 1)


def whole_of(trend: Trend | None, title: str, unit: str) -> Diagram | None:
    """The line of the whole area beside its targets; the lines of its parts where it has none."""
    if trend is None:
        return None
    whole = [line for line in trend.lines if line.whole]
    known = sum(point.number is not None for line in whole for point in drawn(trend, line))
    return _diagram(trend, whole, (title, unit), is_alone=True) if known > 1 else diagram_of(trend, title, unit)


def _diagram(trend: Trend, shown: Sequence[Line], named: tuple[str, str], *, is_alone: bool) -> Diagram:
    title, unit = named
    kinds = {point.period.kind for line in trend.lines for point in drawn(trend, line)}
    baseline = trend.baseline.value if trend.baseline and is_alone and trend.measure == Measure.COUNT else None
    return Diagram(
        indicator=trend.indicator.id,
        title=title,
        unit=unit,
        strokes=tuple(_stroke(trend, line, is_mixed=len(kinds) > 1) for line in shown),
        targets=_targets(trend) if is_alone else (),
        baseline=exact(baseline.number) if baseline else "",
        baseline_text=baseline.raw if baseline else "",
        breaks=tuple(item.period.label for item in trend.breaks),
    )


def _targets(trend: Trend) -> tuple[Plot, ...]:
    return tuple(Plot(item.period.slug, item.period.label, exact(item.number), item.text) for item in trend.targets)


def _stroke(trend: Trend, line: Line, *, is_mixed: bool) -> Stroke:
    return Stroke(
        area=line.area.slug,
        name=line.area.name,
        is_whole=line.whole,
        is_marked=line.area.name in highlighted(trend),
        points=tuple(_plot(point, is_mixed=is_mixed) for point in drawn(trend, line)),
    )


def _plot(point: Point, *, is_mixed: bool) -> Plot:
    """One point; where years of different kinds stand side by side, each label says which it is."""
    period = point.period
    label = f"{period.label}<br>{period.kind.replace('-', ' ')}" if is_mixed else period.label
    return Plot(period.slug, label, exact(point.drawn), point.text, str(period.kind))
