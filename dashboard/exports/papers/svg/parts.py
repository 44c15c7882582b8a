"""Knows the parts of a drawing as text: every look is an attribute of its own, every word stays a word."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from dashboard.domain.palette import INK_FAINT, INK_SOFT
from dashboard.domain.wording import sentence
from dashboard.exports.papers.svg.letters import fitted
from dashboard.exports.papers.words import printable
from dashboard.reports.packs.charts import Shape

WIDTH = 720  # of every drawing; its height is as much as it needs
SIZE, SMALL = 14, 12.5  # of words
LINE = 17  # from one line of words to the next
MIDDLE = 0.36  # from the middle of a letter to its foot, as a part of its size
Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Drawing:
    """The parts of a drawing, and how high it is."""

    height: float
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lettering:
    """How words look, and which end of them stands at their spot."""

    colour: str = INK_SOFT
    size: float = SIZE
    anchor: str = "start"
    is_bold: bool = False
    is_over: bool = False  # lines, which it then keeps free


def part(name: str, *inside: str, **attributes: float | str) -> str:
    """An element; `stroke_width` is its attribute `stroke-width`."""
    said = "".join(f' {key.rstrip("_").replace("_", "-")}="{_said(value)}"' for key, value in attributes.items())
    return f"<{name}{said}>{''.join(inside)}</{name}>" if inside else f"<{name}{said}/>"


def _said(value: float | str) -> str:
    return escape(value) if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")


def read(words: str) -> str:
    """What is read of a part that somebody points at."""
    return part("title", escape(printable(words)))


def words_at(text: str, spot: Spot, look: Lettering) -> str:
    """One line of words whose foot stands at *spot*."""
    looks: dict[str, float | str] = {"font_size": look.size, "fill": look.colour}
    looks |= {"text_anchor": look.anchor} if look.anchor != "start" else {}
    looks |= {"font_weight": "600"} if look.is_bold else {}
    over: dict[str, float | str] = {"stroke": "#ffffff", "stroke_width": 4}
    over |= {"stroke_linejoin": "round", "paint_order": "stroke"}
    looks |= over if look.is_over else {}
    return part("text", escape(text), x=spot[0], y=spot[1], **looks)


def paragraph(lines: Sequence[str], spot: Spot, look: Lettering) -> tuple[str, ...]:
    """Lines of words whose middle stands at *spot*."""
    top = spot[1] - (len(lines) - 1) * LINE / 2 + look.size * MIDDLE
    return tuple(words_at(line, (spot[0], top + at * LINE), look) for at, line in enumerate(lines))


def unit_words(unit: str, room: float) -> str:
    """What the figures of a chart count, in its upper left corner."""
    return words_at(fitted(sentence(unit), SMALL, room), (0, 14), Lettering(INK_FAINT, SMALL))


def stroke(begin: Spot, end: Spot, colour: str, width: float = 1, dash: str = "") -> str:
    """A straight line."""
    dashed = {"stroke_dasharray": dash} if dash else {}
    return part("line", x1=begin[0], y1=begin[1], x2=end[0], y2=end[1], stroke=colour, stroke_width=width, **dashed)


def mark(begin: Spot, end: Spot, colour: str) -> str:
    """A heavy line that stands out from the bar that it may lie on."""
    return stroke(begin, end, "#ffffff", 5) + stroke(begin, end, colour, 2.6)


def path(points: Sequence[Spot], *, is_closed: bool = False) -> str:
    """The points as the way of a pen."""
    return "M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in points) + ("Z" if is_closed else "")


def sign(shape: Shape, spot: Spot, colour: str, words: str = "", radius: float = 3.5) -> str:
    """A dot, or a triangle with its point up or down."""
    inside = (read(words),) if words else ()
    x, y = spot
    if shape is Shape.DOT:
        return part("circle", *inside, cx=x, cy=y, r=radius, fill=colour)
    half = radius * 1.9
    way = -half if shape is Shape.UP else half
    corners = [(x, y + way), (x - half, y - way * 0.8), (x + half, y - way * 0.8)]
    return part("path", *inside, d=path(corners, is_closed=True), fill=colour)
