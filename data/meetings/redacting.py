"""Knows how a name typed by mistake is taken out of what forms said: its place says so, and the audit trail does."""

import json
from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy import Connection, Engine, Table, delete, select, update

from dashboard.domain.access.deeds import Deed, DeedKind
from dashboard.domain.errors import RefusedEntry
from dashboard.domain.meetings.entries import EntryKind
from dashboard.domain.snapshots.redaction import without_words
from dashboard.domain.wording import plural
from data.audit.recording import record
from data.engine import begin_writing
from data.meetings.answers import entries
from data.meetings.keeping import Sent, put
from data.tables.meetings import figure_note, meeting_draft, meeting_entry
from data.tables.own import commentary
from data.tables.reviews import action_update, risk_review

TAKEN_OUT = "[name removed]"
NOWHERE = "These words stand in no meeting, note, commentary, update or review of this partnership."
#: What is typed beside meetings, and in which columns somebody may have been named.
FORMS: tuple[tuple[Table, tuple[str, ...]], ...] = (
    (figure_note, ("words", "who")),
    (commentary, ("text", "author")),
    (action_update, ("words", "reason", "author")),
    (risk_review, ("words", "author")),
)
Beyond = Callable[[Connection, int, str, datetime], bool]  # what else holds words of a meeting; whether it held these


def redact(engine: Engine, partnership: str, said: tuple[str, str], sent: Sent, beyond: Beyond) -> int:
    """Take a name out of every row that forms of a partnership left, *said* with the reason; returns of how many.

    *beyond* takes it out of what is kept of a meeting elsewhere. Raises RefusedEntry where it stands nowhere.
    """
    name, reason = said
    with begin_writing(engine) as connection:
        found = _of_entries(connection, partnership, name) + _of_forms(connection, partnership, name)
        meetings = {entry.meeting for entry in entries(connection, partnership)}
        found += sum(beyond(connection, meeting, name, sent.moment) for meeting in sorted(meetings))
        if not found:
            raise RefusedEntry((("name", NOWHERE),))
        connection.execute(delete(meeting_draft))
        place: dict[str, str | int] = {"meeting": 0, "about": 0, "partnership": partnership}
        said_so = {**place, "kind": EntryKind.REDACTION, "fields": json.dumps({"words": reason})}
        put(connection, meeting_entry, sent, said_so)  # another data version
        deed = Deed(DeedKind.NAME_REDACTED, plural(found, "place"), partnership, after=reason)
        record(connection, deed, sent.moment)
    return found


def _of_entries(connection: Connection, partnership: str, name: str) -> int:
    found = 0
    for entry in entries(connection, partnership):
        left = {key: _without(words, name) for key, words in entry.fields.items()}
        who = _without(entry.who, name)
        if (left, who) != (entry.fields, entry.who):
            values = {"fields": json.dumps(left), "who": who}
            connection.execute(update(meeting_entry).where(meeting_entry.c.id == entry.number).values(**values))
            found += 1
    return found


def _of_forms(connection: Connection, partnership: str, name: str) -> int:
    return sum(_of_table(connection, table, columns, (partnership, name)) for table, columns in FORMS)


def _of_table(connection: Connection, table: Table, columns: Sequence[str], what: tuple[str, str]) -> int:
    (partnership, name), found = what, 0
    query = select(table.c.id, *(table.c[column] for column in columns)).where(table.c.partnership == partnership)
    for number, *texts in connection.execute(query).all():
        left = [_without(text, name) for text in texts]
        if left != texts:
            values = dict(zip(columns, left, strict=True))
            connection.execute(update(table).where(table.c.id == number).values(**values))
            found += 1
    return found


def _without(text: str, name: str) -> str:
    return without_words(text, name, TAKEN_OUT)
