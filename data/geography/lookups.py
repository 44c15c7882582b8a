"""Knows how lookups, populations, boundaries, localities, similar areas and what harm is made of are kept."""

from collections.abc import Callable, Iterable, Iterator, Mapping

import orjson
from sqlalchemy import Connection, Table, bindparam, delete, select

from data.engine import bulk
from data.geography.area_tree import RESERVED
from data.names import force_slug, slug
from data.parcels import (
    AreaLookup,
    Boundaries,
    ChangedAreas,
    HarmWeights,
    Localities,
    OffenceCounts,
    Parcel,
    ParcelOfKind,
    People,
    SimilarAreas,
)
from data.tables import street as tables
from data.tables.harm import harm_weight, offence_count

Row = tuple[object, ...]

SAME = "The same as loaded before; nothing changes."
OLDER = "Nothing newer than what is loaded; nothing changes."
CHUNK = 500


def _replace(connection: Connection, to: tuple[Table, int], rows: Iterable[Row], arrival: int) -> int:
    """Put *rows* of a file in place of those with the same key, the first columns; return how many are new or other."""
    table, keys = to
    wanted = {row[:keys]: row for row in rows}
    known = {row[:keys]: row for row in _known(connection, table, {key[0] for key in wanted})}
    changed = {key for key, row in wanted.items() if known.get(key, ())[:-1] != row}
    written = [(*row, arrival) for key, row in wanted.items() if known.get(key) != (*row, arrival)]
    columns = list(table.c)[:keys]
    gone = [dict(zip("abc", row[:keys], strict=False)) for row in written if row[:keys] in known]
    if gone:
        where = [column == bindparam(name) for name, column in zip("abc", columns, strict=False)]
        connection.execute(delete(table).where(*where), gone)
    bulk(connection, table, written)
    return len(changed)


def _known(connection: Connection, table: Table, firsts: Iterable[object]) -> Iterator[Row]:
    """The rows of *table* of which the first column is one of *firsts*."""
    first, wanted = next(iter(table.c)), sorted(map(str, firsts))
    for at in range(0, len(wanted), CHUNK):
        query = select(*table.c).where(first.in_(wanted[at : at + CHUNK]))
        yield from map(tuple, connection.execute(query))


def _said(changed: int, words: str) -> tuple[bool, str]:
    return bool(changed), f"{words}." if changed else SAME


def _lookup(connection: Connection, parcel: AreaLookup, arrival: int) -> tuple[bool, str]:
    """An older lookup never replaces what a newer one said; a file without names leaves those that are known."""
    area, link = tables.lookup_area.c, tables.lookup_link.c
    known = {
        code: (vintage, name) for code, vintage, name in connection.execute(select(area.code, area.vintage, area.name))
    }
    areas = [
        (code, name or known.get(code, (0, ""))[1], level, vintage)
        for code, name, level, vintage in parcel.areas
        if known.get(code, (0, ""))[0] <= vintage
    ]
    newest = {
        (inner, level): vintage
        for inner, level, vintage in connection.execute(select(link.inner, link.level, link.vintage))
    }
    links = [
        (inner, level, vintage, outer)
        for inner, outer, level, vintage in sorted(parcel.links, key=lambda item: item[3])
        if newest.get((inner, level), 0) <= vintage
    ]
    changed = _replace(connection, (tables.lookup_area, 1), areas, arrival)
    changed += _replace(connection, (tables.lookup_link, 2), links, arrival)
    if not changed and len(areas) + len(links) < len(parcel.areas) + len(parcel.links):
        return False, OLDER
    return _said(changed, f"{len(parcel.areas):,} areas")


def _changes(connection: Connection, parcel: ChangedAreas, arrival: int) -> tuple[bool, str]:
    rows = [(old, new, name, kind, outer) for old, name, new, kind, outer in parcel.changes if kind != "U"]
    return _said(
        _replace(connection, (tables.changed_neighbourhood, 2), rows, arrival), f"{len(rows):,} changed neighbourhoods"
    )


def _population(connection: Connection, parcel: People, arrival: int) -> tuple[bool, str]:
    rows = [(code, people, parcel.year) for code, people in parcel.people]
    return _said(_replace(connection, (tables.population, 1), rows, arrival), f"The population of {len(rows):,} areas")


def _boundaries(connection: Connection, parcel: Boundaries, arrival: int) -> tuple[bool, str]:
    rows = [(code, name, level, orjson.dumps(shape).decode()) for code, name, level, shape in parcel.shapes]
    return _said(_replace(connection, (tables.boundary, 1), rows, arrival), f"{len(rows):,} boundaries")


