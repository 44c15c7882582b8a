"""Knows how level bars are drawn: each under the other with its name, its mark, and both numbers at the right."""

from dashboard.domain.palette import GRID, INK, INK_FAINT, INK_SOFT, MUTED
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
    paragraph,
    part,
    read,
    stroke,
    unit_words,
    words_at,
)
from dashboard.exports.papers.svg.scale import Scale, scale_of
from dashboard.reports.packs.charts import Bar, BarChart, Tone

WIDEST = 250  # pixels of a name, which then breaks
ROW, BAR, MARK = 27, 15, 21  # pixels of a row, of its bar, of its mark
RIGHT = WIDTH - 2.0  # of the last column
NARROWEST = 84  # pixels of a column of numbers
KEY = 15  # pixels before the heading of a column, for its sign


def level_bars(chart: BarChart) -> Drawing:
    """The bars, the first on top."""
    names = [lines_of(bar.name, SIZE, WIDEST) for bar in chart.bars]
    left = max((wide(line, SIZE) for lines in names for line in lines), default=0) + 12
    rights = _columns(chart)
    top = 12 + LINE * 3
    scale = scale_of(
        [number for bar in chart.bars for number in bar.numbers], left, rights[0] - _wide_column(chart, 0) - 12
    )
    heights = [ROW + LINE * (len(lines) - 1) for lines in names]
    parts = [unit_words(chart.unit, left + 200)]
    parts += _headings(chart, rights, top - 20)
    y = float(top)
    for bar, lines, height in zip(chart.bars, names, heights, strict=True):
        parts += [stroke((0, y), (WIDTH, y), GRID), *_row(bar, scale, y + height / 2, rights)]
        parts += paragraph(lines, (0, y + height / 2), Lettering(INK))
        y += height
    parts.append(stroke((scale.place(0), top), (scale.place(0), y), MUTED))
    return Drawing(y + 8, tuple(parts))


def _texts(chart: BarChart, column: int) -> list[str]:
    return [bar.mark_text if column else bar.text for bar in chart.bars]


def _wide_column(chart: BarChart, column: int) -> float:
    longest = max((wide(text, SIZE, is_bold=not column) for text in _texts(chart, column)), default=0)
    return min(max(longest, NARROWEST + KEY), 150)


def _columns(chart: BarChart) -> tuple[float, ...]:
    """The right sides of the columns of numbers."""
    if not chart.mark_name:
        return (RIGHT,)
    return (RIGHT - _wide_column(chart, 1) - 16, RIGHT)


def _headings(chart: BarChart, rights: tuple[float, ...], foot: float) -> list[str]:
    """What each column of numbers is, after the sign that shows it."""
    parts: list[str] = []
    for at, (name, right) in enumerate(zip((chart.bar_name, chart.mark_name), rights, strict=False)):
        lines = lines_of(name, SMALL, _wide_column(chart, at) - KEY, 3)
        first = foot - LINE * (len(lines) - 1)
        look = Lettering(INK_SOFT, SMALL, "end")
        parts += [words_at(line, (right, first + 8 + LINE * row), look) for row, line in enumerate(lines)]
        x = right - wide(lines[0], SMALL) - KEY
        sign = part("rect", x=x, y=first - 2, width=10, height=10, fill=DRAWN[Tone.OWN])
        parts.append(stroke((x + 6, first - 4), (x + 6, first + 10), INK_FAINT, 2.6) if at else sign)
    return parts


def _row(bar: Bar, scale: Scale, middle: float, rights: tuple[float, ...]) -> list[str]:
    parts = []
    if bar.number is not None:
        begin, end = sorted((scale.place(0), scale.place(bar.number)))
        said = read(f"{bar.name}: {bar.text}")
        box = {"x": begin, "y": middle - BAR / 2, "width": max(end - begin, 0.5), "height": BAR}
        parts.append(part("rect", said, fill=DRAWN[bar.tone], **box))
    if bar.mark is not None:
        x = scale.place(bar.mark)
        parts.append(mark((x, middle - MARK / 2), (x, middle + MARK / 2), INK_FAINT))
    return parts + _figures(bar, middle, rights)


def _figures(bar: Bar, middle: float, rights: tuple[float, ...]) -> list[str]:
    is_known = bar.number is not None
    own = Lettering(WRITTEN[bar.tone] if is_known else INK_FAINT, SIZE, "end", is_bold=is_known)
    parts = [*paragraph((fitted(bar.text, SIZE, 150),), (rights[0], middle), own)]
    if len(rights) > 1 and bar.mark_text:
        parts += paragraph((fitted(bar.mark_text, SIZE, 150),), (rights[1], middle), Lettering(INK_SOFT, SIZE, "end"))
    return parts
