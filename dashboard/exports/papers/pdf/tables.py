"""Knows what the print says of a table: its columns with their widths, each cell with its marks and its status."""

from dashboard.domain.palette import STATUS_COLOURS, STATUS_SHAPES
from dashboard.exports.papers.pdf.glyphs import shown
from dashboard.exports.papers.pdf.widths import INSET, SIZE, UPRIGHT, breaking, widths_of
from dashboard.exports.papers.words import cut
from dashboard.reports.packs.pack import PaperCell, PaperTable

TITLE = 170  # letters
FEW, SHORT = 14, 1200  # rows and letters of a table that stays on one page
NUMBER = 20  # letters of a number with what stands beside it; more are words


def table_said(table: PaperTable, most: int) -> dict[str, object]:
    """*table* with cells of at most so many letters."""
    headings = [cut(shown(column.heading), most) for column in table.columns]
    texts = [[cut(shown(cell.text), most) for cell in row] for row in table.rows]
    pairs = zip(table.rows, texts, strict=True)
    wholes = [[_whole(cell, text) for cell, text in zip(row, words, strict=True)] for row, words in pairs]
    columns = [[heading, *(row[at] for row in wholes)] for at, heading in enumerate(headings)]
    widths = widths_of(columns, [column.is_number for column in table.columns])
    rooms = [width - INSET for width in widths.columns]
    rows = [
        [_cell(cell, text, room) for cell, text, room in zip(row, words, rooms, strict=True)]
        for row, words in zip(table.rows, texts, strict=True)
    ]
    return {
        "title": breaking(cut(shown(table.title), TITLE), 10, UPRIGHT),
        "is_sideways": widths.is_sideways,
        "widths": widths.columns,
        "headings": [breaking(heading, SIZE, room) for heading, room in zip(headings, rooms, strict=True)],
        "numbers": [column.is_number for column in table.columns],
        "rows": rows,
        "rest": _rest(table),
        "is_whole": len(rows) <= FEW and sum(len(text) for row in texts for text in row) <= SHORT,
    }


def _whole(cell: PaperCell, text: str) -> str:
    """All that takes room in a cell; a sign stands with its first word."""
    return " ".join(filter(None, (f"▲_{text}" if cell.status else text, shown(" ".join(cell.markers)))))


def _cell(cell: PaperCell, text: str, room: float) -> dict[str, str | bool]:
    shape = STATUS_SHAPES[cell.status] if cell.status else ""
    colour = STATUS_COLOURS[cell.status] if cell.status else ""
    words = breaking(text, SIZE, room)
    is_left = len(text) > NUMBER
    return {"text": words, "is_left": is_left, "marks": shown(" ".join(cell.markers)), "shape": shape, "colour": colour}


def _rest(table: PaperTable) -> str:
    """What is said of rows that are not printed."""
    if not table.rest:
        return ""
    return f"The first {len(table.rows):,} of {table.of:,} rows; the workbook and the data hold all of them."
