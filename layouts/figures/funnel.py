"""Knows how to draw a funnel as one SVG: rates by population between the limits of chance, names only outside them.

Not drawn by plotly: hundreds of points cost the browser a tenth of a second at every change of filters.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from markupsafe import Markup

from dashboard.domain.charting.labels import spread
from dashboard.domain.charting.placing import Box, clearest, places_beside
from dashboard.domain.palette import ACCENT, BETTER, INK, INK_FAINT, LINE, OTHER, WORSE
from dashboard.domain.statistics.comparison import PER
from dashboard.domain.statistics.funnel import Funnel, FunnelLimits, FunnelPlace
from dashboard.domain.targets.status import Polarity
from layouts.components.markup import tag
from layouts.figures.still.points import readable

WIDTH, HEIGHT = 680, 380
LEFT, RIGHT, TOP, BOTTOM = 58, 632, 14, 336  # of the plot inside them
STEPS = 60  # points of each limit
APART = 0.07  # of the plot's height between two labels
ROOM = 15  # points between the names of two limits
DOT = 7  # from the middle of a dot to its edge
WIDE, WIDE_OWN = 6.4, 7.0  # of a letter, on average; of a bold one
LINE_HEIGHT, BASELINE = 14, 11  # of a name, and from its top to where its letters stand
ABOVE, BELOW = (FunnelPlace.ABOVE_95, FunnelPlace.ABOVE_998), (FunnelPlace.BELOW_95, FunnelPlace.BELOW_998)
FAR = (FunnelPlace.ABOVE_998, FunnelPlace.BELOW_998)
FARTHER, NEARER = ("99.8%", "2 3"), ("95%", "7 4")  # how a limit is named and dashed
EDGES = {"low_998": FARTHER, "low_95": NEARER, "high_95": NEARER, "high_998": FARTHER}
SHAPES = {
    "triangle-up": "M0,-6L6,5H-6Z",
    "triangle-down": "M0,6L6,-5H-6Z",
    "circle": "M-4,0a4,4 0 1,0 8,0a4,4 0 1,0 -8,0",
}


@dataclass(frozen=True, slots=True)
class FunnelDot:
    """One area: its people, its rate per 1,000, where it lies, and whether it is the view's own."""

    name: str
    people: int
    rate: float
    place: FunnelPlace
    own: bool = False


@dataclass(frozen=True, slots=True)
class FunnelFrame:
    """How people and rates become points of the drawing."""

    first: float
    last: float
    top: float

    def x(self, people: float) -> float:
        return LEFT + (people - self.first) / (self.last - self.first) * (RIGHT - LEFT)

    def y(self, rate: float) -> float:
        return BOTTOM - rate / self.top * (BOTTOM - TOP)


def scrolling_funnel(drawn: Funnel, dots: Sequence[FunnelDot], polarity: Polarity) -> Markup:
    """The funnel, read off point by point, in a box that scrolls where a screen is too narrow for it."""
    frame = funnel_frame(drawn, dots)
    ordered = sorted(dots, key=lambda dot: (dot.people, dot.rate))
    looks = {"role": "img", "aria_label": "Funnel plot; its figures are in the table beside it"}
    read = readable("\n".join(_read(frame, dot) for dot in ordered))
    whole = tag("div", funnel_svg(drawn, dots, polarity), class_="funnel-box", **looks, **read)
    return tag("div", whole, class_="svg-scroll", tabindex="0", role="group", aria_label="Funnel, scrolls sideways")


def funnel_frame(drawn: Funnel, dots: Sequence[FunnelDot]) -> FunnelFrame:
    """Room for all *dots*, and for the limits of the smallest area."""
    people = [dot.people for dot in dots]
    fewest, most = min(people), max(people)
    room = (most - fewest) * 0.04 or fewest * 0.1
    first, last = max(fewest - room, fewest / 2), most + room
    highest = max(1.08 * max(dot.rate for dot in dots), drawn.limits(first).high_998 * PER)
    return FunnelFrame(first, last, highest)


def funnel_svg(drawn: Funnel, dots: Sequence[FunnelDot], polarity: Polarity) -> Markup:
    """Return the funnel of *dots*; what lies outside differs in shape and colour."""
    frame = funnel_frame(drawn, dots)
    spread_out = (at / (STEPS - 1) for at in range(STEPS))  # closer where the limits bend
    reach = [frame.first * (frame.last / frame.first) ** part for part in spread_out]
    limits = [drawn.limits(number) for number in reach]
    lines = [*_axes(frame), *_limits(frame, drawn, list(zip(reach, limits, strict=True)))]
    points = [_point(frame, dot, polarity) for dot in dots]
    names = _names(frame, dots, polarity)
    box = f"0 0 {WIDTH} {HEIGHT}"
    return tag("svg", *lines, *points, *names, viewBox=box, class_="funnel", aria_hidden="true")


def ticks(low: float, high: float, most: int = 6) -> list[float]:
    """Round numbers from *low* to *high*, at most about *most* of them."""
    rough = (high - low) / most
    unit = 10 ** floor(log10(rough))
    step = next(factor * unit for factor in (1, 2, 5, 10) if factor * unit >= rough)
    return [at * step for at in range(ceil(low / step), floor(high / step) + 1)]


