"""Knows a note that hangs on an indicator, an area and a period, whoever looks at them and where."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FigureNote:
    """What somebody noted of a figure; *earlier* are the words it corrects with who and when, the oldest first."""

    number: int
    partnership: str
    indicator: str
    area: str
    period: str
    words: str
    who: str
    moment: str  # ISO, UTC
    meeting: int = 0  # in which it was written; 0: outside of one
    version: int = 0
    earlier: tuple[tuple[str, str, str], ...] = ()


def notes_on(notes: Iterable[FigureNote], indicator: str, area: str = "", period: str = "") -> tuple[FigureNote, ...]:
    """Those on an *indicator*, and of an *area* and a *period* where they are named; the newest first."""
    found = [
        item
        for item in notes
        if item.indicator == indicator and area in ("", item.area) and period in ("", item.period)
    ]
    return tuple(sorted(found, key=lambda item: (item.moment, item.number), reverse=True))
