"""Knows how a heat table is drawn: a square for each figure, the darker the more it is."""

from dashboard.domain.palette import INK, INK_FAINT, INK_SOFT
from dashboard.exports.papers.look import signed, square
from dashboard.exports.papers.svg.letters import fitted, lines_of, wide
from dashboard.exports.papers.svg.parts import LINE, SIZE, SMALL, WIDTH, Drawing, Lettering, part, read, words_at
from dashboard.reports.packs.charts import HeatCell, HeatTable

ROW, NAMES, WIDEST, KEY = 30, 230, 130, 26  # pixels of a row, of names, of a square, of the key
FAINT = Lettering(INK_FAINT, SMALL)


def heat_table(chart: HeatTable) -> Drawing:
    """The squares by row and column."""
    names = [fitted(name, SIZE, NAMES) for name, _ in chart.rows]
    left = max((wide(name, SIZE) for name in (*names, fitted(chart.corner, SMALL, NAMES))), default=0) + 14
    width = min((WIDTH - left) / max(len(chart.columns), 1), WIDEST)
    headings = [lines_of(heading, SMALL, width - 6, 3) for heading in chart.columns]
    top = 8 + LINE * max((len(lines) for lines in headings), default=1)
    parts = [words_at(fitted(chart.corner, SMALL, NAMES), (0, top - 8), FAINT)]
    for at, lines in enumerate(headings):
        x, first = left + width * (at + 0.5), top - 8 - LINE * (len(lines) - 1)
        look = Lettering(INK_SOFT, SMALL, "middle")
        parts += [words_at(line, (x, first + LINE * row), look) for row, line in enumerate(lines)]
    for row, (name, (_, cells)) in enumerate(zip(names, chart.rows, strict=True)):
        y = top + ROW * row
        parts.append(words_at(name, (0, y + ROW / 2 + 5), Lettering(INK)))
        for at, cell in enumerate(cells):
            parts += _square(cell, (left + width * at, y), width, f"{name}, {chart.columns[at]}")
    foot = top + ROW * len(names) + 4
    parts += _key(chart, foot)
    return Drawing(foot + (KEY if chart.key else 0), tuple(parts))


def _key(chart: HeatTable, top: float) -> list[str]:
    """What its colours say."""
    parts: list[str] = []
    x = 0.0
    for words, tone in chart.key:
        said = fitted(signed(words, 0.6, tone), SMALL, 200)
        parts.append(part("rect", x=x, y=top + 6, width=22, height=14, fill=square(0.6, tone)[0]))
        parts.append(words_at(said, (x + 28, top + 18), Lettering(INK_SOFT, SMALL)))
        x += 28 + wide(said, SMALL) + 20
    return parts


def _square(cell: HeatCell, corner: tuple[float, float], width: float, named: str) -> list[str]:
    x, y = corner
    fill, ink = square(cell.share, cell.tone)
    text = signed(cell.text, cell.share, cell.tone)
    size = SIZE if wide(text, SIZE) <= width - 8 else SMALL - 2
    look = Lettering(ink, size, "middle")
    said = read(f"{named}: {cell.text}")
    box = part("rect", said, x=x, y=y, width=width - 2, height=ROW - 2, fill=fill)
    return [box, words_at(fitted(text, size, width - 4), (x + width / 2 - 1, y + ROW / 2 + 4), look)]
