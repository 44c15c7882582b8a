"""Knows how labels at the ends of lines are kept apart."""

from collections.abc import Sequence


def spread(heights: Sequence[float], room: float) -> list[float]:
    """Return *heights* moved apart until no two are closer than *room*, in the same order.

    Each crowd of labels stays centred on the mean of its own heights.
    """
    crowds: list[list[float]] = []
    for height in sorted(heights):
        crowds.append([height])
        while len(crowds) > 1 and _low(crowds[-1], room) - _high(crowds[-2], room) < room:
            last = crowds.pop()
            crowds[-1] += last
    placed = [_low(crowd, room) + at * room for crowd in crowds for at in range(len(crowd))]
    order = sorted(range(len(heights)), key=lambda at: heights[at])
    return [placed[order.index(at)] for at in range(len(heights))]


def _low(crowd: list[float], room: float) -> float:
    return sum(crowd) / len(crowd) - (len(crowd) - 1) * room / 2


def _high(crowd: list[float], room: float) -> float:
    return _low(crowd, room) + (len(crowd) - 1) * room


def kept_between(heights: Sequence[float], room: float, low: float, high: float) -> list[float]:
    """*heights* that are *room* apart, moved no further than they must to lie between *low* and *high*.

    Where they are too many, they reach beyond *high*.
    """
    order = sorted(range(len(heights)), key=lambda at: heights[at])
    placed = list(heights)
    most = high
    for at in reversed(order):
        placed[at] = min(placed[at], most)
        most = placed[at] - room
    least = low
    for at in order:
        placed[at] = max(placed[at], least)
        least = placed[at] + room
    return placed
