"""Knows how far chance may carry a count or a proportion: 95% intervals and one test of change.

scipy takes longer to import than the rest of the domain together, so the functions that need it import it.
"""

from collections.abc import Sequence
from math import sqrt

Z = 1.959964  # standard normal deviate of a two-sided 95% interval
FEWEST_FOR_BYAR = 10  # below this Byar's approximation is too coarse (Public Health England, 2018)


def wilson(x: float, n: float) -> tuple[float, float]:
    """Return the 95% interval of the proportion *x* of *n* (Wilson, 1927), each between 0 and 1."""
    if not 0 <= x <= n or n == 0:
        raise ValueError(f"{x} of {n} is no proportion")
    spread = Z * sqrt(Z**2 + 4 * x * (1 - x / n))
    centre, width = 2 * x + Z**2, 2 * (n + Z**2)
    return max(0.0, (centre - spread) / width), min(1.0, (centre + spread) / width)


def byar(x: float) -> tuple[float, float]:
    """Return the 95% interval of the count *x* (Byar's approximation; Breslow and Day, 1987)."""
    _refuse_negative(x)
    low = x * (1 - 1 / (9 * x) - Z / (3 * sqrt(x))) ** 3 if x else 0.0
    more = x + 1
    return max(0.0, low), more * (1 - 1 / (9 * more) + Z / (3 * sqrt(more))) ** 3


def poisson_exact(x: float) -> tuple[float, float]:
    """Return the exact 95% Poisson interval of the count *x*; half a chi-squared quantile is a gamma one."""
    from scipy.special import gammaincinv

    _refuse_negative(x)
    low = float(gammaincinv(x, 0.025)) if x else 0.0
    return low, float(gammaincinv(x + 1, 0.975))


def count_interval(x: float) -> tuple[float, float]:
    """Return the 95% interval of the count *x*: exact under 10, else Byar's."""
    return poisson_exact(x) if x < FEWEST_FOR_BYAR else byar(x)


def binomial_two_sided(a: int, b: int) -> float:
    """Return how often chance alone parts two like counts at least as far as *a* and *b*.

    Exact test of b ~ Bin(a + b, 1/2); two-sided by doubling the smaller tail, at most 1.
    """
    from scipy.special import bdtr

    _refuse_negative(min(a, b))
    return min(1.0, 2 * float(bdtr(min(a, b), a + b, 0.5)))


def binomial_each(pairs: Sequence[tuple[int, int]]) -> list[float]:
    """The same of every pair at once: lists of a country are long."""
    import numpy as np
    from scipy.special import bdtr

    counts = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    _refuse_negative(int(counts.min(initial=0)))
    tails = bdtr(counts.min(axis=1), counts.sum(axis=1), 0.5)
    return [float(p) for p in np.minimum(1.0, 2 * tails)]


def _refuse_negative(x: float) -> None:
    if x < 0:
        raise ValueError(f"{x} is no count")
