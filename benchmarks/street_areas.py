"""Knows how to make up areas: as many as England and Wales have and as unequal, none of them real."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from data.sources.geography.coordinates import MICRO

Ints = NDArray[np.int64]
SEED = 2010
LAST_MONTH = 2025 * 12 + 11
TO_A_WARD = 4.67  # neighbourhoods
CAPITAL = 0.14  # share of all districts in the largest force
EDGES = 5  # points on a side of a neighbourhood
BLOCK = 700_000  # millionths of a degree: a force's square on the map
IN_A_ROW = 7  # forces side by side


@dataclass(frozen=True, slots=True)
class Size:
    """How much is made up."""

    name: str
    forces: int
    districts: int
    neighbourhoods: int
    months: int
    incidents: int

    @property
    def first(self) -> int:
        return LAST_MONTH - self.months + 1


COUNTY = Size("1.3 million", 1, 10, 750, 60, 1_300_000)
SIZES = {millions: Size(f"{millions} million", 43, 340, 35_000, 170, millions * 1_000_000) for millions in (13, 90)}


@dataclass(frozen=True)
class Areas:
    """An area is its position from 0; *ward*, *district* and *force* are of neighbourhood, ward and district."""

    ward: Ints
    district: Ints
    force: Ints
    people: Ints

    @cached_property
    def force_of(self) -> Ints:
        """The force of each neighbourhood."""
        found: Ints = self.force[self.district[self.ward]]
        return found

    def members(self, force: int) -> Ints:
        """The neighbourhoods of one force."""
        return np.flatnonzero(self.force_of == force)

    def codes(self, at: int) -> tuple[str, str, str, str]:
        """The codes of a neighbourhood and of its ward, district and force."""
        ward = int(self.ward[at])
        district = int(self.district[ward])
        return code("E01", at), code("E05", ward), code("E07", district), code("E23", int(self.force[district]))

    def name(self, at: int) -> str:
        """A neighbourhood's name ends with a number and a letter, as a real one's does."""
        district = int(self.district[self.ward[at]])
        inside = at - int(np.searchsorted(self.district[self.ward], district))
        return f"{district_name(district)} {inside // 5 + 1:03}{'ABCDE'[inside % 5]}"


def code(letters: str, at: int) -> str:
    return f"{letters}{at + 1:06}"


def district_name(at: int) -> str:
    return f"District {at + 1:03}"


def force_name(at: int) -> str:
    return f"County {at + 1:02}"


def make_up(size: Size) -> Areas:
    """The areas of *size*: the same every time; a wider area's inner ones stand together."""
    chance = np.random.default_rng(SEED)
    force = np.repeat(np.arange(size.forces), _districts(size, chance))
    weights = chance.lognormal(0, 0.35, size.districts)
    inside = _shared_out(size.neighbourhoods, weights)
    wards = np.maximum(1, np.round(inside / TO_A_WARD)).astype(np.int64)
    district = np.repeat(np.arange(size.districts), wards)
    before = np.concatenate(([0], np.cumsum(wards)[:-1]))
    ward = np.concatenate(
        [first + np.arange(count) * many // count for first, count, many in zip(before, inside, wards, strict=True)]
    )
    return Areas(ward, district, force, chance.integers(1_100, 2_400, size.neighbourhoods))


def _districts(size: Size, chance: np.random.Generator) -> Ints:
    """How many districts each force has: the first is the capital's."""
    weights = chance.lognormal(0, 0.5, size.forces)
    if size.forces > 1:
        weights[0] = weights[1:].sum() * CAPITAL / (1 - CAPITAL)
    return 1 + _shared_out(size.districts - size.forces, weights)


def _shared_out(total: int, weights: NDArray[np.float64]) -> Ints:
    """Whole parts of *total* in proportion to *weights*."""
    ends = np.round(np.cumsum(weights) / weights.sum() * total).astype(np.int64)
    parts: Ints = np.diff(ends, prepend=0)
    return parts


def outlines(areas: Areas) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """Each neighbourhood with the ring around it, in millionths of a degree: squares that touch, force by force."""
    for force in range(int(areas.force.max()) + 1):
        members = areas.members(force)
        columns = int(np.ceil(np.sqrt(len(members))))
        step = BLOCK // columns // EDGES
        west, south = -5 * MICRO + force % IN_A_ROW * MICRO, 50 * MICRO + force // IN_A_ROW * 800_000
        for at, member in enumerate(members.tolist()):
            yield member, _ring(west + at % columns * step * EDGES, south + at // columns * step * EDGES, step)


def _ring(west: int, south: int, step: int) -> list[tuple[int, int]]:
    side = range(EDGES)
    far = step * EDGES
    return [
        *((west + at * step, south) for at in side),
        *((west + far, south + at * step) for at in side),
        *((west + far - at * step, south + far) for at in side),
        *((west, south + far - at * step) for at in side),
        (west, south),
    ]
