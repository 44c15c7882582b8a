"""Knows where incidents lie: eastings and northings of the national grid, or longitude and latitude; never a guess."""

from collections.abc import Sequence
from math import nan
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dashboard.domain.incidents.parts import Flags, Numbers
from data.sources.geography.coordinates import EAST, MICRO, NORTH, SOUTH, WEST

Reals = NDArray[np.float64]
GRID, WORLD = "EPSG:27700", "EPSG:4326"
GRID_EAST, GRID_NORTH = 700_000, 1_300_000  # metres: the corner of the national grid
#: Rules by number; 0 is none.
RULES = ("", "coordinates-unreadable", "coordinates-zero", "coordinates-swapped", "coordinates-outside")
UNREADABLE, ZERO, SWAPPED, OUTSIDE = 1, 2, 3, 4


class Spots(NamedTuple):
    """Where each incident lies, in metres of the grid and millionths of a degree; all nought where it is not said."""

    easting: Numbers
    northing: Numbers
    longitude: Numbers
    latitude: Numbers
    rule: Numbers  # that its coordinates break


def nowhere(rows: int) -> Spots:
    return Spots(*(np.zeros(rows, np.int64) for _ in range(5)))


class _Pairs(NamedTuple):
    """Two columns as numbers; where a row says nothing, nought and blank."""

    first: Reals
    second: Reals
    blank: Flags
    rule: Numbers


def of_grid(east: Sequence[str], north: Sequence[str]) -> Spots:
    """The places of eastings and northings."""
    pairs = _read(east, north)
    x, y = pairs.first, pairs.second
    _judge(pairs, ZERO, (x == 0) | (y == 0))
    _judge(pairs, SWAPPED, (x > GRID_EAST) & (x <= GRID_NORTH) & (y >= 0) & (y <= GRID_EAST))
    _judge(pairs, OUTSIDE, (x < 0) | (y < 0) | (x > GRID_EAST) | (y > GRID_NORTH))
    sound = np.flatnonzero((pairs.rule == 0) & ~pairs.blank)
    longitude, latitude = _transformed(GRID, WORLD, x[sound], y[sound])
    return _spots(pairs.rule, sound, (x[sound], y[sound]), (longitude, latitude))


def of_world(longitude: Sequence[str], latitude: Sequence[str]) -> Spots:
    """The places of longitudes and latitudes."""
    pairs = _read(longitude, latitude)
    x, y = pairs.first * MICRO, pairs.second * MICRO
    _judge(pairs, ZERO, y == 0)
    _judge(pairs, SWAPPED, (y >= WEST) & (y <= EAST) & (x >= SOUTH) & (x <= NORTH))
    _judge(pairs, OUTSIDE, (x < WEST) | (x > EAST) | (y < SOUTH) | (y > NORTH))
    sound = np.flatnonzero((pairs.rule == 0) & ~pairs.blank)
    place = pairs.first[sound], pairs.second[sound]
    return _spots(pairs.rule, sound, _transformed(WORLD, GRID, *place), place)


def _read(first: Sequence[str], second: Sequence[str]) -> _Pairs:
    x, y = map(_numbers, (first, second))
    filled = (np.fromiter(map(bool, texts), np.bool_, len(texts)) for texts in (first, second))
    blank: Flags = ~np.logical_or(*filled)
    x[~np.isfinite(x)], y[~np.isfinite(y)] = nan, nan
    unread = (np.isnan(x) | np.isnan(y)) & ~blank
    x[np.isnan(x)], y[np.isnan(y)] = 0, 0
    return _Pairs(x, y, blank, np.where(unread, UNREADABLE, 0))


def _numbers(texts: Sequence[str]) -> Reals:
    try:
        return np.fromiter(map(float, texts), np.float64, len(texts))
    except ValueError:
        return np.fromiter(map(_number, texts), np.float64, len(texts))


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return nan


def _judge(pairs: _Pairs, rule: int, breaks: Flags) -> None:
    """Note *rule* of the rows that break it and none before."""
    pairs.rule[breaks & ~pairs.blank & (pairs.rule == 0)] = rule


def _transformed(source: str, target: str, x: Reals, y: Reals) -> tuple[Reals, Reals]:
    """Coordinates of one system in another; without a grid file within five metres."""
    from pyproj import Transformer  # takes half a second, which no other file waits for

    if not len(x):
        return x, y
    found = Transformer.from_crs(source, target, always_xy=True).transform(x, y)
    return np.asarray(found[0], np.float64), np.asarray(found[1], np.float64)


def _spots(rule: Numbers, sound: Numbers, grid: tuple[Reals, Reals], world: tuple[Reals, Reals]) -> Spots:
    found = nowhere(len(rule))._replace(rule=rule)
    for column, (values, times) in zip(found, [(item, 1) for item in grid] + [(item, MICRO) for item in world]):  # noqa: B905
        column[sound] = np.rint(values * times).astype(np.int64)
    return found
