"""Knows names that say nothing without what they are of: "of which residential", "With injury"."""

import re
from collections.abc import Iterable, Mapping, Sequence

from dashboard.domain.periods.parts import unperioded

_OF_WHICH = re.compile(
    r"[-\u2013\u2022*. ]*(?:of (?:which|these|those)|(?:this )?includ(?:ing|es)|thereof|comprising)\b", re.I
)
_BARE = re.compile(r"(?:with|without|excluding|excl\.?|other than)\b", re.I)
#: Titles that say what is counted; a scorecard's name does not.
_COUNTED = re.compile(
    r"\b(?:crimes?|offen[cd]\w*|incidents?|anti-?social|burglar\w*|robber\w*|thefts?|violen\w*|assaults?|arson|abuse|drugs?"
    r"|weapons?|damage|sexual|hate|casualt\w*|collisions?|fires?|victims?|re-?offend\w*|homicides?|stalking|harassment)\b",
    re.I,
)
MOST_WORDS = 6  # of a title that is a name


def with_parents(names: Mapping[int, str], titles: Iterable[str]) -> dict[int, str]:
    """The names of rows, those that depend on the row above or on a title with it: "Burglary: of which residential"."""
    above, found, subject = "", {}, _subject(titles)
    for row, name in names.items():
        if above and _OF_WHICH.match(name):
            found[row] = f"{above}: {_plain(name)}"
            continue
        if name and not _OF_WHICH.match(name):
            above = name
        if subject and _BARE.match(name):
            found[row] = f"{subject}: {_plain(name)}"
    return found


def under_title(names: Sequence[str], titles: Iterable[str]) -> list[str]:
    """The names of columns, those that depend on a title with it: "Violence: with injury"."""
    found = with_parents(dict(enumerate(names)), titles)
    return [found.get(at, name) for at, name in enumerate(names)]


def _subject(titles: Iterable[str]) -> str:
    """The title that says what is counted, without its period."""
    bare = (unperioded(title) for title in titles)
    return next((title for title in bare if _COUNTED.search(title) and len(title.split()) <= MOST_WORDS), "")


def _plain(name: str) -> str:
    words = name.lstrip("-\u2013\u2022*. ")
    return words[:1].lower() + words[1:]
