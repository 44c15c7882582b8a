"""Knows ranked rates with their intervals as a native chart: bars from low over the rate to high, on a base unseen."""

from collections.abc import Sequence

from dashboard.domain.palette import INK, INK_FAINT, INK_SOFT
from dashboard.exports.papers.look import DRAWN, WRITTEN
from dashboard.exports.papers.pptx.charts.axes import lying_axes
from dashboard.exports.papers.pptx.charts.scale import scale_of
from dashboard.exports.papers.pptx.charts.series import EndLabel, Series
from dashboard.exports.papers.pptx.charts.space import Group, NativeChart, Room, Stroke, native
from dashboard.exports.papers.pptx.drawing import NO_FILL, NO_LINE, SMALLEST, drawn, fill, line
from dashboard.exports.papers.pptx.fitting import held, lines_of, width_of
from dashboard.reports.packs.charts import Interval, IntervalChart, Shape

HEADING, AXIS, GAP = 20.0, 30.0, 14.0
WIDEST_NAME = 0.3  # of the chart
SHAPES = {Shape.DOT: "●", Shape.UP: "▲", Shape.DOWN: "▼"}
SETTINGS = '<c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>'
STACKED = '<c:gapWidth val="130"/><c:overlap val="100"/>'
EXACT = 9  # digits after the point
LEAST = 0.01  # of the axis, for what carries the words
PALE = 55  # percent of the colour beyond the rate


def interval_native(
    chart: IntervalChart, size: tuple[float, float], title: str, every: Sequence[Interval]
) -> NativeChart:
    """The chart in *size* points, on the scale of *every* row; *title* is empty where the slide says it."""
    scale = scale_of([*(row.high for row in every), chart.benchmark])
    most = size[0] * WIDEST_NAME
    names = tuple(held(row.name, SMALLEST, most, 2) for row in chart.rows)
    left = max((width_of(line, SMALLEST) for name in names for line in lines_of(name, SMALLEST, most)), default=0) + GAP
    words = [f"{SHAPES[row.shape]} {row.text}" for row in chart.rows]
    right = max((width_of(text, SMALLEST, bold=True) for text in words), default=0) + GAP
    room = Room(*size, left, HEADING * 2 + 8, right, AXIS)
    groups = (Group("bar", _series(chart, words, scale.span * LEAST), SETTINGS, STACKED),)
    sheet = native((title, chart.unit), names, groups, lying_axes(scale, hidden=False), room)
    across = room.left + (chart.benchmark - scale.low) / scale.span * room.plot_width
    return NativeChart(sheet, room, chart.alt, (Stroke(across, chart.benchmark_text, INK_FAINT, is_written=True),))


def _series(chart: IntervalChart, words: list[str], least: float) -> tuple[Series, ...]:
    """Four parts of each bar; the last, *least* long, carries the words."""
    rows = chart.rows
    labels = tuple(
        EndLabel(at, text, WRITTEN[row.tone] if row.shape is not Shape.DOT else INK_SOFT, row.is_own, place="inBase")
        for at, (row, text) in enumerate(zip(rows, words, strict=True))
    )
    parts = (
        ("lowest", tuple(row.low for row in rows), "", ()),
        ("to the rate", tuple(round(row.number - row.low, EXACT) for row in rows), _points(rows, 100), ()),
        ("to the highest", tuple(round(row.high - row.number, EXACT) for row in rows), _points(rows, PALE), ()),
        ("words", tuple(least for _ in rows), "", labels),
    )
    return tuple(
        Series(name=name, numbers=numbers, look=drawn(NO_FILL + NO_LINE), points=points, labels=said)
        for name, numbers, points, said in parts
    )


def _points(rows: tuple[Interval, ...], opacity: int) -> str:
    """Each bar in its own colour, the view's own area outlined."""
    return "".join(
        f'<c:dPt><c:idx val="{at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"{drawn(fill(DRAWN[row.tone], opacity) + (line(INK, 1.5) if row.is_own else NO_LINE))}</c:dPt>"
        for at, row in enumerate(rows)
    )
