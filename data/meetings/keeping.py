"""Knows how meetings are written: rows that only grow, under one lock, once for each form that was sent."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine, Table, func, insert, select

from dashboard.domain.access.deeds import Deed, DeedKind
from dashboard.domain.errors import RefusedEntry, WrittenMeanwhile
from dashboard.domain.meetings.decisions import MeetingDecision
from dashboard.domain.meetings.entries import EntryKind, MeetingEntry, decisions_of, meetings_of
from dashboard.domain.meetings.record import MeetingRecord
from data.audit.recording import record, stamp
from data.engine import begin_writing
from data.meetings.answers import OF_DECISIONS, OF_MEETINGS, entries, entry_of
from data.papers.jobs import forget
from data.tables.meetings import meeting_entry

Fields = Mapping[str, str]
#: What no later version takes the place of.
STEADY = (EntryKind.PHASE, EntryKind.ORDER, EntryKind.DECISION, EntryKind.STEP)


@dataclass(frozen=True, slots=True)
class Sent:
    """A form as it came in: whose, by whose name, when, and what tells it from every other."""

    who: str
    account: str
    moment: datetime
    once: str = ""


class Writing:
    """What may be written in one transaction; everything in it stands or falls together."""

    def __init__(self, connection: Connection, sent: Sent) -> None:
        self.connection, self.sent = connection, sent

    def call(self, partnership: str, fields: Fields) -> int:
        """Begin a new meeting; returns its number."""
        found = self.connection.execute(select(func.max(meeting_entry.c.meeting))).scalar()
        meeting = int(found or 0) + 1
        self._add(meeting, partnership, EntryKind.HEADING, 0, fields)
        return meeting

    def add(self, meeting: int, kind: EntryKind, fields: Fields, about: int = 0) -> int:
        """A new thing of a meeting, or a step of the decision that it is *about*; returns its number."""
        return self._add(meeting, self.home(meeting), kind, about, fields)

    def revise(self, meeting: int, seen: int, fields: Fields) -> int:
        """A version after the one that was *seen*; raises WrittenMeanwhile where that is not the newest any more."""
        identity = self._identity(meeting, seen)
        newest = self.newest(identity)
        if newest.number != seen:
            raise WrittenMeanwhile(newest.fields.get("words", ""), newest.who, newest.moment)
        kept = {**newest.fields, **fields}
        if kept.get("is_private") and not newest.fields.get("is_private"):
            forget(self.connection, newest.partnership)
        return self._add(newest.meeting, newest.partnership, newest.kind, identity, kept)

    def _identity(self, meeting: int, seen: int) -> int:
        item = meeting_entry.c
        query = select(item.id, item.about).where(item.id == seen, item.meeting == meeting, item.kind.not_in(STEADY))
        found = self.connection.execute(query).first()
        if found is None:
            raise RefusedEntry((("", "There is nothing of this meeting that could be changed so."),))
        return int(found.about or found.id)

    def meeting(self, number: int) -> MeetingRecord:
        """A meeting as it stands inside this transaction."""
        item = meeting_entry.c
        rows = select(meeting_entry).where(item.meeting == number, item.kind.in_(sorted(OF_MEETINGS))).order_by(item.id)
        [found] = meetings_of(map(entry_of, self.connection.execute(rows)))
        return found

    def decision(self, number: int) -> MeetingDecision:
        """A decision as it stands inside this transaction."""
        item = meeting_entry.c
        rows = select(meeting_entry).where((item.id == number) | (item.about == number)).order_by(item.id)
        [found] = decisions_of(map(entry_of, self.connection.execute(rows)))
        return found

    def decisions(self, partnership: str) -> tuple[MeetingDecision, ...]:
        """Everything that a partnership decided, as it stands inside this transaction."""
        return decisions_of(entries(self.connection, partnership, OF_DECISIONS))

    def newest(self, identity: int) -> MeetingEntry:
        """The newest version of a thing of a meeting."""
        item = meeting_entry.c
        query = select(meeting_entry).where((item.id == identity) | (item.about == identity)).order_by(item.id.desc())
        return entry_of(self.connection.execute(query.limit(1)).one())

    def home(self, meeting: int) -> str:
        """Whose meeting it is."""
        item = meeting_entry.c
        return str(
            self.connection.execute(select(item.partnership).where(item.meeting == meeting).limit(1)).scalar_one()
        )

    def tell(self, kind: DeedKind, subject: str, partnership: str, states: tuple[str, str] = ("", "")) -> None:
        """The line of the audit trail, which repeats no words of a meeting: a name in them may have to go."""
        before, after = states
        record(self.connection, Deed(kind, subject, partnership, before, after), self.sent.moment)

    def _add(self, meeting: int, partnership: str, kind: EntryKind, about: int, fields: Fields) -> int:
        values: dict[str, str | int] = {"meeting": meeting, "partnership": partnership, "kind": kind, "about": about}
        return put(self.connection, meeting_entry, self.sent, {**values, "fields": json.dumps(dict(fields))})


def put(connection: Connection, table: Table, sent: Sent, values: Mapping[str, str | int]) -> int:
    """Add a row that is signed; returns its number."""
    signed = {"who": sent.who, "account": sent.account, "moment": stamp(sent.moment), "once": sent.once}
    done = connection.execute(insert(table).values(**values, **signed))
    return int(done.inserted_primary_key[0]) if done.inserted_primary_key else 0


def was_sent(connection: Connection, table: Table, sent: Sent) -> bool:
    """Whether this very form was taken in before: a second click adds nothing."""
    if not sent.once:
        return False
    query = select(table.c.id).where(table.c.once == sent.once, table.c.account == sent.account).limit(1)
    return connection.execute(query).first() is not None


@contextmanager
def writing(engine: Engine, sent: Sent) -> Iterator[Writing | None]:
    """Yield what a form may write under the lock of all who write; None where it was taken in before."""
    with begin_writing(engine) as connection:
        yield None if was_sent(connection, meeting_entry, sent) else Writing(connection, sent)
