"""Knows the audit trail as a chain: what each line says, its fingerprint over the line before, and what breaks it."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from dashboard.domain.access.deeds import LONGEST_NAME, LONGEST_STATE, LONGEST_SUBJECT, Actor, Deed, fit
from dashboard.domain.wording import plural

SHIFTS = (1, -1)  # by how much a number is off where a line was taken out or put in and the rest renumbered
SHOWN = 12  # characters of a fingerprint, for the minutes of a meeting


@dataclass(frozen=True, slots=True)
class TrailLine:
    """One line of the trail; *previous* is the digest of the line before, *digest* of this one with it."""

    number: int
    moment: str
    account: str
    name: str
    way: str
    origin: str
    deed: str
    partnership: str
    subject: str
    before: str
    after: str
    outcome: str
    previous: str
    digest: str = ""


SAID = tuple(field.name for field in fields(TrailLine))[:-1]  # what a digest is taken over


@dataclass(frozen=True, slots=True)
class Head:
    """How many lines there are, and the digest of the last one."""

    count: int = 0
    digest: str = ""

    @property
    def shown(self) -> str:
        return self.digest[:SHOWN]


EMPTY = Head()


@dataclass(frozen=True, slots=True)
class Soundness:
    """Whether a trail is whole: one sentence, and the line at which it breaks (0: it does not)."""

    sentence: str
    line: int = 0

    @property
    def is_whole(self) -> bool:
        return self.line == 0


def digest_of(line: TrailLine) -> str:
    """The sha256 of everything that *line* says, as a JSON list, which no two lines share."""
    said = [getattr(line, name) for name in SAID]
    return hashlib.sha256(json.dumps(said, separators=(",", ":")).encode("ascii")).hexdigest()


def chained(deed: Deed, actor: Actor, moment: str, head: Head) -> TrailLine:
    """The line of a *deed* that follows *head*."""
    line = TrailLine(
        number=head.count + 1,
        moment=moment,
        account=fit(actor.account, LONGEST_NAME),
        name=fit(actor.name, LONGEST_NAME),
        way=actor.way,
        origin=fit(actor.origin, LONGEST_NAME),
        deed=deed.kind,
        partnership=fit(deed.partnership, LONGEST_NAME),
        subject=fit(deed.subject, LONGEST_SUBJECT),
        before=fit(deed.before, LONGEST_STATE),
        after=fit(deed.after, LONGEST_STATE),
        outcome=deed.outcome,
        previous=head.digest,
    )
    return replace(line, digest=digest_of(line))


def verify(lines: Iterable[TrailLine], head: Head | None, after: Head = EMPTY) -> Soundness:
    """Walk *lines*, which follow *after*, up to *head*; the first fault is told and ends the walk."""
    last = after
    for line in lines:
        if found := _fault(line, last):
            return found
        last = Head(line.number, line.digest)
    return _ending(last, head) or Soundness(f"The trail is whole: {plural(last.count, 'line')}, as written.")


def _fault(line: TrailLine, last: Head) -> Soundness | None:
    due = last.count + 1
    if line.number > due:
        return Soundness(f"{_lines(due, line.number - 1)} removed.", due)
    if line.number < due:
        return Soundness(f"Line {line.number} was put in: there is another of its number.", line.number)
    if digest_of(line) != line.digest:
        return Soundness(_changed(line), line.number)
    if line.previous == last.digest:
        return None
    if due == 1:
        return Soundness("What stood before line 1 was removed.", 1)
    return Soundness(f"Line {last.count} was changed or put in: line {due} was written after another.", last.count)


def _changed(line: TrailLine) -> str:
    for shift in SHIFTS:
        if digest_of(replace(line, number=line.number + shift)) == line.digest:
            what = "removed" if shift > 0 else "put in"
            return f"A line before line {line.number} was {what}, and those after it were renumbered."
    return f"Line {line.number} was changed."


def _ending(last: Head, head: Head | None) -> Soundness | None:
    if head is None:
        return Soundness("The note of how many lines there are was removed.", max(last.count, 1))
    if last.count < head.count:
        return Soundness(f"{_lines(last.count + 1, head.count)} cut off at the end.", last.count + 1)
    if last.count > head.count:
        return Soundness(f"{_lines(head.count + 1, last.count)} put in at the end.", head.count + 1)
    if last.digest != head.digest:
        return Soundness(f"Line {last.count}, the last, was changed or put in.", max(last.count, 1))
    return None


def _lines(first: int, last: int) -> str:
    return f"Line {first} was" if first == last else f"Lines {first} to {last} were"
