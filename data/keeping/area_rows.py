"""Knows how what a file says of areas, or of months of stop and search, is erased; what replaced it stays."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Table, delete, exists, select

from dashboard.domain.periods.months import month_text
from dashboard.reports.made_up import INVENTED
from data.tables import street as tables
from data.tables.harm import harm_weight, offence_count

#: By kind of file: the tables that hold what it says.
AREAS: Mapping[str, tuple[Table, ...]] = {
    "lookup": (tables.lookup_area, tables.lookup_link),
    "changes": (tables.changed_neighbourhood,),
    "population": (tables.population,),
    "boundaries": (tables.boundary,),
    "localities": (tables.locality,),
    "similar-areas": (tables.similar_area,),
    "harm-weights": (harm_weight,),
}
SEARCHES = "stop-search"
INVENTED_CODES = "X0"  # how the codes of Sampleshire begin
KINDS = frozenset({*AREAS, SEARCHES})
BESIDE = (offence_count,)  # what a table of figures says besides
APART = frozenset({tables.similar_area, harm_weight, *BESIDE})  # in which no place stands that is counted in


@dataclass(frozen=True, slots=True)
class AreaLoss:
    """What went of areas and searches; *regrows*: the tree of areas is another one now."""

    lines: int = 0
    searches: tuple[str, ...] = ()
    regrows: bool = False


def is_unnoted(connection: Connection, kind: str) -> bool:
    """Whether something of this *kind* is held of which no file is noted: it was loaded by an older product."""
    if kind == SEARCHES:
        held, noted = tables.stop_search.c, tables.search_month.c
        same = (noted.force == held.force) & (noted.month == held.file_month)
        query = select(held.force).where(~exists(select(noted.force).where(same))).limit(1)
        return connection.execute(query).first() is not None
    return any(
        connection.execute(select(exists().where(table.c.arrival == 0, ~_is_made_up(table)))).scalar()
        for table in AREAS.get(kind, ())
    )


def _is_made_up(table: Table) -> ColumnElement[bool]:
    """Whether a row is of Sampleshire, which comes with the product and was there before its files were noted."""
    first = next(iter(table.c))
    return first.like(f"{INVENTED_CODES}%") | (first == INVENTED)


def erase_areas(connection: Connection, files: Collection[int]) -> AreaLoss:
    """Erase what *files* said last of areas and searches."""
    lines, regrows = 0, False
    for table in [*(table for found in AREAS.values() for table in found), *BESIDE]:
        gone = connection.execute(delete(table).where(table.c.arrival.in_(files))).rowcount
        lines += gone
        regrows |= bool(gone) and table not in APART
    return AreaLoss(lines, tuple(_erase_searches(connection, files)), regrows)


def _erase_searches(connection: Connection, files: Collection[int]) -> list[str]:
    noted, held = tables.search_month, tables.stop_search.c
    query = (
        select(noted.c.force, noted.c.month).where(noted.c.arrival.in_(files)).order_by(noted.c.force, noted.c.month)
    )
    months = [(force, month) for force, month in connection.execute(query)]
    for force, month in months:
        here = (held.force == force, held.file_month == month)
        connection.execute(delete(tables.stop_search).where(*here))
    connection.execute(delete(noted).where(noted.c.arrival.in_(files)))
    return [f"{force} {month_text(month)}" for force, month in months]
