"""Knows how decisions on how long files are kept are kept themselves: rows that only grow; and which files are due."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import Connection, Engine, insert, select

from dashboard.domain.access.deeds import Deed, DeedKind
from dashboard.domain.access.retention import KEPT, KeepRule, KeptBy, LoadedFile, due, standing
from dashboard.domain.errors import RefusedDecision
from dashboard.domain.wording import plural
from dashboard.reports.made_up import INVENTED_SOURCE
from data.audit.recording import record
from data.engine import begin_writing
from data.keeping.erasing import ERASABLE
from data.own.commentaries import OVERTAKEN
from data.own.pointer import stamp
from data.tables.audit import erasure, retention
from data.tables.street import arrival


def rules(engine: Engine) -> tuple[KeepRule, ...]:
    """The rules that count."""
    with engine.connect() as connection:
        return _rules(connection)


def decide(engine: Engine, rule: KeepRule, moment: datetime, seen: str | None = None) -> None:
    """Keep a *rule*, with its line in the audit trail; the same once more is kept once.

    *seen* is the moment of the newest rule that was shown. Raises RefusedDecision where others decided since.
    """
    with begin_writing(engine) as connection:
        known = _rules(connection)
        before = {item.key: item for item in known}.get(rule.key)
        if before is not None and replace(before, moment="") == rule:
            return
        if seen is not None and newest(known) != seen:
            raise RefusedDecision((("", OVERTAKEN),))
        said = {"about": rule.about, "name": rule.name, "months": rule.months, "moment": stamp(moment)}
        connection.execute(insert(retention).values(reason=rule.reason, author=rule.author, **said))
        deed = Deed(
            DeedKind.RETENTION_SET,
            f"{rule.about} {rule.name}",
            before=months_of(before.months) if before else "",
            after=months_of(rule.months),
        )
        record(connection, deed, moment)


def newest(known: Iterable[KeepRule]) -> str:
    """The moment of the newest rule; empty where there is none."""
    return max((item.moment for item in known), default="")


def months_of(months: int) -> str:
    """How long, in words."""
    return "kept" if months == KEPT else plural(months, "month")


def files(engine: Engine) -> list[LoadedFile]:
    """Every file of the log that can be erased and was not, the oldest first."""
    item, gone = arrival.c, select(erasure.c.arrival)
    query = select(item.id, item.name, item.kind, item.source, item.sha256, item.arrived_at)
    query = query.where(item.id.not_in(gone), item.kind.in_(ERASABLE), item.source != INVENTED_SOURCE)
    with engine.connect() as connection:
        found = connection.execute(query.order_by(item.id)).all()
    return [LoadedFile(*row[:5], loaded=date.fromisoformat(row.arrived_at[:10])) for row in found]


def due_files(engine: Engine, until: date) -> list[tuple[date, LoadedFile]]:
    """The files that are due by a day, with the day they are due on, the longest due first."""
    known = rules(engine)
    found = [(day, file) for file in files(engine) if (day := due(file, known)) is not None and day <= until]
    return sorted(found, key=lambda pair: (pair[0], pair[1].number))


def _rules(connection: Connection) -> tuple[KeepRule, ...]:
    item = retention.c
    columns = (item.about, item.name, item.months, item.reason, item.author, item.moment)
    found = connection.execute(select(*columns).order_by(item.id))
    return standing(KeepRule(KeptBy(row[0]), *row[1:]) for row in found)
