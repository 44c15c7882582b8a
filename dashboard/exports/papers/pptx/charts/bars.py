"""Knows bars as a native chart: the figure that each is held against is an outline, or a dash where bars stand."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.domain.palette import INK, INK_FAINT
from dashboard.exports.papers.look import DRAWN
from dashboard.exports.papers.pptx.charts.axes import lying_axes, standing_axes
from dashboard.exports.papers.pptx.charts.scale import AxisScale, scale_of
from dashboard.exports.papers.pptx.charts.series import EndLabel, Series
from dashboard.exports.papers.pptx.charts.space import Group, NativeChart, Room, native
from dashboard.exports.papers.pptx.drawing import NO_FILL, NO_LINE, SMALLEST, dot, drawn, fill, line
from dashboard.exports.papers.pptx.fitting import held, lines_of, width_of
from dashboard.reports.packs.charts import Bar, BarChart, Tone

HEADING, LEGEND, LINE, GAP = 20.0, 30.0, 17.0, 14.0
WIDEST_NAME = 0.34  # of the chart
SETTINGS = '<c:barDir val="{}"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
TOGETHER = '<c:gapWidth val="55"/><c:overlap val="100"/>'


def bar_native(chart: BarChart, size: tuple[float, float], title: str, every: Sequence[Bar]) -> NativeChart:
    """The chart in *size* points, on the scale of *every* bar; *title* is empty where the slide says it."""
    scale = scale_of([number for bar in every for number in bar.numbers])
    return _standing(chart, scale, size, title) if chart.is_upright else _lying(chart, scale, size, title)


def _lying(chart: BarChart, scale: AxisScale, size: tuple[float, float], title: str) -> NativeChart:
    most = size[0] * WIDEST_NAME
    names = tuple(held(_name(bar), SMALLEST, most, 2) for bar in chart.bars)
    left = max((width_of(line, SMALLEST) for name in names for line in lines_of(name, SMALLEST, most)), default=0)
    beside = max((width_of(_words(bar), SMALLEST, bold=True) for bar in chart.bars), default=0) + GAP
    room = Room(*size, left + GAP, _top(title or chart.unit), beside, LEGEND if chart.mark_name else GAP)
    bars = replace(_bars(chart), labels=_labels(chart, over=False), is_named=bool(chart.mark_name))
    outlines = Series(
        name=f"{chart.mark_name} (in brackets)",
        numbers=tuple(bar.mark for bar in chart.bars),
        look=drawn(NO_FILL + line(INK_FAINT, 1.75)),
        labels=_labels(chart, over=True),
        is_named=True,
    )
    series = (bars, outlines) if chart.mark_name else (bars,)
    groups = (Group("bar", series, SETTINGS.format("bar"), TOGETHER),)
    sheet = native(
        (title, chart.unit), names, groups, lying_axes(_lowered(scale, beside / room.plot_width), hidden=True), room
    )
    return NativeChart(sheet, room, chart.alt)


def _standing(chart: BarChart, scale: AxisScale, size: tuple[float, float], title: str) -> NativeChart:
    slot = size[0] / max(1, len(chart.bars))
    names = tuple(held(_name(bar), SMALLEST, slot - 4, 3) for bar in chart.bars)
    lines = max((len(lines_of(name, SMALLEST, slot - 4)) for name in names), default=1)
    bottom = GAP + lines * LINE + (LEGEND if chart.mark_name else 0)
    room = Room(*size, GAP, _top(title or chart.unit) + LINE, GAP, bottom)
    bars = replace(_bars(chart), labels=_labels(chart, over=False), is_named=bool(chart.mark_name))
    dashes = Series(
        name=f"{chart.mark_name} (in brackets)",
        numbers=tuple(bar.mark for bar in chart.bars),
        look=drawn(NO_LINE),
        dots=dot("dash", 24, INK_FAINT),
        labels=tuple(replace(label, place="t") for label in _labels(chart, over=True)),
        is_named=True,
    )
    groups: tuple[Group, ...] = (Group("bar", (bars,), SETTINGS.format("col"), TOGETHER),)
    if chart.mark_name:
        groups += (Group("line", (dashes,), '<c:grouping val="standard"/><c:varyColors val="0"/>'),)
    sheet = native((title, chart.unit), names, groups, standing_axes(scale), room)
    return NativeChart(sheet, room, chart.alt)


def _lowered(scale: AxisScale, share: float) -> AxisScale:
    """The axis with room for words at the left of bars below nothing."""
    return replace(scale, low=scale.low - scale.span * share) if scale.low < 0 else scale


def _top(heading: str) -> float:
    return HEADING * bool(heading) + 8


def _name(bar: Bar) -> str:
    """A bar's name; one that is not there says why in its place."""
    return f"{bar.name} ({bar.text})" if bar.number is None and bar.text else bar.name


def _words(bar: Bar) -> str:
    return f"{bar.text} ({bar.mark_text})" if bar.mark_text else bar.text


def _bars(chart: BarChart) -> Series:
    own = drawn(fill(DRAWN[Tone.OWN]) + NO_LINE)
    return Series(
        name=chart.bar_name or chart.title,
        numbers=tuple(bar.number for bar in chart.bars),
        look=own,
        points="".join(
            f'<c:dPt><c:idx val="{at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
            f"{drawn(fill(DRAWN[bar.tone]) + NO_LINE)}</c:dPt>"
            for at, bar in enumerate(chart.bars)
            if bar.tone is not Tone.OWN
        ),
    )


def _labels(chart: BarChart, *, over: bool) -> tuple[EndLabel, ...]:
    """What each bar says, at the end of whichever reaches further: it, or (*over*) what it is held against."""
    return tuple(
        EndLabel(at, _words(bar), INK, place="outEnd")
        for at, bar in enumerate(chart.bars)
        if bar.number is not None and over is _is_over(chart, bar)
    )


def _is_over(chart: BarChart, bar: Bar) -> bool:
    if bar.mark is None or bar.number is None or not chart.mark_name:
        return False
    return bar.mark > bar.number >= 0
