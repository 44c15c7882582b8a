"""Knows the layouts of the product's own slides: their names, and where each placeholder stands, in points."""

from dataclasses import dataclass

from dashboard.domain.palette import INK, INK_FAINT, INK_SOFT
from dashboard.exports.papers.pptx.boxes import EMU, Box

WIDTH, HEIGHT = 960, 540
EDGE = 44
INNER = WIDTH - 2 * EDGE
COVER, TEXT, FIGURE, NUMBER, STRIP = (
    "Outturn cover",
    "Outturn text",
    "Outturn chart or table",
    "Outturn number and chart",
    "Outturn number and table",
)
#: By what stands there: the index of its placeholder, the same on every layout.
PLACE, LEDE, ASIDE, CONTENT, ABOUT, LOGO, FOOT, NUMBERED = 10, 11, 12, 1, 13, 14, 21, 22
ASIDE_WIDTH = 236
BODY = Box(EDGE, 138, INNER, 354)


@dataclass(frozen=True, slots=True)
class Spot:
    """One placeholder of a layout: what kind it is, its index, its name, and how it is written."""

    kind: str
    index: int
    name: str
    box: Box
    size: float = 16
    colour: str = INK
    is_bold: bool = False
    anchor: str = "t"
    align: str = "l"


TITLE = Spot("title", 0, "Title", Box(EDGE, 50, INNER, 80), 28, is_bold=True)
KICKER = Spot("body", PLACE, "Place", Box(EDGE, 24, INNER, 24), 14, INK_SOFT, is_bold=True, anchor="ctr")
LEAD = Spot("body", LEDE, "In short", BODY.first(48), 16, INK_SOFT)
FOOTER = Spot("ftr", FOOT, "Footer", Box(EDGE, 506, INNER - 80, 22), 14, INK_FAINT, anchor="ctr")
COUNT = Spot("sldNum", NUMBERED, "Slide number", Box(WIDTH - EDGE - 70, 506, 70, 22), 14, INK_FAINT, False, "ctr", "r")
LOWER = BODY.below(56)

LAYOUTS: dict[str, tuple[Spot, ...]] = {
    COVER: (
        Spot("ctrTitle", 0, "Title", Box(EDGE + 24, 112, 780, 176), 36, "#ffffff", is_bold=True, anchor="b"),
        Spot("subTitle", 1, "Subtitle", Box(EDGE + 24, 332, 780, 44), 20, INK, is_bold=True),
        Spot("body", ABOUT, "Date and version", Box(EDGE + 24, 380, 780, 112), 16, INK_SOFT),
        Spot("pic", LOGO, "Logo", Box(WIDTH - EDGE - 180, 400, 180, 80)),
    ),
    TEXT: (TITLE, KICKER, Spot("body", CONTENT, "Text", BODY, 18), FOOTER, COUNT),
    FIGURE: (TITLE, KICKER, LEAD, Spot("obj", CONTENT, "Chart or table", LOWER), FOOTER, COUNT),
    NUMBER: (
        TITLE,
        KICKER,
        LEAD,
        Spot("body", ASIDE, "Number", LOWER.start(ASIDE_WIDTH)),
        Spot("obj", CONTENT, "Chart", LOWER.beside(ASIDE_WIDTH + 24)),
        FOOTER,
        COUNT,
    ),
    STRIP: (
        TITLE,
        KICKER,
        LEAD,
        Spot("body", ASIDE, "Number", LOWER.first(48), anchor="ctr"),
        Spot("obj", CONTENT, "Table", LOWER.below(56)),
        FOOTER,
        COUNT,
    ),
}
FONT = '<a:latin typeface="+mn-lt"/>'
TYPES = {COVER: "title", TEXT: "obj", FIGURE: "obj", NUMBER: "twoObj", STRIP: "twoObj"}


def spot_xml(spot: Spot, at: int) -> str:
    """The placeholder as shape number *at* of its layout."""
    index = f' idx="{spot.index}"' if spot.index else ""
    weight = ' b="1"' if spot.is_bold else ' b="0"'
    letters = f'<a:defRPr lang="en-GB" sz="{round(spot.size * 100)}"{weight}>{_fill(spot.colour)}{FONT}</a:defRPr>'
    level = f'<a:lvl1pPr marL="0" indent="0" algn="{spot.align}"><a:buNone/>{letters}</a:lvl1pPr>'
    words = (
        '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-GB"/><a:t>1</a:t></a:fld>'
    )
    inside = words if spot.kind == "sldNum" else f'<a:r><a:rPr lang="en-GB"/><a:t>{spot.name}</a:t></a:r>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{at}" name="{spot.name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{spot.kind}"{index}/></p:nvPr></p:nvSpPr><p:spPr>{_frame(spot.box)}</p:spPr>'
        f'<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{spot.anchor}"><a:normAutofit/></a:bodyPr>'
        f"<a:lstStyle>{level}</a:lstStyle><a:p>{inside}</a:p></p:txBody></p:sp>"
    )


def bar_xml(box: Box, at: int) -> str:
    """A bar in the accent colour."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{at}" name="Bar"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>'
        f'{_frame(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent1"/>'
        "</a:solidFill><a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>"
        '<a:p><a:endParaRPr lang="en-GB"/></a:p></p:txBody></p:sp>'
    )


def _fill(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour.lstrip("#").upper()}"/></a:solidFill>'


def _frame(box: Box) -> str:
    left, top, width, height = (round(points * EMU) for points in (box.left, box.top, *box.size))
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