def _axes(frame: FunnelFrame) -> Iterator[Markup]:
    for rate in ticks(0, frame.top):
        y = f"{frame.y(rate):.1f}"
        yield tag("line", x1=LEFT, x2=RIGHT, y1=y, y2=y, stroke=LINE)
        yield _words(f"{rate:,g}", LEFT - 8, frame.y(rate) + 4, "end")
    for people in ticks(frame.first, frame.last):
        yield _words(f"{people:,.0f}", frame.x(people), BOTTOM + 18, "middle")
    yield _words("People", (LEFT + RIGHT) / 2, HEIGHT - 6, "middle")
    turned = f"translate(12 {(TOP + BOTTOM) / 2}) rotate(-90)"
    yield tag("text", "Per 1,000 people", transform=turned, text_anchor="middle", fill=INK_FAINT)


def _limits(frame: FunnelFrame, drawn: Funnel, reach: Sequence[tuple[float, FunnelLimits]]) -> Iterator[Markup]:
    """The limits and the rate of all, from the smallest area to the largest, each named at its end."""
    ends = [("all", frame.y(drawn.rate * PER))]
    for edge, (name, dash) in EDGES.items():
        heights = [(frame.x(people), frame.y(_edge(limits, edge) * PER)) for people, limits in reach]
        path = "L".join(f"{x:.1f},{y:.1f}" for x, y in heights)
        yield tag("path", d=f"M{path}", fill="none", stroke=INK_FAINT, stroke_dasharray=dash)
        ends.append((name, heights[-1][1]))
    y = f"{ends[0][1]:.1f}"
    yield tag("line", x1=LEFT, x2=RIGHT, y1=y, y2=y, stroke=INK_FAINT)
    for (name, _), height in zip(ends, spread([end[1] for end in ends], ROOM), strict=True):
        yield _words(name, RIGHT + 6, height + 4)


def _edge(limits: FunnelLimits, name: str) -> float:
    value: float = getattr(limits, name)
    return value


def _words(text: str, x: float, y: float, anchor: str = "start") -> Markup:
    return tag("text", text, x=f"{x:.1f}", y=f"{y:.1f}", text_anchor=anchor, fill=INK_FAINT)


def _point(frame: FunnelFrame, dot: FunnelDot, polarity: Polarity) -> Markup:
    colour, shape = _look(dot.place, polarity)
    place = f"translate({frame.x(dot.people):.1f} {frame.y(dot.rate):.1f})"
    ring = {"stroke": INK, "stroke_width": 2} if dot.own else {}
    return tag("path", d=SHAPES[shape], transform=place, fill=colour, **ring)


def _read(frame: FunnelFrame, dot: FunnelDot) -> str:
    """Where a point lies in thousandths of the drawing, and what it is."""
    said = f"{dot.name}: {dot.rate:,.1f} per 1,000, {dot.people:,} people, {dot.place}"
    return f"{frame.x(dot.people) / WIDTH * 1000:.0f} {frame.y(dot.rate) / HEIGHT * 1000:.0f} {said}"


def _look(place: FunnelPlace, polarity: Polarity) -> tuple[str, str]:
    """Colour and shape of a point."""
    if place not in (*ABOVE, *BELOW):
        return ACCENT, "circle"
    shape = "triangle-up" if place in ABOVE else "triangle-down"
    if polarity not in (Polarity.HIGHER, Polarity.LOWER):
        return OTHER, shape
    return (BETTER if (place in ABOVE) is (polarity is Polarity.HIGHER) else WORSE), shape


def _named(dots: Sequence[FunnelDot]) -> list[FunnelDot]:
    """The view's own area and those outside the limits, the furthest limits first, as far as labels have room.

    A telephone is as wide as a label or two, so no two stand at one height.
    """
    found = [dot for dot in dots if dot.own or dot.place is not FunnelPlace.WITHIN]
    top, named = max(dot.rate for dot in dots), list[FunnelDot]()
    for dot in sorted(found, key=lambda dot: (not dot.own, dot.place not in FAR, -dot.rate)):
        if all(abs(dot.rate - other.rate) > APART * top for other in named):
            named.append(dot)
    return named


def _names(frame: FunnelFrame, dots: Sequence[FunnelDot], polarity: Polarity) -> Iterator[Markup]:
    """The names of dots where they cover neither a dot nor each other, towards the middle if they can."""
    points = [(frame.x(dot.people), frame.y(dot.rate)) for dot in dots]
    taken: list[Box] = [(x - DOT, y - DOT, x + DOT, y + DOT) for x, y in points]
    for dot in _named(dots):
        x, y = frame.x(dot.people), frame.y(dot.rate)
        size = (len(dot.name) * (WIDE_OWN if dot.own else WIDE), LINE_HEIGHT)
        places = places_beside(x, y, size, left=x > (LEFT + RIGHT) / 2, above=dot.place in ABOVE)
        box = clearest(list(places), taken, (LEFT, 0, RIGHT, BOTTOM))
        taken.append(box)
        name = tag("tspan", dot.name, font_weight=700) if dot.own else dot.name
        yield _written(name, box, x, _look(dot.place, polarity)[0])


def _written(name: Markup | str, box: Box, x: float, colour: str) -> Markup:
    """A name in its *box*: it ends or begins beside the dot at *x*, or stands over the middle of it."""
    left, top, right, _ = box
    anchor, at = ("end", right) if right < x else ("start", left) if left > x else ("middle", (left + right) / 2)
    return tag("text", name, x=f"{at:.1f}", y=f"{top + BASELINE:.1f}", text_anchor=anchor, fill=colour)
