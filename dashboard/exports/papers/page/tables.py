"""Knows how tables look on the page: a caption, headings that sort, numbers to the right, how many rows are left."""

from markupsafe import Markup

from dashboard.exports.papers.page.elements import element, joined
from dashboard.exports.papers.page.marks import status_mark
from dashboard.reports.packs.pack import PaperCell, PaperColumn, PaperTable

LONGEST_NUMBER = 20  # letters; what is longer is a sentence
SORTED_FROM = 3  # rows; fewer are seen at once


def paper_table(table: PaperTable) -> Markup:
    """The whole table, with what is not in it."""
    rest = f"The first {len(table.rows):,} of {table.of:,} rows; the workbook holds all." if table.rest > 0 else None
    return joined(bare_table(table), element("p", rest, class_="rest") if rest else None)


def bare_table(table: PaperTable) -> Markup:
    headings = [element("th", column.heading, scope="col", class_=_side(column)) for column in table.columns]
    rows = [element("tr", *_cells(table, row)) for row in table.rows]
    whole = element(
        "table",
        element("caption", table.title),
        element("thead", element("tr", *headings)),
        element("tbody", *rows),
        class_="sorts" if len(rows) >= SORTED_FROM else None,
    )
    return element("div", whole, class_="scroll", role="group", aria_label=table.title, tabindex="0")


def _side(column: PaperColumn) -> str | None:
    return "n" if column.is_number else None


def _cells(table: PaperTable, row: tuple[PaperCell, ...]) -> list[Markup]:
    first, *others = row
    rest = zip(table.columns[1:], others, strict=True)
    return [
        element("th", *_said(first), scope="row"),
        *(element("td", *_said(cell), class_=_look(column, cell), data_n=_sorted_by(cell)) for column, cell in rest),
    ]


def _look(column: PaperColumn, cell: PaperCell) -> str | None:
    """Numbers stand to the right on one line; a sentence among them reads from the left."""
    return _side(column) if len(cell.text) <= LONGEST_NUMBER else None


def _said(cell: PaperCell) -> list[Markup | str]:
    words: Markup | str = status_mark(cell.status, cell.text) if cell.status else cell.text
    return [words, *(element("span", f" {marker}", class_="marker") for marker in cell.markers)]


def _sorted_by(cell: PaperCell) -> str | None:
    return None if cell.number is None else f"{cell.number:f}"
