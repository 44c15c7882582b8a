"""Knows one cell of a native table, and the table around them."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.domain.palette import INK, LINE
from dashboard.exports.papers.pptx.boxes import EMU, Box
from dashboard.exports.papers.pptx.drawing import SMALLEST, SPACES, fill, line, named
from dashboard.exports.papers.pptx.fitting import LEADING
from dashboard.exports.papers.pptx.writing import Line, Words, line_xml

ACROSS = 8.0  # points free inside a cell, at its left and right
TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
#: "No style, no grid": every line is drawn by us.
STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


@dataclass(frozen=True, slots=True)
class TableLook:
    """How large the letters of a table are, and how much is free over and under them, in points."""

    size: float = SMALLEST
    down: float = 5.0

    def height(self, lines: int) -> float:
        """Points of a row of so many lines."""
        return lines * self.size * LEADING + 2 * self.down


PLAIN, TIGHT = TableLook(), TableLook(down=3.0)
LARGE = (TableLook(18.0, 8.0), TableLook(16.0, 6.5))


@dataclass(frozen=True, slots=True)
class TableCell:
    """Words with their look, how they stand, and the colour behind them."""

    words: tuple[Words, ...]
    align: str = "l"
    behind: str = "#ffffff"

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(words.text for words in self.words)

    @property
    def size(self) -> float:
        """How large its letters are."""
        return self.words[0].size

    @property
    def is_bold(self) -> bool:
        """Whether its first words are bold."""
        return self.words[0].is_bold


def cell_of(text: str, look: TableLook, *, align: str = "l", colour: str = INK, bold: bool = False) -> TableCell:
    """A cell of one look on white."""
    return TableCell((Words(text, look.size, colour, bold),), align)


def cell_xml(cell: TableCell, edge: str, down: float) -> str:
    """The cell with the line under it."""
    inside = line_xml(Line(cell.words, align=cell.align))
    sides = {"marL": ACROSS, "marR": ACROSS, "marT": down, "marB": down}
    around = " ".join(f'{side}="{round(points * EMU)}"' for side, points in sides.items())
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{inside}</a:txBody>"
        f'<a:tcPr {around} anchor="ctr">{edge}{fill(cell.behind)}</a:tcPr></a:tc>'
    )


def edge_xml(colour: str, width: float) -> str:
    """No line but one below."""
    none = "".join(f'<a:{side} w="0"><a:noFill/></a:{side}>' for side in ("lnL", "lnR", "lnT"))
    return f"{none}{line(colour, width).replace('a:ln ', 'a:lnB ').replace('/a:ln>', '/a:lnB>')}"


UNDER_HEAD, UNDER_ROW = edge_xml(INK, 1.5), edge_xml(LINE, 0.75)


@dataclass(frozen=True, slots=True)
class NativeTable:
    """Rows of as many cells as there are *widths*, the first row its head; widths and heights in points."""

    rows: tuple[tuple[TableCell, ...], ...]
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    down: float = PLAIN.down

    @property
    def height(self) -> float:
        """Points that it takes."""
        return sum(self.heights)


def table_xml(table: NativeTable, box: Box, name: tuple[int, str, str], spot: str = "") -> str:
    """The table as a shape; *name* is its number, name and description, *spot* the placeholder that it fills."""
    number, words, alt = name
    columns = "".join(f'<a:gridCol w="{round(width * EMU)}"/>' for width in table.widths)
    rows = "".join(
        f'<a:tr h="{round(height * EMU)}">{_cells(row, table.down, is_head=at == 0)}</a:tr>'
        for at, (row, height) in enumerate(zip(table.rows, table.heights, strict=True))
    )
    left, top, width, height = box.place[0], box.place[1], round(sum(table.widths) * EMU), round(table.height * EMU)
    return (
        f"<p:graphicFrame {SPACES}><p:nvGraphicFramePr>{named(number, words, alt)}"
        f'<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr>{spot}</p:nvPr>'
        f'</p:nvGraphicFramePr><p:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></p:xfrm>'
        f'<a:graphic><a:graphicData uri="{TABLE}"><a:tbl><a:tblPr firstRow="1" firstCol="1"><a:tableStyleId>{STYLE}'
        f"</a:tableStyleId></a:tblPr><a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _cells(row: Sequence[TableCell], down: float, *, is_head: bool) -> str:
    edge = UNDER_HEAD if is_head else UNDER_ROW
    return "".join(cell_xml(cell, edge, down) for cell in row)
