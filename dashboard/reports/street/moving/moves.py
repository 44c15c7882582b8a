"""Knows the places of a ranking by change: what rose and fell most, and what stands out among all of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.domain.statistics.many import ChangeAmongMany
from dashboard.reports.street.ranking import Spot, judged_spots

MOST_LISTED = 10  # either way


@dataclass(frozen=True, slots=True)
class Move:
    """One place with how far it moved; it *stands out* where chance among so many does not explain it."""

    spot: Spot
    moved: int
    tested: ChangeAmongMany  # among all places that were looked at

    @property
    def chance(self) -> float:
        return self.tested.chance

    @property
    def stands_out(self) -> bool:
        return self.tested.real


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

    @property
    def falls_first(self) -> bool:
        """Whether only falls stand out, so that the title names one of them."""
        return bool(self.outstanding) and all(item.moved < 0 for item in self.outstanding)


def moves_of(spots: Sequence[Spot], looked_at: int) -> Moves | None:
    """The *spots* by change; None where what they are compared with is not loaded."""
    found = [
        Move(item, item.now - item.before, item.tested)
        for item in judged_spots(spots, looked_at)
        if item.before is not None and item.tested is not None
    ]
    if not found:
        return None
    return Moves(tuple(sorted(found, key=lambda item: (-item.moved, item.chance, item.spot.place.name))), looked_at)


def thirds(sizes: Sequence[int]) -> tuple[int, int]:
    """From how far on a move counts as middling, and as large: a third of those that moved lies above each."""
    ordered = sorted(size for size in sizes if size)
    if not ordered:
        return (1, 1)
    return ordered[len(ordered) // 3], ordered[len(ordered) * 2 // 3]
