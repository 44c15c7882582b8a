"""Knows what is read off a still chart, point by point: its place, and its words as plotly would show them."""

import re
from collections.abc import Iterator, Mapping

from layouts.figures.drawing import Look, Part
from layouts.figures.still.axes import Axis
from layouts.figures.still.marks import each

ASKED = re.compile(r"%\{(\w+)(?::([^}]*))?\}")  # of a hovertemplate
BREAK = re.compile(r"<br>")
MARKUP = re.compile(r"</?b>|<extra></extra>")


def points_of(trace: Part, x: Axis, y: Axis) -> Iterator[str]:
    """A line for each point of *trace* that says something: thousandths from left and top, and the words."""
    template = trace.get("hovertemplate", "")
    if not template:
        return
    count = len(trace["x"])
    texts = {name: each(trace.get(name, ""), count) for name in ("text", "hovertext")}
    for at, (across, high) in enumerate(zip(trace["x"], trace["y"], strict=True)):
        if high is not None:
            asked = {"x": across, "y": high, **{name: every[at] for name, every in texts.items()}}
            yield f"{x.along(across):.0f} {y.up(high):.0f} {said(template, asked)}"


def readable(points: str) -> dict[str, str]:
    """What lets the *points* of a chart be read off it (assets/points.js); nothing where there are none."""
    return {"data_points": points, "tabindex": "0"} if points else {}


def said(template: str, asked: Mapping[str, Look]) -> str:
    """What *template* says of a point, on one line."""
    words = ASKED.sub(lambda found: format(asked[found[1]], found[2] or ""), template)
    return " ".join(BREAK.sub(", ", MARKUP.sub("", words)).split())
