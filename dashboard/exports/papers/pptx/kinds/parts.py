"""Knows how a chart with more bars than a slide holds is told over several, on one scale, and what draws each kind."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from dashboard.exports.papers.pptx.charts.bars import bar_native
from dashboard.exports.papers.pptx.charts.lines import line_native
from dashboard.exports.papers.pptx.charts.ranked import interval_native
from dashboard.exports.papers.pptx.charts.space import NativeChart
from dashboard.reports.packs.charts import BarChart, IntervalChart, LineChart

LYING, STANDING, RANKED = 12, 9, 11  # as many have room for their names and figures
Drawn = LineChart | BarChart | IntervalChart
Item = TypeVar("Item")


def parts_of(chart: Drawn) -> tuple[Drawn, ...]:
    """*chart*, or charts of about as many bars each."""
    if isinstance(chart, BarChart):
        most = STANDING if chart.is_upright else LYING
        return tuple(replace(chart, bars=bars) for bars in _split(chart.bars, most))
    if isinstance(chart, IntervalChart):
        return tuple(replace(chart, rows=rows) for rows in _split(chart.rows, RANKED))
    return (chart,)


def _split(items: Sequence[Item], most: int) -> list[tuple[Item, ...]]:
    parts = max(1, -(-len(items) // most))
    each = -(-len(items) // parts)
    return [tuple(items[at * each : (at + 1) * each]) for at in range(parts)]


def native_of(part: Drawn, whole: Drawn, size: tuple[float, float], title: str) -> NativeChart:
    """The part as a chart in *size* points, on the scale of the whole."""
    if isinstance(part, BarChart) and isinstance(whole, BarChart):
        return bar_native(part, size, title, whole.bars)
    if isinstance(part, IntervalChart) and isinstance(whole, IntervalChart):
        return interval_native(part, size, title, whole.rows)
    if isinstance(part, LineChart):
        return line_native(part, size, title)
    raise TypeError(part)
