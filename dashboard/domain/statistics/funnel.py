"""Knows the funnel plot: how far chance carries a rate from that of all areas together, and where an area lies.

Source: Spiegelhalter (2005), Funnel plots for comparing institutional performance, Statistics in Medicine 24.
scipy takes longer to import than the rest of the domain together, so the function that needs it imports it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

FEWEST_AREAS = 10  # on fewer nobody can tell whether the areas vary more than chance lets them
WINSORISED = 0.1  # of the areas at each end are drawn in before the dispersion is measured
Z_95, Z_998 = 1.959964, 3.090232  # standard normal deviates of the two-sided limits
_NUMBER_WORDS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


class FunnelPlace(StrEnum):
    """Where an area lies among the limits."""

    WITHIN = "within the limits"
    ABOVE_95 = "above the 95% limit"
    BELOW_95 = "below the 95% limit"
    ABOVE_998 = "above the 99.8% limit"
    BELOW_998 = "below the 99.8% limit"


class FunnelAbsence(StrEnum):
    """Why areas get no funnel."""

    TOO_FEW = "too few areas"
    NOTHING_COUNTED = "nothing was counted"


@dataclass(frozen=True, slots=True)
class NoFunnel:
    """The reason for no funnel, with the number of areas that it was asked for."""

    absence: FunnelAbsence
    areas: int

    @property
    def words(self) -> str:
        """'too few areas: five, needs ten'."""
        if self.absence is FunnelAbsence.TOO_FEW:
            return f"{self.absence}: {_NUMBER_WORDS[self.areas]}, needs ten"
        return str(self.absence)


@dataclass(frozen=True, slots=True)
class FunnelLimits:
    """Four limits in one unit: of the expected count, per person, or a proportion."""

    low_998: float
    low_95: float
    high_95: float
    high_998: float

    def widened(self, factor: float) -> "FunnelLimits":
        """The limits of a ratio *factor* times as far from 1, none under zero."""
        low, high = (self.low_998, self.low_95), (self.high_95, self.high_998)
        return FunnelLimits(
            *(max(0.0, 1 - (1 - edge) * factor) for edge in low), *(1 + (edge - 1) * factor for edge in high)
        )

    def times(self, scale: float) -> "FunnelLimits":
        return FunnelLimits(self.low_998 * scale, self.low_95 * scale, self.high_95 * scale, self.high_998 * scale)

    def place(self, value: float) -> FunnelPlace:
        """Where *value* lies; on a limit is within it."""
        if value > self.high_95:
            return FunnelPlace.ABOVE_998 if value > self.high_998 else FunnelPlace.ABOVE_95
        if value < self.low_95:
            return FunnelPlace.BELOW_998 if value < self.low_998 else FunnelPlace.BELOW_95
        return FunnelPlace.WITHIN


def ratio_limits(expected: float) -> FunnelLimits:
    """Return the limits of observed / *expected*, by exact Poisson: half a chi-squared quantile is a gamma one."""
    from scipy.special import gammaincinv

    if expected <= 0:
        raise ValueError(f"{expected} is no expected count")
    low = [float(gammaincinv(expected, tail)) / expected for tail in (0.001, 0.025)]
    high = [float(gammaincinv(expected + 1, 1 - tail)) / expected for tail in (0.025, 0.001)]
    return FunnelLimits(*low, *high)


def proportion_limits(proportion: float, number: float) -> FunnelLimits:
    """Return the limits of a proportion of *number* where all areas together have *proportion*, within 0 and 1."""
    if not 0 <= proportion <= 1 or number <= 0:
        raise ValueError(f"{proportion} of {number} is no proportion")
    error = sqrt(proportion * (1 - proportion) / number)
    low = [max(0.0, proportion - z * error) for z in (Z_998, Z_95)]
    return FunnelLimits(*low, *(min(1.0, proportion + z * error) for z in (Z_95, Z_998)))


def dispersion(counts: Sequence[float], expected: Sequence[float]) -> float:
    """Return Spiegelhalter's phi: the mean square of the areas' z-scores, the furthest tenth at each end drawn in.

    1 is chance alone; drawing in lowers it, so that more than 1 is rarely chance (0.68 on average without any cause).
    """
    scores = sorted((count - due) / sqrt(due) for count, due in zip(counts, expected, strict=True))
    ends = int(WINSORISED * len(scores))
    low, high = scores[ends], scores[-1 - ends]
    return sum(min(max(score, low), high) ** 2 for score in scores) / len(scores)


@dataclass(frozen=True, slots=True)
class Funnel:
    """The funnel of some areas: their rate together, their dispersion, and the place of each."""

    rate: float  # incidents per person
    dispersion: float
    places: tuple[FunnelPlace, ...]

    @property
    def is_over_dispersed(self) -> bool:
        """Whether the areas vary more than chance lets them, so that the limits were widened."""
        return self.dispersion > 1

    def limits(self, people: float) -> FunnelLimits:
        """The limits of incidents per person in an area of so many *people*."""
        return _limits(self.rate, self.dispersion, people)


def funnel(counts: Sequence[float], people: Sequence[float]) -> Funnel | NoFunnel:
    """Return the funnel of areas with *counts* of incidents among *people*, in the same order, or why there is none.

    Where the areas vary more than chance lets them the limits are widened by the square root of phi.
    """
    if len(counts) < FEWEST_AREAS:
        return NoFunnel(FunnelAbsence.TOO_FEW, len(counts))
    rate = sum(counts) / sum(people)
    if rate == 0:
        return NoFunnel(FunnelAbsence.NOTHING_COUNTED, len(counts))
    phi = dispersion(counts, [rate * number for number in people])
    rates = [(count / number, number) for count, number in zip(counts, people, strict=True)]
    return Funnel(rate, phi, tuple(_limits(rate, phi, number).place(own) for own, number in rates))


def _limits(rate: float, phi: float, people: float) -> FunnelLimits:
    return ratio_limits(rate * people).widened(sqrt(max(1.0, phi))).times(rate)
