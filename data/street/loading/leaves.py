"""Knows in which place a force's incidents of a neighbourhood are counted; makes the places that no lookup holds."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, func, or_, select

from dashboard.domain.street.crime import NO_LOCATION, Level
from data.engine import bulk
from data.geography.area_tree import COUNTRY, COUNTRY_NAME, ELSEWHERE, elsewhere_in
from data.geography.joined import MERGED, joined_areas, joined_codes
from data.geography.tree import changes_of
from data.names import district_name, force_area
from data.schema import Found
from data.tables import street as tables

PSEUDO_NAMES = {
    Level.NO_LOCATION: "No location",
    Level.OUTSIDE: "Outside the force’s area",
    Level.UNKNOWN: "Area not known",
}
CHUNK = 500


@dataclass(frozen=True, slots=True)
class _Place:
    id: int
    code: str
    name: str
    level: str
    parent: int | None


class Leaves:
    """The leaves of one force, of which the tree is read once; a place that had a number *before* has it again."""

    def __init__(self, connection: Connection, force: int, before: Mapping[str, int] | None = None) -> None:
        self._connection = connection
        self._force = force
        self._before = before or {}
        item = tables.force.c
        self._slug, self._name = connection.execute(select(item.slug, item.name).where(item.id == force)).one()
        self._next = 0
        self._new: dict[str, list[tuple[object, ...]]] = defaultdict(list)  # rows by table
        self._charted = _charted(connection)
        self._wider = {found.id: found for found in _wider(connection, force)}
        self._ids = {found.code: found.id for found in self._wider.values()}
        self._top = next((found.id for found in self._wider.values() if found.level == Level.FORCE), 0)
        self._districts = {found.name: found.id for found in self._wider.values() if found.level == Level.DISTRICT}
        self._others = _districts_of(connection, self._charted - {force})
        self._partnerships = _shared_partnerships(connection)
        self._dividing = self._owners()
        changes = changes_of(connection)
        self._merged = {item.old: item.new for item in changes if item.kind == MERGED}
        self._joined = joined_codes(joined_areas(changes))
        self._listed = _listed(connection) if self._dividing else {}

    def settle(self, pairs: Mapping[int, tuple[str, str]]) -> None:
        """Find the leaf of each neighbourhood, id -> (code, name), in this order, and remember it."""
        highest = self._connection.execute(select(func.max(tables.place.c.id))).scalar() or 0
        self._next = max(highest, *self._before.values(), 0) + 1
        codes = sorted({code for code, _ in pairs.values() if code})
        known = {code: place for code, *place in self._known(codes)}
        rows = [(self._force, number, self._leaf(code, name, known)) for number, (code, name) in pairs.items()]
        for table in (tables.place, tables.place_child, tables.place_within):
            bulk(self._connection, table, self._new.pop(table.name, []))
        bulk(self._connection, tables.leaf_of, rows)

    def _known(self, codes: list[str]) -> Iterable[Found]:
        """(code, place, its force, its level); one changed since 2011 is where it is counted, our own come last."""
        place = tables.place.c
        found = select(place.code, place.id, place.force, place.level)
        for at in range(0, len(codes), CHUNK):
            some = codes[at : at + CHUNK]
            own = {f"{self._slug}/{code}": code for code in some}
            whither = {code: self._counted_in(code) for code in some}
            wanted = {other for ways in whither.values() for other in ways}
            held = {row[0]: row[1:] for row in self._connection.execute(found.where(place.code.in_(wanted)))}
            places = {
                code: next((held[other] for other in ways if other in held), None) for code, ways in whither.items()
            }
            yield from ((code, *at) for code, at in places.items() if at)
            ours = self._connection.execute(found.where(place.code.in_(own)))
            yield from ((own[code], *rest) for code, *rest in ours)

    def _counted_in(self, code: str) -> tuple[str, str]:
        """The codes of the places that *code* may be counted in: what it is joined with, or was merged into, or is."""
        now = self._merged.get(code, code)
        return self._joined.get(now, now), now

    def _leaf(self, code: str, name: str, known: dict[str, list[Found]]) -> int:
        if not code:
            return self._pseudo(Level.NO_LOCATION if name == NO_LOCATION else Level.UNKNOWN)
        number, owner, level = known.get(code, (0, None, Level.LSOA))
        if level != Level.LSOA:
            return self._pseudo(Level.UNKNOWN)
        if number and owner == self._force:
            return int(number)
        if number and owner in self._charted:
            return self._pseudo(Level.OUTSIDE)
        district = self._district(district_name(name))
        if isinstance(district, Level):
            return self._pseudo(district)
        # Without a lookup two forces may name the same neighbourhood; each counts its own incidents in its own.
        leaf = self._add_leaf(f"{self._slug}/{code}" if number else code, name or code, district)
        known[code] = [leaf, self._force, Level.LSOA]
        return leaf

    def _district(self, name: str) -> int | Level:
        """The force's district of this *name*, made when no lookup holds the force; or where such incidents lie."""
        if name in self._districts:
            return self._districts[name]
        if name in self._others:
            return Level.OUTSIDE
        if not name or self._force in self._charted:
            return Level.UNKNOWN
        number = self._districts[name] = self._add(f"{self._slug}/{name}", name, Level.DISTRICT, self._whole())
        return number

    def _whole(self) -> int:
        """The place of the force itself."""
        if not self._top:
            country = self._ids.get(COUNTRY) or self._add(COUNTRY, COUNTRY_NAME, Level.COUNTRY, None)
            self._top = self._add(self._slug, force_area(self._name), Level.FORCE, country)
        return self._top

    def _pseudo(self, level: Level) -> int:
        """The place of the force's incidents that lie in none of its neighbourhoods."""
        code, whole = f"{self._slug}/{level}", self._whole()
        if code not in self._ids:
            self._within(self._add(code, PSEUDO_NAMES[level], level, whole), self._outward(whole))
        return self._ids[code]

    def _add_leaf(self, code: str, name: str, district: int) -> int:
        """A neighbourhood in *district*, counted in everything that the district is counted in."""
        outward = list(self._outward(district))
        dividing = [
            self._part(owner, root, (code, self._wider[district].code))
            for root in outward
            for owner in self._dividing.get(root, ())
        ]
        number = self._add(code, name, Level.LSOA, dividing[-1] if dividing else district)
        lists = {district, *dividing} - {self._wider[number].parent}
        self._new[tables.place_child.name] += [(place, number) for place in sorted(lists)]
        shared = [self._partnerships[district]] if district in self._partnerships else []
        self._within(number, [*outward, *shared, *dividing])
        return number

    def _part(self, owner: str, root: int, codes: tuple[str, ...]) -> int:
        """The locality of *root* that lists one of *codes*, or what lies in none."""
        name, slug = next((self._listed[owner, code] for code in codes if (owner, code) in self._listed), ("", ""))
        code = f"{owner}/{slug or ELSEWHERE}"
        if code in self._ids:
            return self._ids[code]
        level = Level.LOCALITY if slug else Level.REST
        return self._add(code, name or elsewhere_in(self._wider[root].name), level, root)

    def _add(self, code: str, name: str, level: Level, parent: int | None) -> int:
        number = self._before.get(code)
        if number is None:
            number = self._next
            self._next += 1
        self._wider[number] = _Place(number, code, name, level, parent)
        self._ids[code] = number
        force = None if level == Level.COUNTRY else self._force
        self._new[tables.place.name].append((number, code, name, str(level), "", parent, force, None))
        if parent is not None:
            self._new[tables.place_child.name].append((parent, number))
        return number

    def _within(self, leaf: int, places: Iterable[int]) -> None:
        self._new[tables.place_within.name] += [(leaf, place) for place in places]

    def _outward(self, place: int | None) -> Iterable[int]:
        while place is not None:
            yield place
            place = self._wider[place].parent

    def _owners(self) -> dict[int, list[str]]:
        """Which partnerships divide which of the force's places into localities."""
        found: dict[int, list[str]] = defaultdict(list)
        for place in self._wider.values():
            owner = place.code.rsplit("/", 1)[0]
            if place.level in (Level.LOCALITY, Level.REST) and place.parent and owner not in found[place.parent]:
                found[place.parent].append(owner)
        return found


