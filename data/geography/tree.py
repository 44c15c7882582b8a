"""Knows how the tree of places is written, from everything that was loaded about areas."""

from collections.abc import Iterable, Mapping
from itertools import count

from sqlalchemy import Connection, delete, func, insert, select

from dashboard.domain.street.crime import Level
from data.engine import bulk
from data.geography.area_tree import Gathered, Node, Tree, grow
from data.geography.joined import AreaChange, joined_areas, joined_codes
from data.geography.shared_edges import touching
from data.names import LEFT_OVER, force_slug, slug
from data.tables import documents as published
from data.tables import street as tables

#: By which rules the tree is grown; raised when they change, so that an older one is grown again.
GROWN, RULES = "tree", "2"


def rebuild(connection: Connection) -> None:
    """Grow the tree afresh from everything that was loaded; what is counted in another place has to be counted again.

    A place keeps its number, so that the counts of those that stay need not be written again.
    """
    tree = grow(gathered(connection))
    forces = _forces(connection, tree)
    ids = numbered(place_ids(connection), tree.nodes)
    for table in (tables.place, tables.place_child, tables.place_within, tables.leaf_of, tables.neighbour):
        connection.execute(delete(table))
    bulk(connection, tables.place, [_row(node, ids, forces) for node in tree.nodes.values()])
    listed = [(ids[parent], ids[child]) for parent, inner in tree.children.items() for child in inner]
    bulk(connection, tables.place_child, sorted(listed))
    within = sorted((ids[leaf], ids[code]) for leaf, outer in tree.within.items() for code in outer)
    bulk(connection, tables.place_within, within)
    shapes = connection.execute(
        select(tables.boundary.c.code, tables.boundary.c.polygons).where(tables.boundary.c.level == Level.LSOA)
    )
    joined = joined_codes(joined_areas(changes_of(connection)))
    outlines = ((ids.get(joined.get(code, code)) or ids.get(code), shape) for code, shape in shapes)
    bulk(connection, tables.neighbour, touching((place, shape) for place, shape in outlines if place))
    say_grown(connection)


def place_ids(connection: Connection) -> dict[str, int]:
    """The number of every place, by code."""
    place = tables.place.c
    return {code: number for code, number in connection.execute(select(place.code, place.id))}


def numbered(known: Mapping[str, int], codes: Iterable[str]) -> dict[str, int]:
    """The number of each of *codes*: its own where it is *known*, else the next that none of those has."""
    after = count(max(known.values(), default=0) + 1)
    return {code: known[code] if code in known else next(after) for code in codes}


def _row(node: Node, ids: Mapping[str, int], forces: Mapping[str, int]) -> tuple[object, ...]:
    """As the columns of place: id, code, name, level, population_year, parent, force, population."""
    parent = ids.get(node.parent)
    return ids[node.code], node.code, node.name, str(node.level), node.year, parent, forces.get(node.force), node.people


def gathered(connection: Connection) -> Gathered:
    """Return what lookups, populations and localities say."""
    area = tables.lookup_area.c
    areas = {
        code: (name, Level(level)) for code, name, level in connection.execute(select(area.code, area.name, area.level))
    }
    person, place = tables.population.c, tables.locality.c
    people = connection.execute(select(person.code, person.people, person.year))
    localities = connection.execute(select(place.partnership, place.code, place.name, place.slug).order_by("name"))
    return Gathered(
        areas=areas,
        links=_links(connection),
        changes=changes_of(connection),
        people={code: (n, year) for code, n, year in people},
        localities=tuple((owner, code, name, slug) for owner, code, name, slug in localities),
        roots=_roots(connection, areas),
    )


def changes_of(connection: Connection) -> tuple[AreaChange, ...]:
    """What became of the neighbourhoods of 2011, as the lookup says."""
    change = tables.changed_neighbourhood.c
    query = select(*(change[name] for name in ("old", "new", "name", "kind", "district"))).order_by("old", "new")
    return tuple(AreaChange(*row) for row in connection.execute(query))


def is_stale(connection: Connection) -> bool:
    """Whether the tree was grown by an older product, which would have grown it otherwise."""
    state = tables.street_state.c
    grown = connection.execute(select(state.value).where(state.name == GROWN)).scalar()
    return grown != RULES and bool(joined_areas(changes_of(connection)))


def say_grown(connection: Connection) -> None:
    """Note by which rules the tree stands."""
    table = tables.street_state
    connection.execute(delete(table).where(table.c.name == GROWN))
    connection.execute(insert(table).values(name=GROWN, value=RULES))


def _links(connection: Connection) -> dict[tuple[str, str], str]:
    """(inner, level) -> outer; a ward of a year before that of the district is no step on the way to it."""
    link = tables.lookup_link.c
    found = {
        (inner, level): (vintage, outer)
        for inner, level, vintage, outer in connection.execute(select(link.inner, link.level, link.vintage, link.outer))
    }
    stale = {
        (inner, level)
        for (inner, level), (vintage, _) in found.items()
        if level == Level.WARD and found.get((inner, Level.DISTRICT), (0, ""))[0] > vintage
    }
    return {key: outer for key, (_, outer) in found.items() if key not in stale}


def _roots(connection: Connection, areas: Mapping[str, tuple[str, Level]]) -> dict[str, str]:
    """The area of each partnership: the five as they say, any other by the name of its force."""
    forces = {force_slug(name): code for code, (name, level) in areas.items() if level == Level.FORCE}
    item = published.partnership.c
    said = connection.execute(select(item.partnership, item.place))
    return forces | {partnership: code for partnership, code in said if code}


def _forces(connection: Connection, tree: Tree) -> dict[str, int]:
    """The number of each force area's code; new forces are numbered on."""
    return {node.code: force_number(connection, node.name) for node in tree.nodes.values() if node.level == Level.FORCE}


def force_number(connection: Connection, name: str) -> int:
    """Return the number of the force with this *name*, however it is written; a new one gets the next."""
    key = force_slug(name)
    table = tables.force
    keys = (key, slug(LEFT_OVER + key))
    found = connection.execute(select(table.c.id).where(table.c.slug.in_(keys)).order_by(table.c.id)).scalar()
    if found is not None:
        return int(found)
    number = (connection.execute(select(func.max(table.c.id))).scalar() or 0) + 1
    connection.execute(insert(table).values(id=number, name=name, slug=key))
    return number
