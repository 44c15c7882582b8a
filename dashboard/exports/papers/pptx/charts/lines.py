"""Knows lines over periods as a native chart: a trend with its target, a control chart, a year in progress."""

from math import ceil

from dashboard.domain.palette import ACCENT, INK_FAINT, INK_SOFT, RANGE
from dashboard.exports.papers.look import DRAWN, WRITTEN
from dashboard.exports.papers.pptx.charts.axes import upright_axes
from dashboard.exports.papers.pptx.charts.ends import LineEnd, broken, placed, room_beside
from dashboard.exports.papers.pptx.charts.scale import AxisScale, scale_of
from dashboard.exports.papers.pptx.charts.series import EndLabel, Series
from dashboard.exports.papers.pptx.charts.space import Group, NativeChart, Room, Stroke, native
from dashboard.exports.papers.pptx.drawing import NO_DOT, NO_FILL, NO_LINE, SMALLEST, dot, drawn, fill, line
from dashboard.exports.papers.pptx.fitting import lines_of, width_of
from dashboard.reports.packs.charts import ChartLine, LineChart, Mark, Shape, Tone

HEADING, LABELS, LEGEND = 20.0, 30.0, 26.0  # points high: a line of the title, labels, the legend
FALL = "▼"  # no chart has a dot of this shape: it is written
UNUSUAL = {
    Tone.BETTER: "unusual, for the better",
    Tone.WORSE: "unusual, for the worse",
    Tone.OTHER: "unusual",
}
MOST_LINES = 2  # of a label
HEAVY, LIGHT, FINE = 2.5, 1.75, 1.25


def line_native(chart: LineChart, size: tuple[float, float], title: str) -> NativeChart:
    """The chart in *size* points; *title* is empty where the slide says it."""
    scale = scale_of(chart.numbers, from_zero=chart.from_zero)
    ends = _ends(chart)
    texts = broken(ends, size[0])
    room = _room(chart, scale, size, room_beside(tuple(texts.values())))
    labels = placed(ends, texts, room, scale)
    groups = (
        *_band(chart),
        Group("line", _lines(chart, labels), '<c:grouping val="standard"/><c:varyColors val="0"/>'),
    )
    skip = _skip(chart.labels, room.plot_width)
    axes = upright_axes(scale, skip, signed=chart.is_signed)
    slot = room.plot_width / max(1, len(chart.labels))
    strokes = tuple(
        Stroke(room.left + at * slot, f"From {chart.labels[at]} counted otherwise", ACCENT) for at in chart.breaks
    )
    return NativeChart(native((title, chart.unit), chart.labels, groups, axes, room), room, chart.alt, strokes)


def _targets(chart: LineChart) -> tuple[ChartLine, ...]:
    return (chart.targets,) if chart.targets else ()


def _room(chart: LineChart, scale: AxisScale, size: tuple[float, float], right: float) -> Room:
    ticks = [f"{tick:,.{scale.decimals}f}{'+' if chart.is_signed else ''}" for tick in scale.ticks]
    left = max(width_of(tick, SMALLEST) for tick in ticks) + 12
    width = size[0] - left - right
    slot = width / max(1, len(chart.labels)) - 6
    broken_in = [len(lines_of(label, SMALLEST, slot)) for label in chart.labels]
    lines = max(broken_in, default=1) if _skip(chart.labels, width) == 1 else 1
    bottom = LABELS + (lines - 1) * HEADING + (LEGEND if _is_legend(chart) else 0)
    return Room(*size, left, HEADING + 14, right, bottom)


def _is_legend(chart: LineChart) -> bool:
    odd = any(mark.shape is not Shape.DOT for item in chart.lines for mark in item.marks)
    return bool(chart.band) or odd or any(not item.end for item in chart.lines)


def _skip(labels: tuple[str, ...], width: float) -> int:
    """Every how many labels are written so that none runs into the next, the newest among them where that comes out."""
    slot = width / max(1, len(labels)) - 6
    words = max((width_of(word, SMALLEST) for label in labels for word in label.split()), default=0)
    if words <= slot and all(len(lines_of(label, SMALLEST, slot)) <= MOST_LINES for label in labels):
        return 1
    widest = max((width_of(label, SMALLEST) for label in labels), default=0) + 8
    least = max(2, ceil(widest / max(1.0, slot + 6)))
    return next((step for step in range(least, least + 3) if (len(labels) - 1) % step == 0), least)


