"""Knows how to find places: of a partnership by key, one step in or out, and what lies in them."""

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import ColumnElement, Connection, and_, func, not_, or_, select

from dashboard.domain.statistics.similar import SimilarSet
from dashboard.domain.street.crime import NOWHERE, KnownPoint, Level, Place
from dashboard.domain.street.point_names import point_name
from data.geography.area_tree import COUNTRY, INVENTED
from data.names import LEFT_OVER
from data.schema import Expression, Found, Query
from data.sources.geography.coordinates import MICRO
from data.tables import documents as published
from data.tables import street as tables

OUTER, KNOWN = tables.place.alias("outer_place"), tables.known_point.c
#: What a place is read from: its own row, the name of what is one step out, the map point it is best known by.
PLACE: list[Expression] = [
    *(tables.place.c[name] for name in ("id", "code", "name", "level", "parent", "force")),
    *(tables.place.c[name] for name in ("population", "population_year")),
    select(OUTER.c.name).where(OUTER.c.id == tables.place.c.parent).scalar_subquery().label("around"),
    *(
        select(KNOWN[name]).where(KNOWN.place == tables.place.c.id).scalar_subquery().label(f"point_{name}")
        for name in ("name", "n", "total")
    ),
]
SHOWN = (Level.FORCE, Level.DISTRICT)  # what a partnership's own name is looked for among
NAMED = (Level.CSP, Level.DISTRICT, Level.LOCALITY, Level.WARD, Level.LSOA)  # what a name is looked for among
POINT_MARK = "@"  # between a neighbourhood's code and the coordinates of a map point


def as_place(row: Found) -> Place:
    """The columns of PLACE, with which *row* begins, as a place."""
    number, code, name, level, parent, force, population, year, around, *point = row[: len(PLACE)]
    own = (number, code, name.removeprefix(LEFT_OVER), Level(level), parent, force, population, year)
    known = KnownPoint(point_name(point[0]), *point[1:]) if point[0] else None
    return Place(*own, around=(around or "").removeprefix(LEFT_OVER), known=known)


def find(connection: Connection, query: Query) -> Place | None:
    row = connection.execute(query).first()
    return as_place(row) if row is not None else None


def root_of(connection: Connection, partnership: str) -> Place | None:
    """The area a partnership's street-level crime is shown for: as it says, or of the force by its name."""
    place = tables.place.c
    if partnership == COUNTRY:
        return find(connection, select(*PLACE).where(place.code == COUNTRY))
    item = published.partnership.c
    said = connection.execute(select(item.place, item.name).where(item.partnership == partnership)).first()
    if said is None:
        query = select(*PLACE).join(tables.force, tables.force.c.id == place.force)
        return find(connection, query.where(tables.force.c.slug == partnership, place.level == Level.FORCE))
    found = find(connection, select(*PLACE).where(place.code == said.place))
    names = (said.name, f"{said.name} Police", f"{said.name} Constabulary")
    # Without lookups the files' own names are all there is.
    by_name = select(*PLACE).where(place.name.in_(names), place.level.in_(SHOWN)).order_by(place.level)
    return found or find(connection, by_name)


def roots(connection: Connection) -> dict[str, Place]:
    """The same of every partnership that has one with incidents in it."""
    item, place, names = published.partnership.c, tables.place.c, {}
    said = connection.execute(select(item.partnership, item.place, item.name)).all()
    for row in said:
        names[row.partnership] = (row.name, f"{row.name} Police", f"{row.name} Constabulary")
    spelled = and_(place.name.in_([name for group in names.values() for name in group]), place.level.in_(SHOWN))
    coded = place.code.in_([COUNTRY, *(row.place for row in said)])
    every = connection.execute(select(*PLACE).where(or_(coded, spelled)).order_by(place.level)).all()
    forces = select(*PLACE, tables.force.c.slug).join(tables.force, tables.force.c.id == place.force)
    found = {row.slug: row for row in connection.execute(forces.where(place.level == Level.FORCE))}
    for row in said:
        by_code = next((other for other in every if other.code == row.place), None)
        by_name = (other for other in every if other.name in names[row.partnership] and other.level in SHOWN)
        found.pop(row.partnership, None)
        if (root := by_code or next(by_name, None)) is not None:
            found[row.partnership] = root
    if (country := next((row for row in every if row.code == COUNTRY), None)) is not None:
        found[COUNTRY] = country
    counted = _with_incidents(connection, found.values())
    return {slug: as_place(row) for slug, row in found.items() if row.id in counted}


