"""Knows where each mark of a risk matrix stands: each risk in a lane of its own, so that no way hides another."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.domain.plans.risks import Score
from dashboard.reports.planning.lines import RiskLine

CELL_WIDTH, SIDE, FOOT = 112, 34, 40
LANE, MARGIN, LEAST_HEIGHT = 22, 18, 58  # pixels
ASIDE, BESIDE = 3, 18  # places beside each other in a cell, and how far apart
Place = tuple[int, int]  # impact, likelihood
Spot = tuple[float, float]


def place_of(score: Score) -> Place | None:
    return None if score.impact is None or score.likelihood is None else (score.impact, score.likelihood)


@dataclass(frozen=True, slots=True)
class RiskLanes:
    """The rows of a matrix of a *size*, each as high as its lanes need."""

    size: int
    lanes: Mapping[tuple[int, str], int]  # of a row of impact and a risk: which lane of the row
    aside: Mapping[str, float]  # of a risk: how far beside the middle of a cell, so that ways up and down stand apart

    @classmethod
    def of(cls, lines: Sequence[RiskLine], size: int) -> "RiskLanes":
        found: dict[tuple[int, str], int] = {}
        taken: dict[int, int] = defaultdict(int)
        for line in lines:
            for at in filter(None, map(place_of, (line.standing.inherent, line.standing.residual))):
                if (at[0], line.item.key) not in found:
                    found[at[0], line.item.key] = taken[at[0]]
                    taken[at[0]] += 1
        keys = dict.fromkeys(line.item.key for line in lines)
        return cls(size, found, {key: (at % ASIDE - (ASIDE - 1) / 2) * BESIDE for at, key in enumerate(keys)})

    def height(self, impact: int) -> int:
        """Of one row."""
        lanes = sum(row == impact for row, _ in self.lanes)
        return max(LEAST_HEIGHT, 2 * MARGIN + (lanes - 1) * LANE)

    def top(self, impact: int) -> int:
        """Where a row begins; the greatest impact stands on top."""
        return sum(self.height(above) for above in range(impact + 1, self.size + 1))

    @property
    def bottom(self) -> int:
        return self.top(0)

    def left(self, likelihood: int) -> int:
        return SIDE + (likelihood - 1) * CELL_WIDTH

    def spot(self, line: RiskLine, score: Score) -> Spot | None:
        """The middle of the mark of a score; None where a number is missing."""
        at = place_of(score)
        if at is None:
            return None
        lane = self.lanes[at[0], line.item.key]
        return self.left(at[1]) + CELL_WIDTH / 2 + self.aside[line.item.key], self.top(at[0]) + MARGIN + lane * LANE
