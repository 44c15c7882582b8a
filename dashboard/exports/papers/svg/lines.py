"""Knows how lines over periods are drawn: targets as dashes, levels, the room between two, and what each ends at."""

from itertools import chain, groupby

from dashboard.domain.palette import ACCENT, INK_FAINT, RANGE
from dashboard.exports.papers.look import DRAWN
from dashboard.exports.papers.svg.endings import ROOM, Margin, end_parts, margin_of
from dashboard.exports.papers.svg.letters import fitted, wide
from dashboard.exports.papers.svg.parts import (
    LINE,
    SIZE,
    SMALL,
    WIDTH,
    Drawing,
    Lettering,
    Spot,
    part,
    path,
    sign,
    stroke,
    unit_words,
    words_at,
)
from dashboard.exports.papers.svg.plane import Plane, grid, level_words, reach, tick_words
from dashboard.reports.packs.charts import ChartLine, LineChart, Shape

LEAST, HEAD, FEET = 225, 34, 12  # pixels of the plane, above and under it
DASH, DOTS = "6 4", "2 4"
FEW = 8  # figures that have room for their numbers
BREAK = "break in the series"
SHORT = 9  # letters of a number that has room


def line_chart(chart: LineChart) -> Drawing:
    """The chart with its lines in front of what they are held against."""
    margin = margin_of(chart)
    height = max(LEAST, ROOM * margin.rows * len(margin.endings))
    plane = _plane(chart, margin, height)
    named, rows = level_words(plane, chart.labels)
    quiet_first = sorted(chart.lines, key=lambda line: line.is_heavy)
    parts = (
        unit_words(chart.unit, WIDTH - 20),
        *_band(chart, plane),
        *grid(plane, is_signed=chart.is_signed),
        *_levels(chart, plane),
        *_breaks(chart, plane),
        *(_targets(chart.targets, plane) if chart.targets else ()),
        *chain.from_iterable(_line(line, chart, plane) for line in quiet_first),
        *_numbers(chart, plane),
        *named,
        *end_parts(margin, plane),
    )
    return Drawing(plane.foot + FEET + LINE * rows, parts)


def _plane(chart: LineChart, margin: Margin, height: float) -> Plane:
    low, high = reach(chart.numbers, from_zero=chart.from_zero)
    longest = max(wide(tick_words(number, is_signed=chart.is_signed), SMALL) for number in (low, high, 0.5 * high))
    left = min(longest, 70) + 14
    return Plane(left, WIDTH - margin.room, HEAD, HEAD + height, low, high, len(chart.labels))


def _band(chart: LineChart, plane: Plane) -> tuple[str, ...]:
    if chart.band is None:
        return ()
    ends = enumerate(zip(chart.band.low, chart.band.high, strict=True))
    known = [(at, low, high) for at, (low, high) in ends if low is not None and high is not None]
    if len(known) < 2:
        return ()
    under = [(plane.across(at), plane.up(low)) for at, low, _ in known]
    over = [(plane.across(at), plane.up(high)) for at, _, high in reversed(known)]
    return (part("path", d=path([*under, *over], is_closed=True), fill=RANGE, fill_opacity=0.6),)


def _levels(chart: LineChart, plane: Plane) -> tuple[str, ...]:
    """Straight lines, from side to side where they hold for every label."""
    parts = []
    for level in chart.levels:
        begin = plane.left if level.first == 0 else plane.across(level.first - 0.5)
        end = plane.right if level.last == plane.count - 1 else plane.across(level.last + 0.5)
        y = plane.up(level.number)
        parts.append(stroke((begin, y), (end, y), INK_FAINT, 1.2, DASH if level.is_dashed else ""))
    return tuple(parts)


