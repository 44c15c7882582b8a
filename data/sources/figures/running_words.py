"""Knows words beside a typed table that say of all its figures that each holds those before it."""

from dashboard.domain.periods.combining import is_running
from data.sources.containers.grids import Grid
from data.sources.words import shown


def running_words(grid: Grid) -> str:
    """The title, footnote or sheet name that speaks of running totals; none where a heading has a column of them."""
    lines: list[str] = [grid.sheet]
    beside: list[str] = []
    for row in grid.rows:
        cells = [text for text in map(str.strip, row) if text]
        (lines if len(cells) == 1 else beside).extend(cells)
    if any(is_running(text, "") for text in beside):
        return ""
    return next((shown(text) for text in lines if is_running(text, "")), "")
