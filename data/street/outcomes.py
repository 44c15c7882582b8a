"""Knows how to answer how incidents ended: of districts and wider from sums, of what lies within from the points."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import ColumnElement, Connection, func, literal, select

from dashboard.questions.street import ALL_TYPES, CountQuery, OutcomeCount
from data.schema import Found, Query
from data.street import gaps as street_gaps
from data.street.loading.outcomes import WIDE
from data.street.places import some
from data.tables import street as tables

MOST_HOODS = 200  # in one statement
Key = tuple[int, int, int, int]  # place, crime type, column, outcome


def outcome_counts(connection: Connection, asked: CountQuery) -> tuple[OutcomeCount, ...]:
    """Counts by outcome, without the months that look incomplete, as those of a CountQuery are."""
    place = tables.place.c
    query = select(place.id).where(place.level.in_(WIDE))
    wide = {at for part in some(asked.places) for at in connection.execute(query.where(place.id.in_(part))).scalars()}
    gaps = street_gaps.gaps(connection, asked.places)
    found: Counter[Key] = Counter()
    for rows in (_of_wide(connection, asked, sorted(wide), gaps), _of_fine(connection, asked, wide, gaps)):
        for within, kind, column, outcome, n in rows:
            found[within if asked.by_place else 0, kind, column, outcome] += int(n)
    names = {number: name for number, name in connection.execute(select(tables.outcome.c.id, tables.outcome.c.name))}
    return tuple(
        OutcomeCount(at, kind, column, names[outcome], n) for (at, kind, column, outcome), n in sorted(found.items())
    )


def _of_wide(
    connection: Connection, asked: CountQuery, places: Sequence[int], gaps: frozenset[street_gaps.Gap]
) -> Iterator[Found]:
    count = tables.outcome_count.c
    for part in some(places):
        query = _summed(asked, gaps, count.place, (count.crime_type, count.month, count.outcome, count.n))
        in_time = count.month.between(asked.first, asked.last)
        yield from connection.execute(query.where(count.place.in_(part), in_time))


def _of_fine(
    connection: Connection, asked: CountQuery, wide: set[int], gaps: frozenset[street_gaps.Gap]
) -> Iterator[tuple[int, ...]]:
    """Of neighbourhoods and wards: (place, crime type, column, outcome, incidents) of each neighbourhood in them."""
    inside = _hoods(connection, [place for place in asked.places if place not in wide])
    forces, hoods = sorted({force for force, _ in inside}), sorted({hood for _, hood in inside})
    count = tables.point_count.c
    months = range(asked.first, asked.last + 1)  # named, so that the key leads straight to each
    for at in range(0, len(hoods), MOST_HOODS):
        part = hoods[at : at + MOST_HOODS]
        query = _summed(asked, gaps, count.neighbourhood, (count.crime_type, count.month, count.outcome, count.n))
        query = query.add_columns(count.force).group_by(count.force)
        query = query.where(count.force.in_(forces), count.month.in_(months), count.neighbourhood.in_(part))
        for hood, kind, column, outcome, n, force in connection.execute(query):
            for place in inside.get((force, hood), ()):
                yield place, kind, column, outcome, n


def _summed(
    asked: CountQuery,
    gaps: frozenset[street_gaps.Gap],
    place: ColumnElement[int],
    of: tuple[ColumnElement[int], ...],
) -> Query:
    """(place, crime type, column, outcome, incidents) of a table whose columns are *of* type, month, outcome, count."""
    kind, month, outcome, n = of
    shown = kind if asked.by_type else literal(0)
    limits: list[ColumnElement[bool]] = street_gaps.without(
        gaps, asked, month, kind, apart=asked.by_type and asked.numbers != ALL_TYPES
    )
    if asked.numbers != ALL_TYPES:
        limits = [*limits, kind.in_(asked.numbers)]
    column = (month - asked.first) // asked.step
    keys = (place.label("place"), shown.label("kind"), column.label("at"), outcome.label("outcome"))
    return select(*keys, func.sum(n)).where(*limits).group_by("place", "kind", "at", outcome)


def _hoods(connection: Connection, places: Iterable[int]) -> dict[tuple[int, int], list[int]]:
    """(force, neighbourhood) and those among *places* that its incidents are counted in."""
    leaf, within = tables.leaf_of.c, tables.place_within.c
    found: dict[tuple[int, int], list[int]] = defaultdict(list)
    for part in some(tuple(places)):
        own = select(leaf.force, leaf.neighbourhood, leaf.place).where(leaf.place.in_(part))
        wider = select(leaf.force, leaf.neighbourhood, within.place).join(
            tables.place_within, within.leaf == leaf.place
        )
        for query in (own, wider.where(within.place.in_(part))):
            for force, hood, place in connection.execute(query):
                found[force, hood].append(place)
    return found
