"""Knows how wide the columns of a table are, and which of them stand together where all do not fit."""

from collections.abc import Sequence

from dashboard.exports.papers.pptx.drawing import SMALLEST
from dashboard.exports.papers.pptx.fitting import width_of
from dashboard.exports.papers.pptx.shapes.cells import ACROSS, TableCell
from dashboard.exports.papers.words import printable

ROOMY = 340.0  # points that no column needs more than
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
    """Points for each column: what its longest words need, then of the rest as much as its texts ask for."""
    least = [min(NARROW, width) for width in _least(rows)]
    asked = [max(low, min(ROOMY, width)) for low, width in zip(least, _whole(rows), strict=True)]
    if sum(asked) <= total:
        share = total / sum(asked) if sum(asked) > total * 0.6 else min(1.35, total / sum(asked))
        return tuple(width * share for width in asked)
    spare, wanted = max(0.0, total - sum(least)), sum(asked) - sum(least)
    found = [low + spare * (want - low) / wanted for low, want in zip(least, asked, strict=True)]
    shrink = min(1.0, total / sum(found))
    return tuple(width * shrink for width in found)


def _least(rows: Rows) -> list[float]:
    """The longest word of each column."""
    return [
        max(max(map(_width, _words(cell)), default=0.0) for cell in column) + 2 * ACROSS for column in _columns(rows)
    ]


def _whole(rows: Rows) -> list[float]:
    """The longest text of each column."""
    return [max(_width(printable(cell.text)) for cell in column) + 2 * ACROSS for column in _columns(rows)]


def _columns(rows: Rows) -> list[tuple[TableCell, ...]]:
    return list(zip(*rows, strict=True))


def _words(cell: TableCell) -> list[str]:
    return printable(cell.text).split()


def _width(text: str) -> float:
    return width_of(text, SMALLEST, bold=True) * SLACK
