"""Knows what targets on street-level crime may be set on, and keeps those that lie under every release."""

from sqlalchemy import Connection, delete, select

from dashboard.domain.categories import Category, CategoryTree
from dashboard.domain.errors import RefusedFile
from dashboard.domain.periods.dating import too_early
from dashboard.domain.periods.period import from_slug
from dashboard.domain.street.crime import ALL_CRIME
from data.engine import bulk
from data.names import slug
from data.parcel_rows import SaidTarget
from data.parcels import StreetTargets
from data.sources.words import shown
from data.tables import documents as published
from data.tables import street as tables

KEY = ("partnership", "area", "crime", "period")
Rows = dict[tuple[str, str, str, str], SaidTarget]


def write(connection: Connection, parcel: StreetTargets, arrival: int) -> bool:
    """Keep the targets of the made-up county, which no undoing takes away; return whether any is other than before."""
    table = tables.street_target
    rows = {
        key: (*key, item["target"], item["tolerance"], item["note"], parcel.file, arrival, item["line"])
        for key, item in targets_of(connection, parcel).items()
    }
    known = {tuple(row)[:4]: tuple(row)[4:7] for row in connection.execute(select(*table.c))}
    changed = {key: row for key, row in rows.items() if known.get(key) != row[4:7]}
    for key in changed:
        where = [table.c[name] == value for name, value in zip(KEY, key, strict=True)]
        connection.execute(delete(table).where(*where))
    bulk(connection, table, list(changed.values()))
    return bool(changed)


def targets_of(connection: Connection, parcel: StreetTargets) -> Rows:
    """The targets of one file by partnership, area, crime and period; raises RefusedFile.

    Two names of one crime pass for two targets until here.
    """
    crimes, countable = _crimes(connection)
    rows: Rows = {}
    for item in parcel.targets:
        crime, place = crimes.get(slug(item["crime"])), f"{parcel.file} line {item['line']}"
        if crime is None:
            raise RefusedFile(f"{place}: “{shown(item['crime'])}” is no crime type of police.uk and no category.")
        if crime not in countable:
            why = "police.uk counts nothing under it, so it would be zero for ever: name a crime type such as Burglary"
            raise RefusedFile(f"{place}: “{shown(item['crime'])}” is a category, but {why}.")
        if why := too_early(from_slug(item["period"])):
            raise RefusedFile(f"{place}: {why}")
        key = (slug(item["partnership"]), slug(item["area"]), crime, item["period"])
        if key in rows:
            lines = f"lines {rows[key]['line']} and {item['line']}"
            raise RefusedFile(f"{parcel.file} sets the same target twice, on {lines}: keep one of them.")
        rows[key] = item
    return rows


def _crimes(connection: Connection) -> tuple[dict[str, str], set[str]]:
    """What a target may be set on, by every way of writing it; and what of that holds anything to count."""
    kind, category = published.crime_type.c, published.category.c
    categories = [
        Category(*row) for row in connection.execute(select(category.category, category.name, category.parent))
    ]
    found = {slug(item.name): item.slug for item in categories}
    found |= {value: value for value in list(found.values())}
    # Where a crime type and a category share a name ("Vehicle crime") they hold the same incidents.
    types = connection.execute(select(kind.crime, kind.name, kind.category)).all()
    for crime, name, _ in types:
        found.setdefault(slug(name), crime)
        found[crime] = crime
    tree, held = CategoryTree(tuple(categories)), {row.category for row in types}
    countable = {item.slug for item in categories if held & tree.within(item.slug)}
    return found, countable | {row.crime for row in types} | {ALL_CRIME}
