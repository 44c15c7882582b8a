"""Knows what a target asks for beside its number: on which side, between which ends, and starting from where."""

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum


class Polarity(StrEnum):
    """Which way is better."""

    LOWER = "lower"
    HIGHER = "higher"
    NEUTRAL = "neutral"
    UNDECLARED = "undeclared"  # whoever typed the figures did not say


_SIDE = {Polarity.LOWER: -1, Polarity.HIGHER: 1}  # any other has none


@dataclass(frozen=True, slots=True)
class Aim:
    """*side* -1: at most the target; +1: at least; 0: as the polarity says. A range has both ends."""

    start: Decimal | None = None  # where the change that is asked for begins
    side: int = 0
    strict: bool = False  # the number itself is not met
    low: Decimal | None = None
    high: Decimal | None = None
    of_change: bool = False  # the words ask for a change from the start: near is a share of that change

    @property
    def is_range(self) -> bool:
        return self.low is not None and self.high is not None

    def contradicts(self, polarity: Polarity) -> bool:
        """Whether the words ask for one side and the indicator is declared better on the other."""
        return bool(self.side) and _SIDE.get(polarity, self.side) != self.side

    def has_one_side(self, polarity: Polarity) -> bool:
        return bool(self.side or _SIDE.get(polarity))

    def better(self, polarity: Polarity) -> Polarity:
        """Which way is better: as declared, else as the words ask."""
        if polarity in _SIDE or not self.side:
            return polarity
        return Polarity.LOWER if self.side < 0 else Polarity.HIGHER

    def sided(self, polarity: Polarity) -> "Aim":
        """The aim with the side of *polarity* where its own words give none."""
        side = self.side or _SIDE.get(polarity, 0)
        return self if side == self.side else replace(self, side=side)

    def adverse(self, number: Decimal, target: Decimal) -> Decimal:
        """How much worse than *target* a number is; of a range without a better side, how far outside."""
        if self.low is not None and self.high is not None and not self.side:
            return max(self.low - number, number - self.high)
        return target - number if self.side > 0 else number - target

    def is_easier(self, target: Decimal, polarity: Polarity) -> bool:
        """Whether the start was better than the target."""
        own = self.sided(polarity)
        return own.start is not None and bool(own.side) and own.adverse(own.start, target) < 0


PLAIN = Aim()


def end_of_range(low: Decimal, high: Decimal, polarity: Polarity, actual: Decimal | None) -> Decimal:
    """The end that decides: the one a better figure passes first; without a better side, the nearer to *actual*."""
    if polarity in _SIDE:
        return low if polarity is Polarity.HIGHER else high
    return high if actual is not None and abs(actual - high) < abs(actual - low) else low
