"""Knows what is frozen when a meeting is closed: its items as they were seen, what was said, and under which rules."""

from dataclasses import dataclass, field

from dashboard.domain.snapshots.lines import SeenLine
from dashboard.domain.snapshots.slides import Measured, Slide

FORMAT = 1  # raised when a field changes its meaning; a new field needs none


@dataclass(frozen=True, slots=True)
class SeenWords:
    """A minute, a note or a decision of the meeting."""

    kind: str = ""  # minute, note, or the type of the decision
    number: str = ""
    words: str = ""
    why: str = ""
    owner: str = ""  # a role
    due: str = ""
    indicator: str = ""  # its id
    place: str = ""  # indicator, area and period that it hangs on, in words
    is_private: bool = False


@dataclass(frozen=True, slots=True)
class SeenItem:
    """One item of the agenda with what stood on its screen and what was said of it."""

    number: str = ""
    kind: str = ""
    words: str = ""
    why: str = ""  # it was on the agenda
    key: str = ""  # of the action or risk that it was about
    is_private: bool = False
    slide: Slide = field(default_factory=Slide)
    said: tuple[SeenWords, ...] = ()


@dataclass(frozen=True, slots=True)
class Seen:
    """Everything that one meeting saw."""

    format: int = FORMAT
    partnership: str = ""
    partnership_name: str = ""
    meeting: str = ""  # what it is called
    held: str = ""  # the day, as an ISO date
    view: str = ""  # the address of what it looked at, without its path
    place: str = ""  # the same in words
    program_version: str = ""
    data_version: str = ""
    settings: tuple[tuple[str, str], ...] = ()  # under which figures were judged
    measures: tuple[Measured, ...] = ()  # every figure of the view, the worst first
    items: tuple[SeenItem, ...] = ()
    said: tuple[SeenWords, ...] = ()  # what hangs on no item
    lines: tuple[SeenLine, ...] | None = None  # decisions, actions, risks; None: frozen before they were kept


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What is kept of a closed meeting; *text* is the canonical form of what was seen."""

    meeting: int
    partnership: str
    moment: str  # when it was frozen
    digest: str  # sha256 of the text
    text: str
    sealed_before: str = ""  # the digest until an administrator took words away
    redacted: str = ""  # when that was
    is_intact: bool = True  # whether the text that is kept has the digest
