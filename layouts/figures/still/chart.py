"""Knows how a chart is written as HTML: its lines stretch with the page, its words do not.

It takes what plotly takes, as far as our charts use it. Lines are one SVG without a ratio of its own; words and marks
stand over it at per cents of its sides, so that no script has to measure anything.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dashboard.domain.palette import GRID, INK_SOFT, LINE
from layouts.components.markup import Child, joined, tag
from layouts.figures.drawing import Look, Part
from layouts.figures.still.axes import SIDE, Axis, axis_of
from layouts.figures.still.marks import bars, lines, marks
from layouts.figures.still.points import points_of, readable
from layouts.figures.still.words import Spot, styled, words_at

MOST_FIT = 8  # words beside each other on a phone
LETTER, LINE_HEIGHT = 7.0, 17  # pixels, about, of a tick's words
PHONE, SCROLLED = 320, 620  # pixels inside a card of a phone, and of a chart that scrolls there


@dataclass(frozen=True, slots=True)
class Still:
    """One chart: what is drawn, between which axes."""

    traces: Sequence[Part]
    layout: Part
    x: Axis
    y: Axis
    least: int  # pixels that it is wide at the narrowest


def still(figure: Part, label: str, height: int, least: int = PHONE) -> str:
    """Return *figure* as HTML, *height* pixels high; *label* sends who cannot see it to its table."""
    traces, layout = figure["data"], figure["layout"]
    x, y = (axis_of(figure, name) for name in "xy")
    drawn = Still(traces, layout, x, y, least)
    plot = tag("div", _svg(drawn), *_words(drawn), class_="still-plot")
    style = f"height:{height}px;padding:{_margins(drawn)}"
    read = "\n".join(line for trace in traces for line in points_of(trace, x, y))
    return str(tag("div", plot, class_="still", style=style, role="img", aria_label=label, **readable(read)))


def scrolled(drawn: str, label: str) -> str:
    """A chart called *label* that keeps its width on a phone, where its newest end is seen first."""
    return str(tag("div", Markup(drawn), class_="chart-scroll", tabindex="0", role="group", aria_label=label))


def _left(drawn: Still) -> float:
    """Pixels left of the plot: what the layout asks for, and the words of the upright axis."""
    longest = max((len(text) for _, text in drawn.y.ticks), default=0)
    return float(drawn.layout.get("margin", {}).get("l", 8) + (longest * LETTER + 8 if longest else 0))


def _fit(drawn: Still) -> int:
    """How many words of the level axis stand beside each other on a phone."""
    room = drawn.least - _left(drawn) - drawn.layout.get("margin", {}).get("r", 8)
    longest = max((len(part) for _, text in drawn.x.ticks for part in text.split("<br>")), default=1)
    return max(1, min(MOST_FIT, int(room / (longest * LETTER + 6))))


def _margins(drawn: Still) -> str:
    """Above, right, below and left, in pixels: what the layout asks for, and room for the words of the axes."""
    given, left = drawn.layout.get("margin", {}), _left(drawn)
    rows = max((text.count("<br>") + 1 for _, text in drawn.x.ticks), default=0)
    titled = 1 if drawn.x.title else 0
    below = given.get("b", 8) + (rows + titled) * LINE_HEIGHT
    return f"{given.get('t', 8)}px {given.get('r', 8):.0f}px {below}px {left:.0f}px"


def _svg(drawn: Still) -> Markup:
    parts: list[Child] = [*_grid(drawn), *(_shape(drawn, item) for item in drawn.layout.get("shapes", ()))]
    before: Part | None = None
    for trace in drawn.traces:
        parts += bars(trace, drawn.x, drawn.y) if trace["type"] == "bar" else lines(trace, drawn.x, drawn.y, before)
        before = trace
    box = f"0 0 {SIDE} {SIDE}"
    return tag("svg", *parts, viewBox=box, preserveAspectRatio="none", aria_hidden="true")


def _grid(drawn: Still) -> Iterator[Markup]:
    """A faint line at every tick of an axis that has them, and the foot of the plot."""
    for at, _ in drawn.y.ticks if drawn.y.has_grid else ():
        yield _straight(0, drawn.y.up(at), SIDE, drawn.y.up(at), {"color": GRID, "width": 1})
    for at, _ in drawn.x.ticks if drawn.x.has_grid else ():
        yield _straight(drawn.x.along(at), 0, drawn.x.along(at), SIDE, {"color": GRID, "width": 1})
    if drawn.x.is_shown:
        yield _straight(0, SIDE, SIDE, SIDE, {"color": LINE, "width": 1})


def _shape(drawn: Still, shape: Part) -> Markup:
    """A line across one or both axes; on a domain it reaches from side to side."""
    across, upright = "domain" in shape.get("xref", ""), "domain" in shape.get("yref", "")
    x = [SIDE * shape[name] if across else drawn.x.along(shape[name]) for name in ("x0", "x1")]
    y = [SIDE * (1 - shape[name]) if upright else drawn.y.up(shape[name]) for name in ("y0", "y1")]
    return _straight(x[0], y[0], x[1], y[1], shape["line"])


def _straight(x0: float, y0: float, x1: float, y1: float, line: Look) -> Markup:
    return tag("path", d=f"M{x0:.1f},{y0:.1f}L{x1:.1f},{y1:.1f}", **styled(line))


def _words(drawn: Still) -> Iterator[Markup]:
    """Marks with a shape of their own, the words of the axes, and the notes."""
    for trace in drawn.traces:
        yield from marks(trace, drawn.x, drawn.y)
    step = -(-len(drawn.x.ticks) // _fit(drawn))
    for at, (value, text) in enumerate(reversed(drawn.x.ticks)):
        seldom = "" if at % step == 0 else " seldom"
        yield words_at(text, Spot((drawn.x.along(value), SIDE), (-0.5, 0), (0, 4)), f"tick{seldom}")
    for value, text in drawn.y.ticks:
        yield words_at(text, Spot((0, drawn.y.up(value)), (-1, -0.5), (-8, 0)), "tick")
    if drawn.x.title:
        yield words_at(drawn.x.title, Spot((SIDE / 2, SIDE), (-0.5, 0), (0, LINE_HEIGHT + 6)), "tick")
    yield joined(_note(drawn, item) for item in drawn.layout.get("annotations", ()))


def _note(drawn: Still, note: Part) -> Markup:
    x = SIDE * note["x"] if note.get("xref") == "paper" else drawn.x.along(note["x"])
    y = SIDE * (1 - note["y"]) if note.get("yref") == "paper" else drawn.y.up(note["y"])
    anchor = {"left": 0.0, "right": -1.0}.get(note.get("xanchor", ""), -0.5)
    foot = {"top": 0.0, "bottom": -1.0}.get(note.get("yanchor", ""), -0.5)
    font = note.get("font", {})
    style = {"color": font.get("color", INK_SOFT), "font-size": f"{font.get('size', 13)}px"}
    style |= {"background": note["bgcolor"]} if "bgcolor" in note else {}
    shift = (note.get("xshift", 0), -note.get("yshift", 0))
    return words_at(note["text"], Spot((x, y), (anchor, foot), shift), style=style)
