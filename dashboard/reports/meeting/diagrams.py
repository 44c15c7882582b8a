"""Knows the data of the line chart that a trend is drawn as."""

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
    alone, counted = len(trend.lines) <= 1, trend.measure == Measure.COUNT
    kinds = {point.period.kind for line in trend.lines for point in drawn(trend, line)}
    shown = trend.lines if alone or not counted else [line for line in trend.lines if not line.whole]
    baseline = trend.baseline.value if trend.baseline and alone and counted else None
    return Diagram(
        indicator=trend.indicator.id,
        title=title,
        unit=unit,
        strokes=tuple(_stroke(trend, line, is_mixed=len(kinds) > 1) for line in shown),
        targets=_targets(trend) if alone else (),
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