def _ends(chart: LineChart) -> list[LineEnd]:
    """What is written at the ends, by the place of each line among the series."""
    found, at = list[LineEnd](), 0
    for at, item in enumerate((*chart.lines, *_targets(chart))):
        number = item.marks[item.last].number if item.last >= 0 else None
        if item.end and number is not None:
            found.append(LineEnd(at, item.last, number, item.end, WRITTEN[item.tone], item.is_heavy))
    for place, level in enumerate(chart.levels, start=len(chart.lines) + len(_targets(chart))):
        if level.last == len(chart.labels) - 1:
            found.append(LineEnd(place, level.last, level.number, level.said, INK_SOFT, is_heavy=False))
    return found


def _lines(chart: LineChart, labels: dict[int, EndLabel]) -> tuple[Series, ...]:
    """Lines, targets, levels, then the unusual figures over them."""
    drawn_lines = [_line(item, labels.get(at)) for at, item in enumerate((*chart.lines, *_targets(chart)))]
    count = len(drawn_lines)
    levels = [
        Series(
            name=level.name,
            numbers=tuple(level.number if level.first <= at <= level.last else None for at in range(len(chart.labels))),
            look=drawn(line(INK_FAINT, FINE, "dash" if level.is_dashed else "")),
            dots=NO_DOT,
            labels=_one(labels.get(count + at)),
        )
        for at, level in enumerate(chart.levels)
    ]
    return (*drawn_lines, *levels, *_unusual(chart))


def _one(label: EndLabel | None) -> tuple[EndLabel, ...]:
    return (label,) if label else ()


def _line(item: ChartLine, label: EndLabel | None) -> Series:
    colour = DRAWN[item.tone]
    width = HEAVY if item.is_heavy else LIGHT
    stroke = line(colour, width, "dash" if item.is_dashed else "") if item.is_joined else NO_LINE
    is_target = item.tone is Tone.TARGET
    dots = dot("dash", 14, colour) if is_target else dot("circle", 7, colour)
    return Series(
        name=item.name,
        numbers=tuple(mark.number for mark in item.marks),
        look=drawn(stroke),
        dots=dots if item.is_marked else NO_DOT,
        labels=_one(label),
        is_named=not item.end,
    )


def _unusual(chart: LineChart) -> list[Series]:
    """Figures of another shape, a series for each look."""
    looks = {(mark.tone, mark.shape) for item in chart.lines for mark in item.marks if _is_odd(mark)}
    order = sorted(looks, key=lambda look: (list(Tone).index(look[0]), look[1]))
    return [_odd_series(chart, tone, shape) for tone, shape in order]


def _odd_series(chart: LineChart, tone: Tone, shape: Shape) -> Series:
    numbers, words, colour = _odd_numbers(chart, tone, shape), UNUSUAL.get(tone, "unusual"), DRAWN[tone]
    falls = [at for at, number in enumerate(numbers) if number is not None and shape is Shape.DOWN]
    return Series(
        name=f"{FALL} {words}" if falls else words,
        numbers=numbers,
        look=drawn(NO_LINE),
        dots=NO_DOT if falls else dot("triangle", 12, colour),
        labels=tuple(EndLabel(at, FALL, colour, place="ctr", is_bare=True) for at in falls),
        is_named=True,
    )


def _is_odd(mark: Mark) -> bool:
    return mark.shape is not Shape.DOT and mark.number is not None


def _odd_numbers(chart: LineChart, tone: Tone, shape: Shape) -> tuple[float | None, ...]:
    numbers: list[float | None] = [None] * len(chart.labels)
    for item in chart.lines:
        for at, mark in enumerate(item.marks):
            if mark.tone is tone and mark.shape is shape:
                numbers[at] = mark.number
    return tuple(numbers)


def _band(chart: LineChart) -> tuple[Group, ...]:
    """The range as two areas, the lower one unseen; areas know no gaps, so before the range they lie on the line."""
    if not chart.band:
        return ()
    start = _before(chart)
    pairs = list(zip(chart.band.low, chart.band.high, start, strict=True))
    low = tuple(base if below is None else below for below, _, base in pairs)
    wide = tuple(0.0 if below is None or above is None else above - below for below, above, _ in pairs)
    series = (
        Series(name=f"{chart.band.name}, from", numbers=low, look=drawn(NO_FILL + NO_LINE)),
        Series(name=chart.band.name, numbers=wide, look=drawn(fill(RANGE) + NO_LINE), is_named=True),
    )
    return (Group("area", series, '<c:grouping val="stacked"/><c:varyColors val="0"/>'),)


def _before(chart: LineChart) -> list[float]:
    """Where the first heavy line stands; the range opens from there."""
    heavy = next((item for item in chart.lines if item.is_heavy), chart.lines[0] if chart.lines else None)
    known, found = 0.0, list[float]()
    for at in range(len(chart.labels)):
        number = heavy.marks[at].number if heavy else None
        known = known if number is None else number
        found.append(known)
    return found