def _localities(connection: Connection, parcel: Localities, arrival: int) -> tuple[bool, str]:
    """A partnership's localities are replaced as a whole."""
    table = tables.locality
    rows = {(slug(owner), code, name, _key(name)) for owner, name, code in parcel.members}
    owners = sorted({row[0] for row in rows})
    is_same = {row[:-1] for row in _known(connection, table, set(owners))} == rows
    connection.execute(delete(table).where(table.c.partnership.in_(owners)))
    bulk(connection, table, [(*row, arrival) for row in sorted(rows)])
    if is_same:
        return False, SAME
    return True, f"{len({row[3] for row in rows}):,} localities."


def _similar_areas(connection: Connection, parcel: SimilarAreas, arrival: int) -> tuple[bool, str]:
    """The group of an area in one set from one day on is replaced as a whole; other days and areas stay."""
    table = tables.similar_area
    rows = {(*row[:5], parcel.file, row[5]) for row in parcel.members}
    groups = {row[:3] for row in rows}
    known = {row for row in _known(connection, table, {name for name, _, _ in groups}) if row[:3] in groups}
    # The same groups in another file, or in other lines, are no news.
    is_same = {row[:5] for row in known} == {row[:5] for row in rows}
    gone = [table.c[name] == bindparam(f"its_{name}") for name in ("name", "first", "area")]
    which = [{"its_name": name, "its_first": first, "its_area": area} for name, first, area in sorted(groups)]
    connection.execute(delete(table).where(*gone), which)
    bulk(connection, table, [(*row, arrival) for row in sorted(rows)])
    if is_same:
        return False, SAME
    areas = len({row[2] for row in rows})
    return True, f"The similar areas of {areas:,} area{'s' if areas > 1 else ''}."


def _harm_weights(connection: Connection, parcel: HarmWeights, arrival: int) -> tuple[bool, str]:
    """The weights of one source and year are replaced as a whole; other years and sources stay."""
    table = harm_weight
    rows = {(*row[:7], parcel.file, row[7]) for row in parcel.weights}
    sets = {row[:2] for row in rows}
    known = {row for row in _known(connection, table, {source for source, _ in sets}) if row[:2] in sets}
    is_same = {row[:7] for row in known} == {row[:7] for row in rows}
    gone = [table.c[name] == bindparam(f"its_{name}") for name in ("source", "year")]
    which = [{"its_source": source, "its_year": year} for source, year in sorted(sets)]
    connection.execute(delete(table).where(*gone), which)
    bulk(connection, table, [(*row, arrival) for row in sorted(rows)])
    return (False, SAME) if is_same else (True, f"{len(rows):,} harm weights.")


def _offences(connection: Connection, parcel: OffenceCounts, arrival: int) -> tuple[bool, str]:
    """The offences of an area and year are replaced as a whole; other areas and years stay."""
    table = offence_count
    rows = {
        (code or force_slug(area), year, offence, area, code, level, words, count)
        for code, area, level, year, offence, words, count in parcel.counts
    }
    years = {row[:2] for row in rows}
    known = {row for row in _known(connection, table, {area for area, _ in years}) if row[:2] in years}
    is_same = {row[:8] for row in known} == rows
    gone = [table.c[name] == bindparam(f"its_{name}") for name in ("area_key", "year")]
    which = [{"its_area_key": area, "its_year": year} for area, year in sorted(years)]
    connection.execute(delete(table).where(*gone), which)
    bulk(connection, table, [(*row, parcel.file, arrival) for row in sorted(rows)])
    return (False, SAME) if is_same else (True, f"Offences by code of {len(years):,} areas and years, for harm.")


def _key(name: str) -> str:
    """The last part of a locality's code."""
    found = slug(name)
    return f"locality-{found}" if found in RESERVED else found


#: What changes no place and no count.
APART = frozenset({SimilarAreas.kind, HarmWeights.kind, OffenceCounts.kind})

#: By kind: keeps what a parcel of a file says; returns whether anything changed, and a sentence on it.
WRITERS: Mapping[type[Parcel], Callable[[Connection, ParcelOfKind, int], tuple[bool, str]]] = {
    AreaLookup: _lookup,
    ChangedAreas: _changes,
    People: _population,
    Boundaries: _boundaries,
    Localities: _localities,
    SimilarAreas: _similar_areas,
    HarmWeights: _harm_weights,
    OffenceCounts: _offences,
}
