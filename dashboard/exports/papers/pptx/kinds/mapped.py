"""Knows a map on its slide: the areas at the left, at the right what the shades say and which areas hold most."""

from dashboard.domain.palette import LINE, SHADES
from dashboard.exports.papers.pptx.boxes import Box
from dashboard.exports.papers.pptx.drawing import SMALLEST, fill, line, plate
from dashboard.exports.papers.pptx.fitting import LEADING, held, lines_of, width_of
from dashboard.exports.papers.pptx.leaf import Leaf
from dashboard.exports.papers.pptx.shapes.maps import map_xml, sheet_of
from dashboard.exports.papers.pptx.writing import Line, said
from dashboard.exports.papers.words import printable
from dashboard.reports.packs.charts import AreaMap

LEAST_KEY, MOST_KEY, ROW, SWATCH, AIR = 230.0, 380.0, 24.0, 18.0, 20.0
MOST_NAMED = 5


def draw_map(leaf: Leaf, chart: AreaMap, box: Box) -> None:
    """The map with its key in *box*; the key has what a narrow map leaves."""
    least = min(LEAST_KEY, box.width * 0.4)
    needed = sheet_of(chart.areas, box.start(box.width - least - AIR)).box.width
    key = min(MOST_KEY, box.width - needed - AIR)
    leaf.panel(box)
    leaf.shape(map_xml(chart, box.start(box.width - key - AIR), *leaf.numbers(len(chart.areas) + 1)))
    side = box.beside(box.width - key)
    for at, words in enumerate(chart.shades[: len(SHADES)]):
        place = side.below(at * ROW).first(SWATCH)
        _swatch(leaf, place, at)
        leaf.box(f"Shade {at + 1}", place.beside(28), [said(held(printable(words), SMALLEST, key - 30, 1), SMALLEST)])
    _most(leaf, chart, side.below(len(chart.shades) * ROW + AIR))


def _swatch(leaf: Leaf, box: Box, shade: int) -> None:
    look = fill(SHADES[shade]) + line(LINE, 0.75)
    leaf.shape(plate(leaf.number, f"Shade {shade + 1}, swatch", box.start(SWATCH), look))


def _most(leaf: Leaf, chart: AreaMap, box: Box) -> None:
    """The darkest areas by name, with what they hold."""
    order = sorted(chart.areas, key=lambda area: -area.shade)[:MOST_NAMED]
    width, left, lines = box.width * 0.97, box.height, list[Line]()
    for area in order:
        text = f"{printable(area.name)}: {printable(area.text)}"
        if len(lines_of(text, SMALLEST, width)) > 2:
            end = f": {printable(area.text)}"
            text = held(printable(area.name), SMALLEST, max(60.0, width - width_of(end, SMALLEST)), 1) + end
            text = held(text, SMALLEST, width, 2)
        left -= len(lines_of(text, SMALLEST, width)) * SMALLEST * LEADING + 4
        if left < 0:
            break
        lines.append(said(text, SMALLEST, before=4 if lines else 0))
    if lines:
        leaf.box("Areas", box, lines)
