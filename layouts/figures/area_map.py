"""Knows how a map is drawn: outlines as shapes of one SVG, darker where more happened; no tiles, no request."""

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import orjson
from markupsafe import Markup, escape

from dashboard.domain.choices import Measure
from dashboard.domain.palette import FELL, ROSE, SHADES
from dashboard.reports.pages.hotspots import Hotspots
from dashboard.reports.street.moving.moves import Move, thirds
from dashboard.reports.street.ranking import Shade, level, shade_words, steps, tenths_text
from layouts.figures.map_labels import map_labels

WIDTH, HIGHEST = 900.0, 1000.0  # points; the page shows them at about two thirds
MICRO = 1_000_000


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
    """Return the outlines of *report*, darker where more happened; by change, where it rose and where it fell."""
    frame, paths = outlines(report.shapes)
    if report.moves is not None:
        moved = {item.spot.place.id: item for item in report.moves.every}
        sizes = thirds([abs(item.moved) for item in report.moves.every])
        turned = [_turned(number, path, moved.get(number), sizes) for number, path in paths]
        return drawing(frame, [*turned, *map_labels(paths, report.labels, frame.width)]) + turns(sizes)
    shaded = {item.place: item for item in report.shaded}
    by_rate = report.filters.measure == Measure.RATE
    limits = steps([_value(item, by_rate=by_rate) for item in report.shaded])
    drawn = [_shape(number, path, shaded.get(number), limits, by_rate=by_rate) for number, path in paths]
    return drawing(frame, [*drawn, *map_labels(paths, report.labels, frame.width)]) + shades(limits, by_rate=by_rate)


def _turned(number: int, path: str, move: Move | None, sizes: Sequence[int]) -> str:
    """An outline by how far it rose or fell."""
    if move is None:
        return f'<path d="{path}" fill="{SHADES[0]}"></path>'
    place = move.spot.place
    words = escape(f"{place.full_name}: {move.spot.before:,} → {move.spot.now:,}")
    door = f' data-area="{escape(place.key)}"' if place.key else ""
    fill = turn_colour(move.moved, sizes)
    return f'<path d="{path}" fill="{fill}" data-place="{number}"{door}><title>{words}</title></path>'


def turn_colour(moved: int, sizes: Sequence[int]) -> str:
    """Paler the less it moved; that of nothing where it did not."""
    if not moved:
        return SHADES[0]
    return (ROSE if moved > 0 else FELL)[sum(abs(moved) >= size for size in sizes)]


def turns(sizes: Sequence[int]) -> Markup:
    """What the colours stand for: by how many incidents it fell or rose."""
    spans = span_words(sizes)
    falls = [(colour, f"fell by {words}") for colour, words in zip(FELL, spans, strict=True)]
    rises = [(colour, f"rose by {words}") for colour, words in zip(ROSE, spans, strict=True)]
    used = [
        (colour, words) for colour, words in (*reversed(falls), (SHADES[0], "no change"), *rises) if words[-1] != " "
    ]
    drawn = [f'<li><span style="background:{colour}"></span>{text}</li>' for colour, text in used]
    return Markup(f'<ul class="shades">{"".join(drawn)}</ul>')


def span_words(sizes: Sequence[int]) -> list[str]:
    """'1 to 3', '4 to 9', '10 or more'; empty for a size that none has."""
    middling, large = sizes
    spans = ((1, middling - 1), (middling, large - 1))
    closed = [
        "" if last < first else f"{first:,}" if first == last else f"{first:,} to {last:,}" for first, last in spans
    ]
    return [*closed, f"{large:,} or more"]


def _value(shade: Shade, *, by_rate: bool) -> int:
    """What an outline is shaded by: incidents, or tenths of its rate; nothing for a rate without a population."""
    return (shade.tenths or 0) if by_rate else shade.now


def _shape(number: int, path: str, shade: Shade | None, limits: Sequence[int], *, by_rate: bool) -> str:
    if shade is None:
        return f'<path d="{path}" fill="{SHADES[0]}"></path>'
    rate = f", {tenths_text(shade.tenths)} per 1,000 people" if shade.tenths is not None else ""
    words = escape(f"{shade.words}: {shade.now:,}{rate}")
    fill = SHADES[level(_value(shade, by_rate=by_rate), limits)]
    door = f' data-area="{escape(shade.key)}"' if shade.key else ""
    return f'<path d="{path}" fill="{fill}" data-place="{number}"{door}><title>{words}</title></path>'


def shades(limits: Sequence[int], *, by_rate: bool = False) -> Markup:
    """What the shades stand for, in incidents, or in tenths of a rate."""
    drawn = [
        f'<li><span style="background:{SHADES[shade]}"></span>{text}</li>'
        for shade, text in shade_words(limits, by_rate=by_rate)
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
