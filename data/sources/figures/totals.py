"""Knows that the total row of a typed table has to be the sum of the rows above it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from dashboard.domain.errors import RefusedFile, UnreadableValue
from dashboard.domain.periods.period import from_slug
from dashboard.domain.values.numbers import show
from dashboard.domain.values.printed import ValueType, read_value
from data.sources.containers.grids import Grid
from data.sources.words import shown

TOTALS = frozenset(
    {"total", "totals", "all", "all areas", "grand total", "whole area", "district total", "overall", "sum", "county",
     "county total", "total county", "countywide", "borough total", "partnership total", "partnership", "csp total",
     "total for county", "county-wide", "all districts", "all wards", "all localities"}
)  # fmt: skip
#: Of areas alone: "Testshire total" is all of them, "Burglary total" may be a measure.
TOTAL_AREA = re.compile(
    r".+ (?:grand )?totals?|(?:grand )?totals? (?:for|of) .+|overall .+|.+ overall"
    r"|all (?:[a-z]+ )?(?:areas|districts|wards|localities|boroughs|neighbourhoods|parishes)"
    r"|(?:county|district)[- ]?wide",
    re.IGNORECASE,
)
BENCHMARK = re.compile(
    r"(?:.+ )?(?:averages?|avg|mean|median|benchmarks?|quartiles?|comparators?|msg|msf)(?: .+)?"
    r"|england(?:(?: and | & |/)wales)?|national(?:ly)?|nationwide|great britain|gb|uk|united kingdom"
    r"|(?:the |.+ )?region|regional(?:ly)?|(?:force|force area|force[- ]wide)"
    r"|(?:most )?similar (?:forces?|areas?|csps?|partnerships?|groups?|family|families)(?: .+)?|family group"
    r"|(?:statistical|nearest) neighbours?|cipfa.*|peers?(?: group)?",
    re.IGNORECASE,
)
#: Of rows of areas: what may hold others of them.
PART_TOTAL = re.compile(
    r"\bsub-? ?totals?\b|^(?:rest|remainder|other parts?) of\b|^all other\b|^urban|^rural", re.IGNORECASE
)
#: What says that a figure of all areas is no sum.
SHARED = re.compile(r"%|\bper\b|\b(?:per ?cent|percentage|proportion|rate|average|mean|score|index)s?\b", re.IGNORECASE)
WHOLES = (Decimal(100), Decimal(1))  # shares of one whole do add up
Key = tuple[str, str, str, str]  # indicator, partnership, period, what
Place = tuple[int, int]


def is_total(area: str) -> bool:
    return area.casefold().rstrip(":") in TOTALS


def is_total_area(area: str) -> bool:
    """Whether a row of areas is of all of them."""
    return is_total(area) or TOTAL_AREA.fullmatch(area.rstrip(": ")) is not None


def is_benchmark(area: str) -> bool:
    """Whether a row compares (an average, England), and is no area of a partnership."""
    return BENCHMARK.fullmatch(area.rstrip(": ")) is not None


@dataclass(slots=True)
class Totals:
    """Gathers parts and totals of one table; only whole counts are added up."""

    grid: Grid
    parts: dict[Key, dict[str, str]] = field(default_factory=dict)  # texts by area
    names: dict[str, str] = field(default_factory=dict)  # of areas, as they are typed
    totals: dict[Key, tuple[str, Place]] = field(default_factory=dict)
    shared: set[Key] = field(default_factory=set)  # of rates and percentages, which do not add up

    def add(self, declared: Mapping[str, str], said: Mapping[str, str], place: Place) -> None:
        """Note the figure of one area, or of all, of an indicator that is declared so."""
        area = said["area"]
        if not area:
            return
        key = said["indicator"], said.get("partnership", ""), said["period"], said["what"]
        if not is_summed(declared):
            self.shared.add(key)
        if is_total_area(area):
            self.totals[key] = said["text"], place
        else:
            self.parts.setdefault(key, {})[area.casefold()] = said["text"]
            self.names[area.casefold()] = area

    def refuse_differences(self) -> None:
        """Raise RefusedFile for a total that is not the sum of its parts, or of rates that is; a gap forbids both."""
        for key, (text, place) in self.totals.items():
            is_shared = key in self.shared or "%" in text
            read = number_in if is_shared else count_of
            total, parts = read(text), list(map(read, self.parts.get(key, {}).values()))
            known = [part for part in parts if part is not None]
            if total is None or not parts or len(known) < len(parts):
                continue
            found = sum(known, Decimal(0))
            if not is_shared and found != total:
                raise RefusedFile(self._difference(key, (total, found), place))
            if is_shared and found == total and len(parts) > 1 and all(known) and total not in WHOLES:
                raise RefusedFile(
                    f"{self.grid.file}: the total of {self._of(key)}, is {shown(text)} in {self.grid.place(*place)},"
                    f" the sum of its {len(parts)} parts, but rates and percentages do not add up: take the row out, or"
                    " give what they are of all areas together."
                )

    def _difference(self, key: Key, numbers: tuple[Decimal, Decimal], place: Place) -> str:
        total, found = numbers
        parts = self.parts[key]
        summed = f"{len(parts)} parts sum" if len(parts) > 1 else "only part comes"
        return (
            f"{self.grid.file}: the total of {self._of(key)}, is {show(total)} in "
            f"{self.grid.place(*place)}, but its {summed} to {show(found)}: "
            f"a difference of {show(abs(total - found))}.{self._within(parts)}"
        )

    def _within(self, parts: Mapping[str, str]) -> str:
        """Which of the rows that were added up may be sums of others."""
        sums = [self.names[name] for name in parts if PART_TOTAL.search(name)]
        if not sums:
            return ""
        named = " and ".join(f"“{shown(name)}”" for name in sums)
        return f" {named} may be of areas that have rows of their own: take out what counts twice."

    @staticmethod
    def _of(key: Key) -> str:
        indicator, partnership, period, what = key
        of = f"{indicator} of {partnership}" if partnership else indicator
        return f"{of}, {from_slug(period).label} {what}"


def is_summed(declared: Mapping[str, str]) -> bool:
    """Whether the figure of all areas is the sum of theirs: a rate or percentage of all is not."""
    if kind := declared["value_type"].casefold():
        return kind == ValueType.COUNT.value
    return not declared["multiplier"] and not SHARED.search(f"{declared['name']} {declared['unit']}")


def count_of(text: str) -> Decimal | None:
    """The whole number in a cell; None for anything else, of which no sum can be asked."""
    try:
        number = read_value(text, ValueType.COUNT).number
    except UnreadableValue:
        return None
    return number if number is not None and number == number.to_integral_value() else None


def number_in(text: str) -> Decimal | None:
    """The number of a rate or percentage in a cell."""
    try:
        return read_value(text, ValueType.PERCENTAGE if "%" in text else ValueType.RATE).number
    except UnreadableValue:
        return None
