"""Knows what a form says of an assessment: what it needs, and in which words it is refused."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from dashboard.domain.errors import RefusedEntry
from dashboard.domain.priorities.criteria import HIGHEST, LOWEST
from dashboard.domain.priorities.recorded import NO_PRIORITY, WordKind
from dashboard.domain.priorities.weights import Weights
from dashboard.domain.wording import one_line

LONGEST_REASON, LONGEST_AUTHOR, LONGEST_NAME = 500, 100, 60
FIELDS = ("value", "words", "author", "seen")
SCORES = tuple(str(number) for number in range(LOWEST, HIGHEST + 1))
Faults = tuple[tuple[str, str], ...]  # the field and what is wrong with it


@dataclass(frozen=True, slots=True)
class SaidOfPriority:
    """A form, looked through; *seen* is the newest line that whoever sent it had read."""

    value: str
    words: str
    author: str
    seen: int
    stood: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the ranking puts a category: its rank, how many share it, and the same in words."""

    rank: int | None
    sharing: int = 1
    words: str = ""
    places: int = 1  # how many categories there are to be ranked

    def holds(self, place: str) -> bool:
        """Whether a chosen *place* is that of the ranking, or one of those that it shares."""
        if self.rank is None or place == NO_PRIORITY:
            return False
        return self.rank <= int(place) < self.rank + self.sharing


def said_score(form: Mapping[str, str]) -> SaidOfPriority:
    """What *form* says of a typed score: 1 to 5, or that none stands; raises RefusedEntry."""
    value = form["value"].strip()
    faults: Faults = () if value in ("", *SCORES) else (("value", f"A score is a whole number from {LOWEST} to 5."),)
    return _said(form, value, faults, asks_why=True)


def said_choice(form: Mapping[str, str], placed: Placed) -> SaidOfPriority:
    """What *form* says of the group's choice; one that departs from the ranking needs a reason."""
    value = form["value"].strip()
    known = ("", NO_PRIORITY, *(str(place) for place in range(1, placed.places + 1)))
    if value not in known:
        raise RefusedEntry((("value", f"Choose a place from 1 to {placed.places}, or that it is no priority."),))
    said = _said(form, value, (), asks_why=bool(value) and not placed.holds(value))
    return SaidOfPriority(said.value, said.words, said.author, said.seen, placed.words)


def said_weights(form: Mapping[str, str], weights: Weights) -> tuple[str, SaidOfPriority]:
    """The key and the line of weights that are saved under a name, which is its words; raises RefusedEntry."""
    name = one_line(form["name"])
    faults: Faults = ()
    if not name:
        faults = (("name", "Enter the name to save the weights under."),)
    if len(name) > LONGEST_NAME:
        faults = (("name", f"The name must be {LONGEST_NAME} characters or fewer: it has {len(name)}."),)
    said = _said(dict(form) | {"words": name}, written_weights(weights), faults, asks_why=False)
    return name_key(name), said


def name_key(name: str) -> str:
    """What stands for a name among the keys of lines: one name, however its letters are written, is one key.

    The name itself stands in the words, from which it can be taken out.
    """
    return sha256(name.casefold().encode()).hexdigest()[:12]


def written_weights(weights: Weights) -> str:
    """As they are kept; the usual ones are a word, for an empty line takes back what stood."""
    return " ".join(sorted(weights.asked)) or "usual"


def read_weights(value: str) -> frozenset[str]:
    """The same as an address says them."""
    return frozenset() if value == "usual" else frozenset(value.split())


def about_of(kind: WordKind, subject: str) -> str:
    """The key of what a line is about."""
    return f"{kind}/{subject}"


def _said(form: Mapping[str, str], value: str, faults: Faults, *, asks_why: bool) -> SaidOfPriority:
    words, author = one_line(form["words"]), one_line(form["author"])
    if asks_why and not words:
        faults = (*faults, ("words", "Enter the reason."))
    faults = (*faults, *_too_long(words, ("words", "The reason"), LONGEST_REASON))
    if not author:
        faults = (*faults, ("author", "Enter your name or role."))
    faults = (*faults, *_too_long(author, ("author", "Your name"), LONGEST_AUTHOR))
    if faults:
        raise RefusedEntry(faults)
    return SaidOfPriority(value, words, author, _number(form["seen"]))


def _too_long(text: str, field: tuple[str, str], most: int) -> Faults:
    name, words = field
    return ((name, f"{words} must be {most} characters or fewer: it has {len(text):,}."),) if len(text) > most else ()


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0
