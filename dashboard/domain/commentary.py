"""Knows what a partnership says of its own figures, in words, and what a form that says it has to hold."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dashboard.domain.entering.entries import LONGEST_COMMENTARY
from dashboard.domain.errors import RefusedEntry
from dashboard.domain.periods.period import Period
from dashboard.domain.records import SourceCell
from dashboard.domain.statistics.rebaselines import LONGEST_NAME, Faults
from dashboard.domain.wording import one_line


@dataclass(frozen=True, slots=True)
class Commentary:
    """What somebody of the partnership says of an indicator in one area and period; no *text*: it was taken back."""

    indicator: str
    area: str
    period: Period
    text: str
    author: str
    moment: str  # ISO, UTC
    source: SourceCell

    @property
    def day(self) -> str:
        return self.moment[:10]


@dataclass(frozen=True, slots=True)
class NewCommentary:
    """What a form says of a figure; *seen* is the moment of the commentary that its writer was shown."""

    text: str
    author: str
    seen: str


def last_said(history: Iterable[Commentary]) -> tuple[Commentary, ...]:
    """What stands of a *history* in the order of its moments, the oldest period first."""
    last = {(item.indicator, item.area, item.period): item for item in history}
    standing = (item for item in last.values() if item.text)
    return tuple(sorted(standing, key=lambda item: (item.period, item.indicator, item.area)))


def said_of(form: Mapping[str, str]) -> NewCommentary:
    """Return what *form* (text, author, withdraw, seen) says; raises RefusedEntry with each fault and its field."""
    text, author = one_line(form["text"]), one_line(form["author"])
    withdrawn = bool(form["withdraw"])
    faults = () if withdrawn else _text_faults(text)
    faults += _author_faults(author)
    if faults:
        raise RefusedEntry(faults)
    return NewCommentary("" if withdrawn else text, author, form["seen"])


def _text_faults(text: str) -> Faults:
    if not text:
        return (("text", "Enter the commentary."),)
    if len(text) > LONGEST_COMMENTARY:
        words = f"The commentary must be {LONGEST_COMMENTARY} characters or fewer: it has {len(text):,}."
        return (("text", words),)
    return ()


def _author_faults(author: str) -> Faults:
    if not author:
        return (("author", "Enter your role or name."),)
    if len(author) > LONGEST_NAME:
        return (("author", f"Your role or name must be {LONGEST_NAME} characters or fewer: it has {len(author):,}."),)
    return ()
