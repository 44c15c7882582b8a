"""Knows what a year's target asks of a count: its number, its better side, and which count still meets it."""

from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor

from dashboard.domain.targets.aims import Polarity


@dataclass(frozen=True, slots=True)
class Goal:
    """The year's target count, and which way is better."""

    number: Decimal
    polarity: Polarity
    strict: bool = False  # "under 150": 150 itself does not meet it

    @property
    def last_met(self) -> Decimal:
        """The number furthest from the better side that still meets it: 149 for "under 150"."""
        if not self.strict:
            return self.number
        return Decimal(ceil(self.number) - 1 if self.polarity is Polarity.LOWER else floor(self.number) + 1)
