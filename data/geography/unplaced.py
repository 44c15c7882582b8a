"""Knows what has to be said of rows that lie in none of their force's areas: how many, and for which reason."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from sqlalchemy import Connection, func, select

from dashboard.domain.street.crime import Level
from data.sources.words import shown
from data.tables import street as tables

MOST_NAMED = 3  # codes in a sentence
CHUNK = 500


def unplaced(connection: Connection, arrivals: Iterable[int]) -> dict[int, list[str]]:
    """Return the sentences for each of *arrivals* that has such rows, as the areas are known now."""
    held = tables.force_month.c
    months: dict[int, dict[int, int]] = defaultdict(dict)  # force -> month -> arrival
    query = select(held.force, held.month, held.arrival).where(held.arrival.in_(list(arrivals)))
    for force, month, arrival in connection.execute(query):
        months[force][month] = arrival
    rows: dict[int, dict[str, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    for force, of_force in months.items():
        hoods = _unplaced_hoods(connection, force)
        for month, hood, n in _counts(connection, force, of_force, hoods):
            level, code = hoods[hood]
            by_code = rows[of_force[month]][level]
            by_code[code] = by_code.get(code, 0) + n
    return {arrival: list(_sentences(by_level)) for arrival, by_level in rows.items()}


def _unplaced_hoods(connection: Connection, force: int) -> dict[int, tuple[str, str]]:
    """The force's neighbourhoods that lie in no area of it: why, and their code."""
    leaf, place, hood = tables.leaf_of.c, tables.place.c, tables.neighbourhood.c
    query = (
        select(leaf.neighbourhood, place.level, hood.code)
        .join(tables.place, place.id == leaf.place)
        .join(tables.neighbourhood, hood.id == leaf.neighbourhood)
        .where(leaf.force == force, place.level.in_((Level.OUTSIDE, Level.UNKNOWN)))
        .order_by(hood.code)
    )
    return {number: (level, code) for number, level, code in connection.execute(query)}


def _counts(
    connection: Connection, force: int, months: Collection[int], hoods: Collection[int]
) -> Iterable[tuple[int, int, int]]:
    """Month, neighbourhood and rows; months and neighbourhoods are named, so that the key leads to each."""
    count, wanted = tables.point_count.c, sorted(hoods)
    for at in range(0, len(wanted), CHUNK):
        query = (
            select(count.month, count.neighbourhood, func.sum(count.n))
            .where(count.force == force, count.month.in_(sorted(months)))
            .where(count.neighbourhood.in_(wanted[at : at + CHUNK]))
            .group_by(count.month, count.neighbourhood)
        )
        for month, hood, n in connection.execute(query):
            yield month, hood, int(n)


def _sentences(rows: dict[str, dict[str, int]]) -> Iterable[str]:
    if outside := sum(rows.get(Level.OUTSIDE, {}).values()):
        yield f"Rows outside the force’s area: {outside:,}."
    unknown = dict(rows.get(Level.UNKNOWN, {}))
    if blank := unknown.pop("", 0):
        yield f"Rows with coordinates but no area code: {blank:,}, counted under “Area not known”."
    if unknown:
        some = ", ".join(shown(code, 20) for code in sorted(unknown)[:MOST_NAMED])
        more = ", …" if len(unknown) > MOST_NAMED else ""
        codes = f"{len(unknown):,} area codes that no lookup holds ({some}{more})"
        yield f"Rows with one of {codes}: {sum(unknown.values()):,}, counted under “Area not known”."
