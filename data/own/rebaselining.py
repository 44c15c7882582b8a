"""Knows how decisions on control limits are kept: rows that only grow; one is taken back by another row."""

from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import Connection, Engine, insert, select

from dashboard.domain.access.deeds import Deed, DeedKind
from dashboard.domain.errors import RefusedDecision
from dashboard.domain.statistics.control_chart import Rebaseline
from dashboard.domain.statistics.rebaselines import Decision, Withdrawal, in_force
from data.audit.recording import record
from data.engine import begin_writing
from data.own.pointer import stamp
from data.tables.own import rebaseline

GONE = "This decision is not in force any more: somebody took it back."


def decide(engine: Engine, place: tuple[str, str, str], said: Rebaseline, moment: datetime) -> None:
    """Keep what was *said* of a place: partnership, indicator and area; what stands already is kept once."""
    partnership, indicator, area = place
    values = {"partnership": partnership, "indicator": indicator, "area": area, "first": said.first.isoformat()}
    with begin_writing(engine) as connection:
        if any(item.said == said for item in in_force(_read(connection, partnership, None), indicator, area)):
            return
        _add(connection, moment, withdraws=0, reason=said.reason, author=said.author, **values)
        after = f"limits from {values['first']} on"
        record(connection, Deed(DeedKind.BASELINE_SET, f"{indicator}, {area}", partnership, after=after), moment)


def withdraw(engine: Engine, partnership: str, number: int, said: tuple[str, str], moment: datetime) -> None:
    """Take the decision of a *number* back, *said* with reason and author; raises RefusedDecision for one not there."""
    reason, author = said
    with begin_writing(engine) as connection:
        known = {item.number: item for item in _read(connection, partnership, None)}
        found = known.get(number)
        if found is not None and found.withdrawn and (found.withdrawn.reason, found.withdrawn.author) == said:
            return  # a double click
        if found is None or found.withdrawn is not None:
            raise RefusedDecision((("", GONE),))
        place = {"partnership": partnership, "indicator": found.indicator, "area": found.area, "first": ""}
        _add(connection, moment, withdraws=number, reason=reason, author=author, **place)
        before = f"limits from {found.said.first.isoformat()} on"
        subject = f"{found.indicator}, {found.area}"
        record(connection, Deed(DeedKind.BASELINE_WITHDRAWN, subject, partnership, before), moment)


def decisions(engine: Engine, partnership: str, day: date | None) -> tuple[Decision, ...]:
    """Everything decided of a partnership up to the end of *day* (UTC), the oldest first, with what was taken back."""
    with engine.connect() as connection:
        return _read(connection, partnership, day)


def _add(connection: Connection, moment: datetime, **values: str | int) -> None:
    connection.execute(insert(rebaseline).values(moment=stamp(moment), **values))


def _read(connection: Connection, partnership: str, day: date | None) -> tuple[Decision, ...]:
    item = rebaseline.c
    query = select(rebaseline).where(item.partnership == partnership).order_by(item.id)
    if day is not None:
        query = query.where(item.moment < f"{day.isoformat()}U")  # after every time of that day, which begins with T
    found: dict[int, Decision] = {}
    for row in connection.execute(query):
        if row.withdraws:
            taken_back = Withdrawal(row.reason, row.author, row.moment)
            found[row.withdraws] = replace(found[row.withdraws], withdrawn=taken_back)
        else:
            said = Rebaseline(date.fromisoformat(row.first), row.reason, row.author)
            found[row.id] = Decision(row.id, row.indicator, row.area, said, row.moment)
    return tuple(found.values())
