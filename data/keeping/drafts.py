"""Knows what people type into forms and have not sent yet: kept for each, dropped when it is sent."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import Connection, Engine, delete, insert, select

from data.audit.recording import stamp
from data.engine import begin_writing
from data.tables.meetings import draft

LONGEST_DRAFT = 40_000  # characters of all fields
LONGEST_KEY = 400
KEPT_DAYS = 30
MOST_DRAFTS = 100  # of one account
Place = tuple[str, str]  # the account, and the key of the form


def keep_draft(engine: Engine, place: Place, fields: Mapping[str, str], moment: datetime) -> bool:
    """Keep the *fields* of a form of an account; whether they were: not where they are too many."""
    account, form = place
    text = json.dumps(dict(fields), ensure_ascii=False)
    if len(text) > LONGEST_DRAFT or len(form) > LONGEST_KEY:
        return False
    with begin_writing(engine) as connection:
        drop_draft(connection, place)
        _make_room(connection, account, moment)
        values = {"account": account, "form": form, "fields": text, "moment": stamp(moment)}
        connection.execute(insert(draft).values(**values))
    return True


def drop_draft(connection: Connection, place: Place) -> None:
    connection.execute(delete(draft).where(draft.c.account == place[0], draft.c.form == place[1]))


def sent_draft(engine: Engine, place: Place) -> None:
    """Drop what was kept of a form that is sent; most often there is none, and nothing is locked."""
    with engine.connect() as connection:
        query = select(draft.c.id).where(draft.c.account == place[0], draft.c.form == place[1])
        is_kept = connection.execute(query).first() is not None
    if is_kept:
        with begin_writing(engine) as connection:
            drop_draft(connection, place)


def drafts(engine: Engine, account: str, beginning: str) -> dict[str, dict[str, str]]:
    """The drafts of an account whose forms begin so, by what follows."""
    item = draft.c
    query = select(item.form, item.fields).where(
        item.account == account, item.form.startswith(beginning, autoescape=True)
    )
    with engine.connect() as connection:
        return {form.removeprefix(beginning): json.loads(fields) for form, fields in connection.execute(query)}


def _make_room(connection: Connection, account: str, moment: datetime) -> None:
    """Drop what is older than a month, and the oldest beyond what one account may have."""
    item = draft.c
    connection.execute(delete(draft).where(item.moment < stamp(moment - timedelta(days=KEPT_DAYS))))
    query = select(item.id).where(item.account == account).order_by(item.id.desc()).offset(MOST_DRAFTS - 1)
    if old := list(connection.execute(query).scalars()):
        connection.execute(delete(draft).where(item.id.in_(old)))
