"""Knows the places of a ranking by change: what rose and fell most, and what stands out among all of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.statistics.many import standing_out
from dashboard.domain.targets.status import change_is_real
from dashboard.reports.street.ranking import Spot

MOST_LISTED = 10  # either way


@dataclass(frozen=True, slots=True)
class Move:
    """One place with how far it moved; it *stands out* where chance among so many does not explain it."""

    spot: Spot
    moved: int
    chance: float  # p of a change so large by chance, of this place alone
    stands_out: bool


@dataclass(frozen=True, slots=True)
class Moves:
    """Every place that was compared, the largest rise first."""

    every: tuple[Move, ...]
    looked_at: int  # places that were compared, those without an incident in either period too

    @property
    def rises(self) -> tuple[Move, ...]:
        """The largest rises."""
        return tuple(item for item in self.every if item.moved > 0)[:MOST_LISTED]

    @property
    def falls(self) -> tuple[Move, ...]:
        """The largest falls, the largest first."""
        return tuple(item for item in reversed(self.every) if item.moved < 0)[:MOST_LISTED]

    @property
    def outstanding(self) -> tuple[Move, ...]:
        return tuple(item for item in self.every if item.stands_out)


def moves_of(spots: Sequence[Spot], looked_at: int) -> Moves | None:
    """The *spots* by change; None where what they are compared with is not loaded."""
    known = [(item, item.now - item.before) for item in spots if item.before is not None]
    if not known:
        return None
    chances = [change_is_real(Decimal(item.now), Decimal(item.before or 0))[0] for item, _ in known]
    found = (
        Move(item, moved, chance, out)
        for (item, moved), chance, out in zip(known, chances, standing_out(chances), strict=True)
    )
    return Moves(tuple(sorted(found, key=lambda item: (-item.moved, item.chance, item.spot.place.name))), looked_at)


def thirds(sizes: Sequence[int]) -> tuple[int, int]:
    """From how far on a move counts as middling, and as large: a third of those that moved lies above each."""
    ordered = sorted(size for size in sizes if size)
    if not ordered:
        return (1, 1)
    return ordered[len(ordered) // 3], ordered[len(ordered) * 2 // 3]
