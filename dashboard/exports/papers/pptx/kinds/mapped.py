"""Knows a map on its slide: the areas at the left, at the right what the shades say and which areas hold most."""

from dashboard.domain.palette import LINE, SHADES
from dashboard.exports.papers.pptx.boxes import Box
from dashboard.exports.papers.pptx.drawing import SMALLEST, fill, line, plate
from dashboard.exports.papers.pptx.fitting import held
from dashboard.exports.papers.pptx.leaf import Leaf
from dashboard.exports.papers.pptx.shapes.maps import map_xml
from dashboard.exports.papers.pptx.writing import box_of_words, said
from dashboard.exports.papers.words import printable
from dashboard.reports.packs.charts import AreaMap

KEY, ROW, SWATCH, AIR = 230.0, 24.0, 18.0, 20.0
MOST_NAMED = 5


def draw_map(leaf: Leaf, chart: AreaMap, box: Box) -> None:
    """The map with its key in *box*."""
    key = min(KEY, box.width * 0.4)
    leaf.panel(box)
    leaf.shape(map_xml(chart, box.start(box.width - key - AIR), leaf.number))
    side = box.beside(box.width - key)
    for at, words in enumerate(chart.shades[: len(SHADES)]):
        _swatch(leaf, side.below(at * ROW).first(SWATCH), at)
        text = held(printable(words), SMALLEST, key - 30, 1)
        box_of_words(
            leaf.slide, f"Shade {at + 1}", side.below(at * ROW).first(SWATCH).beside(28), [said(text, SMALLEST)]
        )
    _most(leaf, chart, side.below(len(chart.shades) * ROW + AIR))


def _swatch(leaf: Leaf, box: Box, shade: int) -> None:
    look = fill(SHADES[shade]) + line(LINE, 0.75)
    leaf.shape(plate(leaf.number, f"Shade {shade + 1}, swatch", box.start(SWATCH), look))


def _most(leaf: Leaf, chart: AreaMap, box: Box) -> None:
    """The darkest areas by name, with what they hold."""
    order = sorted(chart.areas, key=lambda area: -area.shade)[:MOST_NAMED]
    width = box.width * 0.97
    lines = [said(held(printable(f"{area.name}: {area.text}"), SMALLEST, width, 1), SMALLEST) for area in order]
    fit = int(box.height / 17)
    if lines and fit:
        box_of_words(leaf.slide, "Areas", box, lines[:fit])
