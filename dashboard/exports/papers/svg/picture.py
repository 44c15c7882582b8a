"""Knows a chart as one SVG: which way of drawing each kind takes, and what is said to who cannot see it."""

from html import escape

from dashboard.exports.papers.svg.areas import area_map
from dashboard.exports.papers.svg.columns import columns
from dashboard.exports.papers.svg.intervals import intervals
from dashboard.exports.papers.svg.level_bars import level_bars
from dashboard.exports.papers.svg.lines import line_chart
from dashboard.exports.papers.svg.parts import WIDTH, Drawing, part
from dashboard.exports.papers.svg.shaded import heat_table
from dashboard.exports.papers.words import printable
from dashboard.reports.packs.charts import AreaMap, BarChart, Chart, IntervalChart, LineChart

FONTS = "Inter, Arial, sans-serif"


def svg(chart: Chart) -> str:
    """*chart* as SVG, 720 wide and as high as it needs; without style rules, ids and scripts."""
    drawing = _drawing(chart)
    height = f"{drawing.height:.0f}"
    return part(
        "svg",
        part("title", escape(printable(chart.title))),
        part("desc", escape(printable(chart.alt))),
        *drawing.parts,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDTH} {height}",
        width=WIDTH,
        height=height,
        role="img",
        font_family=FONTS,
    )


def _drawing(chart: Chart) -> Drawing:
    if isinstance(chart, LineChart):
        return line_chart(chart)
    if isinstance(chart, BarChart):
        return columns(chart) if chart.is_upright else level_bars(chart)
    if isinstance(chart, IntervalChart):
        return intervals(chart)
    return area_map(chart) if isinstance(chart, AreaMap) else heat_table(chart)
