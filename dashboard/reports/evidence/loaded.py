"""Knows what a page says of a load: its files, what they would change, what was not taken."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dashboard.domain.checks.changes import Changes
from dashboard.domain.entering.questions import Question
from dashboard.reports.evidence.status_changes import StatusChange


@dataclass(frozen=True, slots=True)
class NotTaken:
    """One row or cell that was rejected."""

    line: int
    rule: str
    sentence: str
    text: str


@dataclass(frozen=True, slots=True)
class LoadedFile:
    """One file of a load."""

    name: str
    kind: str  # in words
    sha256: str
    rows: int
    said: tuple[str, ...]
    rejected: tuple[NotTaken, ...]  # the first of them
    rejections: int


WAITING = "waiting for another load to be written"


@dataclass(frozen=True, slots=True)
class LoadView:
    """One load as it is shown."""

    token: str
    state: str
    rows: int
    reading: str
    files: tuple[LoadedFile, ...]
    figures: Changes
    refused: tuple[str, ...]
    digest: str
    stale: bool
    withdraw: bool  # what the file's last edition held and this one does not
    partnership: str
    partnerships: tuple[str, ...]  # the slugs that the figures belong to
    incomplete: tuple[str, ...] = ()  # months that look so, a sentence each
    waits: bool = False  # for another load to be written
    period: str = ""  # that whoever loads it says
    asks_period: bool = False  # it is refused for want of one, and its files are still here
    statuses: tuple[StatusChange, ...] = ()  # what would become of the statuses, where few figures change
    questions: tuple[Question, ...] = ()  # nothing can be published before each is answered
    faults: tuple[str, ...] = ()  # of the answers that were sent
    sent: Mapping[str, str] = field(default_factory=dict)  # those answers, by the field of the form

    @property
    def progress(self) -> str:
        """How far it is, while it is read."""
        now = WAITING if self.waits else f"now {self.reading}" if self.reading else ""
        return ", ".join(filter(None, (f"{self.rows:,} rows so far", now)))
