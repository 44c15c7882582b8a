"""Knows the offences of a whole year by code that a table of recorded crime holds, each with its description."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from dashboard.domain.incidents.offences import code_of

QUARTERS = frozenset({"Q1", "Q2", "Q3", "Q4"})

Year = tuple[str, str]  # an area and a financial year: 2017-18


@dataclass(slots=True)
class CodedOffences:
    """Offences by area, year and code, and which quarters of each are there."""

    counts: dict[Year, dict[str, int]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(int)))
    words: dict[str, str] = field(default_factory=dict)  # by code
    quarters: dict[Year, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, place: tuple[str, str], offence: tuple[str, str], number: int) -> None:
        """Count an *offence*, its code and description, in an area and quarter (2017-18-Q1); under zero corrects."""
        area, quarter = place
        year, _, name = quarter.rpartition("-")
        self.quarters[area, year].add(name)
        code = code_of(offence[0]) or offence[0].upper() or offence[1]
        self.words.setdefault(code, offence[1])
        self.counts[area, year][code] += number

    def whole(self, lacks: Callable[[str, str], bool]) -> Iterator[tuple[str, str, str, str, int]]:
        """Area, year, code, description and count of each year that has every quarter, none of which *lacks* a row."""
        for (area, year), codes in self.counts.items():
            quarters = self.quarters[area, year]
            if quarters == QUARTERS and not any(lacks(area, f"{year}-{name}") for name in quarters):
                yield from ((area, year, code, self.words[code], count) for code, count in codes.items())
