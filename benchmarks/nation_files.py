"""Knows how to write months of a made-up country's forces as police.uk's files: one force at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from benchmarks.street_areas import EDGES, SEED, Areas, Ints, Size, code, force_name, make_up, outlines
from benchmarks.street_files import IDS, type_names
from benchmarks.street_incidents import Floats, by_month, expected, of_force
from benchmarks.street_spots import OUTCOMES, TO_A_NEIGHBOURHOOD, spread
from dashboard.domain.periods.months import month_text
from data.sources.crime.police_uk import COLUMNS
from data.sources.geography.coordinates import MICRO

HEADER = ",".join(COLUMNS)


@dataclass(frozen=True)
class Nation:
    """A made-up country of *size*: the same bytes every time."""

    size: Size

    @cached_property
    def areas(self) -> Areas:
        return make_up(self.size)

    @cached_property
    def rates(self) -> Floats:
        return expected(self.areas, self.size)

    @cached_property
    def corners(self) -> dict[int, tuple[int, int, int]]:
        """West, south and breadth of the square of each neighbourhood, in millionths of a degree."""
        return {at: (*ring[0], (ring[1][0] - ring[0][0]) * EDGES) for at, ring in outlines(self.areas)}

    def force(self, at: int) -> "ForceFiles":
        return ForceFiles(self, at)


class ForceFiles:
    """The files of one force."""

    def __init__(self, nation: Nation, force: int) -> None:
        self._size, self._force = nation.size, force
        members = nation.areas.members(force)
        self._counts: Ints = of_force(force, nation.rates[members], by_month(nation.size))
        self._spots = [text for at in members.tolist() for text in _spots(nation, at)]
        self._spots += [",,No Location,,"] * TO_A_NEIGHBOURHOOD
        self._ends = [f",{kind},{outcome},\n" for kind in type_names() for outcome in OUTCOMES]

    def write(self, folder: Path, months: Sequence[int]) -> list[Path]:
        """Write a file for each of *months*, by their position from the first; return them."""
        folder.mkdir(parents=True, exist_ok=True)
        return [self._write(folder, at) for at in months]

    def _write(self, folder: Path, at: int) -> Path:
        month, name = month_text(self._size.first + at), f"{force_name(self._force)} Police"
        chance = np.random.default_rng([SEED, 6, self._force, at])
        place, point, kind, outcome = spread(self._counts[:, :, at], chance).T
        middle, ids = f",{month},{name},{name},", chance.bytes(IDS * len(place)).hex()
        spots = map(self._spots.__getitem__, (place * TO_A_NEIGHBOURHOOD + point).tolist())
        ends = map(self._ends.__getitem__, (kind * len(OUTCOMES) + outcome).tolist())
        step = 2 * IDS
        lines = [
            f"{ids[start : start + step]}{middle}{spot}{end}"
            for start, spot, end in zip(range(0, len(ids), step), spots, ends, strict=True)
        ]
        path = folder / f"{month}-force-{self._force + 1:02}-street.csv"
        path.write_text("".join([HEADER, "\n", *lines]), encoding="utf-8")
        return path


def _spots(nation: Nation, at: int) -> list[str]:
    """The columns from longitude to neighbourhood's name of the map points of one neighbourhood."""
    west, south, breadth = nation.corners[at]
    inside = np.random.default_rng([SEED, 7, at]).integers(0, breadth, (TO_A_NEIGHBOURHOOD, 2)).tolist()
    ends = f"{code('E01', at)},{nation.areas.name(at)}"
    return [
        f"{(west + east) / MICRO:.6f},{(south + north) / MICRO:.6f},On or near Street {at}-{number},{ends}"
        for number, (east, north) in enumerate(inside)
    ]
