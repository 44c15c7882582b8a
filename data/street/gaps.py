"""Knows which months are left out of counts: those that look incomplete and that nobody has accepted."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from sqlalchemy import Connection, and_, func, not_, select
from sqlalchemy.sql import ColumnElement

from dashboard.domain.street.completeness import WHOLE
from dashboard.domain.street.crime import Level
from dashboard.domain.street.sortings import are_counted
from dashboard.questions.street import ALL_TYPES, CountQuery, DoubtfulMonth
from data.geography.area_tree import INVENTED
from data.schema import Found, Query
from data.street.places import some
from data.tables import documents as tables
from data.tables import street as street

Gap = tuple[int, int]  # month, crime type


def gaps(connection: Connection, places: Sequence[int]) -> frozenset[Gap]:
    """What is left out of the counts of *places*: of any force that one of them lies in, of every real one."""
    item, place = street.doubtful_month.c, street.place.c
    found = connection.execute(select(item.force, item.month, item.crime_type).where(item.accepted == 0)).all()
    if not found:
        return frozenset()
    forces: set[int | None] = set()
    for numbers in some(places):
        forces |= set(connection.execute(select(place.force).where(place.id.in_(numbers)).distinct()).scalars())
    if None in forces:
        forces |= _real(connection)
    return frozenset((row.month, row.crime_type) for row in found if row.force in forces)


def _real(connection: Connection) -> set[int | None]:
    place = street.place.c
    query = select(place.force).where(place.level == Level.FORCE, not_(place.code.startswith(INVENTED)))
    return set(connection.execute(query).scalars())


def months_out(found: Iterable[Gap], numbers: Sequence[int], *, apart: bool = False) -> tuple[int, ...]:
    """The months without a count of crime types *numbers*: of their sum, or of each *apart* from the others."""
    every = tuple(numbers) == ALL_TYPES
    spoilt = (month for month, kind in found if kind == WHOLE or (not apart and (every or kind in numbers)))
    return tuple(sorted(set(spoilt)))


def without(
    found: frozenset[Gap], asked: CountQuery, month: ColumnElement[int], kind: ColumnElement[int], *, apart: bool
) -> list[ColumnElement[bool]]:
    """The limits that leave out of a query what is no count."""
    limits: list[ColumnElement[bool]] = []
    out = set(months_out(found, asked.numbers, apart=apart))
    if not apart:
        out |= {at for at in range(asked.first, asked.last + 1) if not are_counted(at, asked.numbers)}
    if out:
        limits.append(month.not_in(sorted(out)))
    if apart:
        limits += [not_(and_(month == at, kind == number)) for at, number in sorted(found) if number != WHOLE]
    return limits


def doubtful_months(connection: Connection) -> tuple[DoubtfulMonth, ...]:
    """Every month that looks incomplete, with who accepted it if somebody did."""
    return tuple(map(_doubtful_month, connection.execute(_every_doubt())))


def _every_doubt() -> Query:
    """Each month in doubt with its force, its crime type, and the newest word on it as it is now."""
    item, force, kind, said = street.doubtful_month, street.force, tables.crime_type, street.month_acceptance
    newest = select(func.max(said.c.id)).group_by(said.c.force, said.c.month, said.c.crime_type, said.c.n)
    same = and_(*(said.c[name] == item.c[name] for name in ("force", "month", "crime_type", "n")))
    return (
        select(item, force.c.name, force.c.slug, kind.c.name.label("crime"), said.c.words, said.c.who, said.c.moment)
        .join(force, force.c.id == item.c.force)
        .outerjoin(kind, kind.c.number == item.c.crime_type)
        .outerjoin(said, and_(same, said.c.id.in_(newest)))
        .order_by(item.c.force, item.c.month, item.c.crime_type)
    )


def _doubtful_month(row: Found) -> DoubtfulMonth:
    what = (row.force, row.name, row.slug, row.month, row.crime_type, row.crime or "")
    said = (bool(row.accepted), row.words or "", row.who or "", row.moment or "")
    return DoubtfulMonth(*what, row.n, Decimal(row.usual), *said)
