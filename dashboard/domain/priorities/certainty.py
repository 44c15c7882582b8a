"""Knows how sure a ranking is: counts drawn again as chance lets them fall, scored and ranked a thousand times."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from dashboard.domain.priorities.criteria import Criterion
from dashboard.domain.priorities.ranking import Cells
from dashboard.domain.priorities.scores import Numbers, Scores, change_scores, trend_scores, volume_scores
from dashboard.domain.priorities.weights import Weights

DRAWS = 1_000
SEED = 2026  # the same figures are always as sure
EDGES = (0.05, 0.95)  # of the interval of ranks
PAIR, TRIPLE = 2, 3  # counts that a change and a trend need
FEW = 50  # a count under this moves much by chance
MOST_OF_IT, HALF = 0.8, 0.5  # of all weight


class Evidence(StrEnum):
    """How much a score stands on."""

    STRONG = "strong"
    FAIR = "fair"
    THIN = "thin"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A category as it is drawn again: its scores, its counts of 12 months (oldest first), and of how many in all."""

    cells: Cells
    counts: tuple[int, ...] = ()
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Sure:
    """How often a category has each rank, and between which ranks it lies nine times in ten."""

    chances: tuple[tuple[int, float], ...]
    low: int
    high: int

    def of(self, rank: int) -> float:
        return dict(self.chances).get(rank, 0.0)


def how_sure(rows: Sequence[Drawn], weights: Weights, draws: int = DRAWS) -> tuple[Sure | None, ...]:
    """Return for each row how sure its rank is; None for one that has no score.

    The rate behind each count is drawn from Gamma(count + 1/2) and scored as if it had been counted; what was not
    counted stays as it is.
    """
    random = np.random.default_rng(SEED)
    scores = np.array([_totals(row, weights, random, draws) for row in rows]).reshape(len(rows), draws)
    scored = ~np.isnan(scores[:, 0]) if len(rows) else np.zeros(0, dtype=bool)
    ranks = _ranks(scores[scored])
    found = iter([_sure(row) for row in ranks])
    return tuple(next(found) if there else None for there in scored)


def _totals(row: Drawn, weights: Weights, random: np.random.Generator, draws: int) -> Numbers:
    """The score of a row in each draw; not a number where it has none."""
    drawn = {**_fixed(row.cells, draws), **_drawn(row, random, draws)}
    counted = [item for item in weights.counted if item in drawn]
    borne = float(sum(weights.of(item) for item in counted))
    if not borne:
        return np.full(draws, np.nan)
    points: Numbers = np.zeros(draws)
    for item in counted:
        points += float(weights.of(item)) * drawn[item]
    # Equal scores are to be equal ranks, whatever the order in which they were added up.
    return np.round(points / borne, 9)


def _fixed(cells: Cells, draws: int) -> Mapping[Criterion, Scores]:
    return {item: np.full(draws, score) for item, score in cells.items() if score is not None}


def _drawn(row: Drawn, random: np.random.Generator, draws: int) -> dict[Criterion, Scores]:
    """What of a row moves with chance, of what it has at all."""
    rates = [random.gamma(count + 0.5, size=draws) for count in row.counts]
    found: dict[Criterion, Scores] = {}
    if rates and row.total:
        found[Criterion.VOLUME] = volume_scores(rates[-1] / row.total)
    if len(rates) >= PAIR:
        found[Criterion.CHANGE] = change_scores(rates[-1], rates[-2])
    if len(rates) >= TRIPLE:
        found[Criterion.TREND] = trend_scores(*rates[-TRIPLE:])
    return {item: scores for item, scores in found.items() if row.cells.get(item) is not None}


def _ranks(scores: Numbers) -> NDArray[np.int64]:
    """The rank of each row in each draw; equal scores share one."""
    above: NDArray[np.int64] = (scores[None, :, :] > scores[:, None, :]).sum(axis=1)
    return above + 1


def _sure(ranks: NDArray[np.int64]) -> Sure:
    values, counts = np.unique(ranks, return_counts=True)
    low, high = np.quantile(ranks, EDGES, method="inverted_cdf")
    chances = tuple((int(rank), float(n) / len(ranks)) for rank, n in zip(values, counts, strict=True))
    return Sure(chances, int(low), int(high))


def evidence_of(there: float, counts: Sequence[int]) -> Evidence:
    """How much a score stands on: the share of weight that is *there*, and whether 50 or more were counted."""
    if there >= MOST_OF_IT and counts and counts[-1] >= FEW:
        return Evidence.STRONG
    return Evidence.FAIR if there >= HALF else Evidence.THIN
