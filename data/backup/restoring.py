"""Knows how a backup is restored: looked through whole, brought up to date beside, and put in place in one step."""

import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine, select
from sqlalchemy.exc import DBAPIError

from dashboard.domain.access.deeds import Deed, DeedKind
from dashboard.domain.errors import RefusedBackup, RefusedFile
from data.audit.reading import head
from data.audit.recording import record
from data.backup.parts import DATABASE, Contents, PartsReader, is_original, opened, parts_named
from data.backup.placing import place
from data.backup.pouring import put_state
from data.backup.snapshot import engine_of
from data.backup.taking import reason_of
from data.engine import begin_writing
from data.intake.published import ensure_published
from data.migrations import steps
from data.originals.places import Address, Originals, at
from data.tables.access import session
from data.tables.audit import erasure
from data.tables.loads import load_job
from data.tables.street import arrival, street_state

FOLDER = ".outturn-restore-"
RESTORED = "restored"  # the state that no answer kept from before can be mistaken for
NEWER = (
    "{file} is a backup of a newer Outturn: its tables are at step {step}, and this one knows them to step {newest} "
    "only. Nothing was changed. Restore it with the newer Outturn."
)
STRANGE = "{file} is no backup that Outturn made: its list of parts is not one of ours. Nothing was changed."
BROKEN = "The database in {file} is damaged: {reason}. Nothing was changed."
FAULT = "Nothing was restored: {reason}. The database is as it was."


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put in place, and the files that had been erased since it was made."""

    contents: Contents
    come_back: tuple[str, ...] = ()


def look(file: Path) -> Contents:
    """Read all of *file*; return what it says of itself, or raise RefusedBackup."""
    with opened(file) as found:
        _check_list(file, found.contents)
        found.check()
        return found.contents


def restore(engine: Engine, originals: Address, file: Path, moment: datetime) -> Restored:
    """Put what *file* holds in the place of the database of *engine*, all of it or not at all; raises RefusedBackup.

    Kept files are added to *originals* first: those that are there already harm nobody.
    """
    try:
        with at(originals).beside(FOLDER) as folder, opened(file) as found:
            _check_list(file, found.contents)
            found.check()
            [part] = parts_named(found.contents, DATABASE)
            staged = found.extract(part, folder / DATABASE)
            come_back = _prepare(staged, file, engine, moment)
            _keep_originals(found, at(originals), folder)
            place(staged, engine)
            return Restored(found.contents, come_back)
    except (OSError, sqlite3.Error, DBAPIError, RefusedFile) as fault:
        raise RefusedBackup(FAULT.format(reason=reason_of(fault).rstrip("."))) from fault


def _check_list(file: Path, contents: Contents) -> None:
    """Raise RefusedBackup unless the list names one database that we can open, and kept files alone beside it."""
    if contents.step not in steps():
        raise RefusedBackup(NEWER.format(file=file.name, step=contents.step, newest=steps()[-1]))
    names = [part.name for part in contents.parts]
    beside = [part for part in contents.parts if part.name != DATABASE]
    if names.count(DATABASE) != 1 or len(set(names)) != len(names) or not all(map(is_original, beside)):
        raise RefusedBackup(STRANGE.format(file=file.name))


def _prepare(staged: Path, file: Path, engine: Engine, moment: datetime) -> tuple[str, ...]:
    """Bring the database that was packed up to date, with nobody signed in; the names of files that come back."""
    _check_pages(staged, file)
    database = engine_of(staged)
    try:
        ensure_published(database)
        before, erased = _replaced(engine)
        come_back = _come_back(database, erased)
        with begin_writing(database) as connection:
            connection.execute(session.delete())
            connection.execute(load_job.delete())  # what is sent in is in no backup
            put_state(connection, street_state, RESTORED, moment.isoformat())
            record(connection, Deed(DeedKind.DATABASE_RESTORED, file.name, before=before), moment)
    finally:
        database.dispose()
    return come_back


def _check_pages(staged: Path, file: Path) -> None:
    try:
        opened_file = sqlite3.connect(staged)
        [(said,)] = opened_file.execute("PRAGMA quick_check(1)").fetchall()
        opened_file.close()
    except sqlite3.DatabaseError as fault:
        raise RefusedBackup(BROKEN.format(file=file.name, reason=fault)) from fault
    if said != "ok":
        raise RefusedBackup(BROKEN.format(file=file.name, reason=said))


def _replaced(engine: Engine) -> tuple[str, list[str]]:
    """The end of the audit trail that is replaced, and the fingerprints of what was erased there; of none: nothing."""
    with suppress(DBAPIError), engine.connect() as connection:
        end = head(connection)
        erased = [*connection.execute(select(erasure.c.sha256).distinct()).scalars()]
        return (f"an audit trail of {end.count} lines, ending in {end.shown}" if end else ""), erased
    return "", []


def _come_back(database: Engine, erased: Sequence[str]) -> tuple[str, ...]:
    gone = select(erasure.c.arrival)
    asked = select(arrival.c.name).where(arrival.c.sha256.in_(erased), arrival.c.id.not_in(gone)).distinct()
    with database.connect() as connection:
        return tuple(sorted(connection.execute(asked).scalars()))


def _keep_originals(found: PartsReader, originals: Originals, folder: Path) -> None:
    for part in found.contents.originals:
        copy = found.extract(part, folder / part.sha256)
        originals.keep(copy, part.sha256)
        copy.unlink()
