"""Knows how targets on street-level crime are kept: one for an area, crime and period; a later file supersedes."""

from typing import Any

from sqlalchemy import Connection, delete, select

from dashboard.domain.dating import too_early
from dashboard.domain.errors import RefusedFile
from dashboard.domain.periods import from_slug
from data import street_tables as tables
from data import tables as published
from data.engine import bulk
from data.load.names import slug
from data.sources.words import shown

KEY = ("partnership", "area", "crime", "period")


def write(connection: Connection, parcel: dict[str, Any], arrival: int) -> bool:
    """Keep the targets of one file; return whether anything is other than before; raises RefusedFile."""
    rows = _rows(_crimes(connection), parcel, arrival)
    table = tables.street_target
    known = {tuple(row)[:4]: tuple(row)[4:7] for row in connection.execute(select(*table.c))}
    changed = {key: row for key, row in rows.items() if known.get(key) != row[4:7]}
    for key in changed:
        where = [table.c[name] == value for name, value in zip(KEY, key, strict=True)]
        connection.execute(delete(table).where(*where))
    bulk(connection, table, list(changed.values()))
    return bool(changed)


def _rows(crimes: dict[str, str], parcel: dict[str, Any], arrival: int) -> dict[tuple[str, ...], tuple[Any, ...]]:
    """The targets as rows by their key; two names of one crime pass for two targets until here."""
    rows: dict[tuple[str, ...], tuple[Any, ...]] = {}
    for item in parcel["targets"]:
        crime = crimes.get(slug(item["crime"]))
        if crime is None:
            place = f"{parcel['file']} line {item['line']}"
            raise RefusedFile(f"{place}: “{shown(item['crime'])}” is no crime type of police.uk and no category.")
        if why := too_early(from_slug(item["period"])):
            raise RefusedFile(f"{parcel['file']} line {item['line']}: {why}")
        key = (slug(item["partnership"]), slug(item["area"]), crime, item["period"])
        if key in rows:
            lines = f"lines {rows[key][-1]} and {item['line']}"
            raise RefusedFile(f"{parcel['file']} sets the same target twice, on {lines}: keep one of them.")
        words = (item["target"], item["tolerance"], item["note"])
        rows[key] = (*key, *words, parcel["file"], arrival, item["line"])
    return rows


def _crimes(connection: Connection) -> dict[str, str]:
    """What a target may be set on, by every way of writing it."""
    kind, category = published.crime_type.c, published.category.c
    found = {slug(name): name_slug for name_slug, name in connection.execute(select(category.category, category.name))}
    found |= {value: value for value in list(found.values())}
    # Where a crime type and a category share a name ("Vehicle crime") they hold the same incidents.
    for crime, name in connection.execute(select(kind.crime, kind.name)):
        found.setdefault(slug(name), crime)
        found[crime] = crime
    return found
