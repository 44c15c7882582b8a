"""Knows what stands beside a table's headings: numbers under a blank one, and rows with a field too many."""

from collections.abc import Iterable, Sequence

from dashboard.domain.errors import UnreadableValue
from dashboard.domain.values.printed import ValueType, read_value
from data.sources.containers.grids import Grid, letters
from data.sources.rejections import Rejections
from data.sources.words import shown

LONG = "row-fields"


def unheaded(grid: Grid, headings: Sequence[int], rows: Iterable[int]) -> list[str]:
    """A sentence for each column with numbers in *rows* and no word in the rows of the *headings*.

    A first column that counts the rows is what R and others put before a table, gaps where rows were left out.
    """
    width = len(grid.rows[headings[0]])
    below = [row for row in rows if grid.sheet or len(grid.rows[row]) <= width]  # a longer one is rejected as a whole
    widest = max((len(grid.rows[row]) for row in below), default=0)
    found = []
    for column in range(widest):
        if not any(grid.at(above, column) for above in headings):
            cells = [(row, text) for row in below if (text := grid.at(row, column)) and _is_number(text)]
            found += [_said(grid, column, cells)] if cells and not _counts_rows(column, cells) else []
    return found


def _said(grid: Grid, column: int, cells: Sequence[tuple[int, str]]) -> str:
    row, text = cells[0]
    called = f"column {letters(column)}" if grid.sheet else f"field {column + 1}"
    numbers = f"{len(cells):,} numbers" if len(cells) > 1 else "one number"
    return (
        f"Left out, because their heading is blank: {numbers} in {called} (the first is {shown(text, 20)}, "
        f"{grid.place(row, column)}). Give the column a heading if they count."
    )


def _is_number(text: str) -> bool:
    try:
        return read_value(text, ValueType.PERCENTAGE).number is not None
    except UnreadableValue:
        return False


def _counts_rows(column: int, cells: Sequence[tuple[int, str]]) -> bool:
    """Whether these are the whole numbers of a first column, and never go back."""
    numbers = [int(text) for _, text in cells if text.isdecimal()]
    return column == 0 and len(numbers) == len(cells) and numbers == sorted(numbers)


def every_row_is_longer(grid: Grid, above: int, rejections: Rejections) -> str:
    """Why a file is refused of which every row was rejected for having more fields than its heading, or nothing."""
    longer = [row for row in grid.filled(above + 1) if len(grid.rows[row]) > len(grid.rows[above])]
    if not longer or set(rejections.counts) != {LONG}:
        return ""
    row = longer[0]
    return (
        f"{grid.file}: every row has more fields than the heading (line {grid.lines[row]} has {len(grid.rows[row])}, "
        f"the heading {len(grid.rows[above])}), so that nobody can tell which belongs where: give each column a "
        "heading, and put numbers with commas into quotation marks (“1,128”)."
    )
