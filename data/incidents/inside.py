"""Knows which neighbourhood a point lies in: by the boundaries that are loaded, many points at once."""

from collections.abc import Iterable, Sequence

import numpy as np
import orjson

from dashboard.domain.incidents.parts import Flags, Numbers

Ring = Sequence[tuple[int, int]]
OUTSIDE = -1


def areas_at(longitude: Numbers, latitude: Numbers, shapes: Iterable[str]) -> Numbers:
    """The position of the shape that holds each point; OUTSIDE where none does.

    *shapes* are JSON polygons in millionths of a degree, as they are kept: rings, the first around the others.
    """
    found = np.full(len(longitude), OUTSIDE)
    order = np.argsort(longitude, kind="stable")
    east = longitude[order]
    for at, shape in enumerate(shapes):
        for polygon in orjson.loads(shape):
            _fill(found, at, (order, east, latitude), polygon)
    return found


def _fill(found: Numbers, at: int, points: tuple[Numbers, Numbers, Numbers], polygon: Sequence[Ring]) -> None:
    """Note of the points inside a polygon that they are in the shape *at*."""
    order, east, latitude = points
    ring = np.asarray(polygon[0], np.int64)
    (west, south), (most_east, north) = ring.min(axis=0), ring.max(axis=0)
    first, last = np.searchsorted(east, west, "left"), np.searchsorted(east, most_east, "right")
    near = order[first:last]
    y = latitude[near]
    in_box = (y >= south) & (y <= north)
    near, x, y = near[in_box], east[first:last][in_box], y[in_box]
    if len(near):
        inside = np.zeros(len(near), np.bool_)
        for each in polygon:
            inside ^= _inside(x, y, np.asarray(each, np.int64))
        found[near[inside & (found[near] == OUTSIDE)]] = at


def _inside(x: Numbers, y: Numbers, ring: Numbers) -> Flags:
    """Whether each point lies inside a ring: a line eastwards crosses it an odd number of times."""
    found = np.zeros(len(x), np.bool_)
    for (x1, y1), (x2, y2) in zip(ring, np.roll(ring, -1, axis=0), strict=True):
        if y1 != y2:
            crosses = (y1 > y) != (y2 > y)
            found ^= crosses & (x < x1 + (y - y1) * ((x2 - x1) / (y2 - y1)))
    return found
