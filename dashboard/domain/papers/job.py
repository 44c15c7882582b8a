"""Knows one order of papers: of which meeting, in which format, and how far it is."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256

SILENCE = timedelta(seconds=45)  # after which whoever made them is no longer there
KEPT = timedelta(days=14)


class JobState(StrEnum):
    """Where an order is."""

    WAITING = "waiting"
    MAKING = "making"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


UNDER_WAY = frozenset({JobState.WAITING, JobState.MAKING})
#: What is not made a second time.
COUNTS = UNDER_WAY | {JobState.DONE}


@dataclass(frozen=True, slots=True)
class PaperOrder:
    """Papers of a *meeting* in a *form*, of data and look as they are in *state*, as of a *day*, for whoever *asks*."""

    partnership: str
    meeting: int
    form: str
    state: str
    day: str
    asks: str = ""

    @property
    def key(self) -> str:
        """Two orders that would become the same file have the same."""
        said = (self.partnership, str(self.meeting), self.form, self.state, self.day)
        return sha256("\0".join(said).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class PaperJob:
    """An order with its number: *told* is how far it is, or why it has no file; *beat* when that was last said."""

    number: int
    partnership: str
    meeting: int
    form: str
    asks: str
    asked: datetime
    state: JobState
    told: str
    beat: datetime

    @property
    def is_under_way(self) -> bool:
        return self.state in UNDER_WAY

    def is_silent(self, now: datetime) -> bool:
        """Whether it is under way and nobody works on it any more."""
        return self.is_under_way and now - self.beat > SILENCE
