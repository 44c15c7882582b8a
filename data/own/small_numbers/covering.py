"""Knows how the covers of figures are worked out once and kept: what was decided stays, whatever is published later."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256

from sqlalchemy import Connection, Engine, func, insert, select
from sqlalchemy.exc import SQLAlchemyError

from dashboard.domain.disclosure.counts import Version
from dashboard.domain.disclosure.covers import Cover, Covers, Past, Plan
from dashboard.domain.disclosure.deciding import About
from dashboard.domain.disclosure.equations import Frame
from dashboard.domain.disclosure.plan import plan
from dashboard.domain.disclosure.rule import SmallNumberRule
from data.engine import begin_writing
from data.own.small_numbers.history import Ruled, states
from data.tables import own as tables

AT_ONCE = 5_000  # rows in one statement


@dataclass(frozen=True, slots=True)
class Covering:
    """Whose figures are covered, under which rules, and what adds up among them."""

    ruled: Ruled
    frame: Frame

    @property
    def name(self) -> str:
        """Names the rules: others make another plan."""
        return named(self.ruled.rules)


def named(rules: Mapping[About, SmallNumberRule]) -> str:
    said = sorted((about.indicator, about.source, json.dumps(asdict(rule))) for about, rule in rules.items())
    return sha256(json.dumps(said).encode()).hexdigest()[:16]


def newest_release(connection: Connection, partnership: str) -> int:
    """The newest release that says anything of a partnership."""
    spoken = (tables.figure, tables.indicator, tables.area)
    queries = (select(func.max(table.c.release)).where(table.c.partnership == partnership) for table in spoken)
    return max(int(connection.execute(query).scalar() or 0) for query in queries)


def kept_covers(engine: Engine, partnership: str, rules: str) -> Covers | None:
    """The covers that are kept; nothing where a release came after them."""
    with engine.connect() as connection:
        if _planned(connection, partnership, rules) < newest_release(connection, partnership):
            return None
        return _read(connection, partnership, rules)


def made_covers(engine: Engine, asked: Covering) -> Covers:
    """The covers worked out for what is not covered yet, and kept; where nothing can be written they are made again."""
    with engine.connect() as connection:
        found, upto = proposed_covers(connection, asked), newest_release(connection, asked.ruled.partnership)
    try:
        with begin_writing(engine) as connection:
            _keep(connection, asked, found, upto)
            return _read(connection, asked.ruled.partnership, asked.name)
    except SQLAlchemyError:  # a database that is read only, full or locked still hides what it has to hide
        return found.covers


def proposed_covers(connection: Connection, asked: Covering) -> Plan:
    """What the rules come to: all of the past in one plan, on top of what is kept of it."""
    partnership = asked.ruled.partnership
    upto = _planned(connection, partnership, asked.name)
    covers = _read(connection, partnership, asked.name) if upto else {}
    past = Past(_decided(connection, asked, upto), covers)
    return plan(states(connection, asked.ruled), asked.frame, past)


def _planned(connection: Connection, partnership: str, rules: str) -> int:
    """The newest release that is covered; 0 where none is."""
    kept = tables.small_number_plan.c
    query = select(func.max(kept.release)).where(kept.partnership == partnership, kept.rules == rules)
    return int(connection.execute(query).scalar() or 0)


def _decided(connection: Connection, asked: Covering, upto: int) -> frozenset[Version]:
    """Every figure of a release that is covered: it was hidden, rounded or shown."""
    figure = tables.figure.c
    columns = (figure.indicator, figure.area, figure.period, figure.number)
    query = select(*columns).where(
        figure.partnership == asked.ruled.partnership,
        figure.what == "actual",
        figure.release <= upto,
        figure.number.is_not(None),
    )
    found = connection.execute(query) if upto else ()
    return frozenset((name, area, period, number) for name, area, period, number in found)


def _read(connection: Connection, partnership: str, rules: str) -> Covers:
    kept = tables.small_number_cover.c
    columns = (kept.indicator, kept.area, kept.period, kept.number, kept.shown, kept.base)
    query = select(*columns).where(kept.partnership == partnership, kept.rules == rules)
    found = connection.execute(query)
    return {(name, area, period, number): Cover(shown, base) for name, area, period, number, shown, base in found}


def _keep(connection: Connection, asked: Covering, found: Plan, upto: int) -> None:
    """Keep what is new; where another process was first, its plan holds."""
    partnership = asked.ruled.partnership
    if _planned(connection, partnership, asked.name) >= upto:
        return
    known = _read(connection, partnership, asked.name)
    place = {"partnership": partnership, "rules": asked.name}
    counts = {"release": upto, "rounded": len(found.instead), "given_back": len(found.given_back)}
    number = connection.execute(insert(tables.small_number_plan).values(**place, **counts)).inserted_primary_key
    rows = [
        {
            **dict(zip(("indicator", "area", "period", "number"), version, strict=True)),
            **place,
            "plan": number[0] if number else 0,
            "shown": cover.number,
            "base": cover.base,
        }
        for version, cover in found.covers.items()
        if version not in known
    ]
    for at in range(0, len(rows), AT_ONCE):
        connection.execute(insert(tables.small_number_cover), rows[at : at + AT_ONCE])
