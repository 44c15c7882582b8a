"""Knows what is asked of the place where loads lie that were sent in: a folder of one machine, or rows that all see."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from time import time
from typing import Protocol, Self

from dashboard.domain.errors import OutturnError
from dashboard.web.uploads.sent_files import Sent
from dashboard.web.uploads.upload_notes import Job


class TakenOver(OutturnError):
    """Somebody else goes on with this load, since nothing was heard of us: what we know of it counts no more."""


@dataclass(frozen=True, slots=True)
class Lying:
    """A load whose files or note lie there."""

    token: str
    owner: str
    size: int  # bytes of its files
    changed: float  # seconds since the epoch
    is_worked_on: bool
    is_waiting: bool  # to be confirmed, or said more of

    @property
    def age(self) -> float:
        return time() - self.changed


class Held(Protocol):
    """The right to work on one load, let go at the end of its block; false where somebody else has it."""

    def __bool__(self) -> bool: ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *_fault: object) -> None: ...

    def taken_over(self) -> "Held":
        """The same for whoever goes on with the load beyond the block."""


class Shelf(Protocol):
    """Loads by their token."""

    is_shared: bool  # whether another goes on with a load when whoever worked on it is gone

    def save(self, files: Sequence[Sent]) -> str:
        """Keep *files*; returns the token of their load. Raises RefusedFile, and then keeps nothing."""

    def files(self, token: str) -> AbstractContextManager[list[Path]]:
        """The files of a load in the order they were chosen in; what is taken away of them in the block is gone."""

    def noted(self, token: str) -> Job | None:
        """The load as it was noted last; None where there is none of this token."""

    def note(self, token: str, job: Job) -> None:
        """Replace the note of a load that is held; raises TakenOver where it is not any more."""

    def hold(self, token: str) -> Held:
        """Take a load; false while somebody else works on it, and where there is none."""

    def is_held(self, token: str) -> bool:
        """Whether somebody works on a load at this moment."""

    def left(self) -> Sequence[str]:
        """The loads that are to be read and that nobody works on any more."""

    def door(self) -> AbstractContextManager[object]:
        """Let files in, one after the other; false where somebody else does. Raises RefusedFile."""

    def lying(self) -> list[Lying]:
        """Every load that lies there."""

    def remove(self, token: str) -> None: ...

    def forget_old(self) -> None:
        """Remove what nobody confirmed in a day."""
