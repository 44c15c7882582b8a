"""Knows how the bytes of what was erased leave the disk: the kept file, and the database's own file and log."""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from dashboard.domain.errors import OriginalsAway
from dashboard.questions.street import Original
from data.audit.erased import Erasure, finish, is_needed, state_of, unfinished
from data.engine import begin_writing
from data.keeping.area_rows import AREAS
from data.loads.claims import holding, remove
from data.originals.places import Address, at, incoming
from data.tables import incidents, own, street

NOTE = "job.json"
#: What PostgreSQL writes anew, so that nothing of an erased row is left in their files.
EMPTIED = (
    *own.releases.sorted_tables,
    *incidents.incidents.sorted_tables,
    *(street.rejected_row, street.arrival, street.point_count, street.map_point, street.stop_search),
    *(table for tables in AREAS.values() for table in tables),
)


def finish_erasing(engine: Engine, originals: Address) -> list[str]:
    """Finish every erasure that is not, as after a process was killed; return what could not be done, in sentences."""
    with engine.connect() as connection:
        found = unfinished(connection)
        needed = {item.sha256 for item in found if is_needed(connection, item.sha256)}
    if not found:
        return []
    faults = [*_unlink(engine, [item for item in found if item.sha256 not in needed], originals), *_rewrite(engine)]
    if not faults:
        with begin_writing(engine) as connection:
            finish(connection, {item.number for item in found})
    return faults


def state_now(engine: Engine, originals: Address, sha256: str) -> Original:
    """What became of the file of this fingerprint: kept, missing, altered, or erased by a decision."""
    return state_of(engine, sha256, at(originals).state(sha256))


def copies_of(engine: Engine) -> list[Path]:
    """Copies of the database that upgrades kept beside it: they still hold what was erased since."""
    file = engine.url.database
    if engine.dialect.name != "sqlite" or not file or file == ":memory:":
        return []
    return sorted(Path(file).parent.glob(f"{Path(file).stem}.before-*"))


def _unlink(engine: Engine, erased: Iterable[Erasure], originals: Address) -> Iterator[str]:
    """Take the kept files away, and what lies of them among the files that were handed in."""
    prints, place = {item.sha256 for item in erased}, at(originals)
    for sha256 in sorted(prints):
        try:
            place.erase(sha256)
        except OSError as fault:
            yield f"The file {place.named(sha256)} cannot be erased: {fault.strerror}."
        except OriginalsAway as fault:
            yield f"The file {place.named(sha256)} cannot be erased. {fault}"
    with suppress(OriginalsAway):
        for load in holding(engine, sorted(prints)):
            place.unstage(load)
            remove(engine, load)
    for note in incoming(engine, originals).glob(f"*/{NOTE}"):
        with suppress(OSError):
            said = note.read_text(encoding="utf-8")
            if any(sha256 in said for sha256 in prints):
                shutil.rmtree(note.parent, ignore_errors=True)


def _rewrite(engine: Engine) -> Iterator[str]:
    """Write the database's files anew: pages that rows have left may still hold them."""
    try:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            if engine.dialect.name == "sqlite":
                _rewrite_sqlite(connection)
            else:
                for table in EMPTIED:
                    connection.exec_driver_sql(f"VACUUM FULL {table.name}")
    except DBAPIError as fault:
        reason = str(fault.orig).strip().partition("\n")[0]
        yield f"The rows are erased, but the database's file could not be written anew ({reason}): purge once more."


def _rewrite_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql("VACUUM")
    busy, _, _ = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
    if busy:
        raise _still_read()


def _still_read() -> DBAPIError:
    return DBAPIError("PRAGMA wal_checkpoint", None, Exception("somebody is reading it"))
