"""Knows how a name that was typed by mistake is taken out of meetings: its place says so, and the audit trail does."""

import json
import re
from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection, Engine, delete, select, update

from dashboard.domain.access.deeds import Deed, DeedKind
from dashboard.domain.errors import RefusedEntry
from dashboard.domain.meetings.entries import EntryKind
from data.audit.recording import record
from data.engine import begin_writing
from data.meetings.answers import entries
from data.meetings.keeping import Sent, put
from data.tables.meetings import figure_note, meeting_draft, meeting_entry

TAKEN_OUT = "[name removed]"
Beyond = Callable[[Connection, int, str, datetime], bool]  # what else holds words of a meeting; whether it held these


def redact(engine: Engine, partnership: str, said: tuple[str, str], sent: Sent, beyond: Beyond) -> int:
    """Take a name out of every row of a partnership's meetings, *said* with the reason; returns of how many.

    *beyond* takes it out of what is kept of a meeting elsewhere. Raises RefusedEntry where it stands nowhere.
    """
    name, reason = said
    with begin_writing(engine) as connection:
        found = _of_entries(connection, partnership, name) + _of_notes(connection, partnership, name)
        meetings = {entry.meeting for entry in entries(connection, partnership)}
        found += sum(beyond(connection, meeting, name, sent.moment) for meeting in sorted(meetings))
        if not found:
            raise RefusedEntry((("name", "These words stand in no meeting and no note of this partnership."),))
        connection.execute(delete(meeting_draft))
        place: dict[str, str | int] = {"meeting": 0, "about": 0, "partnership": partnership}
        said_so = {**place, "kind": EntryKind.REDACTION, "fields": json.dumps({"words": reason})}
        put(connection, meeting_entry, sent, said_so)  # another data version
        deed = Deed(DeedKind.NAME_REDACTED, f"meetings: {found} places", partnership, after=reason)
        record(connection, deed, sent.moment)
    return found


def without(text: str, name: str) -> str:
    """*text* with the whole words of *name*, in whatever case, replaced."""
    return re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", TAKEN_OUT, text, flags=re.IGNORECASE)


def _of_entries(connection: Connection, partnership: str, name: str) -> int:
    found = 0
    for entry in entries(connection, partnership):
        fields = {key: without(words, name) for key, words in entry.fields.items()}
        if fields != entry.fields:
            values = {"fields": json.dumps(fields)}
            connection.execute(update(meeting_entry).where(meeting_entry.c.id == entry.number).values(**values))
            found += 1
    return found


def _of_notes(connection: Connection, partnership: str, name: str) -> int:
    item, found = figure_note.c, 0
    for number, words in connection.execute(select(item.id, item.words).where(item.partnership == partnership)).all():
        if (left := without(words, name)) != words:
            connection.execute(update(figure_note).where(item.id == number).values(words=left))
            found += 1
    return found
