"""Knows how to answer the questions on street-level crime: each from the coarsest table that holds its answer."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlalchemy import Connection, Engine, and_, func, literal, select

from dashboard.domain.street.crime import CrimeType, MapPoint, Place
from dashboard.questions.street import (
    ALL_TYPES,
    Arrival,
    Count,
    CountQuery,
    DoubtfulMonth,
    HeldMonth,
    OutcomeCount,
    PointCount,
    Ranked,
    RankQuery,
    Rejected,
    Searches,
    Stop,
)
from data.geography.area_tree import INVENTED
from data.geography.joined import MERGED
from data.kept import Kept
from data.schema import Found, Query
from data.sources.geography.coordinates import MICRO
from data.street import gaps as street_gaps
from data.street import outcomes as street_outcomes
from data.street import places as street_places
from data.street import ranking as street_ranking
from data.street import stops as street_stops
from data.street.harm import AnswersHarm
from data.street.peers import AnswersPeers
from data.tables import documents as tables
from data.tables import street as street


class StreetStore(AnswersHarm, AnswersPeers):
    """Answers from the street-level tables of one engine."""

    def __init__(self, engine: Engine, kept: Kept | None = None) -> None:
        self._engine = engine
        self._kept = kept or Kept(keeps=False)

    def _rows(self, query: Query) -> Sequence[Found]:
        with self._engine.connect() as connection:
            return list(connection.execute(query))

    def crime_types(self) -> tuple[CrimeType, ...]:
        item = tables.crime_type.c
        query = select(item.crime, item.number, item.name, item.category).order_by(item.number)
        return self._kept.get("crime types", lambda: tuple(CrimeType(*row) for row in self._rows(query)))

    def street_root(self, partnership: str) -> Place | None:
        """The area of a partnership, if a file with incidents in it is loaded."""
        if self._kept.keeps:
            return self._kept.get("roots", self._roots).get(partnership)
        with self._engine.connect() as connection:
            root = street_places.root_of(connection, partnership)
            held = street.area_count.c
            query = select(held.place).where(held.place == (root.id if root else 0), held.crime_type == 0).limit(1)
            return root if connection.execute(query).first() is not None else None

    def _roots(self) -> dict[str, Place]:
        with self._engine.connect() as connection:
            return street_places.roots(connection)

    def place(self, partnership: str, key: str) -> Place | None:
        """The place that an address names inside a partnership; no key is the whole."""
        root = self.street_root(partnership)
        if root is None or not key:
            return root
        with self._engine.connect() as connection:
            return street_places.named(connection, root, partnership, key)

    def places_named(self, partnership: str, words: tuple[str, ...], most: int) -> tuple[Place, ...]:
        """At most *most* places of a partnership whose name holds each of *words*, or whose code begins with one."""
        root = self.street_root(partnership)
        if root is None or not words:
            return ()
        with self._engine.connect() as connection:
            return street_places.with_words(connection, root, words, most)

    def outward(self, place: int) -> tuple[Place, ...]:
        with self._engine.connect() as connection:
            return street_places.path(connection, place)

    def inward(self, place: int) -> tuple[Place, ...]:
        with self._engine.connect() as connection:
            return street_places.inner_places(connection, place)

    def neighbourhoods(self, place: int) -> tuple[Place, ...]:
        with self._engine.connect() as connection:
            return street_places.leaves(connection, place)

    def held_months(self, force: int | None) -> tuple[HeldMonth, ...]:
        """The published months of one force, or of every real one; the oldest first."""
        held, arrival = street.force_month, street.arrival.c
        query = (
            select(*(held.c[name] for name in ("force", "month", "rows", "no_location", "file")))
            .add_columns(arrival.sha256, arrival.arrived_at, held.c.difference)
            .join(street.arrival, arrival.id == held.c.arrival)
            .order_by(held.c.month, held.c.force)
        )
        if force is not None:
            query = query.where(held.c.force == force)
        else:
            invented = select(street.place.c.force).where(street.place.c.code.startswith(INVENTED))
            query = query.where(held.c.force.not_in(invented.where(street.place.c.force.is_not(None))))
        doubts, found = self._open_doubts(), [HeldMonth(*row) for row in self._rows(query)]
        return tuple(replace(item, doubts=doubts.get((item.force, item.month), ())) for item in found)

    def _open_doubts(self) -> dict[tuple[int, int], tuple[int, ...]]:
        """The crime types that are left out of each force's month."""
        item = street.doubtful_month.c
        found: dict[tuple[int, int], tuple[int, ...]] = {}
        for force, month, kind in self._rows(select(item.force, item.month, item.crime_type).where(item.accepted == 0)):
            found[force, month] = (*found.get((force, month), ()), kind)
        return found

    def doubtful_months(self, force: int | None) -> tuple[DoubtfulMonth, ...]:
        """The months of one force, or of every one, that look incomplete, accepted or not."""
        with self._engine.connect() as connection:
            every = street_gaps.doubtful_months(connection)
        return tuple(item for item in every if force in (None, item.force))

    def counts(self, asked: CountQuery) -> tuple[Count, ...]:
        """Counts without the months that look incomplete: each type without its own, a sum without those of any."""
        with self._engine.connect() as connection:
            gaps = street_gaps.gaps(connection, asked.places)
            pieces = (connection.execute(_counted(asked, some, gaps)) for some in street_places.some(asked.places))
            return tuple(Count(at, kind, column, int(n)) for rows in pieces for at, kind, column, n in rows.all())

    def point_counts(self, asked: CountQuery) -> tuple[PointCount, ...]:
        """Counts at the map points of neighbourhoods *places*; points of the same coordinates are one."""
        with self._engine.connect() as connection:
            return tuple(_point_counts(connection, asked))

    def outcome_counts(self, asked: CountQuery) -> tuple[OutcomeCount, ...]:
        """The same by what became of the incidents."""
        with self._engine.connect() as connection:
            return street_outcomes.outcome_counts(connection, asked)

    def ranking(self, asked: RankQuery) -> tuple[Ranked, ...]:
        """The neighbourhoods of *root*, most incidents first; the newest spans come from the window."""
        with self._engine.connect() as connection:
            return street_ranking.ranking(connection, asked)

    def shapes(self, places: tuple[int, ...]) -> tuple[tuple[int, str], ...]:
        """The boundary of each of *places* that has one, as JSON polygons in millionths of a degree."""
        place, boundary, change = street.place.c, street.boundary.c, street.changed_neighbourhood.c
        own = select(place.id, boundary.polygons).join(street.boundary, boundary.code == place.code)
        # Of what was split since 2011, the parts: they are counted as one.
        parts = select(place.id, boundary.polygons).join(street.changed_neighbourhood, change.old == place.code)
        parts = parts.join(street.boundary, boundary.code == change.new).where(change.kind != MERGED)
        found: list[tuple[int, str]] = []
        for numbers in street_places.some(places):
            drawn = [(row[0], row[1]) for row in self._rows(own.where(place.id.in_(numbers)))]
            without = set(numbers) - {number for number, _ in drawn}
            found += [*drawn, *((row[0], row[1]) for row in self._rows(parts.where(place.id.in_(without))))]
        return tuple(found)

    def touching(self, places: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
        """Which of *places* touch which others, both ways."""
        pair, inside = street.neighbour.c, set(places)
        found: list[tuple[int, int]] = []
        for numbers in street_places.some(places):
            rows = self._rows(select(pair.place, pair.other).where(pair.place.in_(numbers)))
            found += [(row[0], row[1]) for row in rows if row[1] in inside]
        return tuple(found)

    def arrivals(self) -> tuple[Arrival, ...]:
        table = street.arrival.c
        names = ("id", "name", "kind", "source", "sha256", "arrived_at", "bytes", "rows", "rejected", "remarks")
        found = self._rows(select(*(table[name] for name in names)).order_by(table.id.desc()))
        return tuple(Arrival(*row) for row in found)

    def rejected(self, arrival: int) -> tuple[Rejected, ...]:
        table = street.rejected_row.c
        names = ("arrival", "file", "line", "rule", "text")
        query = select(*(table[name] for name in names)).where(table.arrival == arrival).order_by(table.id)
        return tuple(Rejected(*row) for row in self._rows(query))

    def stop_months(self, force: int) -> tuple[int, ...]:
        with self._engine.connect() as connection:
            return street_stops.stop_months(connection, force)

    def stops(self, force: int) -> tuple[Stop, ...]:
        with self._engine.connect() as connection:
            return street_stops.stops(connection, force)

    def searches(self, force: str) -> tuple[Searches, ...]:
        with self._engine.connect() as connection:
            return street_stops.searches(connection, force)


def _counted(asked: CountQuery, places: Sequence[int], gaps: frozenset[street_gaps.Gap]) -> Query:
    """(place, crime type, column, incidents) of some of the asked places; summed only where rows have to be."""
    count = street.area_count.c
    place = count.place if asked.by_place else literal(0)
    kind = count.crime_type if asked.by_type else literal(0)
    column = (count.month - asked.first) // asked.step
    limits = (
        count.place.in_(places),
        count.crime_type.in_(asked.numbers),
        count.month.between(asked.first, asked.last),
        *street_gaps.without(gaps, asked, count.month, count.crime_type, apart=_apart(asked)),
    )
    keys = (place.label("place"), kind.label("kind"), column.label("at"))
    if asked.step == 1 and (asked.by_place or len(places) == 1) and (asked.by_type or len(asked.numbers) == 1):
        return select(*keys, count.n).where(*limits)  # each row is a sum already
    return select(*keys, func.sum(count.n)).where(*limits).group_by("place", "kind", "at")


def _apart(asked: CountQuery) -> bool:
    """Whether each crime type is counted for itself."""
    return asked.by_type and asked.numbers != ALL_TYPES


def _point_counts(connection: Connection, asked: CountQuery) -> Iterator[PointCount]:
    count, point, leaf = street.point_count.c, street.map_point.c, street.leaf_of.c
    hoods = connection.execute(select(leaf.force, leaf.neighbourhood).where(leaf.place.in_(asked.places))).all()
    forces, numbers = {row[0] for row in hoods}, [row[1] for row in hoods]
    months = range(asked.first, asked.last + 1)  # named, so that the key leads straight to each
    out = street_gaps.without(
        street_gaps.gaps(connection, asked.places), asked, count.month, count.crime_type, apart=asked.by_type
    )
    of_leaf = and_(leaf.force == count.force, leaf.neighbourhood == count.neighbourhood)
    kind, column = count.crime_type if asked.by_type else literal(0), (count.month - asked.first) // asked.step
    for some in street_places.some(numbers, 200):
        query = (
            select(point.longitude, point.latitude, leaf.place, kind.label("kind"), column.label("at"))
            .add_columns(func.min(point.name), func.sum(count.n))
            .join(street.map_point, point.id == count.point)
            .join(street.leaf_of, of_leaf)
            .where(count.force.in_(forces), count.month.in_(months), count.neighbourhood.in_(some), *out)
            .group_by(point.longitude, point.latitude, leaf.place, "kind", "at")
        )
        if asked.numbers != (0,):
            query = query.where(count.crime_type.in_(asked.numbers))
        for longitude, latitude, place, crime_type, at, name, n in connection.execute(query):
            number = street_places.spot_number(longitude, latitude)
            yield PointCount(MapPoint(number, longitude / MICRO, latitude / MICRO, name), place, crime_type, at, int(n))
