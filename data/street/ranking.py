"""Knows how neighbourhoods are ranked: the newest spans from the window table, any other from the counts."""

from collections.abc import Sequence

from sqlalchemy import Connection, and_, case, func, or_, select

from dashboard.domain.periods.calendar import MONTHS_IN_YEAR, By, first_month, period_with
from dashboard.domain.street.crime import Level
from dashboard.questions.street import Ranked, RankQuery
from data.geography.area_tree import INVENTED
from data.schema import Expression, Query
from data.street.gaps import gaps, months_out
from data.tables import street as street


def ranking(connection: Connection, asked: RankQuery) -> tuple[Ranked, ...]:
    """Return the neighbourhoods of a place by incidents, the most first, beside the months that are compared."""
    out = months_out(gaps(connection, (asked.root,)), asked.numbers)
    touched = [month for month in out if asked.first - asked.back <= month <= asked.last]
    span = "" if touched else _span(connection, asked)
    sums = (_window_sums(asked, span) if span else _count_sums(asked, touched)).subquery()
    query = (
        select(sums.c.leaf, sums.c.now, sums.c.before)
        .where(sums.c.now + sums.c.before > 0)
        .order_by(sums.c.now.desc(), sums.c.before.desc(), sums.c.leaf)
        .limit(asked.limit)
    )
    return tuple(Ranked(leaf, int(now), int(before)) for leaf, now, before in connection.execute(query))


def _span(connection: Connection, asked: RankQuery) -> str:
    """Which span of the window holds just the months asked for, if any; it knows them a year before alone."""
    if asked.back != MONTHS_IN_YEAR:
        return ""
    held, place = street.force_month.c, street.place.c
    force = connection.execute(select(place.force).where(place.id == asked.root)).scalar()
    made_up = select(place.force).where(place.code.startswith(INVENTED), place.level == Level.FORCE)
    of_place = held.force == force if force is not None else held.force.not_in(made_up)
    newest = connection.execute(select(func.max(held.month)).where(of_place)).scalar()
    if newest is None or newest != asked.last:
        return ""
    spans = {
        newest: "month",
        first_month(period_with(newest, By.YEAR)): "year",
        newest - MONTHS_IN_YEAR + 1: "rolling",
    }
    return spans.get(asked.first, "")


def _window_sums(asked: RankQuery, span: str) -> Query:
    """Sums of the window; a force whose newest month is an older one is left out."""
    window, within = street.place_window.c, street.place_within.c
    sums = (func.sum(window[f"{span}_now"]), func.sum(window[f"{span}_before"]))
    inside = window.place.in_(select(within.leaf).where(within.place == asked.root))
    # All of the country lies in every force that is not made up: no need to look into each place.
    whole = select(street.place.c.id).where(street.place.c.id == asked.root, street.place.c.level == Level.COUNTRY)
    made_up = select(street.place.c.force).where(
        street.place.c.code.startswith(INVENTED), street.place.c.level == Level.FORCE
    )
    real = and_(whole.exists(), window.force.not_in(made_up))
    return (
        select(window.place.label("leaf"), *_named(*sums))
        .where(window.crime_type.in_(asked.numbers), window.level == Level.LSOA, window.newest == asked.last)
        .where(or_(real, inside))
        .group_by(window.place)
    )


def _count_sums(asked: RankQuery, out: Sequence[int]) -> Query:
    """Sums of the counts but for months *out*: for each neighbourhood one walk over its months from those before."""
    count, within = street.area_count.c, street.place_within.c
    months = count.month.between(asked.first - asked.back, asked.last)
    here = and_(count.place == within.leaf, count.crime_type.in_(asked.numbers), months, count.month.not_in(out))
    now = func.sum(case((count.month >= asked.first, count.n), else_=0))
    before = func.sum(case((count.month <= asked.last - asked.back, count.n), else_=0))
    return (
        select(within.leaf, *_named(now, before))
        .join(street.area_count, here)
        .join(street.place, street.place.c.id == within.leaf)
        .where(within.place == asked.root, street.place.c.level == Level.LSOA)
        .group_by(within.leaf)
    )


def _named(now: Expression, before: Expression) -> tuple[Expression, Expression]:
    return now.label("now"), before.label("before")
