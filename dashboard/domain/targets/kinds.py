"""Knows what sorts of target there are, and what a printed one asks for."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from dashboard.domain.values.printed import Reason


class TargetKind(StrEnum):
    """What sort of thing a target asks for."""

    ABSOLUTE = "absolute"
    RELATIVE = "relative"  # a percentage on a base
    DIRECTION = "direction"
    BASELINE_TO_BE_SET = "baseline to be set"
    TO_BE_CONFIRMED = "to be confirmed"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class TargetRule:
    """What a printed target asks for; *percentage* is signed: a fall of 3% is -3."""

    kind: TargetKind
    raw: str
    number: Decimal | None = None
    percentage: Decimal | None = None
    direction: int = 0  # -1 reduce, +1 increase
    baseline: Decimal | None = None  # "from 8.70 to 8.44": 8.70
    base_words: str = ""  # "Yr 1 performance", "2010/11"
    notes: tuple[str, ...] = ()
    percent: bool = False
    reason: Reason | None = None
    points_possible: bool = False  # "by 5%" of a percentage may mean percentage points
    in_points: bool = False  # it says percentage points
    side: int = 0  # of a bound: -1 at most, +1 at least
    strict: bool = False  # "< 150": 150 itself does not count
    keeps: bool = False  # a direction that is met where nothing got worse: "maintain"
    low: Decimal | None = None  # of a range, both ends counting
    high: Decimal | None = None
    unit: str = ""  # of money or time that the text itself names

    @property
    def asks_for_change(self) -> bool:
        """Whether its words ask for a change from a start, and not for a level alone."""
        return self.kind is TargetKind.RELATIVE or self.baseline is not None

    @property
    def worded_side(self) -> int:
        """The side that words ask for ("at most", "reduce"), as -1 or +1; a sign alone asks for none."""
        return self.side or (self.direction if any(map(str.isalpha, self.raw)) else 0)
