"""Knows a table of the papers as native tables: as many rows a slide as fit, the head repeated on each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dashboard.domain.palette import INK, INK_FAINT, INK_SOFT, STATUS_COLOURS, STATUS_SHAPES
from dashboard.exports.papers.pptx.drawing import SMALLEST
from dashboard.exports.papers.pptx.fitting import held, lines_of
from dashboard.exports.papers.pptx.shapes.cells import ACROSS, DOWN, LEADING, NativeTable, TableCell, cell_of
from dashboard.exports.papers.pptx.shapes.columns import groups, widths
from dashboard.exports.papers.pptx.writing import Words
from dashboard.exports.papers.words import printable
from dashboard.reports.packs.pack import PaperCell, PaperTable

MOST_LINES = 4  # of a cell
SLACK = 0.96  # of a cell's width is counted on: programs measure letters differently


@dataclass(frozen=True, slots=True)
class Sheaf:
    """A table laid out for one width: its head, its rows with their heights, and the words that were cut."""

    head: tuple[TableCell, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    widths: tuple[float, ...]
    heights: tuple[float, ...]  # of the head, then of the rows
    cut: tuple[str, ...] = ()

    def table(self, start: int, stop: int) -> NativeTable:
        """The rows from *start* to before *stop* under the head."""
        return NativeTable(
            (self.head, *self.rows[start:stop]), self.widths, (self.heights[0], *self.heights[start + 1 : stop + 1])
        )

    def stop(self, start: int, height: float) -> int:
        """Up to before which row they fit in *height* points; at least one does."""
        taken, at = self.heights[0], start
        while at < len(self.rows) and (at == start or taken + self.heights[at + 1] <= height):
            taken += self.heights[at + 1]
            at += 1
        return at


def sheaves(table: PaperTable, width: float) -> Iterator[Sheaf]:
    """The table in one part, or in several beside each other where its columns are too many for *width* points."""
    head = tuple(
        cell_of(column.heading, align=_side(column.is_number), colour=INK_SOFT, bold=True) for column in table.columns
    )
    sides = [_side(column.is_number) for column in table.columns]
    rows = tuple(tuple(map(_cell, row, sides)) for row in table.rows)
    for part in groups((head, *rows), width):
        chosen = [tuple(row[at] for at in part) for row in (head, *rows)]
        yield laid_out(chosen, width)


def laid_out(rows: Sequence[tuple[TableCell, ...]], width: float) -> Sheaf:
    """The rows, the first their head, as high as their words need; what is too long for its cell is cut."""
    across = widths(rows, width)
    cut = tuple(cell.text for row in rows for cell, wide in zip(row, across, strict=True) if _is_long(cell, wide))
    fit = tuple(tuple(map(_held, row, across)) for row in rows)
    heights = tuple(max(map(_height, row, across)) for row in fit)
    return Sheaf(fit[0], fit[1:], across, heights, cut)


def _side(is_number: bool) -> str:
    return "r" if is_number else "l"


def _cell(cell: PaperCell, align: str) -> TableCell:
    marks = f" ({', '.join(cell.markers)})" if cell.markers else ""
    if cell.status:
        colour = STATUS_COLOURS[cell.status]
        found = (Words(f"{STATUS_SHAPES[cell.status]} {cell.text}", SMALLEST, colour, True),)
    else:
        found = (Words(cell.text, SMALLEST, INK),)
    return TableCell((*found, Words(marks, SMALLEST, INK_FAINT)) if marks else found, align)


def _room(width: float) -> float:
    return (width - 2 * ACROSS) * SLACK


def _lines(cell: TableCell, width: float) -> int:
    bold = any(words.is_bold for words in cell.words)
    return len(lines_of(printable(cell.text), SMALLEST, _room(width), bold=bold))


def _is_long(cell: TableCell, width: float) -> bool:
    return _lines(cell, width) > MOST_LINES


def _held(cell: TableCell, width: float) -> TableCell:
    if not _is_long(cell, width):
        return cell
    first, *marks = cell.words
    bold = first.is_bold
    text = held(printable(first.text), SMALLEST, _room(width), MOST_LINES - bool(marks), bold=bold)
    return replace(cell, words=(replace(first, text=text), *marks))


def _height(cell: TableCell, width: float) -> float:
    return _lines(cell, width) * LEADING + 2 * DOWN