def _charted(connection: Connection) -> set[int]:
    """The forces that the lookups hold: their places bear a code, not the name that a file gives."""
    place, force = tables.place.c, tables.force.c
    query = select(force.id).join(tables.place, place.force == force.id)
    return set(connection.execute(query.where(place.level == Level.FORCE, place.code != force.slug)).scalars())


def _wider(connection: Connection, force: int) -> Iterable[_Place]:
    """The country and the places of *force* above its neighbourhoods and wards."""
    place = tables.place.c
    query = select(place.id, place.code, place.name, place.level, place.parent).order_by(place.id)
    ours = (place.force == force) & place.level.not_in((Level.LSOA, Level.WARD))
    return [_Place(*row) for row in connection.execute(query.where(or_(ours, place.code == COUNTRY)))]


def _districts_of(connection: Connection, forces: set[int]) -> set[str]:
    place = tables.place.c
    query = select(place.name).where(place.level == Level.DISTRICT, place.force.in_(forces))
    return set(connection.execute(query).scalars())


def _shared_partnerships(connection: Connection) -> dict[int, int]:
    """District -> the community safety partnership that it shares with others."""
    place, child = tables.place.c, tables.place_child.c
    query = select(child.child, child.parent).join(tables.place, place.id == child.parent)
    return {district: csp for district, csp in connection.execute(query.where(place.level == Level.CSP))}


def _listed(connection: Connection) -> dict[tuple[str, str], tuple[str, str]]:
    """What partnerships list: (partnership, code) -> the name and slug of the locality."""
    item = tables.locality.c
    found = connection.execute(select(item.partnership, item.code, item.name, item.slug))
    return {(owner, code): (name, slug) for owner, code, name, slug in found}
