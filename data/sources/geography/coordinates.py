"""Knows which coordinates can be true: in Great Britain, the right way round, never both zero."""

from typing import NamedTuple

MICRO = 1_000_000
#: Great Britain and the sea around it, in millionths of a degree.
WEST, EAST, SOUTH, NORTH = -9 * MICRO, 4 * MICRO, 49 * MICRO, 61_500_000
NOWHERE = (0, 0)


class Spot(NamedTuple):
    """A point with the neighbourhood it lies in; longitude and latitude in millionths of a degree."""

    longitude: int
    latitude: int
    name: str
    code: str
    area: str


def spot(longitude: str, latitude: str, name: str, code: str, area: str) -> Spot | str:
    """Return the place, or the id of the rule that its coordinates break."""
    try:
        east, north = round(float(longitude) * MICRO), round(float(latitude) * MICRO)
    except (ValueError, OverflowError):
        return "coordinates-unreadable"
    if north == 0:  # a longitude of zero is Greenwich
        return "coordinates-zero"
    if WEST <= east <= EAST and SOUTH <= north <= NORTH:
        return Spot(east, north, name, code, area)
    if WEST <= north <= EAST and SOUTH <= east <= NORTH:
        return "coordinates-swapped"
    return "coordinates-outside"
