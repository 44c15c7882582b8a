"""Knows how words stand on a still chart, and how its lines look."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from layouts.components.markup import tag
from layouts.figures.drawing import Look

DASHES = {"dash": "9 6", "dot": "2 4", "dashdot": "9 4 2 4"}
ALLOWED = re.compile(r"&lt;(/?b|br)&gt;")  # what our charts write into their words
Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in thousandths of the plot, which part of the words stands there, and pixels to move them by."""

    at: Place
    anchor: Place
    shift: Place = (0, 0)


def words_at(text: str, spot: Spot, look: str = "", style: Mapping[str, str] | None = None) -> Markup:
    """*text* at its *spot*."""
    left, top = (f"calc({part / 10:.2f}% + {by:g}px)" for part, by in zip(spot.at, spot.shift, strict=True))
    anchor = ",".join(f"{part * 100:g}%" for part in spot.anchor)
    placed = {"left": left, "top": top, "transform": f"translate({anchor})"}
    written = ";".join(f"{name}:{value}" for name, value in {**placed, **(style or {})}.items())
    return tag("span", formatted(text), class_=look or None, style=written)


def formatted(text: str) -> Markup:
    """*text* with its bold parts and breaks, and nothing else of it as HTML."""
    return Markup(ALLOWED.sub(r"<\1>", str(escape(text))))


def styled(line: Look) -> dict[str, object]:
    """How a line is drawn: as wide on every screen, dashed where it is."""
    dashed = DASHES.get(line.get("dash", ""))
    return {
        "fill": "none",
        "stroke": line.get("color"),
        "stroke_width": line.get("width", 2),
        "stroke_dasharray": dashed,
        "vector_effect": "non-scaling-stroke",
    }
