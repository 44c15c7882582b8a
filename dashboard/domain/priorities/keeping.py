"""Knows between which weights of one column a category keeps its place, the other weights being as they are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from dashboard.domain.priorities.criteria import Criterion
from dashboard.domain.priorities.ranking import Cells
from dashboard.domain.priorities.weights import MOST, Weights

TINY = 1e-9


@dataclass(frozen=True, slots=True)
class WeightRange:
    """The weights of a column, from *low* to *high*, at which a category has the rank that it has now."""

    criterion: Criterion
    low: float
    high: float

    @property
    def is_any(self) -> bool:
        """Whether it keeps its place whatever the weight."""
        return self.low <= 0 and self.high >= MOST

    @property
    def width(self) -> float:
        return self.high - self.low


def weight_ranges(rows: Sequence[Cells], weights: Weights, criterion: Criterion) -> tuple[WeightRange, ...]:
    """Return of each row how far the weight of *criterion* may go before it changes places with any other.

    A score is (a + w s) / (b + w p) in that weight w; two rows cross where these are equal, which is a quadratic.
    """
    now, lines = float(weights.of(criterion)), [_line(cells, weights, criterion) for cells in rows]
    return tuple(
        _range(criterion, now, [edge for other in (*lines[:at], *lines[at + 1 :]) for edge in _crossings(own, other)])
        for at, own in enumerate(lines)
    )


def _range(criterion: Criterion, now: float, crossings: Sequence[float]) -> WeightRange:
    """From the last crossing below the weight of *now*, or at it, to the first above."""
    low = max((edge for edge in crossings if edge <= now + TINY), default=0.0)
    high = min((edge for edge in crossings if edge >= now - TINY), default=float(MOST))
    return WeightRange(criterion, max(0.0, min(low, now)), max(min(high, MOST), now))


Line = tuple[float, float, float, float]  # points and weights of the other columns, own score, whether it is there


def _line(cells: Cells, weights: Weights, criterion: Criterion) -> Line:
    others = [(weights.of(item), score) for item, score in cells.items() if item is not criterion and score is not None]
    points, borne = float(sum(weight * score for weight, score in others)), float(sum(weight for weight, _ in others))
    score = cells.get(criterion)
    return points, borne, float(score or 0), 0.0 if score is None else 1.0


def _crossings(one: Line, other: Line) -> Iterator[float]:
    """The weights from 0 on at which two rows score alike; none where they always do."""
    (a, b, s, p), (c, d, t, q) = one, other
    square, linear, constant = s * q - t * p, a * q + s * d - c * p - t * b, a * d - c * b
    if abs(square) < TINY:
        roots = [-constant / linear] if abs(linear) > TINY else []
    else:
        inside = linear**2 - 4 * square * constant
        roots = [(-linear + sign * sqrt(inside)) / (2 * square) for sign in (-1, 1)] if inside >= 0 else []
    yield from (root for root in roots if root >= -TINY and b + root * p > TINY and d + root * q > TINY)


def tightest(ranges: Sequence[WeightRange]) -> WeightRange | None:
    """The column whose weight matters most to a place; None where no weight alone moves it."""
    moved = [item for item in ranges if not item.is_any]
    return min(moved, key=lambda item: item.width, default=None)
