"""Knows which indicators, area and category the words of a plan mean, as far as they mean one surely."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from dashboard.domain.records import Area, Indicator
from data.names import slug
from data.own.indicators.naming import candidates

NATIONAL = re.compile(r"\bN\.?I\.? ?(\d{1,3}[a-z]?)\b", re.IGNORECASE)
NUMBER = re.compile(r"\b\d{1,3}[a-z]?\b")
WHOLE, PARTS = re.compile(r"[;\n|•]"), re.compile(r"[;\n|•,/]|\s(?:&|and)\s")


@dataclass(slots=True)
class PlanNames:
    """What one partnership has, by the words for it; an answer is kept, since many lines say the same."""

    indicators: tuple[Indicator, ...]
    areas: tuple[Area, ...]
    categories: Mapping[str, str]  # a key of words -> a category
    _known: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def indicators_of(self, linked: str, national: str = "", measure: str = "") -> tuple[str, ...]:
        """The ids that a line's links name, those of its national indicators, and those its measure names by number."""
        said = f"{linked}\0{national}\0{' '.join(NATIONAL.findall(measure))}"
        if said not in self._known:
            found = (*self._linked(linked), *self._numbered(NUMBER.findall(national)), *self._measured(measure))
            self._known[said] = tuple(dict.fromkeys(found))
        return self._known[said]

    def _linked(self, words: str) -> Iterator[str]:
        for pieces in ([words], WHOLE.split(words), PARTS.split(words)):
            found = [self._one(piece) for piece in map(str.strip, pieces) if piece]
            if found and all(found):
                yield from found
                return
        yield from filter(None, map(self._one, map(str.strip, PARTS.split(words))))

    def _one(self, words: str) -> str:
        """The id of the one indicator of a code or name; nothing where there is none or more."""
        found = candidates(self.indicators, words, "") or candidates(self.indicators, "", words) if words else ()
        return found[0].id if len(found) == 1 else ""

    def _numbered(self, numbers: Iterable[str]) -> Iterator[str]:
        for number in numbers:
            yield from (item.id for item in candidates(self.indicators, f"NI {number}", ""))

    def _measured(self, words: str) -> Iterator[str]:
        yield from self._numbered(NATIONAL.findall(words))

    def category_of(self, *words: str, indicators: tuple[str, ...] = ()) -> str:
        """The first category that any of *words* names, else that of the first indicator."""
        named = (self.categories.get(slug(text), "") for text in words)
        measured = (item.category for item in self.indicators if item.id in indicators[:1])
        return next(filter(None, (*named, *measured)), "")

    def area_of(self, words: str) -> str:
        """The slug of the area of this name; nothing where there is none."""
        key = slug(words)
        return next((item.slug for item in self.areas if key and key in (slug(item.name), slug(item.key))), "")
