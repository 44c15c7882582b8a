"""Knows how what a meeting saw is frozen, read again, and how words are taken out of it."""

import json
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, Engine, insert, select, update

from dashboard.domain.access.deeds import Deed, DeedKind
from dashboard.domain.errors import AlreadyFrozen
from dashboard.domain.snapshots.canonical import canonical, fingerprint
from dashboard.domain.snapshots.reading import written
from dashboard.domain.snapshots.redaction import without
from dashboard.domain.snapshots.seen import Seen, Snapshot
from data.audit.recording import record
from data.own.pointer import stamp
from data.tables.snapshots import snapshot

COLUMNS = ("meeting", "partnership", "moment", "digest", "text", "sealed_before", "redacted")


def freeze(connection: Connection, meeting: int, seen: Seen, moment: datetime) -> str:
    """Keep what the *meeting* has seen, in the transaction that closes it; returns the sha256 of its canonical form.

    Raises AlreadyFrozen: what was seen is never written over.
    """
    if connection.execute(select(snapshot.c.meeting).where(snapshot.c.meeting == meeting)).first():
        raise AlreadyFrozen("This meeting is closed already; what it saw stays as it is.")
    text = written(seen)
    digest = fingerprint(text)
    values = {"meeting": meeting, "partnership": seen.partnership, "moment": stamp(moment)}
    connection.execute(insert(snapshot).values(**values, digest=digest, text=text))
    record(
        connection,
        Deed(DeedKind.MEETING_FROZEN, f"meeting {meeting}", seen.partnership, after=f"sha256 {digest}"),
        moment,
    )
    return digest


def redact(connection: Connection, meeting: int, words: str, moment: datetime) -> bool:
    """Take *words* out of what a meeting has seen, and seal the rest anew; False where they do not stand in it."""
    found = connection.execute(select(snapshot).where(snapshot.c.meeting == meeting)).mappings().first()
    if found is None:
        return False
    text = canonical(without(json.loads(found["text"]), words))
    if text == found["text"]:
        return False
    digest, before = fingerprint(text), found["digest"]
    values = {"text": text, "digest": digest, "sealed_before": before, "redacted": stamp(moment)}
    connection.execute(update(snapshot).where(snapshot.c.meeting == meeting).values(**values))
    subject = f"meeting {meeting}"
    told = Deed(DeedKind.MEETING_REDACTED, subject, found["partnership"], f"sha256 {before}", f"sha256 {digest}")
    record(connection, told, moment)
    return True


def snapshots(engine: Engine, partnership: str) -> tuple[Snapshot, ...]:
    """What the closed meetings of a partnership saw, in the order of their numbers."""
    query = select(*(snapshot.c[name] for name in COLUMNS)).where(snapshot.c.partnership == partnership)
    with engine.connect() as connection:
        found = [Snapshot(*row) for row in connection.execute(query.order_by(snapshot.c.meeting))]
    return tuple(replace(item, is_intact=fingerprint(item.text) == item.digest) for item in found)