def _breaks(chart: LineChart, plane: Plane) -> tuple[str, ...]:
    """Where the meaning changed."""
    look = Lettering(INK_FAINT, SMALL, "middle", is_over=True)
    parts = []
    for place in chart.breaks:
        if 0 < place < plane.count:
            x = plane.across(place - 0.5)
            parts.append(stroke((x, plane.top), (x, plane.foot), ACCENT, 1, DASH))
            parts.append(words_at(BREAK, (x, plane.top - 4), look))
    return tuple(parts)


def _spots(line: ChartLine, plane: Plane) -> list[list[Spot]]:
    """The spots of a line, in runs without a gap."""
    marks = enumerate(line.marks)
    runs = (list(run) for known, run in groupby(marks, key=lambda pair: pair[1].number is not None) if known)
    return [[(plane.across(at), plane.up(mark.number or 0)) for at, mark in run] for run in runs]


def _targets(line: ChartLine, plane: Plane) -> tuple[str, ...]:
    """A dash at each target, a thin line between them."""
    colour = DRAWN[line.tone]
    spots = list(chain.from_iterable(_spots(line, plane)))
    joined = part("path", d=path(spots), fill="none", stroke=colour, stroke_width=1.2, stroke_dasharray=DOTS)
    dashes = (stroke((x - 9, y), (x + 9, y), colour, 2.6) for x, y in spots)
    return (*([joined] if len(spots) > 1 else []), *dashes)


def _line(line: ChartLine, chart: LineChart, plane: Plane) -> list[str]:
    colour = DRAWN[line.tone]
    parts = []
    if line.is_joined:
        way = "".join(path(run) for run in _spots(line, plane) if len(run) > 1)
        looks = {"stroke_dasharray": DASH} if line.is_dashed else {}
        width = 2.5 if line.is_heavy else 1.7
        if way:
            look: dict[str, float | str] = {"stroke": colour, "stroke_width": width, "stroke_linejoin": "round"}
            parts.append(part("path", d=way, fill="none", **look, **looks))
    return parts + _signs(line, chart, plane)


def _signs(line: ChartLine, chart: LineChart, plane: Plane) -> list[str]:
    """The marks of a line; one that stands between two gaps is drawn on every line."""
    alone = {run[0] for run in _spots(line, plane) if len(run) == 1}
    radius = 3.6 if line.is_heavy or chart.lines[0] is line else 2.8
    parts = []
    for at, mark in enumerate(line.marks):
        if mark.number is None:
            continue
        spot = (plane.across(at), plane.up(mark.number))
        if line.is_marked or spot in alone or mark.shape is not Shape.DOT:
            said = ", ".join(filter(None, (line.name, chart.labels[at], mark.text)))
            parts.append(sign(mark.shape, spot, DRAWN[mark.tone], said, radius))
    return parts


def _numbers(chart: LineChart, plane: Plane) -> tuple[str, ...]:
    """The numbers of a line that is alone and short, and why one is missing; its end says the last."""
    if len(chart.lines) != 1 or chart.band or plane.count > FEW:
        return ()
    (line,) = chart.lines
    parts = []
    for at, mark in enumerate(line.marks):
        text = mark.text.partition(",")[0] if mark.shape is not Shape.DOT else mark.text
        if not text or len(text) > SHORT or (at == line.last and line.end):
            continue
        if mark.number is None and not any(letter.isalpha() for letter in text):
            continue  # a part of a year that is not drawn
        y = plane.foot - 7 if mark.number is None else _beside(chart, plane, at, plane.up(mark.number))
        look = Lettering(INK_FAINT if mark.number is None else DRAWN[mark.tone], SIZE - 1, "middle", is_over=True)
        parts.append(words_at(fitted(text, SIZE, 90), (plane.across(at), y), look))
    return tuple(parts)


def _beside(chart: LineChart, plane: Plane, at: int, spot: float) -> float:
    """The foot of a number: over its mark, or under it where its target lies close above."""
    target = chart.targets.marks[at].number if chart.targets else None
    above = spot - plane.up(target) if target is not None else 0.0
    return spot + 21 if 0 < above < 26 else spot - 10
