"""Knows the strokes, fills, dots and letters of charts and tables as DrawingML."""

from xml.sax.saxutils import escape

from dashboard.domain.palette import INK_SOFT
from dashboard.exports.papers.pptx.boxes import EMU, Box
from dashboard.exports.papers.pptx.fitting import joined
from dashboard.exports.papers.words import printable

SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
SMALLEST = 14  # points of a letter
NO_FILL = "<a:noFill/>"
NO_LINE = "<a:ln><a:noFill/></a:ln>"
NO_DOT = '<c:marker><c:symbol val="none"/></c:marker>'
DASHES = {"": "", "dash": '<a:prstDash val="dash"/>', "dot": '<a:prstDash val="sysDot"/>'}


def plain(text: str) -> str:
    """*text* as it may stand inside an element: one line, escaped."""
    return escape(joined(printable(text)))


def fill(colour: str, opacity: int = 100) -> str:
    """One colour; *opacity* in percent."""
    seen = "" if opacity == 100 else f'<a:alpha val="{opacity * 1000}"/>'
    return f'<a:solidFill><a:srgbClr val="{colour.lstrip("#").upper()}">{seen}</a:srgbClr></a:solidFill>'


def line(colour: str, width: float, dash: str = "") -> str:
    """A stroke so many points wide."""
    return f'<a:ln w="{round(width * EMU)}" cap="rnd">{fill(colour)}{DASHES[dash]}<a:round/></a:ln>'


def drawn(inside: str) -> str:
    """How a series or a point is drawn."""
    return f"<c:spPr>{inside}</c:spPr>"


def dot(symbol: str, size: int, colour: str, edge: str = "") -> str:
    """What stands at a figure."""
    outline = line(edge, 1.5) if edge else NO_LINE
    look = drawn(fill(colour) + outline)
    return f'<c:marker><c:symbol val="{symbol}"/><c:size val="{size}"/>{look}</c:marker>'


def letters(colour: str = INK_SOFT, *, bold: bool = False, size: float = SMALLEST, tag: str = "defRPr") -> str:
    """How words are written: as the default of a paragraph or as the properties of a run."""
    weight = ' b="1"' if bold else ' b="0"'
    return f'<a:{tag} lang="en-GB" sz="{round(size * 100)}"{weight}>{fill(colour)}</a:{tag}>'


FLAT = ' rot="1" vert="horz"'  # all but level: then LibreOffice leaves out words that have no room, as others do
UNTURNED = ' rot="0" vert="horz"'  # words may break into lines, and stand over each other


def wording(colour: str = INK_SOFT, *, turn: str = UNTURNED) -> str:
    """The letters of an axis, a legend or the whole chart."""
    return (
        f"<c:txPr><a:bodyPr{turn}/><a:lstStyle/><a:p><a:pPr>{letters(colour)}</a:pPr>"
        '<a:endParaRPr lang="en-GB"/></a:p></c:txPr>'
    )


def quoted(text: str) -> str:
    """*text* as it may stand in an attribute."""
    return plain(text).replace('"', "&quot;")


def named(number: int, name: str, alt: str = "") -> str:
    """What a shape is called, and what somebody reads who cannot see it; nothing for what only decorates."""
    return f'<p:cNvPr id="{number}" name="{quoted(name)}" descr="{quoted(alt)}"/>'


def frame(box: Box) -> str:
    """Where something stands."""
    left, top, width, height = box.place
    return f'<a:off x="{left}" y="{top}"/><a:ext cx="{max(0, width)}" cy="{max(0, height)}"/>'


def plate(number: int, name: str, box: Box, look: str) -> str:
    """A rectangle that only decorates."""
    return (
        f"<p:sp {SPACES}><p:nvSpPr>{named(number, name)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>{frame(box)}"
        f'</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{look}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>'
        '<a:p><a:endParaRPr lang="en-GB" sz="1400"/></a:p></p:txBody></p:sp>'
    )
