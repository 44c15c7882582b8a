"""Knows what a page says of a load: its files, what they would change, what was not taken."""

from dataclasses import dataclass

from dashboard.domain.checks.changes import Changes
from dashboard.domain.entering.questions import Question


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
    period: str = ""  # that whoever loads it says
    asks_period: bool = False  # it is refused for want of one, and its files are still here
    questions: tuple[Question, ...] = ()  # nothing can be published before each is answered