def _with_incidents(connection: Connection, found: Iterable[Found]) -> frozenset[int]:
    held = tables.area_count.c
    query = select(held.place).where(held.place.in_([row.id for row in found]), held.crime_type == 0).distinct()
    return frozenset(connection.execute(query).scalars())


def named(connection: Connection, root: Place, partnership: str, key: str) -> Place | None:
    """The place with *key* inside *root*: its code, or the last part of one of our own codes."""
    code, mark, spot = key.partition(POINT_MARK)
    force = connection.execute(select(tables.force.c.slug).where(tables.force.c.id == root.force)).scalar()
    codes = [code, f"{partnership}/{code}", f"{force}/{code}"]
    inner = find(connection, select(*PLACE).where(tables.place.c.code.in_(codes)))
    inner = inner or _since_2011(connection, code)
    if inner is None or not _inside(connection, inner, root):
        return None
    return _point(connection, inner, spot) if mark else inner


def _since_2011(connection: Connection, code: str) -> Place | None:
    """The place that a neighbourhood of another year is counted in."""
    change = tables.changed_neighbourhood.c
    query = select(change.old, change.new).where(or_(change.old == code, change.new == code))
    around = {other for row in connection.execute(query) for other in row}
    olds = select(change.old).where(change.new.in_(around))
    query = select(*PLACE).where(or_(tables.place.c.code.in_(around), tables.place.c.code.in_(olds)))
    return find(connection, query.order_by(tables.place.c.code)) if around else None


def with_words(connection: Connection, root: Place, words: Sequence[str], most: int) -> tuple[Place, ...]:
    """The places inside *root* whose name holds each of *words*, or whose code begins with all of them in a row."""
    place = tables.place.c
    inside = and_(*(func.lower(place.name).contains(word, autoescape=True) for word in words))
    coded = func.lower(place.code).startswith("".join(words), autoescape=True)
    query = select(*PLACE).where(or_(inside, coded), place.level.in_(NAMED), _lies_in(root))
    return tuple(map(as_place, connection.execute(query.order_by(place.name).limit(most))))


def every_named(connection: Connection, root: Place) -> tuple[Place, ...]:
    """The places inside *root* that bear a name or a code of their own."""
    query = select(*PLACE).where(tables.place.c.level.in_(NAMED), _lies_in(root))
    return tuple(map(as_place, connection.execute(query)))


def codes_within(connection: Connection, number: int) -> frozenset[str]:
    """The codes of a place, of its neighbourhoods, and of every place all of whose neighbourhoods are among them."""
    within, place = tables.place_within, tables.place.c
    mine = select(within.c.leaf).where(within.c.place == number)
    inside = select(within.c.place, func.count().label("n")).where(within.c.leaf.in_(mine)).group_by(within.c.place)
    found: dict[int, int] = {place: n for place, n in connection.execute(inside)}
    whole: set[int] = {number}
    for numbers in some(sorted(found)):
        query = select(within.c.place, func.count()).where(within.c.place.in_(numbers)).group_by(within.c.place)
        whole |= {outer for outer, n in connection.execute(query) if found[outer] == n}
    whole |= set(connection.execute(mine).scalars())
    codes: set[str] = set()
    for numbers in some(sorted(whole)):
        codes |= set(connection.execute(select(place.code).where(place.id.in_(numbers))).scalars())
    return frozenset(codes)


def _lies_in(root: Place) -> ColumnElement[bool]:
    """That a place shares incidents with *root*."""
    place = tables.place.c
    if root.level == Level.COUNTRY:
        return not_(place.code.startswith(INVENTED, autoescape=True))
    if root.level == Level.FORCE:
        return place.force == root.force
    within, other = tables.place_within, tables.place_within.alias()
    around = select(other.c.place).join(within, other.c.leaf == within.c.leaf).where(within.c.place == root.id)
    leaves_inside = select(within.c.leaf).where(within.c.place == root.id)
    return or_(place.id.in_(around), place.id.in_(leaves_inside))


