"""Knows where numbers lie from left to right."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scale:
    """Numbers between two pixels."""

    low: float
    high: float
    left: float
    right: float

    def place(self, number: float) -> float:
        return self.left + (self.right - self.left) * (number - self.low) / (self.high - self.low)


def scale_of(numbers: Sequence[float], left: float, right: float) -> Scale:
    """A scale from nought, or from the least where it lies under it, to the most."""
    low, high = min(0.0, *numbers, 0.0), max(0.0, *numbers, 0.0)
    return Scale(low, high if high > low else low + 1, left, right)
