"""Knows how updates of actions are kept: rows that only grow, each with who said it and when."""

from datetime import date, datetime

from sqlalchemy import Connection, Engine, insert, select

from dashboard.domain.access.deeds import Deed, DeedKind
from dashboard.domain.plans.progress import ActionStatus, ActionUpdate
from dashboard.domain.plans.updates import SaidOfAction
from data.audit.recording import record
from data.engine import begin_writing
from data.own.pointer import stamp
from data.plans.turns import look_first, until
from data.tables.reviews import action_update as table


def update_action(engine: Engine, place: tuple[str, str], said: SaidOfAction, moment: datetime) -> None:
    """Keep what was *said* of an action: partnership and key; raises RefusedEntry where somebody else spoke first.

    The same once more, as a double click sends it, is kept once.
    """
    partnership, action = place
    with begin_writing(engine) as connection:
        since = [item for item in _read(connection, partnership, None) if item.action == action]
        if look_first([item for item in since if item.number > said.seen], lambda item: _is(item, said)):
            return
        due = said.due.isoformat() if said.due else ""
        values = {"status": str(said.status), "words": said.words, "due": due, "reason": said.reason}
        row = {**values, "partnership": partnership, "action": action, "author": said.author, "moment": stamp(moment)}
        connection.execute(insert(table).values(row))
        before = str(since[-1].status) if since else ""
        after = f"{said.status}, due {due}" if due else str(said.status)
        record(connection, Deed(DeedKind.ACTION_UPDATED, action, partnership, before, after), moment)


def action_updates(engine: Engine, partnership: str, day: date | None) -> tuple[ActionUpdate, ...]:
    """Everything said of a partnership's actions up to the end of *day* (UTC), the oldest first."""
    with engine.connect() as connection:
        return _read(connection, partnership, day)


def _is(item: ActionUpdate, said: SaidOfAction) -> bool:
    mine = (said.status, said.words, said.due, said.reason, said.author)
    return (item.status, item.words, item.due, item.reason, item.author) == mine


def _read(connection: Connection, partnership: str, day: date | None) -> tuple[ActionUpdate, ...]:
    query = until(select(table).where(table.c.partnership == partnership).order_by(table.c.id), table, day)
    return tuple(
        ActionUpdate(
            number=row.id,
            action=row.action,
            status=ActionStatus(row.status),
            words=row.words,
            due=date.fromisoformat(row.due) if row.due else None,
            reason=row.reason,
            author=row.author,
            moment=row.moment,
        )
        for row in connection.execute(query)
    )
