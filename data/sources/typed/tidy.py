"""Knows tidy indicator tables: a row an indicator, area and period, with its actual and its target."""

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.domain.errors import RefusedFile
from dashboard.domain.periods.doubts import doubt
from data.parcels import FigureTable
from data.sources.containers.grids import Grid
from data.sources.figures.heading_units import NUMBER
from data.sources.figures.parcels import ACTUAL, NAMED, TARGET, Figures, naming_rule
from data.sources.figures.people import columns_of_people, named_by_people, with_people
from data.sources.figures.period_context import HOW_TO_SAY, context_of, title_lines
from data.sources.typed.column_roles import columns_of, heading_row, role
from data.sources.typed.heading_words import dating, unit_over, unnoted, words_of
from data.sources.typed.row_periods import DATED, UNREADABLE, RowPeriods, dated_columns
from data.sources.words import shown

WHATS = (ACTUAL, TARGET)
MOST_SEEN = 8  # headings that a refusal quotes


@dataclass(frozen=True, slots=True)
class _TidyTable:
    """The columns of a tidy table, and the periods of its rows."""

    found: Figures
    columns: dict[str, int]
    periods: RowPeriods
    people: tuple[int, ...]
    heading: int


def _is_heading(roles: set[str]) -> bool:
    """It names an indicator, a period, and an actual or a target."""
    dated = roles & set(DATED)
    is_day = dated == {"date"} and ACTUAL not in roles  # a day beside targets may be of anything
    return "indicator" in roles and bool(dated) and not is_day and not roles.isdisjoint(WHATS)


def recognises(grid: Grid) -> bool:
    start = heading_row(grid, _is_heading)
    return start is not None and not _has_parts_across(grid, start)


def _has_parts_across(grid: Grid, row: int) -> bool:
    """Whether months or quarters stand across, of the year that each row names."""
    return sum(words_of(text).part is not None for text in grid.rows[row]) > 1


def read(grid: Grid) -> Iterator[FigureTable]:
    """Yield the table's figures; raises RefusedFile where two columns say the same, or there is no figure."""
    start = heading_row(grid, _is_heading)
    if start is None:
        raise RefusedFile(f"{grid.file} has no heading with an indicator, a period and an actual or a target.")
    columns, found = columns_of(grid, start), Figures(grid)
    periods = RowPeriods(grid, dated_columns(columns), context_of(grid, title_lines(grid, 0, start)))
    rows = list(found.rows(start + 1, len(grid.rows), len(grid.rows[start])))
    periods.look_over(rows, start)
    people = columns_of_people(dict(enumerate(grid.rows[start])))
    table = _TidyTable(found, columns, periods, people, start)
    grid.remarks += named_by_people(grid, people, start)
    for row in rows:
        _take(table, row)
    found.end_table()
    found.leave_above(start)
    if periods.used:
        grid.remarks.append(periods.context.said)
    yield found.parcel("tidy")


def lacks(grid: Grid) -> str:
    """What a table with a column of indicators lacks to be read, as the end of a sentence; nothing of another file."""
    row = heading_row(grid, lambda roles: "indicator" in roles and not roles.isdisjoint(DATED))
    if row is not None:
        mend = "head their columns “Actual” and “Target”"
        return f"names indicators and periods but no figures: {mend}{_seen(grid, row)}"
    if why := _doubt(grid):
        return why
    row = heading_row(grid, lambda roles: "indicator" in roles and len(roles) > 1)
    if row is None:
        row = heading_row(grid, lambda roles: "indicator" in roles)
        row = row if row is not None and sum(map(bool, map(str.strip, grid.rows[row]))) > 1 else None
    if row is None:
        return _unnamed(grid)
    mend = f"add a column “Period”, head a column with each year (2010/11), or {HOW_TO_SAY}"
    return f"names indicators but no period: {mend}{_seen(grid, row)}"


def _unnamed(grid: Grid) -> str:
    """What a table of years down and months or quarters across lacks; nothing of another file."""
    row = heading_row(grid, lambda roles: not roles.isdisjoint(("year", "period")))
    if row is None or not _has_parts_across(grid, row):
        return ""
    return "names years, and months or quarters, but not what is counted: add a column “Indicator” with it in each row"


def _doubt(grid: Grid) -> str:
    """Which heading beside the indicators names two periods, and what to write instead."""
    row = heading_row(grid, lambda roles: "indicator" in roles)
    cells = enumerate(grid.rows[row]) if row is not None else ()
    found = next(((at, text, why) for at, text in cells if (why := doubt(dating(text)))), None)
    return f"names no sure period: “{shown(found[1])}” in {grid.place(row or 0, found[0])} {found[2]}" if found else ""


def _seen(grid: Grid, row: int) -> str:
    """The headings that name no period, with the reason where there is one, so that a reader sees what is meant."""
    others = [shown(" ".join(text.split()), 40) for text in grid.rows[row] if text.strip() and not role(text)]
    why = {text: words_of(text).apart for text in others}
    told = [f"“{text}”: {why[text]}" if why[text] else f"“{text}”" for text in others[:MOST_SEEN]]
    more = " …" if len(others) > MOST_SEEN else ""
    return f" (seen: {'; '.join(told)}{more})" if told else ""


def _take(table: _TidyTable, row: int) -> None:
    found, columns = table.found, table.columns
    grid = found.grid
    said = grid.said(row, columns)
    named = [column for name, column in columns.items() if name not in WHATS]
    period = table.periods.of(row)
    if row in table.periods.carried:
        named = [column for column in named if column != columns["year"]]  # merged over its quarters
    rule = grid.fault(row, named) or naming_rule(said) or ("" if period else UNREADABLE)
    if rule or period is None:
        found.reject(row, rule)
        return
    name, marks = unnoted(said["indicator"])
    said |= {"unit": said.get("unit") or unit} if (unit := _unit(table)) else {}
    name = with_people(grid, row, table.people, name)
    found.declare(name, row, columns, **(said if not table.people else said | {"code": ""}))
    keys = {key: said.get(key, "") for key in (*NAMED, "covers_to")} | {"indicator": name, "period": period.slug}
    note = "|".join(filter(None, [*marks, *table.periods.marks(row), said.get("note", "")]))
    found.placeless += "area" in columns and not (keys["area"] or keys["area_code"])
    for what in WHATS:
        if what in columns:
            marker = said.get("marker", "") if what == ACTUAL else ""
            text = grid.at(row, columns[what])
            found.add(row, columns[what], note, what=what, text=text, marker=marker, **keys)


def _unit(table: _TidyTable) -> str:
    """The unit that the heading of the actuals or the targets names."""
    headings = [table.found.grid.at(table.heading, table.columns[what]) for what in WHATS if what in table.columns]
    return next((unit for text in headings if (unit := unit_over(text)) not in ("", NUMBER)), "")
