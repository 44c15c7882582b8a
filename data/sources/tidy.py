"""Knows tidy indicator tables: a row an indicator, area and period, with its actual and its target."""

from collections.abc import Iterator
from typing import Any

from dashboard.domain.errors import RefusedFile, UnreadablePeriod
from dashboard.domain.periods import read_period
from data.sources.column_roles import columns_of, heading_row
from data.sources.figure_parcels import ACTUAL, NAMED, TARGET, Figures, naming_rule
from data.sources.grids import Grid

WHATS = (ACTUAL, TARGET)


def _is_heading(roles: set[str]) -> bool:
    """It names an indicator, a period, and an actual or a target."""
    return {"indicator", "period"} <= roles and not roles.isdisjoint(WHATS)


def recognises(grid: Grid) -> bool:
    return heading_row(grid, _is_heading) is not None


def read(grid: Grid) -> Iterator[dict[str, Any]]:
    """Yield the table's figures; raises RefusedFile where two columns say the same, or there is no figure."""
    start = heading_row(grid, _is_heading)
    if start is None:
        raise RefusedFile(f"{grid.file} has no heading with an indicator, a period and an actual or a target.")
    columns, found = columns_of(grid, start), Figures(grid)
    for row in found.rows(start + 1, len(grid.rows), len(grid.rows[start])):
        _take(found, row, columns)
    found.end_table()
    found.leave_above(start)
    yield found.parcel("tidy")


def lacks(grid: Grid) -> str:
    """What a table with a column of indicators lacks to be read, as the end of a sentence; nothing of another file."""
    if heading_row(grid, lambda roles: {"indicator", "period"} <= roles) is not None:
        return "names indicators and periods but no figures: head their columns “Actual” and “Target”"
    if heading_row(grid, lambda roles: "indicator" in roles and len(roles) > 1) is not None:
        return "names indicators but no period: add a column “Period”, or head a column with each year (2010/11)"
    return ""


def _take(found: Figures, row: int, columns: dict[str, int]) -> None:
    grid = found.grid
    said = grid.said(row, columns)
    named = (column for name, column in columns.items() if name not in WHATS)
    rule = grid.fault(row, named) or naming_rule(said) or _period_rule(said)
    if rule:
        found.reject(row, rule)
        return
    found.declare(said["indicator"], **said)
    keys = {name: said.get(name, "") for name in (*NAMED, "note", "covers_to")}
    keys["period"] = read_period(said["period"]).slug
    found.placeless += "area" in columns and not (keys["area"] or keys["area_code"])
    for what in WHATS:
        if what in columns:
            marker = said.get("marker", "") if what == ACTUAL else ""
            text = grid.at(row, columns[what])
            found.add(row, columns[what], what=what, text=text, marker=marker, **keys)


def _period_rule(said: dict[str, str]) -> str:
    try:
        read_period(said["period"])
    except UnreadablePeriod:
        return "period-unreadable"
    return ""
