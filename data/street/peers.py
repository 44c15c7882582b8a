"""Knows which places a place can be compared with: those that a code means, and those of its own kind."""

from sqlalchemy import ColumnElement, Connection, Engine, not_, select

from dashboard.domain.statistics.similar import SimilarSet
from dashboard.domain.street.crime import Level, Place
from dashboard.questions.street import CodedArea
from data.geography.area_tree import INVENTED
from data.street.places import PLACE, as_place, find, similar_sets
from data.tables import street as tables

#: Kinds of places that are compared with all others of the kind; places of any other with those beside them.
WIDE = ((Level.DISTRICT, Level.CSP), (Level.FORCE,))
BESIDE = (Level.LOCALITY, Level.WARD, Level.LSOA)
MOST_ASKED = 500  # codes in one statement


class AnswersPeers:
    """The part of a store that knows what an area may be compared with."""

    _engine: Engine

    def similar_sets(self, area: str) -> tuple[SimilarSet, ...]:
        """Every group of similar areas that was loaded for the *area* of this code."""
        with self._engine.connect() as connection:
            return similar_sets(connection, area)

    def coded_areas(self, codes: tuple[str, ...]) -> tuple[CodedArea, ...]:
        """What each of *codes* means, in their order; a partnership of one district is that district."""
        with self._engine.connect() as connection:
            return coded_areas(connection, codes)

    def other_codes(self, code: str) -> tuple[str, ...]:
        """The code of the partnership that is one district alone, of this *code*."""
        with self._engine.connect() as connection:
            return other_codes(connection, code)

    def peers(self, place: int) -> tuple[Place, ...]:
        """The other places of its kind with a force of which any month is held, by name."""
        with self._engine.connect() as connection:
            return peers(connection, place)


def coded_areas(connection: Connection, codes: tuple[str, ...]) -> tuple[CodedArea, ...]:
    """What each of *codes* means, in their order: a place, or of a partnership of one district that district."""
    places = _places(connection, codes)
    alone = {csp: inner for csp, inner in _alone(connection, codes).items() if csp not in places}
    places |= {csp: place for csp, inner in alone.items() for place in _places(connection, (inner,)).values()}
    area, names = tables.lookup_area.c, dict[str, str]()
    for part in _pieces(codes):
        names |= {
            code: name for code, name in connection.execute(select(area.code, area.name).where(area.code.in_(part)))
        }
    return tuple(CodedArea(code, names.get(code, ""), places.get(code)) for code in codes)


def _places(connection: Connection, codes: tuple[str, ...]) -> dict[str, Place]:
    asked = (select(*PLACE).where(tables.place.c.code.in_(part)) for part in _pieces(codes))
    rows = (row for query in asked for row in connection.execute(query))
    return {place.code: place for place in map(as_place, rows)}


def _alone(connection: Connection, csps: tuple[str, ...]) -> dict[str, str]:
    """The district of each partnership among *csps* that is one district."""
    link, found = tables.lookup_link.c, dict[str, set[str]]()
    for part in _pieces(csps):
        query = select(link.outer, link.inner).where(link.level == Level.CSP, link.outer.in_(part))
        for outer, inner in connection.execute(query):
            found.setdefault(outer, set()).add(inner)
    return {csp: min(inner) for csp, inner in found.items() if len(inner) == 1}


def other_codes(connection: Connection, code: str) -> tuple[str, ...]:
    """The code of the partnership that is one district alone, of this *code*; nothing where there is none."""
    link = tables.lookup_link.c
    query = select(link.outer).where(link.inner == code, link.level == Level.CSP)
    csps = tuple(connection.execute(query).scalars())
    return tuple(csp for csp in _alone(connection, csps) if csp != code)


def peers(connection: Connection, number: int) -> tuple[Place, ...]:
    """The other places of the kind of *number*, by name: of the whole country's districts, of wards those beside it.

    Only those of a force of which any month is held; the invented county has none in common with real ones.
    """
    own = find(connection, select(*PLACE).where(tables.place.c.id == number))
    limits = _of_kind(own) if own else None
    if own is None or limits is None:
        return ()
    place, held = tables.place.c, select(tables.force_month.c.force)
    invented = place.code.startswith(INVENTED)
    same = invented if own.code.startswith(INVENTED) else not_(invented)
    if own.level == Level.LOCALITY:
        same = place.parent == own.parent  # their codes are our own
    query = select(*PLACE).where(limits, place.id != number, place.force.in_(held), same)
    return tuple(sorted(map(as_place, connection.execute(query)), key=lambda item: (item.name, item.code)))


def _of_kind(own: Place) -> ColumnElement[bool] | None:
    """The limits of what is of one kind with *own*; None for a place that is compared with nothing."""
    place = tables.place.c
    for levels in WIDE:
        if own.level in levels:
            return place.level.in_(levels)
    if own.level not in BESIDE:
        return None
    return (place.level == own.level) & (place.parent == own.parent)


def _pieces(codes: tuple[str, ...]) -> list[tuple[str, ...]]:
    """*codes* in pieces that a statement can hold."""
    return [codes[at : at + MOST_ASKED] for at in range(0, len(codes), MOST_ASKED)]
