"""Knows how the traces of a still chart are drawn: lines, bands, points, bars."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from markupsafe import Markup

from layouts.components.markup import tag
from layouts.figures.drawing import Look, Part
from layouts.figures.still.axes import Axis
from layouts.figures.still.words import Spot, styled, words_at

GLYPHS = {"triangle-up": "▲", "triangle-down": "▼", "line-ew": "—"}
Points = list[tuple[float, float]]


def lines(trace: Part, x: Axis, y: Axis, before: Part | None) -> Iterator[Markup]:
    """The line of a trace, broken where nothing is known; the band between it and the trace before; its dots."""
    if trace.get("fill") == "tonexty" and before is not None:
        edge = [*_points(before, x, y), *reversed(_points(trace, x, y))]
        yield tag("path", d=f"{_path(edge)}Z", fill=trace["fillcolor"])
    mode = trace.get("mode", "lines")
    if "lines" in mode and trace["line"].get("width", 2):
        yield tag("path", d="".join(map(_path, _runs(trace, x, y))), **styled(trace["line"]))
    yield from _whiskers(trace, x, y)
    if "markers" in mode:
        yield from _dots(trace, x, y)


def _points(trace: Part, x: Axis, y: Axis) -> Points:
    pairs = zip(trace["x"], trace["y"], strict=True)
    return [(x.along(across), y.up(high)) for across, high in pairs if high is not None]


def _runs(trace: Part, x: Axis, y: Axis) -> Iterator[Points]:
    pairs = zip(trace["x"], trace["y"], strict=True)
    for known, run in groupby(pairs, key=lambda pair: pair[1] is not None):
        if known:
            yield [(x.along(across), y.up(high)) for across, high in run]


def _path(points: Points) -> str:
    return "M" + "L".join(f"{across:.1f},{down:.1f}" for across, down in points)


def _whiskers(trace: Part, x: Axis, y: Axis) -> Iterator[Markup]:
    """The interval around each point."""
    error = trace.get("error_x")
    if error:
        ends = zip(trace["x"], error["arrayminus"], error["array"], trace["y"], strict=True)
        path = "".join(
            _path([(x.along(at - less), y.up(on)), (x.along(at + more), y.up(on))]) for at, less, more, on in ends
        )
        yield tag("path", d=path, **styled({"color": error["color"], "width": error["thickness"]}))


def each(look: Look, count: int) -> Sequence[Look]:
    """A look that is said once, for every point."""
    return look if isinstance(look, list | tuple) else [look] * count


def _dots(trace: Part, x: Axis, y: Axis) -> Iterator[Markup]:
    """The round points: lines of no length with round ends, which stay round however the drawing is stretched."""
    for shape, colour, size, _, point in _marked(trace, x, y):
        if shape not in GLYPHS:
            look = styled({"color": colour, "width": size})
            yield tag("path", d=f"M{point[0]:.1f},{point[1]:.1f}h0", stroke_linecap="round", **look)


def marks(trace: Part, x: Axis, y: Axis) -> Iterator[Markup]:
    """The points with another shape, as signs; and the words beside bars."""
    if trace["type"] == "bar":
        yield from _beside_bars(trace, x, y)
    elif "markers" in trace.get("mode", ""):
        for shape, colour, size, weight, point in _marked(trace, x, y):
            if shape in GLYPHS:
                style = {"color": colour, "font-size": f"{size + 3}px", "font-weight": weight}
                yield words_at(GLYPHS[shape], Spot(point, (-0.5, -0.55)), "sign", style)


def _marked(trace: Part, x: Axis, y: Axis) -> Iterator[tuple[str, str, float, str, tuple[float, float]]]:
    """Shape, colour, size, weight and place of every point that is known."""
    marker, count = trace.get("marker", {}), len(trace["x"])
    edge = marker.get("line", {})
    shapes, sizes = each(marker.get("symbol", "circle"), count), each(marker.get("size", 6), count)
    colours = each(marker.get("color") or edge.get("color") or trace.get("line", {}).get("color"), count)
    weights = ["700" if width else "400" for width in each(edge.get("width", 0), count)]
    points = zip(trace["x"], trace["y"], strict=True)
    for shape, colour, size, weight, (across, high) in zip(shapes, colours, sizes, weights, points, strict=True):
        if high is not None:
            yield shape, colour, size, weight, (x.along(across), y.up(high))


def bars(trace: Part, x: Axis, y: Axis) -> Iterator[Markup]:
    """Level bars from nothing to each figure."""
    half = trace["width"] / 2
    for length, on, colour in zip(trace["x"], trace["y"], trace["marker"]["color"], strict=True):
        left, right = sorted((x.along(0), x.along(length)))
        top, foot = y.up(on + half), y.up(on - half)
        yield tag("path", d=f"M{left:.1f},{top:.1f}H{right:.1f}V{foot:.1f}H{left:.1f}Z", fill=colour)


def _beside_bars(trace: Part, x: Axis, y: Axis) -> Iterator[Markup]:
    colours = trace["textfont"]["color"]
    for length, on, text, colour in zip(trace["x"], trace["y"], trace["text"], colours, strict=True):
        side, by = (-1, -4) if length < 0 else (0, 4)
        yield words_at(text, Spot((x.along(length), y.up(on)), (side, -0.5), (by, 0)), style={"color": colour})
