"""Knows which hot standbys of PostgreSQL may answer readers: those that follow the primary, and not from afar."""

import os
import random
import time
from collections import deque
from collections.abc import Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from threading import Lock, Thread
from typing import cast

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

LOOK = 1.0  # seconds between two looks
MOST_BEHIND = 10.0  # seconds; whoever has not yet what the primary had then is left out
OF_PRIMARY = text(
    "SELECT pg_is_in_recovery(), CASE WHEN NOT pg_is_in_recovery() THEN pg_current_wal_lsn()::text END, "
    "CASE WHEN NOT pg_is_in_recovery() THEN substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) END"
)
OF_STANDBY = text(
    "SELECT pg_is_in_recovery(), pg_last_wal_replay_lsn()::text, "
    "(SELECT received_tli FROM pg_stat_wal_receiver WHERE status = 'streaming')"
)
FAULTS = (DBAPIError, NoConnectionFree)
_chosen: ContextVar["Standby | None"] = ContextVar("chosen", default=None)


def place_of(said: str) -> int:
    """A place in the log of writes, "0/3000148", as a number that rises; 0 of what is none."""
    high, _, low = said.partition("/")
    try:
        return (int(high, 16) << 32) + int(low, 16)
    except ValueError:
        return 0


@dataclass(frozen=True, slots=True)
class Head:
    """How far the primary has written, and on which timeline, at a moment of this process's clock."""

    moment: float
    place: int
    timeline: int


class Standby:
    """One standby: an engine for readers, one for looking at it, and how it stood at the last look."""

    def __init__(self, readers: Engine, looking: Engine) -> None:
        self.readers, self._looking = readers, looking
        self.is_fit, self.place = False, 0

    def look(self, heads: Sequence[Head], *, has_primary: bool) -> None:
        """See whether it may answer; without a primary whoever was fit goes on, as it was."""
        try:
            with self._looking.connect() as connection:
                follows, place, timeline = connection.execute(OF_STANDBY).one()
        except FAULTS:
            self.is_fit = False
            return
        self.place = place_of(place or "")
        if not follows:
            self.is_fit = False
        elif has_primary:
            self.is_fit = bool(heads) and timeline == heads[-1].timeline and self.place >= _wanted(heads)

    def dispose(self) -> None:
        self.readers.dispose()
        self._looking.dispose()


def _wanted(heads: Sequence[Head]) -> int:
    """How far a standby must have come: where the primary was so long ago; 0 while nobody knows that."""
    newest = heads[-1].moment
    return max((head.place for head in heads if newest - head.moment >= MOST_BEHIND), default=0)


class Reads:
    """Stands for an engine: within a request it connects to the standby that was chosen, else to the primary."""

    def __init__(self, primary: Engine, looking: Engine, standbys: Sequence[Standby]) -> None:
        self._primary, self._looking, self.standbys = primary, looking, tuple(standbys)
        self._heads: deque[Head] = deque(maxlen=60)
        self._process, self._lock = 0, Lock()

    def __getattr__(self, name: str) -> object:
        return getattr(self._primary, name)

    def connect(self) -> Connection:
        standby = _chosen.get()
        if standby is None:
            return self._primary.connect()
        try:
            return standby.readers.connect()
        except FAULTS:  # it died since the last look
            standby.is_fit = False
            _chosen.set(None)
            return self._primary.connect()

    def choose(self, written: int) -> None:
        """Let this thread read from a standby that has all until the place *written*, or from the primary."""
        self._begin()
        fit = [item for item in self.standbys if item.is_fit and item.place >= written]
        _chosen.set(random.choice(fit) if fit else None)

    def look(self) -> None:
        """See how the primary and each standby stand."""
        has_primary = self._look_at_primary()
        for standby in self.standbys:
            standby.look(self._heads, has_primary=has_primary)

    def dispose(self) -> None:
        self._primary.dispose()
        self._looking.dispose()
        for standby in self.standbys:
            standby.dispose()

    def _look_at_primary(self) -> bool:
        try:
            with self._looking.connect() as connection:
                follows, place, timeline = connection.execute(OF_PRIMARY).one()
        except FAULTS:
            return False
        if follows:
            return False
        self._heads.append(Head(time.monotonic(), place_of(place), int(timeline, 16)))
        return True

    def _begin(self) -> None:
        with self._lock:
            if self._process == os.getpid():
                return
            self._process = os.getpid()
            Thread(target=self._go_on, daemon=True).start()

    def _go_on(self) -> None:
        while True:
            self.look()
            time.sleep(LOOK)


def let_go() -> None:
    """What this thread asks next it asks the primary."""
    _chosen.set(None)


def as_engine(reads: Reads) -> Engine:
    """*reads* for whoever asks for an engine to read from."""
    return cast(Engine, reads)


def written_until(engine: Engine) -> str:
    """How far the primary has written; empty where nobody knows."""
    try:
        with engine.connect() as connection:
            return str(connection.execute(text("SELECT pg_current_wal_lsn()::text")).scalar() or "")
    except FAULTS:
        return ""
