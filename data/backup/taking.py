"""Knows how a backup is taken: the database in the state of one moment, then the kept files that it speaks of."""

import os
import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from dashboard.domain.access.deeds import Deed, DeedKind
from dashboard.domain.errors import OriginalsAway, RefusedBackup
from dashboard.questions.street import Original
from data.audit.recording import record_in_turn
from data.backup.parts import DATABASE, Contents, PartsWriter, name_of
from data.backup.snapshot import check_step, copy_out, engine_of, prints_of
from data.originals.places import Address, Originals, at

FOLDER = ".outturn-backup-"  # what a killed one leaves; nobody needs it
THERE = "{file} is there already: name another file. No backup was made."
FAULT = "No backup was made in {folder}: {reason}. What lay there is as it was."
OWNER_ALONE = 0o600


@dataclass(frozen=True, slots=True)
class TakenBackup:
    """A backup that was made, and the fingerprints of files that could not be put in."""

    contents: Contents
    size: int
    missing: tuple[str, ...] = ()
    altered: tuple[str, ...] = ()


def back_up(engine: Engine, originals: Address, file: Path, moment: datetime) -> TakenBackup:
    """Write the database of *engine* and the kept files to the new *file*, whole or not at all; raises RefusedBackup.

    Others may read and write meanwhile.
    """
    if file.exists() or file.is_symlink():
        raise RefusedBackup(THERE.format(file=file))
    try:
        step = check_step(engine)
        with TemporaryDirectory(dir=file.parent, prefix=FOLDER) as folder:
            record_in_turn(engine, Deed(DeedKind.DATABASE_BACKED_UP, file.name), moment)
            copy, half = Path(folder) / DATABASE, Path(folder) / file.name
            copy_out(engine, copy)
            taken = _pack(half, copy, at(originals), (moment.isoformat(timespec="seconds"), step))
            half.rename(file)
            _settle(file.parent)
    except (OSError, sqlite3.Error, DBAPIError, OriginalsAway) as fault:
        raise RefusedBackup(FAULT.format(folder=file.parent, reason=reason_of(fault))) from fault
    return taken


def reason_of(fault: Exception) -> str:
    """What the system or the database says is wrong, in a few words."""
    said = getattr(fault, "strerror", None) or str(getattr(fault, "orig", None) or fault)
    return said.strip().partition("\n")[0].lower() or "something went wrong"


def _pack(half: Path, copy: Path, originals: Originals, said: tuple[str, str]) -> TakenBackup:
    database = engine_of(copy)
    try:
        prints = prints_of(database)
    finally:
        database.dispose()
    states: dict[str, Original] = {}
    opened = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ALONE)
    with os.fdopen(opened, "wb") as out:
        parts = PartsWriter(out)
        with copy.open("rb") as source:
            parts.add(DATABASE, source)
        for sha256 in prints:
            states[sha256] = _add(parts, sha256, originals)
        contents = parts.close(*said)
        out.flush()
        os.fsync(out.fileno())
    left_out = (tuple(_in(states, state)) for state in (Original.MISSING, Original.ALTERED))
    return TakenBackup(contents, half.stat().st_size, *left_out)


def _add(parts: PartsWriter, sha256: str, originals: Originals) -> Original:
    """Put a kept file in if it is as it was loaded; whether it is."""
    with originals.checked(sha256) as (state, copy):
        if state is Original.KEPT:
            with copy.open("rb") as source:
                parts.add(name_of(sha256), source)
    return state


def _in(states: dict[str, Original], state: Original) -> list[str]:
    return [sha256 for sha256, found in states.items() if found is state]


def _settle(folder: Path) -> None:
    """Have the name of a file reach the disk, where folders can be asked for that."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
