"""Knows the log of what was taken in: each file by its sha256, its rejected rows, and what was said of it."""

import hashlib
import stat
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, func, insert, select, update

from dashboard.domain.errors import RefusedFile
from data.engine import bulk
from data.incidents.standing import stands
from data.parcel_rows import Rejection
from data.parcels import FigureTable, IncidentTable, PlanTable, StreetMonth, StreetTargets
from data.sources.containers.members import LONGEST_NAME
from data.sources.words import shown
from data.tables import street as tables

PIECE = 1024 * 1024
#: Of these every cell is compared with what is published.
COMPARED = (FigureTable.kind, StreetTargets.kind, PlanTable.kind)


@dataclass(frozen=True, slots=True)
class Received:
    """One file as it was handed in."""

    path: Path
    name: str  # fit to be shown
    sha256: str
    size: int


def receive(path: Path) -> Received:
    """Return the fingerprint and size of the file at *path*; raises RefusedFile when it is none."""
    name = shown(path.name or str(path), LONGEST_NAME)
    digest, size = hashlib.sha256(), 0
    try:
        kind = path.stat().st_mode
        if stat.S_ISDIR(kind):
            raise RefusedFile(f"{name} is a folder: name the files in it, or zip it.")
        if not stat.S_ISREG(kind):  # a pipe or a device might never end
            raise RefusedFile(f"{name} is no file.")
        with path.open("rb") as opened:
            while piece := opened.read(PIECE):
                digest.update(piece)
                size += len(piece)
    except OSError as fault:
        reason = (fault.strerror or "it is not there").lower()
        raise RefusedFile(f"{name} cannot be opened: {reason}.") from fault
    return Received(path, name, digest.hexdigest(), size)


@dataclass(frozen=True, slots=True)
class Earlier:
    """A load of just the same bytes, of which everything is still what is published."""

    arrival: int
    day: str


def loaded_before(connection: Connection, received: Received) -> Earlier | None:
    """When just these bytes were loaded, if what they hold is still what is published."""
    arrival, held = tables.arrival.c, tables.force_month.c
    query = select(arrival.id, arrival.arrived_at, arrival.kind, arrival.held)
    found = connection.execute(query.where(arrival.sha256 == received.sha256).order_by(arrival.id.desc())).first()
    if found is None or found.kind in COMPARED:
        return None
    if found.kind == StreetMonth.kind:  # some month of it may be of another file by now
        months = select(func.count()).where(held.arrival == found.id)
        still_there = connection.execute(months).scalar_one() == found.held
    elif found.kind == IncidentTable.kind:
        still_there = stands(connection, found.id)
    else:
        newer = select(func.count()).where(arrival.kind == found.kind, arrival.id > found.id)
        still_there = not connection.execute(newer).scalar_one()
    return Earlier(found.id, found.arrived_at[:10]) if still_there else None


def seen_before(connection: Connection, received: Received) -> str:
    """The day on which just these bytes were loaded first; empty where they were not."""
    arrival = tables.arrival.c
    query = select(func.min(arrival.arrived_at)).where(arrival.sha256 == received.sha256, arrival.kind != "")
    return (connection.execute(query).scalar() or "")[:10]


class Log:
    """Writes the log of one call."""

    def __init__(self, connection: Connection, source: str, moment: datetime) -> None:
        self._connection = connection
        self._source = source
        self._moment = moment.isoformat(timespec="seconds")

    def open(self, received: Received) -> int:
        """Note a file; return its number."""
        number = (self._connection.execute(select(func.max(tables.arrival.c.id))).scalar() or 0) + 1
        values = {"sha256": received.sha256, "bytes": received.size, "name": received.name}
        self._connection.execute(
            insert(tables.arrival).values(
                id=number, source=self._source, arrived_at=self._moment, rows=0, rejected=0, held=0, **values
            )
        )
        return number

    def reject(self, arrival: int, file: str, rejected: Sequence[Rejection]) -> None:
        """Keep the *rejected* rows of one parcel, each with its line and rule."""
        if not rejected:
            return
        first = (self._connection.execute(select(func.max(tables.rejected_row.c.id))).scalar() or 0) + 1
        rows = [
            (first + at, arrival, file, item["rule"], item["text"], item["line"]) for at, item in enumerate(rejected)
        ]
        bulk(self._connection, tables.rejected_row, rows)

    def close(self, arrival: int, values: Mapping[str, object]) -> None:
        """Note what the file came to: kind, rows, rejected, held months, remarks."""
        table = tables.arrival
        self._connection.execute(update(table).where(table.c.id == arrival).values(**values))
