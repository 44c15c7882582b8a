"""Knows which layout of a template each kind of slide stands on, by the types of its placeholders."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.presentation import Presentation
from pptx.shapes.base import BaseShape
from pptx.slide import SlideLayout

from dashboard.domain.errors import TemplateFault
from dashboard.exports.papers.pptx.boxes import EMU, Box
from dashboard.exports.papers.pptx.template.house_layouts import (
    ABOUT,
    ASIDE,
    CONTENT,
    COVER,
    FIGURE,
    LAYOUTS,
    LEDE,
    LOGO,
    NUMBER,
    PLACE,
    STRIP,
    TEXT,
)

TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE, PP_PLACEHOLDER.VERTICAL_TITLE)
HOLDS = (PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.CHART, PP_PLACEHOLDER.TABLE)
FEET = (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.DATE)
BIGGEST_TITLE = 28.0
LEAST = (300.0, 150.0)  # points that a chart or table needs
SPOTS = {"place": PLACE, "lede": LEDE, "aside": ASIDE, "content": CONTENT, "about": ABOUT, "logo": LOGO, "subtitle": 1}


@dataclass(frozen=True, slots=True)
class Ground:
    """A layout, the indices of its placeholders by what stands there, and the room under its title."""

    layout: SlideLayout
    body: Box
    title: Box
    title_size: float
    spots: Mapping[str, int] = field(default_factory=dict)
    is_house: bool = False


def grounds(deck: Presentation) -> dict[str, Ground]:
    """A layout for each kind of slide; raises TemplateFault where none has a title with room under it."""
    layouts = list(deck.slide_layouts)
    named = {layout.name: layout for layout in layouts}
    if set(LAYOUTS) <= set(named):
        return {name: _house(named[name]) for name in LAYOUTS}
    body = _content(layouts, deck)
    cover = next((layout for layout in layouts if _of(layout, (PP_PLACEHOLDER.CENTER_TITLE,))), body.layout)
    return {COVER: _cover(cover, body), **dict.fromkeys((TEXT, FIGURE, NUMBER, STRIP), body)}


def _house(layout: SlideLayout) -> Ground:
    there = {item.placeholder_format.idx: item for item in placeholders_of(layout)}
    is_cover = layout.name == COVER
    names = ("about", "logo", "subtitle") if is_cover else ("place", "lede", "aside", "content")
    spots = {name: SPOTS[name] for name in names if SPOTS[name] in there}
    boxes = [box_of(there[spots[name]]) for name in ("lede", "aside", "content") if name in spots]
    body = _around(boxes) if boxes else Box(0, 0, 0, 0)
    return Ground(layout, body, title_of(layout), title_size(layout), spots, is_house=True)


def _content(layouts: Iterable[SlideLayout], deck: Presentation) -> Ground:
    """The layout with a title and the widest single place for something."""
    found = [_ground(layout, deck) for layout in layouts if _of(layout, TITLES)]
    wide = [item for item in found if item.body.width >= LEAST[0] and item.body.height >= LEAST[1]]
    if not wide:
        raise TemplateFault("The template has no layout with a title and room for a chart under it.")
    return max(wide, key=lambda item: (bool(item.spots), item.body.width * item.body.height))


def _ground(layout: SlideLayout, deck: Presentation) -> Ground:
    holders = _of(layout, HOLDS)
    if len(holders) == 1:
        spots = {"content": holders[0].placeholder_format.idx}
        return Ground(layout, box_of(holders[0]), title_of(layout), title_size(layout), spots)
    if holders:
        return Ground(layout, Box(0, 0, 0, 0), title_of(layout), BIGGEST_TITLE)
    title = title_of(layout)
    tops = [box_of(item).top for item in _of(layout, FEET) if box_of(item).top > title.bottom]
    floor = min(tops, default=float(deck.slide_height or 0) / EMU * 0.93)
    body = Box(title.left, title.bottom + 8, title.width, max(0.0, floor - title.bottom - 16))
    return Ground(layout, body, title, title_size(layout))


def _cover(layout: SlideLayout, body: Ground) -> Ground:
    subtitles = _of(layout, (PP_PLACEHOLDER.SUBTITLE,))
    holders = subtitles or _of(layout, HOLDS)
    spots = {"subtitle": holders[0].placeholder_format.idx} if holders else {}
    box = box_of(holders[0]) if holders else body.body
    return Ground(layout, box, title_of(layout), title_size(layout), spots)


def _of(layout: SlideLayout, kinds: Iterable[PP_PLACEHOLDER]) -> list[BaseShape]:
    return [item for item in placeholders_of(layout) if item.placeholder_format.type in kinds]


def placeholders_of(layout: SlideLayout) -> list[BaseShape]:
    """Every placeholder of *layout*."""
    found = layout.placeholders
    return [found[at] for at in range(len(found))]


def box_of(item: BaseShape) -> Box:
    """Where a placeholder stands, as its layout or master says."""
    left, top, width, height = (float(length or 0) / EMU for length in (item.left, item.top, item.width, item.height))
    return Box(left, top, width, height)


def _around(boxes: list[Box]) -> Box:
    left, top = min(box.left for box in boxes), min(box.top for box in boxes)
    return Box(left, top, max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top)


def title_of(layout: SlideLayout) -> Box:
    """Where the title of a layout stands."""
    titles = _of(layout, TITLES)
    return box_of(titles[0]) if titles else Box(0, 0, 0, 0)


def title_size(layout: SlideLayout) -> float:
    """Points of the title, as the layout or its master has them."""
    own = [size for item in _of(layout, TITLES) for size in item._element.xpath(".//a:lvl1pPr/a:defRPr/@sz")]
    master = layout.slide_master._element.xpath(".//p:titleStyle/a:lvl1pPr/a:defRPr/@sz")
    return float((own or master or [BIGGEST_TITLE * 100])[0]) / 100
