"""Knows how a map of shaded areas is drawn, with the names that have room and what each shade says."""

from collections.abc import Sequence

from dashboard.domain.palette import INK, INK_SOFT
from dashboard.exports.papers.look import FILLS, inked
from dashboard.exports.papers.svg.letters import fitted, lines_of, wide
from dashboard.exports.papers.svg.parts import (
    LINE,
    SIZE,
    SMALL,
    WIDTH,
    Drawing,
    Lettering,
    Spot,
    part,
    path,
    read,
    words_at,
)
from dashboard.reports.packs.charts import AreaMap, Outline

WIDEST, HIGHEST = 500.0, 430.0  # pixels of the map
KEY = 26  # from one shade to the next
EDGE = "#ffffff"
Box = tuple[float, float, float, float]


def area_map(chart: AreaMap) -> Drawing:
    """The map at the left, its shades at the right."""
    box = _box([spot for area in chart.areas for ring in area.rings for spot in ring])
    across, up = box[2] - box[0], box[3] - box[1]
    scale = min(WIDEST / (across or 1), HIGHEST / (up or 1))
    drawn = [_placed(area, box, scale) for area in chart.areas]
    parts = [_area(area, rings) for area, rings in zip(chart.areas, drawn, strict=True)]
    for area, rings in zip(chart.areas, drawn, strict=True):
        parts += _name(area, rings)
    key = _key(chart, min(WIDEST, across * scale) + 36)
    return Drawing(max(up * scale, KEY * len(chart.shades) + 8) + 4, (*parts, *key))


def _box(spots: Sequence[Spot]) -> Box:
    """The least and the most of all *spots*."""
    across, up = [x for x, _ in spots] or [0.0], [y for _, y in spots] or [0.0]
    return min(across), min(up), max(across), max(up)


def _placed(area: Outline, box: Box, scale: float) -> list[list[Spot]]:
    return [[((x - box[0]) * scale + 2, (box[3] - y) * scale + 2) for x, y in ring] for ring in area.rings]


def _area(area: Outline, rings: list[list[Spot]]) -> str:
    way = "".join(path(ring, is_closed=True) for ring in rings)
    looks: dict[str, float | str] = {"fill": FILLS[area.shade], "fill_rule": "evenodd", "stroke": EDGE}
    said = read(f"{area.name}: {area.text}")
    return part("path", said, d=way, stroke_width=0.8, stroke_linejoin="round", **looks)


def _name(area: Outline, rings: list[list[Spot]]) -> tuple[str, ...]:
    """The name and figure of an area that is large enough for them."""
    box = max(map(_box, rings), key=lambda box: (box[2] - box[0]) * (box[3] - box[1]), default=None)
    if box is None or wide(area.name, SMALL) > (box[2] - box[0]) * 0.8 or box[3] - box[1] < LINE * 2.4:
        return ()
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    look = Lettering(inked(area.shade), SMALL, "middle")
    figure = fitted(area.text, SMALL, (box[2] - box[0]) * 0.8)
    return (words_at(fitted(area.name, SMALL, WIDTH), (x, y - 2), look), words_at(figure, (x, y + LINE - 3), look))


def _key(chart: AreaMap, left: float) -> list[str]:
    """What each shade says, the darkest on top."""
    parts: list[str] = []
    for row, shade in enumerate(reversed(range(len(chart.shades)))):
        y = 4.0 + KEY * row
        parts.append(
            part("rect", x=left, y=y, width=22, height=16, fill=FILLS[shade], stroke=INK_SOFT, stroke_width=0.5)
        )
        words = lines_of(chart.shades[shade], SIZE, WIDTH - left - 34, 1)[0]
        parts.append(words_at(words, (left + 32, y + 13), Lettering(INK)))
    return parts
