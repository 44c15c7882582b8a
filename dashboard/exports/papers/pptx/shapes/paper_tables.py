"""Knows a table of the papers as native tables: as many rows a slide as fit, the head repeated on each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.domain.palette import INK, INK_FAINT, INK_SOFT, STATUS_COLOURS, STATUS_SHAPES
from dashboard.exports.papers.pptx.fitting import held, lines_of, width_of
from dashboard.exports.papers.pptx.shapes.cells import ACROSS, PLAIN, NativeTable, TableCell, TableLook, cell_of
from dashboard.exports.papers.pptx.shapes.columns import groups, widths
from dashboard.exports.papers.pptx.writing import Words
from dashboard.exports.papers.words import printable
from dashboard.reports.packs.pack import PaperCell, PaperTable

HELD = "\u00a0"  # a space at which no line breaks
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

    look: TableLook = PLAIN

    @property
    def height(self) -> float:
        """Points of all of it."""
        return sum(self.heights)

    def table(self, start: int, stop: int) -> NativeTable:
        """The rows from *start* to before *stop* under the head."""
        heights = (self.heights[0], *self.heights[start + 1 : stop + 1])
        return NativeTable((self.head, *self.rows[start:stop]), self.widths, heights, self.look.down)

    def stop(self, start: int, height: float) -> int:
        """Up to before which row they fit in *height* points; at least one does."""
        taken, at = self.heights[0], start
        while at < len(self.rows) and (at == start or taken + self.heights[at + 1] <= height):
            taken += self.heights[at + 1]
            at += 1
        return at


def sheaves(table: PaperTable, width: float, look: TableLook) -> tuple[Sheaf, ...]:
    """The table in one part, or in several beside each other where its columns are too many for *width* points."""
    sides = ["r" if column.is_number else "l" for column in table.columns]
    head = tuple(
        cell_of(column.heading, look, align=side, colour=INK_SOFT, bold=True)
        for column, side in zip(table.columns, sides, strict=True)
    )
    rows = tuple(tuple(_cell(cell, side, look) for cell, side in zip(row, sides, strict=True)) for row in table.rows)
    parts = groups((head, *rows), width)
    return tuple(laid_out([tuple(row[at] for at in part) for row in (head, *rows)], width, look) for part in parts)


def laid_out(rows: Sequence[tuple[TableCell, ...]], width: float, look: TableLook) -> Sheaf:
    """The rows, the first their head, as high as their words need; what is too long for its cell is cut."""
    across = widths(rows, width)
    fit, heights, cut = list[tuple[TableCell, ...]](), list[float](), list[str]()
    for row in rows:
        lines = [_lines(cell, wide) for cell, wide in zip(row, across, strict=True)]
        cut += [cell.text for cell, count in zip(row, lines, strict=True) if count > MOST_LINES]
        pairs = zip(row, across, lines, strict=True)
        fit.append(tuple(_held(cell, wide) if count > MOST_LINES else cell for cell, wide, count in pairs))
        heights.append(look.height(min(MOST_LINES, max(lines))))
    return Sheaf(fit[0], tuple(fit[1:]), across, tuple(heights), tuple(cut), look)


def _cell(cell: PaperCell, align: str, look: TableLook) -> TableCell:
    marks = f"{HELD}({f',{HELD}'.join(cell.markers)})" if cell.markers else ""
    if cell.status:
        colour = STATUS_COLOURS[cell.status]
        found = (Words(f"{STATUS_SHAPES[cell.status]} {cell.text}", look.size, colour, True),)
    else:
        found = (Words(cell.text, look.size, INK),)
    return TableCell((*found, Words(marks, look.size, INK_FAINT)) if marks else found, align)


def _room(width: float) -> float:
    return (width - 2 * ACROSS) * SLACK


def _lines(cell: TableCell, width: float) -> int:
    text = printable(cell.text)
    if width_of(text, cell.size, bold=True) <= _room(width):
        return 1
    return len(lines_of(text, cell.size, _room(width), bold=cell.is_bold))


def _held(cell: TableCell, width: float) -> TableCell:
    """The cell with its first words cut to fit."""
    first, *marks = cell.words
    most = MOST_LINES - bool(marks)
    text = held(printable(first.text), cell.size, _room(width), most, bold=cell.is_bold)
    return replace(cell, words=(replace(first, text=text), *marks))
