"""Knows which areas touch: those whose outlines share a point (queen contiguity)."""

from collections import defaultdict
from collections.abc import Iterable

import orjson


def touching(shapes: Iterable[tuple[int, str]]) -> list[tuple[int, int]]:
    """Return (place, other) both ways for *shapes*: place and polygons as JSON, in millionths of a degree."""
    at: dict[tuple[int, int], set[int]] = defaultdict(set)
    for place, polygons in shapes:
        for polygon in orjson.loads(polygons):
            for ring in polygon:
                for east, north in ring:
                    at[east, north].add(place)
    pairs = {(one, other) for places in at.values() if len(places) > 1 for one in places for other in places}
    return sorted((one, other) for one, other in pairs if one != other)
