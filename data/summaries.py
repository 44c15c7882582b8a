"""Knows what a caller wishes of a load, and what it is told of one."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Engine

from dashboard.domain.checks.changes import Changes
from dashboard.domain.entering.questions import Answers, Question
from data.parcel_rows import Rejection


@dataclass(slots=True)
class FileSummary:
    """What became of one file."""

    name: str
    sha256: str = ""
    kind: str = ""
    rows: int = 0
    rejected: int = 0
    held: int = 0  # months of a force
    rules: dict[str, int] = field(default_factory=dict)
    kept: list[Rejection] = field(default_factory=list)  # the first rejected rows: line, rule, text
    said: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Summary:
    """What one call did; *refused* holds the sentences for which nothing was loaded."""

    files: list[FileSummary] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    loaded: bool = False
    changes_anything: bool = False
    incomplete: list[str] = field(default_factory=list)  # months that look so, a sentence each
    figures: Changes = field(default_factory=Changes)  # of the partnerships' own
    questions: list[Question] = field(default_factory=list)  # nothing is loaded before each is answered

    @property
    def rows(self) -> int:
        return sum(item.rows for item in self.files)


@dataclass(frozen=True, slots=True)
class Wish:
    """What the caller wants of a load: what the files are called, who is asked before they count, who is told."""

    moment: datetime
    source: str = ""
    who: str = ""
    partnership: str = ""  # whose figures a table holds that does not say it
    withdraw: bool = False  # figures that a file's last edition held and this one does not
    answers: Answers = field(default_factory=dict)  # by indicator or file, what is declared of it in this call
    agree: Callable[[Summary], bool] = lambda summary: True
    looks_first: bool = False  # what would change is seen before *agree* is asked, and nothing is locked meanwhile
    looked: Callable[[Engine, Changes], None] = lambda engine, changes: None  # told of a database as it would be
    progress: Callable[[str, int], None] = lambda name, rows: None
    waiting: Callable[[], None] = lambda: None  # told now and then while another load is written
    beneath: bool = False  # targets on crime lie under every release: the made-up county's, which nobody undoes
    period: str = ""  # of the tables that do not say theirs
    receipt: str = ""  # under which the load can be asked for later: whether it was published
