"""Knows how a name typed by mistake is taken out of all that people typed: each place says so, and the audit trail."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Engine, Select, Table, or_, select, true, union, update

from dashboard.domain.access.deeds import Deed, DeedKind
from dashboard.domain.errors import RefusedEntry
from dashboard.domain.meetings.entries import EntryKind
from dashboard.domain.snapshots.redaction import without, without_words
from dashboard.domain.wording import plural
from data.audit.recording import record
from data.engine import begin_writing
from data.meetings.keeping import Sent, put
from data.papers.jobs import forget
from data.snapshots.keeping import redact as redact_seen
from data.tables import audit, incidents, meetings, own, papers, reviews, street
from data.tables.snapshots import snapshot

NOWHERE = "These words stand in nothing that was typed for this partnership."


@dataclass(frozen=True, slots=True)
class Typed:
    """Columns of a *table* in which somebody may have been named; those in *packed* hold JSON."""

    table: Table
    texts: tuple[str, ...] = ()
    packed: tuple[str, ...] = ()
    only: tuple[str, str] = ("", "")  # a column and what it says where the texts are anybody's words


SIGNED = ("reason", "author")
#: Rows that name their partnership.
OF_ONE = (
    Typed(meetings.meeting_entry, ("who",), ("fields",)),
    Typed(meetings.figure_note, ("words", "who")),
    Typed(own.commentary, ("text", "author")),
    Typed(reviews.action_update, ("words", *SIGNED)),
    Typed(reviews.risk_review, ("words", "author")),
    Typed(reviews.priority_word, ("words", "author")),
    Typed(own.judgement, ("words", "who")),
    Typed(own.rebaseline, SIGNED),
    Typed(own.small_number_rule, SIGNED),
    Typed(papers.own_look, ("name", "logo_alt", "committees", "author")),
    Typed(own.plan_row, (), ("fields",)),
    Typed(own.figure, ("note", "remarks")),
    Typed(own.figure, ("text",), only=("what", "commentary")),
    Typed(own.note, ("text",)),
    Typed(incidents.incident_move, ("who",)),
    Typed(incidents.offence_type, ("author",)),
    Typed(incidents.list_layout, ("author",)),
    Typed(incidents.repeats_shown, ("author",)),
)
#: What one load published, and when that counted: of every partnership whose rows it holds.
OF_LOADS = ((Typed(own.release, ("who", "reason")), "id"), (Typed(own.move, ("who",)), "release"))
HOLDING = (own.figure, own.indicator, own.area, own.partnership, own.note, own.plan_row)
#: Rows of no partnership; only who administers every one may touch them. A source is named alike in all of them.
OF_ALL = (
    Typed(street.arrival, ("source",)),
    Typed(own.small_number_rule, ("source",)),
    Typed(audit.retention, ("name", *SIGNED)),
    Typed(audit.erasure, ("who", "reason")),
    Typed(street.month_acceptance, ("words", "who")),
)


@dataclass(frozen=True, slots=True)
class Redaction:
    """A *name* that is taken out, and the *reason*, which is kept; *everywhere*: of what is no partnership's, too."""

    partnership: str
    name: str
    reason: str
    everywhere: bool = False


def redact(engine: Engine, asked: Redaction, sent: Sent) -> int:
    """Take a name out of every row that people typed of a partnership, and out of what its meetings saw.

    Returns of how many; raises RefusedEntry where it stands nowhere.
    """
    with begin_writing(engine) as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA secure_delete=ON")
        if not (found := _taken_out(connection, asked, sent)):
            raise RefusedEntry((("name", NOWHERE),))
        forget(connection, asked.partnership)
        place: dict[str, str | int] = {"meeting": 0, "about": 0, "partnership": asked.partnership}
        said_so = {**place, "kind": EntryKind.REDACTION, "fields": json.dumps({"words": asked.reason})}
        put(connection, meetings.meeting_entry, sent, said_so)  # another data version
        deed = Deed(DeedKind.NAME_REDACTED, plural(found, "place"), asked.partnership, after=asked.reason)
        record(connection, deed, sent.moment)
    return found


def _taken_out(connection: Connection, asked: Redaction, sent: Sent) -> int:
    home, name = asked.partnership, asked.name
    found = sum(_of(connection, typed, typed.table.c.partnership == home, name) for typed in OF_ONE)
    releases = releases_of(home)
    found += sum(_of(connection, typed, typed.table.c[key].in_(releases), name) for typed, key in OF_LOADS)
    drafted = meetings.draft.c.form.startswith(f"{home}/", autoescape=True)
    found += _of(connection, Typed(meetings.draft, (), ("fields",)), drafted, name)
    if asked.everywhere:
        found += sum(_of(connection, typed, true(), name) for typed in OF_ALL)
    seen = select(snapshot.c.meeting).where(snapshot.c.partnership == home).order_by(snapshot.c.meeting)
    return found + sum(redact_seen(connection, meeting, name, sent.moment) for meeting in connection.scalars(seen))


def releases_of(partnership: str) -> Select[int]:
    """The releases that hold rows of a partnership."""
    every = (select(table.c.release).where(table.c.partnership == partnership) for table in HOLDING)
    return select(union(*every).subquery().c.release)


def _of(connection: Connection, typed: Typed, whose: ColumnElement[bool], name: str) -> int:
    """Of how many rows of a table the name was taken out."""
    item, found = typed.table.c, 0
    filled = or_(*(item[column] != "" for column in (*typed.texts, *typed.packed)))
    query = select(item.id, *(item[column] for column in (*typed.texts, *typed.packed))).where(whose, filled)
    if typed.only[0]:
        query = query.where(item[typed.only[0]] == typed.only[1])
    for row in connection.execute(query).mappings().all():
        if left := _left(typed, {column: str(said) for column, said in row.items()}, name):
            connection.execute(update(typed.table).where(item.id == row["id"]).values(**left))
            found += 1
    return found


def _left(typed: Typed, row: Mapping[str, str], name: str) -> dict[str, str]:
    """The columns of a *row* that named somebody, without the name."""
    made = {column: without_words(row[column], name) for column in typed.texts}
    for column in filter(row.get, typed.packed):
        read = json.loads(row[column])
        cleaned = without(read, name)
        made[column] = row[column] if cleaned == read else json.dumps(cleaned)
    return {column: text for column, text in made.items() if text != row[column]}
