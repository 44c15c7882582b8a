"""Knows how map points are drawn: gathered in cells of 250 m, never finer, over the outline they lie in."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import orjson
from markupsafe import Markup, escape

from dashboard.domain.palette import SHADES
from dashboard.reports.street.ranking import level, steps
from layouts.figures.area_map import MapFrame, drawing, frame_of, path_of, shades

METRES_A_DEGREE = 111_320
CELL = 250  # metres; no finer than police.uk's own blurring

TAIL = 0.005  # of the incidents, at either end
Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class GridDot:
    """Incidents at a map point, and the place in the list that the point stands for."""

    longitude: float
    latitude: float
    n: int
    place: int
    name: str


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells of the same size in metres: how wide and tall they are in degrees."""

    wide: float
    tall: float

    @classmethod
    def at(cls, latitude: float) -> "Grid":
        tall = CELL / METRES_A_DEGREE
        return cls(tall / math.cos(math.radians(latitude)), tall)

    def cell(self, dot: GridDot) -> Cell:
        return math.floor(dot.longitude / self.wide), math.floor(dot.latitude / self.tall)


def framed(dots: Sequence[GridDot]) -> tuple[list[GridDot], int]:
    """Return the dots that a frame around nearly all incidents holds, and how many incidents lie outside it.

    A few incidents at the other end of the country would shrink everything else to a speck.
    """
    west, east = _central([(dot.longitude, dot.n) for dot in dots])
    south, north = _central([(dot.latitude, dot.n) for dot in dots])
    kept = [dot for dot in dots if west <= dot.longitude <= east and south <= dot.latitude <= north]
    return kept, sum(dot.n for dot in dots) - sum(dot.n for dot in kept)


def _central(places: list[tuple[float, int]]) -> tuple[float, float]:
    """The middle 99% of incidents along one axis, with a fifth of its length on either side."""
    total, so_far = sum(n for _, n in places), 0
    low, high = min(places)[0], max(places)[0]
    for place, n in sorted(places):
        low = place if so_far < total * TAIL else low
        high = place if so_far < total * (1 - TAIL) else high
        so_far += n
    margin = (high - low) / 5
    return low - margin, high + margin


def grid_map(dots: Sequence[GridDot], shapes: Iterable[tuple[int, str]] = ()) -> Markup:
    """Return the cells that *dots* (at least one) fall into, over *shapes* (place, polygons as JSON)."""
    grid = Grid.at(sum(dot.latitude for dot in dots) / len(dots))
    cells: dict[Cell, list[GridDot]] = defaultdict(list)
    for dot in dots:
        cells[grid.cell(dot)].append(dot)
    across, up = [cell[0] for cell in cells], [cell[1] for cell in cells]
    west, south, east, north = min(across) - 1, min(up) - 1, max(across) + 2, max(up) + 2
    frame = frame_of(west * grid.wide, south * grid.tall, east * grid.wide, north * grid.tall)
    limits = steps([sum(dot.n for dot in inside) for inside in cells.values()])
    around = [f'<path d="{path_of(orjson.loads(polygons), frame)}" fill="none"/>' for _, polygons in shapes]
    drawn = [_square(frame, grid, cell, inside, limits) for cell, inside in cells.items()]
    return drawing(frame, [*around, *drawn]) + shades(limits)


def _square(frame: MapFrame, grid: Grid, cell: Cell, inside: Sequence[GridDot], limits: Sequence[int]) -> str:
    """One cell; it marks the place in the list that most of its incidents belong to."""
    x, y = frame.place(cell[0] * grid.wide, (cell[1] + 1) * grid.tall)
    n = sum(dot.n for dot in inside)
    belongs = Counter[int]()
    for dot in inside:
        belongs[dot.place] += dot.n
    names = dict.fromkeys(dot.name for dot in inside)
    words = escape(f"{n:,} at {', '.join(list(names)[:3])}")
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{grid.wide * frame.across:.1f}" height="{grid.tall * frame.up:.1f}"'
        f' fill="{SHADES[level(n, limits)]}" data-place="{belongs.most_common(1)[0][0]}"><title>{words}</title></rect>'
    )
