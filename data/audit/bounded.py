"""Knows the lines that anybody can bring about at will: so many a minute one by one, the rest as a number."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from threading import Lock, Timer

from sqlalchemy import Engine

from dashboard.domain.access.deeds import Actor, Deed, DeedKind, Outcome
from dashboard.domain.access.denials import MINUTE, Admission, Denials, LeftOut
from data.audit.acting import acting, actor
from data.audit.recording import recorded

UNKNOWN = "unknown address"
MORE = "more of this minute are counted, not listed"
Later = Callable[[float, Callable[[], None]], None]


def in_a_while(seconds: float, do: Callable[[], None]) -> None:
    """*do* it after so many *seconds*, unless the process ends first."""
    timer = Timer(seconds, do)
    timer.daemon = True
    timer.start()


class BoundedTrail:
    """Records what is denied or fails, of one process: nobody can fill the disk with it, or has to wait for it."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime], later: Later = in_a_while) -> None:
        self._engine = engine
        self._clock = clock
        self._later = later
        self._denials = Denials()
        self._untold: list[LeftOut] = []
        self._waits = False
        self._lock = Lock()

    def note(self, deed: Deed) -> None:
        """Add the line of a *deed* that was denied or failed, or count it where there are too many."""
        self.tell()
        origin, moment = actor().origin or UNKNOWN, self._clock()
        with self._lock:
            admitted = self._denials.admit(origin, moment)
        if admitted is Admission.LAST:
            deed = replace(deed, after=f"{deed.after}; {MORE}".removeprefix("; "))
        if admitted is not Admission.COUNTED and not recorded(self._engine, deed, moment):
            with self._lock:
                self._denials.count(origin, moment)
        self._wait()

    def tell(self) -> None:
        """Say what was left out of a minute that has passed; costs nothing while none has."""
        with self._lock:
            self._untold += self._denials.ended(self._clock())
        self._say()

    def close(self) -> None:
        """Say what was left out so far: the process ends."""
        with self._lock:
            self._untold += self._denials.close()
        self._say()

    def _wait(self) -> None:
        """See to it that what is counted is told, though nothing else may ever be denied."""
        with self._lock:
            if self._waits:
                return
            self._waits = True
        self._later(MINUTE.total_seconds(), self._wake)

    def _wake(self) -> None:
        self._waits = False
        self.tell()
        if self._untold or self._denials.is_counting:
            self._wait()

    def _say(self) -> None:
        with self._lock:
            untold, self._untold = self._untold, []
        for at, item in enumerate(untold):
            if not self._said(item):
                with self._lock:
                    self._untold += untold[at:]
                return

    def _said(self, item: LeftOut) -> bool:
        since = f"since {item.since:%Y-%m-%d %H:%M:%S} UTC"
        deed = Deed(DeedKind.LEFT_OUT, item.words, after=since, outcome=Outcome.DENIED)
        with acting(Actor(name="Outturn", origin=item.origin)):
            return recorded(self._engine, deed, self._clock())
