"""Knows how months that look incomplete are found after a load, and accepted by name: nothing is overwritten."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, Engine, delete, insert, select, update

from dashboard.domain.access.deeds import Deed, DeedKind
from dashboard.domain.errors import RefusedFile, UnreadablePeriod
from dashboard.domain.periods.months import month_number, month_text
from dashboard.domain.street.completeness import WHOLE, Doubt, doubts
from dashboard.domain.street.crime import Level
from dashboard.questions.street import DoubtfulMonth
from data.audit.recording import record
from data.engine import begin_writing
from data.street.gaps import doubtful_months
from data.street.loading.totals import new_version
from data.tables import documents as published
from data.tables import street as tables

LONGEST = 500


class Said(NamedTuple):
    """What somebody says of a month that looks incomplete."""

    accepted: bool  # False takes an acceptance back
    words: str
    who: str


def judge(connection: Connection, forces: Iterable[int]) -> list[DoubtfulMonth]:
    """Look through every month of *forces*; return those in doubt that nobody has accepted as they are now."""
    table = tables.doubtful_month
    for force in sorted(set(forces)):
        accepted = _accepted(connection, force)
        found = [_row(force, item, accepted) for item in doubts(_counts(connection, force))]
        connection.execute(delete(table).where(table.c.force == force))
        if found:
            connection.execute(insert(table), found)
    known = doubtful_months(connection)
    return [item for item in known if item.force in set(forces) and not item.accepted]


def _counts(connection: Connection, force: int) -> dict[int, dict[int, int]]:
    """Incidents of a force by month and crime type."""
    area, place = tables.area_count.c, tables.place.c
    whole = select(place.id).where(place.force == force, place.level == Level.FORCE)
    query = select(area.month, area.crime_type, area.n).where(area.place.in_(whole), area.crime_type != WHOLE)
    found: dict[int, dict[int, int]] = defaultdict(dict)
    for month, crime_type, n in connection.execute(query):
        found[month][crime_type] = found[month].get(crime_type, 0) + n
    return found


def _accepted(connection: Connection, force: int) -> set[tuple[int, int, int]]:
    """What was accepted of a force, as the newest word says: (month, crime type, incidents)."""
    item = tables.month_acceptance.c
    query = select(item.month, item.crime_type, item.n, item.accepted).where(item.force == force).order_by(item.id)
    newest = {tuple(row)[:3]: bool(row.accepted) for row in connection.execute(query)}
    return {key for key, accepted in newest.items() if accepted}


def _row(force: int, item: Doubt, accepted: set[tuple[int, int, int]]) -> dict[str, int | str]:
    key = (item.month, item.crime_type, item.n)
    known = dict(zip(("month", "crime_type", "n"), key, strict=True))
    return {"force": force, "usual": str(item.usual), "accepted": int(key in accepted), **known}


def say(engine: Engine, item: DoubtfulMonth, said: Said, moment: datetime) -> None:
    """Keep that somebody accepts a month as it is, or takes that back; raises RefusedFile without a name."""
    if not said.who:
        raise RefusedFile("Enter your name.")
    table, key = tables.doubtful_month, {"force": item.force, "month": item.month, "crime_type": item.crime_type}
    with begin_writing(engine) as connection:
        values = {"n": item.n, "accepted": int(said.accepted), "words": said.words[:LONGEST], "who": said.who}
        stamp = moment.isoformat(timespec="seconds")
        connection.execute(insert(tables.month_acceptance).values(moment=stamp, **key, **values))
        here = [table.c[name] == value for name, value in key.items()]
        connection.execute(update(table).where(*here).values(accepted=int(said.accepted)))
        new_version(connection, moment.isoformat())
        record(connection, _deed(item, said), moment)


def _deed(item: DoubtfulMonth, said: Said) -> Deed:
    kind = DeedKind.MONTH_ACCEPTED if said.accepted else DeedKind.MONTH_LEFT_OUT
    words = ("counts", "left out")[:: 1 if said.accepted else -1]
    return Deed(kind, _named(item), before=words[1], after=words[0])


def named(engine: Engine, force: str, month: str, crime: str) -> DoubtfulMonth:
    """The month in doubt that somebody names; raises RefusedFile with those there are."""
    try:
        number = month_number(month)
    except UnreadablePeriod as fault:
        raise RefusedFile(str(fault)) from fault
    with engine.connect() as connection:
        every = doubtful_months(connection)
        kind = published.crime_type.c
        crimes = {slug: name for slug, name in connection.execute(select(kind.crime, kind.name))}
    wanted = crimes.get(crime, crime).casefold()
    for item in every:
        is_type = item.crime_name.casefold() == wanted
        if force.casefold() in (item.force_name.casefold(), item.force_slug) and item.month == number and is_type:
            return item
    raise RefusedFile(f"There is no such month in doubt; {_listed(every)}")


def _named(item: DoubtfulMonth) -> str:
    return f"{item.force_name} {month_text(item.month)} {item.crime_name}".strip()


def _listed(every: Iterable[DoubtfulMonth]) -> str:
    names = list(map(_named, every))
    return f"there are: {', '.join(names)}." if names else "none is."
