"""Knows the upright axis of a chart: where it begins and ends, and its round steps."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
MOST_STEPS = 5
ROUND = 10  # digits that are kept of a sum of steps


@dataclass(frozen=True, slots=True)
class AxisScale:
    """From *low* to *high* in steps."""

    low: float
    high: float
    step: float

    @property
    def span(self) -> float:
        """How much it holds."""
        return self.high - self.low

    @property
    def ticks(self) -> tuple[float, ...]:
        """What is written along it."""
        return tuple(round(self.low + at * self.step, ROUND) for at in range(round(self.span / self.step) + 1))

    @property
    def decimals(self) -> int:
        """How many digits after the point its steps need."""
        return next((digits for digits in range(6) if round(self.step, digits) == round(self.step, ROUND)), 6)


def scale_of(numbers: Sequence[float], *, from_zero: bool = True) -> AxisScale:
    """The axis that holds *numbers*; nothing to hold makes it 0 to 1."""
    low, high = min(numbers, default=0.0), max(numbers, default=1.0)
    if from_zero:
        low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        low, high = (low, low + 1) if low >= 0 else (low - 1, low)
    step = _step((high - low) / MOST_STEPS)
    return AxisScale(round(floor(low / step) * step, ROUND), round(ceil(high / step) * step, ROUND), step)


def _step(least: float) -> float:
    """The smallest round number that is at least *least*."""
    power = 10.0 ** floor(log10(least))
    return float(next(step for step in (power * times for times in STEPS) if step >= least * 0.999))
