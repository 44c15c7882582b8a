"""Knows how upright bars are drawn: side by side over their names, each with its number and its mark."""

from dashboard.domain.palette import INK_FAINT, INK_SOFT, MUTED
from dashboard.exports.papers.look import DRAWN, WRITTEN
from dashboard.exports.papers.svg.letters import fitted, lines_of, wide
from dashboard.exports.papers.svg.parts import (
    LINE,
    SIZE,
    SMALL,
    WIDTH,
    Drawing,
    Lettering,
    mark,
    part,
    read,
    stroke,
    unit_words,
    words_at,
)
from dashboard.exports.papers.svg.plane import Plane, grid, reach
from dashboard.reports.packs.charts import Bar, BarChart, Tone

HEIGHT, HEAD, LEFT = 240, 46, 64
WIDEST = 64  # pixels of a bar
SHARE = 0.62  # of its slot, that a bar takes
MOST_LINES = 3  # of a name


def columns(chart: BarChart) -> Drawing:
    """The bars, the first at the left."""
    numbers = [number for bar in chart.bars for number in bar.numbers]
    low, high = reach(numbers, from_zero=True)
    plane = Plane(LEFT, WIDTH, HEAD, HEAD + HEIGHT, low, high + (high - low) * 0.06, len(chart.bars))
    slot = (WIDTH - LEFT) / max(len(chart.bars), 1)
    parts = [unit_words(chart.unit, 300)]
    parts += [*_key(chart), *grid(plane)]
    for at, bar in enumerate(chart.bars):
        parts += _column(bar, plane, LEFT + slot * (at + 0.5), slot)
    parts.append(stroke((LEFT, plane.up(0)), (WIDTH, plane.up(0)), MUTED))
    named, rows = _names(chart, plane, slot)
    return Drawing(plane.foot + 10 + LINE * rows, (*parts, *named))


def _key(chart: BarChart) -> list[str]:
    """What bars and marks are, at the right of the heading."""
    parts: list[str] = []
    right = WIDTH - 2.0
    look = Lettering(INK_SOFT, SMALL, "end")
    for name, is_mark in ((chart.mark_name, True), (chart.bar_name, False)):
        if name:
            words = fitted(name, SMALL, 190)
            x = right - wide(words, SMALL) - 20
            box = part("rect", x=x + 3, y=5, width=10, height=10, fill=DRAWN[Tone.OWN])
            parts.append(stroke((x, 10), (x + 14, 10), INK_FAINT, 2.6) if is_mark else box)
            parts.append(words_at(words, (right, 14), look))
            right = x - 18
    return parts


def _column(bar: Bar, plane: Plane, middle: float, slot: float) -> list[str]:
    width = min(slot * SHARE, WIDEST)
    parts = []
    if bar.number is not None:
        top, foot = sorted((plane.up(bar.number), plane.up(0)))
        box = {"x": middle - width / 2, "y": top, "width": width, "height": max(foot - top, 0.5)}
        parts.append(part("rect", read(f"{bar.name}: {bar.text}"), fill=DRAWN[bar.tone], **box))
    if bar.mark is not None:
        half = width / 2 + min(6, slot * 0.1)
        y = plane.up(bar.mark)
        parts.append(mark((middle - half, y), (middle + half, y), INK_FAINT))
    return parts + _number(bar, plane, middle, slot)


def _number(bar: Bar, plane: Plane, middle: float, slot: float) -> list[str]:
    """The number over what is drawn, where it has room; why there is none, at the foot."""
    size = SIZE if wide(bar.text, SIZE, is_bold=True) <= slot - 4 else SMALL - 1
    if wide(bar.text, size) > slot - 2 and bar.number is not None:
        return []
    y = plane.up(max((*bar.numbers, 0.0))) - 7
    is_known = bar.number is not None
    look = Lettering(WRITTEN[bar.tone] if is_known else INK_FAINT, size, "middle", is_bold=is_known, is_over=True)
    return [words_at(fitted(bar.text, size, slot - 2), (middle, y), look)]


def _names(chart: BarChart, plane: Plane, slot: float) -> tuple[list[str], int]:
    """Under each bar its name, or of every second or third where they are many and short; how many lines they take."""
    longest = max((wide(word, SMALL) for bar in chart.bars for word in bar.name.split()), default=0)
    step = max(1, -(-int(min(longest, 60) + 6) // max(int(slot), 1)))
    rows, parts = 1, []
    for at in range(0, len(chart.bars), step):
        lines = lines_of(chart.bars[at].name, SMALL, slot * step - 4, MOST_LINES)
        rows = max(rows, len(lines))
        x = LEFT + slot * (at + 0.5)
        look = Lettering(INK_SOFT, SMALL, "middle")
        parts += [words_at(line, (x, plane.foot + 18 + LINE * row), look) for row, line in enumerate(lines)]
    return parts, rows
