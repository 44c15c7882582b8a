"""Knows which incident lists stand, and how one is withdrawn and put back: rows only grow, the newest says it."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import UTC, date, datetime

from sqlalchemy import Connection, Engine, func, insert, select

from dashboard.domain.access.deeds import Deed, DeedKind
from dashboard.domain.errors import RefusedFile
from dashboard.domain.incidents.lists import IncidentList
from dashboard.domain.incidents.offences import Telling, told_of
from data.audit.recording import record
from data.engine import begin_writing
from data.street.loading.totals import new_version
from data.tables import documents as published
from data.tables import incidents as tables

STATES = ("is withdrawn", "stands")


def lists_of(connection: Connection, partnership: str, day: date | None = None) -> tuple[IncidentList, ...]:
    """The lists of a partnership that were there at the end of *day*, the oldest first."""
    item = tables.incident_list
    rows = connection.execute(select(item).where(item.c.partnership == partnership).order_by(item.c.id)).all()
    if not rows:
        return ()
    stands, crimes = _standing(connection, _end_of(day)), _crimes(connection, partnership)
    return tuple(
        IncidentList(
            number=row.id,
            arrival=row.arrival,
            file=row.file,
            first=row.first,
            last=row.last,
            crimes=frozenset(crimes.get(row.id, ())),
            incidents=row.incidents,
            moment=row.moment,
            is_standing=stands[row.id],
        )
        for row in rows
        if row.id in stands
    )


def months_standing(connection: Connection, day: date | None) -> dict[str, tuple[int, int]]:
    """The first and the last month of the lists that stood at the end of *day*, by partnership."""
    item = tables.incident_list.c
    now = _standing(connection, _end_of(day))
    found: dict[str, tuple[int, int]] = {}
    for row in connection.execute(select(item.id, item.partnership, item.first, item.last)):
        if now.get(row.id):
            first, last = found.get(row.partnership, (row.first, row.last))
            found[row.partnership] = (min(first, row.first), max(last, row.last))
    return found


def _end_of(day: date | None) -> str:
    """After every time of that day, which begins with T; nothing of now."""
    return "" if day is None else f"{day.isoformat()}U"


def stands(connection: Connection, arrival: int) -> bool:
    """Whether a list of the file *arrival* stands."""
    item, now = tables.incident_list.c, _standing(connection, "")
    return any(now.get(number) for (number,) in connection.execute(select(item.id).where(item.arrival == arrival)))


def _standing(connection: Connection, until: str) -> dict[int, bool]:
    move = tables.incident_move.c
    newest = select(func.max(move.id)).group_by(move.list)
    if until:
        newest = newest.where(move.moment < until)
    query = select(move.list, move.standing).where(move.id.in_(newest))
    return {number: bool(standing) for number, standing in connection.execute(query)}


def _crimes(connection: Connection, partnership: str) -> Mapping[int, set[str]]:
    """The crime types in each list."""
    types = Offences(connection, partnership)
    item, of = tables.incident_offence.c, tables.incident_list.c
    query = select(item.list, item.words).join(tables.incident_list, of.id == item.list)
    found: dict[int, set[str]] = defaultdict(set)
    for number, words in connection.execute(query.where(of.partnership == partnership)):
        found[number].add(types.crime(words))
    return found


class Offences:
    """Which crime type an offence is: as somebody of the partnership said last, or by its code and words."""

    def __init__(self, connection: Connection, partnership: str) -> None:
        item, kind = tables.offence_type.c, published.crime_type.c
        query = select(item.words, item.crime).where(item.partnership == partnership).order_by(item.id)
        self.said = {words: crime for words, crime in connection.execute(query)}
        names = connection.execute(select(kind.name, kind.crime)).all()
        self._names = {name.casefold(): crime for name, crime in names} | {crime: crime for _, crime in names}

    def crime(self, words: str) -> str:
        return self.told(words)[0]

    def told(self, words: str) -> tuple[str, Telling]:
        """Its crime type, and what tells it."""
        return (self.said[words], Telling.SAID) if words in self.said else told_of(words, self._names)


def move(engine: Engine, number: int, *, standing: bool, who: str, moment: datetime) -> None:
    """Withdraw a list, or put it back; raises RefusedFile where there is no such list, or nothing would change."""
    with begin_writing(engine) as connection:
        query = select(tables.incident_list).where(tables.incident_list.c.id == number)
        found, now = connection.execute(query).first(), _standing(connection, "").get(number)
        if found is None or now is None:
            raise RefusedFile("There is no such incident list.")
        if now is standing:
            raise RefusedFile(f"{found.file} {STATES[standing]} already.")
        note_move(connection, number, (int(standing), who, STATES[standing]), moment)
        subject = f"incident list {number}: {found.file}"
        deed = Deed(DeedKind.FIGURES_UNDONE, subject, found.partnership, STATES[now], STATES[standing])
        record(connection, deed, moment)
        new_version(connection, moment.isoformat())


def note_move(connection: Connection, number: int, said: tuple[int, str, str], moment: datetime) -> None:
    """Write that a list stands (1) or not, who says it, and why."""
    standing, who, why = said
    item = tables.incident_list.c
    home = connection.execute(select(item.partnership).where(item.id == number)).scalar()
    stamp = moment.astimezone(UTC).isoformat(timespec="seconds")
    values = {"list": number, "partnership": home, "standing": standing, "moment": stamp, "who": who, "why": why}
    connection.execute(insert(tables.incident_move).values(values))
