"""Knows how updates of actions are kept: rows that only grow, each with who said it and when."""

from datetime import date, datetime

from sqlalchemy import Engine

from dashboard.domain.access.deeds import Deed, DeedKind
from dashboard.domain.plans.progress import ActionStatus, ActionUpdate
from dashboard.domain.plans.updates import SaidOfAction
from data.plans.turns import Course, Values, said, say
from data.schema import Found
from data.tables.reviews import action_update as table


def update_action(engine: Engine, place: tuple[str, str], words: SaidOfAction, moment: datetime) -> None:
    """Keep what was said of an action: partnership and key; raises RefusedEntry where somebody else spoke first."""
    say(engine, UPDATES, place, words, moment)


def action_updates(engine: Engine, partnership: str, day: date | None) -> tuple[ActionUpdate, ...]:
    return said(engine, UPDATES, partnership, day)


def _values(words: SaidOfAction) -> Values:
    due = words.due.isoformat() if words.due else ""
    status, author = str(words.status), words.author
    return {"status": status, "words": words.words, "due": due, "reason": words.reason, "author": author}


def _read(row: Found) -> ActionUpdate:
    return ActionUpdate(
        number=row.id,
        action=row.action,
        status=ActionStatus(row.status),
        words=row.words,
        due=date.fromisoformat(row.due) if row.due else None,
        reason=row.reason,
        author=row.author,
        moment=row.moment,
    )


def _deed(place: tuple[str, str], before: ActionUpdate | None, words: SaidOfAction) -> Deed:
    partnership, action = place
    after = f"{words.status}, due {words.due.isoformat()}" if words.due else str(words.status)
    return Deed(DeedKind.ACTION_UPDATED, action, partnership, str(before.status) if before else "", after)


UPDATES = Course(table, "action", _values, _read, _deed)
