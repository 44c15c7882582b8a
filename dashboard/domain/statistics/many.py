"""Knows which of many tests still say something together: each alone is wrong one time in twenty."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.domain.intervals import binomial_each
from dashboard.domain.targets.status import SIGNIFICANT

FALSE_DISCOVERY = 0.05  # expected share of false alarms among what stands out
Counts = tuple[int, int]  # now, before


@dataclass(frozen=True, slots=True)
class ChangeAmongMany:
    """A change of two counts that was looked at beside others."""

    chance: float  # p of a change so large by chance, of this one alone
    together: float  # the same among all that were looked at (Holm)
    real: bool  # whether it stands out among them, at a false discovery rate of 5%

    @property
    def is_real_alone(self) -> bool:
        """Whether it would be taken for real if nothing else had been looked at."""
        return self.chance < SIGNIFICANT


def among_many(counts: Sequence[Counts | None], looked_at: int = 0) -> tuple[ChangeAmongMany | None, ...]:
    """Each change, judged among all of them; None where there is none.

    Of so many *looked_at* those that are not in *counts* did not move.
    """
    known = [item for item in counts if item is not None]
    tested = iter(binomial_each(known))
    chances = [None if item is None else next(tested) for item in counts]
    every = [*chances, *[1.0] * max(looked_at - len(known), 0)]
    found = zip(chances, holm(every), standing_out(every), strict=False)
    return tuple(
        ChangeAmongMany(chance, together, out) if chance is not None and together is not None else None
        for chance, together, out in found
    )


def standing_out(chances: Sequence[float | None], false_discovery: float = FALSE_DISCOVERY) -> tuple[bool, ...]:
    """Which of *chances* (p of each test, None where there was none) stand out among all of them.

    The expected share of false alarms among those is at or under *false_discovery* (Benjamini and Hochberg, 1995).
    """
    known = sorted(chance for chance in chances if chance is not None)
    limit = max(
        (chance for at, chance in enumerate(known, start=1) if chance <= at * false_discovery / len(known)),
        default=-1.0,
    )
    return tuple(chance is not None and chance <= limit for chance in chances)


def holm(chances: Sequence[float | None]) -> tuple[float | None, ...]:
    """Each of *chances* among all of them: how likely chance makes one as small anywhere (Holm, 1979)."""
    known = sorted((chance, at) for at, chance in enumerate(chances) if chance is not None)
    found: dict[int, float] = {}
    highest = 0.0
    for before, (chance, at) in enumerate(known):
        highest = max(highest, min(1.0, chance * (len(known) - before)))
        found[at] = highest
    return tuple(found.get(at) for at in range(len(chances)))
