"""Knows performance tables turned round: periods or areas down, measures across."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from dashboard.domain.errors import RefusedFile
from dashboard.domain.periods.period import Period
from data.parcels import FigureTable
from data.sources.containers.grids import Grid
from data.sources.figures.dependent_names import under_title
from data.sources.figures.parcels import ACTUAL, NAMED, Figures, naming_rule
from data.sources.figures.period_context import HOW_TO_SAY, Context, context_of, title_lines
from data.sources.figures.totals import count_of, is_benchmark, is_summed, is_total
from data.sources.typed.column_roles import HIGHEST, coded
from data.sources.typed.heading_words import Apart, told, words_of
from data.sources.typed.measure_columns import MOST_SHOWN, MeasureColumn, MeasureTable, table_at
from data.sources.typed.places_across import refuse_places
from data.sources.typed.row_periods import UNREADABLE, RowPeriods, dated_columns
from data.sources.words import shown


@dataclass(slots=True)
class _Reading:
    """A turned table while its rows are taken."""

    found: Figures
    table: MeasureTable
    periods: RowPeriods
    context: Context
    used: bool = False


def recognises(grid: Grid) -> bool:
    return _table(grid) is not None


def read(grid: Grid) -> Iterator[FigureTable]:
    """Yield every figure of the table; raises RefusedFile where its period or what its columns are is not said."""
    table = _table(grid)
    if table is None:
        raise RefusedFile(f"{grid.file} has no heading with a period or an area, and measures.")
    titles = title_lines(grid, 0, table.row)
    names = under_title([item.name for item in table.measures], titles)
    pairs = zip(table.measures, names, strict=True)
    table = replace(table, measures=tuple(replace(item, name=name) for item, name in pairs))
    refuse_places(grid, table, titles)
    context, found = context_of(grid, titles), Figures(grid)
    periods = RowPeriods(grid, dated_columns(table.labels), context)
    rows = list(found.rows(table.under, len(grid.rows), len(grid.rows[table.row])))
    reading = _Reading(found, table, periods, context)
    if periods.at:
        periods.look_over((row for row in rows if not _is_total(reading, row)), table.row)
    elif (context.period is None or context.to_date) and any(item.period is None for item in table.measures):
        raise RefusedFile(_undated(grid, table, context))
    for row in rows:
        _take(reading, row)
    found.end_table()
    found.leave_above(table.row)
    grid.remarks += _told(reading, rows)
    yield found.parcel("wide")


def _table(grid: Grid) -> MeasureTable | None:
    rows = range(min(HIGHEST, len(grid.rows)))
    return next((table for row in rows if (table := table_at(grid, row))), None)


def _undated(grid: Grid, table: MeasureTable, context: Context) -> str:
    names = ", ".join(f"“{shown(item.name)}”" for item in table.measures[:MOST_SHOWN])
    seen = f"; {context.seen}" if context.seen else ""
    return (
        f"{grid.file} names areas and measures but no period{seen}: of which year are {names}? Name it in a line "
        f"above the table (2023/24), add a column “Period”, or {HOW_TO_SAY}."
    )


def _is_total(reading: _Reading, row: int) -> bool:
    """Whether a row over all periods (Total, YTD, Average) stands where another names its period."""
    texts = _dating(reading, row)
    return any(is_total(text) or words_of(text).apart is Apart.TO_DATE for text in texts) or _is_average(reading, row)


def _is_average(reading: _Reading, row: int) -> bool:
    return any(map(is_benchmark, _dating(reading, row)))


def _dating(reading: _Reading, row: int) -> list[str]:
    """What stands in a row where others name their period."""
    return [text for at in reading.periods.at.values() if (text := reading.found.grid.at(row, at))]


def _take(reading: _Reading, row: int) -> None:
    found, labels = reading.found, reading.table.labels
    if _is_total(reading, row):
        return
    period = reading.periods.of(row) if reading.periods.at else None
    said = found.grid.said(row, labels)
    rule = found.grid.fault(row, (at for name, at in labels.items() if name != "year" or row not in _carried(reading)))
    if reading.periods.at and period is None:
        rule = rule or UNREADABLE
    if rule := rule or naming_rule(said | {"indicator": reading.table.measures[0].name}):
        found.reject(row, rule)
        return
    if "area" in labels and not (said["area"] or said.get("area_code")):
        found.reject(row, "indicator-blank")
        return
    for item in reading.table.measures:
        _add(reading, row, item, period)


def _carried(reading: _Reading) -> dict[int, str]:
    return reading.periods.carried


def _add(reading: _Reading, row: int, item: MeasureColumn, period: Period | None) -> None:
    found = reading.found
    reading.used |= not (period or item.period)
    of = period or item.period or reading.context.period
    if of is None:
        return
    said = found.grid.said(row, reading.table.labels)
    code, name = coded(item.name)
    found.declare(name, code=code)
    keys = {key: said.get(key, "") for key in NAMED} | {"indicator": name}
    note = "|".join(filter(None, [*item.notes, *reading.periods.marks(row), said.get("note", "")]))
    text = found.grid.at(row, item.column)
    found.add(row, item.column, note, what=item.what, period=of.slug, text=text, **keys)


def _told(reading: _Reading, rows: list[int]) -> list[str]:
    table, names = reading.table, dict.fromkeys(item.name for item in reading.table.measures)
    said = [f"Each column is read as an indicator: {', '.join(map(shown, names))}.", *told(table.left_out)]
    if reading.used or reading.periods.used:
        said.append(reading.context.said)
    totals = [row for row in rows if _is_total(reading, row)]
    for row in totals:
        said += _compared(reading, row, [other for other in rows if other < row and other not in totals])
    return said


def _compared(reading: _Reading, row: int, parts: list[int]) -> Iterator[str]:
    """What a row of totals is beside the sum of the other rows; it is no figure."""
    grid = reading.found.grid
    if _is_average(reading, row):
        yield f"Left out, an average over the periods: {grid.place(row, 0)}."
        return
    yield f"Left out, a total over the periods: {grid.place(row, 0)}."
    for item in reading.table.measures:
        total = count_of(grid.at(row, item.column))
        counts = [count_of(grid.at(other, item.column)) for other in parts]
        known = sum((count for count in counts if count is not None), Decimal(0))
        declared = reading.found.indicators.get(coded(item.name)[1])
        if item.what == ACTUAL and total is not None and declared and is_summed(declared) and known != total:
            yield f"{grid.place(row, item.column)} is a total of {total:,}, but the rows above it sum to {known:,}."
