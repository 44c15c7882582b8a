"""Knows how a few typed words find what has a name or a code: each of them must begin one of its words."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import cached_property
from operator import or_

from dashboard.domain.doors import Door, PlainDoor
from dashboard.domain.values.codes import halves

_WORD = re.compile(r"\w+")


class Kind(StrEnum):
    """What can be found; of two that fit equally well, the kind that stands first here comes first."""

    INDICATOR = "Indicator"
    PARTNERSHIP = "Partnership"
    AREA = "Area"
    CATEGORY = "Category"
    CRIME = "Crime type"
    MEASURE = "Measure"
    PLACE = "Place"
    PAGE = "Page"
    METHOD = "Method"
    ACTION = "Action"
    RISK = "Risk"


class Fit(IntEnum):
    """How well words fit, the best first."""

    CODE = 0  # they are its code
    NAME = 1  # they are its name
    START = 2  # its name begins with them
    WORDS = 3  # each begins a word of its name or code
    BESIDE = 4  # some of them begin a word of what is said beside it


#: What is named just so, what its own words fit, and what fits only with what is said beside it.
_NEAR = {Fit.CODE: 0, Fit.NAME: 0, Fit.START: 1, Fit.WORDS: 1, Fit.BESIDE: 2}
_ORDER = {kind: at for at, kind in enumerate(Kind)}


@dataclass(frozen=True)
class Findable:
    """Something with a name, and where it is; *beside* tells it from its namesakes."""

    kind: Kind
    name: str
    door: Door | PlainDoor
    code: str = ""
    beside: str = ""

    @cached_property
    def of_name(self) -> tuple[str, ...]:
        return words_of(self.name)

    @cached_property
    def of_code(self) -> frozenset[str]:
        """Its code without blanks; of a code of several, each too."""
        return frozenset({"".join(words_of(self.code)), *halves(self.code)}) - {""}

    @cached_property
    def own(self) -> frozenset[str]:
        return frozenset({*self.of_name, *self.of_code, *words_of(self.code)})

    @cached_property
    def around(self) -> frozenset[str]:
        return frozenset({*words_of(self.beside), *words_of(self.kind)})


def words_of(text: str) -> tuple[str, ...]:
    """The words of *text* without capitals and accents."""
    plain = unicodedata.normalize("NFKD", text).casefold().replace("'", "").replace("’", "")
    return tuple(_WORD.findall("".join(letter for letter in plain if not unicodedata.combining(letter))))


def found(own: Iterable[Findable], others: Iterable[Findable], asked: str, most: int) -> tuple[Findable, ...]:
    """At most *most* of those that every word of *asked* fits.

    What is named just so comes first, then one's *own* before the *others*, the best first, then by kind.
    """
    words = words_of(asked)
    if not words:
        return ()
    every = ((is_other, item) for is_other, items in enumerate((own, others)) for item in items)
    fitting = [(fit, is_other, item) for is_other, item in every if (fit := fit_of(item, words)) is not None]
    fitting.sort(key=lambda found: (_NEAR[found[0]], found[1], found[0], _ORDER[found[2].kind]))
    return tuple(item for *_, item in fitting[:most])


def fit_of(item: Findable, words: Sequence[str]) -> Fit | None:
    """How well *words* fit *item*; None where one of them begins no word of it."""
    if "".join(words) in item.of_code:
        return Fit.CODE
    inside = [any(own.startswith(word) for own in item.own) for word in words]
    if all(inside):
        return _own_fit(item.of_name, words)
    beside = [any(other.startswith(word) for other in item.around) for word in words]
    return Fit.BESIDE if all(map(or_, inside, beside)) else None


def _own_fit(name: Sequence[str], words: Sequence[str]) -> Fit:
    if tuple(name) == tuple(words):
        return Fit.NAME
    spoken = " ".join(name)
    return Fit.START if spoken.startswith(" ".join(words)) else Fit.WORDS
