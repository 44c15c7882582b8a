"""Knows words beside a typed table that name the unit of all its money: "Budget (£'000)", "All figures in £m"."""

import re

from data.sources.containers.grids import Grid

_SCALED = re.compile(
    r"£ ?(?:(?P<thousands>['\u2019]?000s?|k|thousands?)|(?P<millions>m|mn|millions?))(?![a-z0-9])", re.IGNORECASE
)
_WHOLE = re.compile(r"\((?:£|GBP)\)|\b(?:figures|amounts|values) (?:are )?in (?:£|pounds)(?![a-z0-9])", re.IGNORECASE)


def unit_beside(grid: Grid) -> str:
    """The unit that a title, a footnote or the sheet's name gives; none where there is no such line, or two differ."""
    lines = [cells[0] for row in grid.rows if len(cells := [text for text in map(str.strip, row) if text]) == 1]
    found = {unit for line in (grid.sheet, *lines) if (unit := _unit(line))}
    return found.pop() if len(found) == 1 else ""


def _unit(line: str) -> str:
    if (scaled := _SCALED.search(line)) is not None:
        return "£000" if scaled["thousands"] else "£m"
    return "£" if _WHOLE.search(line) else ""
