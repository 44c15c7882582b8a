"""Knows how ranked rates are drawn: each with its 95% interval, beside what all of them together have."""

from collections.abc import Sequence

from dashboard.domain.charting.ticks import round_numbers
from dashboard.domain.palette import GRID, INK, INK_FAINT, INK_SOFT, MUTED
from dashboard.exports.papers.look import DRAWN
from dashboard.exports.papers.svg.letters import fitted, lines_of, wide
from dashboard.exports.papers.svg.parts import (
    LINE,
    SIZE,
    SMALL,
    WIDTH,
    Drawing,
    Lettering,
    paragraph,
    part,
    sign,
    stroke,
    unit_words,
    words_at,
)
from dashboard.exports.papers.svg.plane import tick_words
from dashboard.exports.papers.svg.scale import Scale, scale_of
from dashboard.reports.packs.charts import Interval, IntervalChart

ROW, TOP = 26, 46
NAMES, TEXTS = 210, 220  # pixels of names and of texts at most
OWN = "#eef3f8"  # behind the row that the papers are about


def intervals(chart: IntervalChart) -> Drawing:
    """The rows, the first on top."""
    names = [fitted(row.name, SIZE, NAMES) for row in chart.rows]
    texts = [lines_of(row.text, SMALL, TEXTS) for row in chart.rows]
    left = max((wide(name, SIZE, is_bold=True) for name in names), default=0) + 20
    right = WIDTH - max((wide(line, SMALL) for lines in texts for line in lines), default=0) - 16
    scale = scale_of([row.high for row in chart.rows] + [chart.benchmark], left, right)
    room = ROW + (LINE - 6 if any(len(lines) > 1 for lines in texts) else 0)
    foot = TOP + room * len(chart.rows) + 4
    parts = [unit_words(chart.unit, left + 60)]
    parts += [*_own(chart, room), *_axis(scale, foot), *_benchmark(chart, scale, foot)]
    for at, (row, name, lines) in enumerate(zip(chart.rows, names, texts, strict=True)):
        middle = TOP + room * (at + 0.5)
        parts += _row(row, scale, middle)
        parts += paragraph((name,), (6, middle), Lettering(INK, SIZE, is_bold=row.is_own))
        parts += paragraph(lines, (WIDTH - 6, middle), Lettering(INK_SOFT, SMALL, "end"))
    return Drawing(foot + 28, tuple(parts))


def _own(chart: IntervalChart, room: float) -> list[str]:
    own = (at for at, row in enumerate(chart.rows) if row.is_own)
    return [part("rect", x=0, y=TOP + room * at, width=WIDTH, height=room, fill=OWN) for at in own]


def _axis(scale: Scale, foot: float) -> list[str]:
    parts = [stroke((scale.left, foot), (scale.right, foot), MUTED)]
    look = Lettering(INK_FAINT, SMALL, "middle")
    for number in _ticks(scale):
        x = scale.place(number)
        parts += [stroke((x, TOP), (x, foot), GRID), words_at(tick_words(number), (x, foot + 19), look)]
    return parts


def _ticks(scale: Scale) -> Sequence[float]:
    """Round numbers whose words stand apart."""
    numbers = round_numbers(scale.low, scale.high)
    longest = max(wide(tick_words(number), SMALL) for number in numbers) + 14
    return numbers[:: 2 if len(numbers) * longest > scale.right - scale.left else 1]


def _benchmark(chart: IntervalChart, scale: Scale, foot: float) -> list[str]:
    x = scale.place(chart.benchmark)
    words = fitted(chart.benchmark_text, SMALL, 300)
    half = wide(words, SMALL) / 2
    at = min(max(x, half), WIDTH - half)
    line = stroke((x, TOP - 8), (x, foot), INK_SOFT, 1.5, "6 4")
    return [line, words_at(words, (at, TOP - 14), Lettering(INK_SOFT, SMALL, "middle"))]


def _row(row: Interval, scale: Scale, middle: float) -> list[str]:
    colour = DRAWN[row.tone]
    low, high = scale.place(row.low), scale.place(row.high)
    ends = (stroke((x, middle - 4), (x, middle + 4), colour, 2) for x in (low, high))
    spot = (scale.place(row.number), middle)
    bar = stroke((low, middle), (high, middle), colour, 2)
    return [bar, *ends, sign(row.shape, spot, colour, f"{row.name}: {row.text}", 4.4)]
