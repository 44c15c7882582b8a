"""Knows how scores become one score with its range, and the ranking: what is missing is never nought points."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType

from dashboard.domain.priorities.criteria import HIGHEST, LOWEST, Criterion
from dashboard.domain.priorities.weights import Weights

Cells = Mapping[Criterion, int | None]
Spans = Mapping[Criterion, tuple[int, int]]  # of a score that is an estimate: what it is at the least, and at the most


@dataclass(frozen=True, slots=True)
class ScoreTotal:
    """The score over the columns that are there, and what it would be were every missing one 1, or 5.

    A score that is an estimate is at its least, or at its most, there.
    """

    score: Fraction | None  # None: no column that counts is there
    low: Fraction | None
    high: Fraction | None
    counted: int
    of: int
    parts: tuple[tuple[Criterion, Fraction], ...] = ()  # what each column adds to the score
    there: Fraction = Fraction(0)  # share of all weight that the columns bear that are there


def total_of(cells: Cells, weights: Weights, spans: Spans = MappingProxyType({})) -> ScoreTotal:
    """Return the weighted mean of *cells*; a missing one takes no part, one that is estimated has its span."""
    wanted = weights.counted
    found = {item: score for item in wanted if (score := cells.get(item)) is not None}
    every = sum((weights.of(item) for item in wanted), Fraction(0))
    borne = sum((weights.of(item) for item in found), Fraction(0))
    if not borne:
        return ScoreTotal(None, None, None, 0, len(wanted))
    ends = {item: spans.get(item, (score, score)) for item, score in found.items()}
    least, most = (sum((weights.of(item) * at[end] for item, at in ends.items()), Fraction(0)) for end in (0, 1))
    points = sum((weights.of(item) * score for item, score in found.items()), Fraction(0))
    missing = every - borne
    return ScoreTotal(
        score=points / borne,
        low=(least + missing * LOWEST) / every,
        high=(most + missing * HIGHEST) / every,
        counted=len(found),
        of=len(wanted),
        parts=tuple((item, weights.of(item) * score / borne) for item, score in found.items()),
        there=borne / every,
    )


def ranks_of(scores: Sequence[Fraction | None]) -> tuple[int | None, ...]:
    """Return the rank of each score, the highest first; equal ones share a rank, none has none."""
    known = [score for score in scores if score is not None]
    return tuple(None if score is None else 1 + sum(other > score for other in known) for score in scores)


@dataclass(frozen=True, slots=True)
class Rank:
    """A place in a ranking; its words are '2', or '=2' where others share it."""

    number: int
    shared: bool

    def __str__(self) -> str:
        return f"={self.number}" if self.shared else str(self.number)


def places_of(ranks: Sequence[int | None]) -> tuple[Rank | None, ...]:
    """Return each of *ranks* with whether others share it; None for none."""
    return tuple(None if rank is None else Rank(rank, ranks.count(rank) > 1) for rank in ranks)


def rank_words(place: Rank | None) -> str:
    """'2', '=2'; a dash for none."""
    return "–" if place is None else str(place)


def settled(totals: Sequence[ScoreTotal], at: int) -> bool:
    """Whether a place is the same whatever the missing cells of any row are; of one without a score all are."""
    low, high = _range(totals[at])
    others = [_range(item) for place, item in enumerate(totals) if place != at]
    return totals[at].score is not None and all(
        low > their_high or high < their_low for their_low, their_high in others
    )


def _range(total: ScoreTotal) -> tuple[Fraction, Fraction]:
    if total.low is None or total.high is None:
        return Fraction(LOWEST), Fraction(HIGHEST)
    return total.low, total.high
