"""Knows how wide the columns of a table are, and which of them stand together where all do not fit."""

from collections.abc import Sequence

from dashboard.exports.papers.pptx.fitting import width_of, words_in
from dashboard.exports.papers.pptx.shapes.cells import ACROSS, TableCell
from dashboard.exports.papers.words import printable

ROOMY = 640.0  # points that no column needs more than
NARROW = 200.0  # points that no column can ask for as its least
SLACK = 1.06  # programs measure letters differently
Rows = Sequence[Sequence[TableCell]]


def groups(rows: Rows, total: float) -> list[list[int]]:
    """The columns of each part, the first again in each, so that the least of all fit in *total* points."""
    least = [min(NARROW, width) for width in _least(rows)]
    parts, part = list[list[int]](), [0]
    for at in range(1, len(least)):
        if len(part) > 1 and sum(least[place] for place in [*part, at]) > total:
            parts.append(part)
            part = [0]
        part.append(at)
    return [*parts, part]


def widths(rows: Rows, total: float) -> tuple[float, ...]:
    """Points for each column: the narrow ones what their texts need, the others what is left by what they ask for."""
    least = [min(NARROW, width) for width in _least(rows)]
    asked = [max(low, min(ROOMY, width)) for low, width in zip(least, _whole(rows), strict=True)]
    if sum(asked) <= total:
        share = total / sum(asked) if sum(asked) > total * 0.6 else min(1.35, total / sum(asked))
        return tuple(width * share for width in asked)
    found = _shared(least, asked, total)
    shrink = min(1.0, total / sum(found))
    return tuple(width * shrink for width in found)


def _shared(least: Sequence[float], asked: Sequence[float], total: float) -> list[float]:
    """What each gets of *total*, which is less than all of them ask for."""
    found, left = list(least), total
    order = sorted(range(len(asked)), key=lambda at: asked[at])
    while order and asked[order[0]] <= left / len(order):
        found[order[0]] = asked[order[0]]
        left -= asked[order.pop(0)]
    spare, wanted = max(0.0, left - sum(least[at] for at in order)), sum(asked[at] - least[at] for at in order)
    for at in order:
        found[at] = least[at] + (spare * (asked[at] - least[at]) / wanted if wanted else 0.0)
    return found


def _least(rows: Rows) -> list[float]:
    """The longest word of each column."""
    return [
        max(max((_width(word, cell) for word in _words(cell)), default=0.0) for cell in column) + 2 * ACROSS
        for column in _columns(rows)
    ]


def _whole(rows: Rows) -> list[float]:
    """The longest text of each column."""
    return [max(_width(printable(cell.text), cell) for cell in column) + 2 * ACROSS for column in _columns(rows)]


def _columns(rows: Rows) -> list[tuple[TableCell, ...]]:
    return list(zip(*rows, strict=True))


def _words(cell: TableCell) -> list[str]:
    return words_in(printable(cell.text))


def _width(text: str, cell: TableCell) -> float:
    return width_of(text, cell.size, bold=cell.is_bold) * SLACK