def _inside(connection: Connection, inner: Place, root: Place) -> bool:
    if root.level == Level.COUNTRY:
        return not inner.code.startswith(INVENTED)
    if any(place.id == root.id for place in path(connection, inner.id)):
        return True
    within, other = tables.place_within, tables.place_within.alias()
    shared = select(within.c.leaf).join(other, other.c.leaf == within.c.leaf)
    query = shared.where(within.c.place == inner.id, other.c.place == root.id).limit(1)
    return connection.execute(query).first() is not None


def path(connection: Connection, number: int) -> tuple[Place, ...]:
    """From the widest place down to *number*."""
    found: list[Place] = []
    at: int | None = number
    while at is not None and len(found) < len(Level):
        step = find(connection, select(*PLACE).where(tables.place.c.id == at))
        if step is None:
            break
        found.append(step)
        at = step.parent
    return tuple(reversed(found))


def inner_places(connection: Connection, number: int) -> tuple[Place, ...]:
    """What is listed one step in: by name, what lies nowhere last."""
    child = tables.place_child.c
    query = select(*PLACE).join(tables.place_child, child.child == tables.place.c.id).where(child.parent == number)
    found = map(as_place, connection.execute(query))
    return tuple(sorted(found, key=lambda place: (place.level in NOWHERE, place.level == Level.REST, place.name)))


def leaves(connection: Connection, number: int) -> tuple[Place, ...]:
    """The neighbourhoods of a place; of a neighbourhood, itself."""
    within = tables.place_within.c
    joined = select(*PLACE).join(tables.place_within, within.leaf == tables.place.c.id)
    found = connection.execute(joined.where(within.place == number, tables.place.c.level == Level.LSOA))
    inside = tuple(map(as_place, found))
    alone = find(connection, select(*PLACE).where(tables.place.c.id == number, tables.place.c.level == Level.LSOA))
    return inside or ((alone,) if alone else ())


def people_of(connection: Connection, codes: Sequence[str]) -> dict[str, int]:
    """The population of each of *codes* that one is known of: as its file gives it, or summed from neighbourhoods."""
    given, place = tables.population.c, tables.place.c
    typed = select(given.code, given.people).where(given.code.in_(codes))
    summed = select(place.code, place.population).where(place.code.in_(codes), place.population.is_not(None))
    return {code: people for query in (summed, typed) for code, people in connection.execute(query)}


def similar_sets(connection: Connection, area: str) -> tuple[SimilarSet, ...]:
    """The groups of similar areas of the *area* of this code, each by rank."""
    item = tables.similar_area.c
    query = select(item.name, item.first, item.similar, item.file, item.place).where(item.area == area)
    groups: dict[tuple[str, str], list[Found]] = {}
    for row in connection.execute(query.order_by(item.name, item.first, item.rank, item.similar)):
        groups.setdefault((row.name, row.first), []).append(row)
    return tuple(
        SimilarSet(
            name, date.fromisoformat(first), area, tuple(row.similar for row in rows), rows[0].file, rows[0].place
        )
        for (name, first), rows in groups.items()
    )


def _point(connection: Connection, inner: Place, spot: str) -> Place | None:
    """A map point of a neighbourhood as a place of its own."""
    try:
        longitude, latitude = (round(float(part) * MICRO) for part in spot.split(","))
    except (ValueError, OverflowError):
        return None
    point, leaf = tables.map_point.c, tables.leaf_of.c
    joined = select(func.min(point.name)).join(tables.leaf_of, leaf.neighbourhood == point.neighbourhood)
    here = joined.where(leaf.place == inner.id, point.longitude == longitude, point.latitude == latitude)
    name = connection.execute(here).scalar()
    if name is None:
        return None
    shown = point_name(name)
    number = spot_number(longitude, latitude)
    return Place(number, f"{inner.code}{POINT_MARK}{spot}", shown, Level.POINT, inner.id, inner.force)


def spot_number(longitude: int, latitude: int) -> int:
    """One number for a place in millionths of a degree: police.uk may name it in several ways."""
    return (longitude + 180 * MICRO) * 1000 * MICRO + latitude


def some(numbers: Sequence[int], size: int = 500) -> list[Sequence[int]]:
    """*numbers* in pieces that a statement can hold."""
    return [numbers[at : at + size] for at in range(0, len(numbers), size)]
