"""Knows what people type into forms of meetings and have not sent yet: kept for each, dropped when it is sent."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import Connection, Engine, delete, insert, select

from data.audit.recording import stamp
from data.engine import begin_writing
from data.tables.meetings import meeting_draft

LONGEST_DRAFT = 40_000  # characters of all fields
KEPT_DAYS = 30
MOST_DRAFTS = 100  # of one account


def keep_draft(engine: Engine, place: tuple[str, str], fields: Mapping[str, str], moment: datetime) -> bool:
    """Keep the *fields* of a form of an account (its *place*); whether they were: not where they are too many."""
    account, form = place
    text = json.dumps(dict(fields))
    if len(text) > LONGEST_DRAFT:
        return False
    with begin_writing(engine) as connection:
        drop_draft(connection, place)
        _make_room(connection, account, moment)
        values = {"account": account, "form": form, "fields": text, "moment": stamp(moment)}
        connection.execute(insert(meeting_draft).values(**values))
    return True


def drop_draft(connection: Connection, place: tuple[str, str]) -> None:
    item = meeting_draft.c
    connection.execute(delete(meeting_draft).where(item.account == place[0], item.form == place[1]))


def drafts(engine: Engine, account: str, beginning: str) -> dict[str, dict[str, str]]:
    """The drafts of an account whose forms begin so, by what follows."""
    item = meeting_draft.c
    query = select(item.form, item.fields).where(
        item.account == account, item.form.startswith(beginning, autoescape=True)
    )
    with engine.connect() as connection:
        return {form.removeprefix(beginning): json.loads(fields) for form, fields in connection.execute(query)}


def _make_room(connection: Connection, account: str, moment: datetime) -> None:
    """Drop what is older than a month, and the oldest beyond what one account may have."""
    item = meeting_draft.c
    connection.execute(delete(meeting_draft).where(item.moment < stamp(moment - timedelta(days=KEPT_DAYS))))
    query = select(item.id).where(item.account == account).order_by(item.id.desc()).offset(MOST_DRAFTS - 1)
    if old := list(connection.execute(query).scalars()):
        connection.execute(delete(meeting_draft).where(item.id.in_(old)))
