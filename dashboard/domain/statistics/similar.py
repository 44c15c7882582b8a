"""Knows groups of similar areas: dated and directed, for somebody's list of an area's neighbours is not theirs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class SimilarSet:
    """The areas that a publisher holds similar to one area, from a day on."""

    name: str  # "most similar group"
    first: date
    area: str  # the code of the area whose group it is
    codes: tuple[str, ...]  # by rank, or as the file has them
    file: str
    place: str  # in the file, of its first row


def in_force(sets: Iterable[SimilarSet], day: date) -> tuple[SimilarSet, ...]:
    """Return the newest set of each name that counted on *day*."""
    newest: dict[str, SimilarSet] = {}
    for item in sorted(sets, key=lambda item: item.first):
        if item.first <= day:
            newest[item.name] = item
    return tuple(newest[name] for name in sorted(newest))
