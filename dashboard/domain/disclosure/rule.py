"""Knows a rule on small numbers: which counts it hides, how it rounds, and what a rounded count may have been."""

from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from enum import StrEnum

from dashboard.domain.errors import RefusedDecision

FEWEST, MOST = 2, 20  # a threshold under 2 hides nothing, one over 20 hides the table
LEAST_BASE, LARGEST_BASE = 3, 20


class Mode(StrEnum):
    """What becomes of counts under a rule."""

    ROUND = "round"  # each by itself, to a multiple of the base
    SUPPRESS = "suppress"  # small ones are hidden, and as many others as it takes
    EXACT = "exact"  # shown as they are: an exception from a wider rule


@dataclass(frozen=True, slots=True)
class SmallNumberRule:
    """Counts of 1 to *threshold* - 1 are small; *show_zero*: a nought says nothing of anybody and is shown."""

    threshold: int = 5
    mode: Mode = Mode.ROUND
    base: int = 5
    show_zero: bool = True
    secondary: bool = True  # hide others too, so that no total gives a hidden count back

    def __post_init__(self) -> None:
        """Raise RefusedDecision where the rule could protect nothing, or leave nothing."""
        faults = []
        if not FEWEST <= self.threshold <= MOST:
            faults.append(("threshold", f"The smallest count shown must be from {FEWEST} to {MOST}."))
        if not LEAST_BASE <= self.base <= LARGEST_BASE:
            faults.append(("base", f"The base must be from {LEAST_BASE} to {LARGEST_BASE}."))
        if faults:
            raise RefusedDecision(tuple(faults))

    @property
    def smallest(self) -> int:
        """The smallest count that may stand behind a hidden one."""
        return 1 if self.show_zero else 0

    @property
    def largest(self) -> int:
        """The largest count that is small."""
        return self.threshold - 1

    def is_small(self, number: int) -> bool:
        return self.smallest <= number <= self.largest

    def rounded(self, number: Decimal | int) -> int:
        """The multiple of the base next to *number*; of two as near the larger."""
        steps = (Decimal(number) / self.base + Decimal("0.5")).to_integral_value(ROUND_FLOOR)
        return int(steps) * self.base

    def behind(self, shown: int) -> tuple[int, int]:
        """The smallest and the largest count that is shown as *shown*."""
        return max(0, shown - self.base // 2), shown + (self.base - 1) // 2

    @property
    def words(self) -> str:
        """What the rule does, for the foot of a page."""
        if self.mode is Mode.ROUND:
            return f"counts are rounded to {self.base}, each by itself"
        if self.mode is Mode.EXACT:
            return "counts are shown as they are"
        others = ", and others that would give one back" if self.secondary else ""
        noughts = "noughts are shown" if self.show_zero else "noughts are hidden too"
        return f"counts under {self.threshold}{others} are shown as [c]; {noughts}"


#: What holds for lists of people or incidents that a partnership loads, unless somebody decides otherwise.
OWN_LISTS = SmallNumberRule(threshold=5, mode=Mode.ROUND, base=5)
#: What holds for a partnership's own spreadsheets, and for open data: nothing.
OWN_TABLES: SmallNumberRule | None = None
OPEN_DATA: SmallNumberRule | None = None
