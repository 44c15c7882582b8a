"""Knows how a map is drawn: outlines as shapes of one SVG, darker where more happened; no tiles, no request."""

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import orjson
from markupsafe import Markup, escape

from dashboard.reports.pages.hotspots import Hotspots
from dashboard.reports.street.ranking import Shade

WIDTH, HIGHEST = 900.0, 1000.0  # points; the page shows them at about two thirds
MICRO = 1_000_000
#: Light to dark; a place without incidents stays the first.
FILLS = ("#f1f4f8", "#cfdceb", "#9dbad8", "#6692bf", "#35689d", "#12436d")


class MapFrame(NamedTuple):
    """How degrees become points of the drawing."""

    west: float
    north: float
    across: float  # points a degree
    up: float
    width: float
    height: float

    def place(self, longitude: float, latitude: float) -> tuple[float, float]:
        return (longitude - self.west) * self.across, (self.north - latitude) * self.up


def frame_of(west: float, south: float, east: float, north: float) -> MapFrame:
    """A drawing of the box in degrees, true to scale at its middle."""
    wide = max(east - west, 1e-4) * math.cos(math.radians((north + south) / 2))
    tall = max(north - south, 1e-4)
    scale = min(WIDTH / wide, HIGHEST / tall)
    across = scale * wide / max(east - west, 1e-4)
    return MapFrame(west, north, across, scale, wide * scale, tall * scale)


def area_map(report: Hotspots) -> Markup:
    """Return the outlines of *report*, darker where more happened."""
    frame, paths = outlines(report.shapes)
    shaded = {item.place: item for item in report.shaded}
    limits = steps([item.now for item in report.shaded])
    drawn = [_shape(number, path, shaded.get(number), limits) for number, path in paths]
    return drawing(frame, drawn) + shades(limits)


def _shape(number: int, path: str, shade: Shade | None, limits: Sequence[int]) -> str:
    if shade is None:
        return f'<path d="{path}" fill="{FILLS[0]}"></path>'
    words = escape(f"{shade.words}: {shade.now:,}")
    fill = FILLS[level(shade.now, limits)]
    return f'<path d="{path}" fill="{fill}" data-place="{number}"><title>{words}</title></path>'


def shades(limits: Sequence[int]) -> Markup:
    """What the shades stand for, in incidents."""
    edges = sorted({*limits})
    words = [f"under {edges[0]:,}", *(f"{edge:,} or more" for edge in edges)] if edges else []
    levels = [level(edge, limits) for edge in edges]
    drawn = [
        f'<li><span style="background:{FILLS[shade]}"></span>{text}</li>'
        for shade, text in zip([1, *levels], words, strict=False)
    ]
    return Markup(f'<ul class="shades">{"".join(drawn)}</ul>')


def drawing(frame: MapFrame, drawn: Iterable[str]) -> Markup:
    return Markup(
        f'<svg class="area-map" viewBox="0 0 {frame.width:.0f} {frame.height:.0f}" role="img"'
        f' aria-label="Map of the places in the list; the list says the same in figures">{"".join(drawn)}</svg>'
    )


@lru_cache(maxsize=16)
def outlines(shapes: tuple[tuple[int, str], ...]) -> tuple[MapFrame, tuple[tuple[int, str], ...]]:
    """Return the frame around *shapes* (place, polygons as JSON) and the path of each, to whole points."""
    read = [(number, orjson.loads(polygons)) for number, polygons in shapes]
    points = [point for _, polygons in read for polygon in polygons for ring in polygon for point in ring]
    east = [point[0] for point in points]
    north = [point[1] for point in points]
    frame = frame_of(min(east) / MICRO, min(north) / MICRO, max(east) / MICRO, max(north) / MICRO)
    return frame, tuple((number, path_of(polygons, frame)) for number, polygons in read)


def path_of(polygons: Sequence[Sequence[Sequence[Sequence[int]]]], frame: MapFrame) -> str:
    """Rings as relative steps of whole points: shared edges stay shared, what falls together is one."""
    parts = []
    for ring in (ring for polygon in polygons for ring in polygon):
        placed = [_whole(frame, point) for point in ring]
        corners = [placed[0], *(point for last, point in pairwise(placed) if point != last)]
        if len(corners) < 3:
            continue
        moves = [f"{_next(x - last_x)}{_next(y - last_y)}" for (last_x, last_y), (x, y) in pairwise(corners)]
        parts.append(f"M{corners[0][0]} {corners[0][1]}l{''.join(moves)}z")
    return "".join(parts)


def _whole(frame: MapFrame, point: Sequence[int]) -> tuple[int, int]:
    x, y = frame.place(point[0] / MICRO, point[1] / MICRO)
    return round(x), round(y)


def _next(number: int) -> str:
    """A number that follows another: its minus divides them, a plus needs a space."""
    return str(number) if number < 0 else f" {number}"


def steps(counts: Sequence[int]) -> tuple[int, ...]:
    """Limits that put about as many places into each shade."""
    ordered = sorted(n for n in counts if n)
    shades = len(FILLS) - 1
    return tuple(ordered[len(ordered) * at // shades] for at in range(1, shades)) if ordered else ()


def level(n: int, limits: Sequence[int]) -> int:
    """The shade of a count: 0 for none."""
    return 1 + sum(n >= limit for limit in limits) if n else 0
