"""Knows what a group writes into its assessment: typed scores, its choice, saved weights; no line is changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dashboard.domain.priorities.criteria import Criterion

NO_PRIORITY = "none"  # chosen: it is not among the priorities


class WordKind(StrEnum):
    """What is written."""

    HARM = "harm"
    INFLUENCE = "influence"
    CHOICE = "choice"
    WEIGHTS = "weights"


OF_CRITERION = {Criterion.HARM: WordKind.HARM, Criterion.INFLUENCE: WordKind.INFLUENCE}


@dataclass(frozen=True, slots=True)
class PriorityWord:
    """One line of what was written, and when (ISO, UTC); an empty *value* takes back what stood."""

    number: int
    kind: WordKind
    about: str  # a category, or the key of saved weights
    value: str  # a score, a place, weights as an address says them
    stood: str  # of a choice: what the ranking said then
    words: str  # the reason, or the name of weights
    author: str
    moment: str

    @property
    def day(self) -> date:
        return date.fromisoformat(self.moment[:10])


Standing = dict[tuple[WordKind, str], PriorityWord]


def standing(words: Iterable[PriorityWord]) -> Standing:
    """The newest line of each kind and subject; what was taken back stands no more."""
    newest = {(item.kind, item.about): item for item in words}
    return {key: item for key, item in newest.items() if item.value}


def typed_score(found: Standing, kind: WordKind, category: str) -> int | None:
    said = found.get((kind, category))
    return int(said.value) if said else None


def saved_weights(found: Standing) -> tuple[PriorityWord, ...]:
    """By name."""
    every = (item for (kind, _), item in found.items() if kind is WordKind.WEIGHTS)
    return tuple(sorted(every, key=lambda item: item.words.casefold()))


def place_words(value: str) -> str:
    """'3', or that it is not among the priorities."""
    return "not a priority" if value == NO_PRIORITY else value
