"""Knows how rules on small numbers are kept: rows that only grow; one is taken back by another row."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, Engine, insert, select

from dashboard.domain.access.deeds import Deed, DeedKind
from dashboard.domain.disclosure.deciding import About, KeptRule, Proposal, named, newest_of, taken_back
from dashboard.domain.disclosure.rule import Mode, SmallNumberRule
from dashboard.domain.errors import RefusedDecision
from dashboard.domain.statistics.rebaselines import Withdrawal
from data.audit.recording import record
from data.engine import begin_writing
from data.own.commentaries import OVERTAKEN
from data.own.pointer import stamp
from data.papers.jobs import forget
from data.schema import Found
from data.tables.own import small_number_rule as table

GONE = "This rule is not in force any more: somebody took it back."


def set_rule(engine: Engine, partnership: str, said: Proposal, moment: datetime, seen: int | None = None) -> None:
    """Keep what was *said* of a partnership; it takes the place of an earlier rule of the same about.

    The same once more is kept once. Raises RefusedDecision where others decided since the one that was *seen*.
    """
    rule, about = said.rule, said.about
    values = {"source": about.source, "indicator": about.indicator, "mode": str(rule.mode)}
    numbers = {name: int(getattr(rule, name)) for name in ("threshold", "base", "show_zero", "secondary")}
    with begin_writing(engine) as connection:
        if _stands(said, known := _read(connection, partnership)):
            return
        if seen is not None and newest_of(known) > seen:
            raise RefusedDecision((("", OVERTAKEN),))
        forget(connection, partnership)
        signed = {"reason": said.reason, "author": said.author, "moment": stamp(moment)}
        connection.execute(insert(table).values(withdraws=0, partnership=partnership, **values, **numbers, **signed))
        record(connection, Deed(DeedKind.SMALL_NUMBERS_SET, named(about), partnership, after=rule.words), moment)


def withdraw_rule(engine: Engine, partnership: str, number: int, said: tuple[str, str], moment: datetime) -> None:
    """Take the rule of a *number* back, *said* with reason and author; raises RefusedDecision for one not there."""
    reason, author = said
    with begin_writing(engine) as connection:
        known = {item.number: item for item in _read(connection, partnership)}
        found = known.get(number)
        if found is not None and found.withdrawn and (found.withdrawn.reason, found.withdrawn.author) == said:
            return  # a double click
        if found is None or found.withdrawn is not None:
            raise RefusedDecision((("", GONE),))
        values = {"withdraws": number, "partnership": partnership, "mode": "", "reason": reason, "author": author}
        values |= {name: 0 for name in ("threshold", "base", "show_zero", "secondary")}
        values |= {"source": found.about.source, "indicator": found.about.indicator, "moment": stamp(moment)}
        connection.execute(insert(table).values(**values))
        deed = Deed(DeedKind.SMALL_NUMBERS_SET, named(found.about), partnership, found.rule.words, "withdrawn")
        record(connection, deed, moment)


def rules_of(engine: Engine, partnership: str) -> tuple[KeptRule, ...]:
    """Every rule that was set for a partnership, the oldest first."""
    with engine.connect() as connection:
        return _read(connection, partnership)


def _stands(said: Proposal, known: Sequence[KeptRule]) -> bool:
    """Whether the newest rule of the same about says this already."""
    of_it = [item for item in known if item.about == said.about]
    newest = of_it[-1] if of_it and of_it[-1].withdrawn is None else None
    return newest is not None and (newest.rule, newest.reason, newest.author) == (said.rule, said.reason, said.author)


def _read(connection: Connection, partnership: str) -> tuple[KeptRule, ...]:
    query = select(table).where(table.c.partnership == partnership).order_by(table.c.id)
    found: dict[int, KeptRule] = {}
    for row in connection.execute(query):
        if row.withdraws:
            said = Withdrawal(row.reason, row.author, row.moment)
            found[row.withdraws] = taken_back(found[row.withdraws], said)
        else:
            found[row.id] = _rule(row)
    return tuple(found.values())


def _rule(row: Found) -> KeptRule:
    noughts, secondary = bool(row.show_zero), bool(row.secondary)
    rule = SmallNumberRule(row.threshold, Mode(row.mode), row.base, noughts, secondary)
    return KeptRule(row.id, About(row.indicator, row.source), rule, row.reason, row.author, row.moment)
