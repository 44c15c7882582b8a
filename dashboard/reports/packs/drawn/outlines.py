"""Knows the map of the hotspots as a chart of the papers: outlines in a plane, shaded as on the page."""

import math
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

import orjson

from dashboard.domain.choices import Measure
from dashboard.reports.packs.charts import AreaMap, Outline
from dashboard.reports.pages.hotspots import Hotspots
from dashboard.reports.street.ranking import Shade, level, shade_words, steps, tenths_text

MICRO = 1_000_000
FINEST = 1_000  # points of the longer side that corners lie on: finer nobody sees on paper
FEWEST_CORNERS = 3
RANK = re.compile(r"^\d+\. ")
Ring = tuple[tuple[float, float], ...]


def hotspot_map(report: Hotspots) -> AreaMap | None:
    """The outlines of *report*, darker where more happened; None where no boundary is loaded."""
    if not report.shapes:
        return None
    by_rate = report.filters.measure == Measure.RATE
    shaded = {item.place: item for item in report.shaded}
    limits = steps([_value(item, by_rate=by_rate) for item in report.shaded])
    areas = tuple(_outline(rings, shaded.get(at), limits, by_rate=by_rate) for at, rings in outlines(report.shapes))
    unit = "incidents per 1,000 people" if by_rate else "incidents"
    return AreaMap(
        title=f"Map of {unit}, {report.span.label if report.span else ''}".rstrip(", "),
        alt=f"Map of {len(areas):,} neighbourhoods by {unit}{_most(report.shaded)}. The table has the figures.",
        areas=areas,
        shades=_shades(limits, by_rate=by_rate),
    )


def _shades(limits: Sequence[int], *, by_rate: bool) -> tuple[str, ...]:
    """What each shade says; empty for one that is not used."""
    words = dict(shade_words(limits, by_rate=by_rate))
    return ("none", *(words.get(at, "") for at in range(1, max(words, default=0) + 1)))


def _most(shaded: Sequence[Shade]) -> str:
    """'; the most, 240, in Northtown'."""
    most = max(shaded, key=lambda item: item.now, default=None)
    return f"; the most, {most.now:,}, in {RANK.sub('', most.words)}" if most and most.now else ""


def _value(shade: Shade, *, by_rate: bool) -> int:
    return (shade.tenths or 0) if by_rate else shade.now


def _outline(rings: tuple[Ring, ...], shade: Shade | None, limits: Sequence[int], *, by_rate: bool) -> Outline:
    if shade is None:
        return Outline("", rings, 0, "not counted")
    rate = f", {tenths_text(shade.tenths)} per 1,000 people" if shade.tenths is not None else ""
    return Outline(shade.words, rings, level(_value(shade, by_rate=by_rate), limits), f"{shade.now:,}{rate}")


@lru_cache(maxsize=8)
def outlines(shapes: tuple[tuple[int, str], ...]) -> tuple[tuple[int, tuple[Ring, ...]], ...]:
    """Each of *shapes* (place, polygons in millionths of a degree as JSON) as rings in a plane, true to scale."""
    read = [(number, orjson.loads(polygons)) for number, polygons in shapes]
    points = [point for _, polygons in read for polygon in polygons for ring in polygon for point in ring]
    east, north = [point[0] for point in points], [point[1] for point in points]
    across = math.cos(math.radians((min(north) + max(north)) / 2 / MICRO))
    side = max((max(east) - min(east)) * across, max(north) - min(north), 1)
    frame = (min(east), min(north), across * FINEST / side, FINEST / side)
    return tuple((number, tuple(_rings(polygons, frame))) for number, polygons in read)


def _rings(polygons: Sequence[Sequence[Sequence[Sequence[int]]]], frame: tuple[float, ...]) -> Iterable[Ring]:
    west, south, across, up = frame
    for ring in (ring for polygon in polygons for ring in polygon):
        placed = [(round((x - west) * across), round((y - south) * up)) for x, y in ring]
        corners = [at for at, before in zip(placed, [None, *placed], strict=False) if at != before]
        if len(corners) > FEWEST_CORNERS:
            yield tuple((float(x), float(y)) for x, y in corners)
