"""Knows the round numbers that an axis is marked with."""

from math import ceil, floor, log10

MOST_TICKS = 6


def round_numbers(low: float, high: float) -> list[float]:
    """Round numbers from *low* to *high*."""
    rough = (high - low) / MOST_TICKS
    unit = 10 ** floor(log10(rough))
    step = next(factor * unit for factor in (1, 2, 5, 10) if factor * unit >= rough * 0.999)
    return [round(at * step, 10) for at in range(ceil(low / step), floor(high / step) + 1)]
