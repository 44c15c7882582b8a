"""Knows the ground of Sampleshire: polygons that share every edge, and the map points incidents are snapped to."""

from itertools import pairwise
from math import exp
from random import Random

from data.sample.places import COLUMNS, COUNTY_CENTRE, MARKET_CENTRES, ROWS, SEED

Point = tuple[float, float]
Cell = tuple[int, int]
Ring = tuple[Point, ...]  # counter-clockwise and closed, as GeoJSON wants it
Edge = tuple[Cell, Cell]

WEST, NORTH = 2.6, 54.3  # open North Sea
CELL_WIDTH, CELL_HEIGHT = 0.06, 0.066
CORNER_JITTER, EDGE_JITTER = 0.22, 0.11  # in cells
FEWEST_POINTS, MOST_POINTS = 8, 18
TOWNS = ((COUNTY_CENTRE, 0.6, 2.6), *((centre, 0.45, 1.4) for centre in MARKET_CENTRES))  # centre, pull, reach


def polygons() -> dict[Cell, Ring]:
    """Return each neighbourhood's ring; neighbours walk the very same vertices."""
    rng = Random(f"{SEED} shapes")
    corners = {(x, y): _jittered((x, y), CORNER_JITTER, rng) for y in range(ROWS + 1) for x in range(COLUMNS + 1)}
    edges = {edge: _edge(corners, edge, rng) for edge in _edges()}
    return {(x, y): _ring((x, y), edges) for y in range(ROWS) for x in range(COLUMNS)}


def map_points(ring: Ring, rng: Random) -> tuple[Point, ...]:
    """Return the fixed points inside *ring* that the neighbourhood's incidents are shown at."""
    wanted = rng.randint(FEWEST_POINTS, MOST_POINTS)
    longitudes, latitudes = zip(*ring, strict=True)
    found: list[Point] = []
    while len(found) < wanted:
        longitude = rng.uniform(min(longitudes), max(longitudes))
        point = _rounded((longitude, rng.uniform(min(latitudes), max(latitudes))))
        if inside(point, ring):
            found.append(point)
    return tuple(found)


def inside(point: Point, ring: Ring) -> bool:
    """Whether *point* lies within the closed *ring*: a ray to the east crosses it an odd number of times."""
    x, y = point
    crossed = False
    for (ax, ay), (bx, by) in pairwise(ring):
        if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            crossed = not crossed
    return crossed


def _edges() -> list[Edge]:
    across: list[Edge] = [((x, y), (x + 1, y)) for y in range(ROWS + 1) for x in range(COLUMNS)]
    down: list[Edge] = [((x, y), (x, y + 1)) for y in range(ROWS) for x in range(COLUMNS + 1)]
    return across + down


def _edge(corners: dict[Cell, Point], edge: Edge, rng: Random) -> Ring:
    """The line between two corners with one or two bends, on the ground."""
    (ax, ay), (bx, by) = corners[edge[0]], corners[edge[1]]
    bends = rng.choice((1, 2))
    shares = [bend / (bends + 1) for bend in range(1, bends + 1)]
    between = [_jittered((ax + share * (bx - ax), ay + share * (by - ay)), EDGE_JITTER, rng) for share in shares]
    return tuple(_on_the_ground(point) for point in ((ax, ay), *between, (bx, by)))


def _ring(cell: Cell, edges: dict[Edge, Ring]) -> Ring:
    x, y = cell
    west = edges[(x, y), (x, y + 1)]
    south = edges[(x, y + 1), (x + 1, y + 1)]
    east = edges[(x + 1, y), (x + 1, y + 1)][::-1]
    north = edges[(x, y), (x + 1, y)][::-1]
    return (*west[:-1], *south[:-1], *east[:-1], *north)


def _on_the_ground(point: Point) -> Point:
    """Draw *point* towards the towns, where neighbourhoods are small, then turn cells into degrees."""
    x, y = _without_square_corners(point)
    for (column, row), pull, reach in TOWNS:
        dx, dy = x - column - 0.5, y - row - 0.5
        closer = pull * exp(-(dx * dx + dy * dy) / reach**2)
        x, y = x - closer * dx, y - closer * dy
    return _rounded((WEST + x * CELL_WIDTH, NORTH - y * CELL_HEIGHT))


def _without_square_corners(point: Point) -> Point:
    dx, dy = point[0] - COLUMNS / 2, point[1] - ROWS / 2
    narrower, lower = 1 - 0.24 * (2 * dy / ROWS) ** 2, 1 - 0.2 * (2 * dx / COLUMNS) ** 2
    return COLUMNS / 2 + dx * narrower, ROWS / 2 + dy * lower


def _jittered(point: Point, reach: float, rng: Random) -> Point:
    return point[0] + rng.uniform(-reach, reach), point[1] + rng.uniform(-reach, reach)


def _rounded(point: Point) -> Point:
    return round(point[0], 6), round(point[1], 6)
