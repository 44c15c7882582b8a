"""Knows how to draw a funnel: rates by population between the limits of chance, names only outside the limits."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.domain.comparison import PER
from dashboard.domain.funnel import Funnel, Limits, Place
from dashboard.domain.status import Polarity
from layouts.figures.control import BETTER, OTHER, WORSE
from layouts.figures.drawing import Drawing, Part
from layouts.figures.trend import LABEL_ROOM, spread
from layouts.theme import ACCENT, INK_FAINT

HEIGHT, FRAME = 400, 70  # pixels, and those of them around the plot
STEPS = 60  # points of each limit
APART = 0.07  # of the plot's height between two labels
ABOVE, BELOW = (Place.ABOVE_95, Place.ABOVE_998), (Place.BELOW_95, Place.BELOW_998)
FAR = (Place.ABOVE_998, Place.BELOW_998)
EDGES = {"low_998": "dot", "low_95": "dash", "high_95": "dash", "high_998": "dot"}


@dataclass(frozen=True, slots=True)
class Dot:
    """One area: its people, its rate per 1,000, where it lies, and whether it is the view's own."""

    name: str
    people: int
    rate: float
    place: Place
    own: bool = False


def funnel_figure(drawn: Funnel, dots: Sequence[Dot], polarity: Polarity) -> Part:
    """Return the funnel of *dots*; what lies outside differs in shape and colour."""
    drawing, people = Drawing(), [dot.people for dot in dots]
    ends, highest = _add_limits(drawing, drawn, min(people), max(people))
    _add_points(drawing, dots, polarity)
    for dot in _named(dots):
        _name(drawing, dot, _look(dot.place, polarity)[0], left=dot.people > (min(people) + max(people)) / 2)
    top = max(highest, 1.08 * max(dot.rate for dot in dots))
    _name_limits(drawing, ends, room=top * LABEL_ROOM / (HEIGHT - FRAME))
    across = {"title": {"text": "People", "font": {"size": 12}}, "rangemode": "normal", "tickformat": ","}
    upright = {"title": {"text": "Per 1,000 people", "font": {"size": 12}}, "range": [0, top]}
    margin = {"l": 8, "r": 52, "t": 14, "b": 8}
    return drawing.figure(xaxis=across, yaxis=upright, margin=margin, hovermode="closest")


def _add_limits(
    drawing: Drawing, drawn: Funnel, fewest: int, most: int
) -> tuple[list[tuple[str, float, float]], float]:
    """The limits and the rate of all, from the smallest area to the largest; what each is called, and the highest."""
    room = (most - fewest) * 0.04 or fewest * 0.1
    first, last = max(fewest - room, fewest / 2), most + room
    reach = [first * (last / first) ** (at / (STEPS - 1)) for at in range(STEPS)]  # closer where they bend
    limits = [drawn.limits(number) for number in reach]
    ends, highest = [("all", last, drawn.rate * PER)], 0.0
    for edge, dash in EDGES.items():
        heights = [_edge(item, edge) * PER for item in limits]
        _add_line(drawing, reach, heights, dash)
        ends.append(("99.8%" if edge.endswith("998") else "95%", last, heights[-1]))
        highest = max(highest, heights[0])
    _add_line(drawing, [first, last], [drawn.rate * PER] * 2, "solid")
    return ends, highest


def _name_limits(drawing: Drawing, ends: list[tuple[str, float, float]], room: float) -> None:
    """The names at the ends of the lines, apart by *room*."""
    for (name, x, _), height in zip(ends, spread([end[2] for end in ends], room), strict=True):
        drawing.note(name, x, height, xanchor="left", xshift=6)


def _edge(limits: Limits, name: str) -> float:
    value: float = getattr(limits, name)
    return value


def _add_line(drawing: Drawing, x: list[float], y: list[float], dash: str) -> None:
    line = {"color": INK_FAINT, "width": 1.2, "dash": dash}
    drawing.trace(x, y, mode="lines", line=line, hoverinfo="skip")


def _add_points(drawing: Drawing, dots: Sequence[Dot], polarity: Polarity) -> None:
    """The points, those of one look together: a look for each of hundreds takes long to check."""
    alike: dict[tuple[Place, bool], list[Dot]] = defaultdict(list)
    for dot in dots:
        alike[dot.place, dot.own].append(dot)
    for (place, own), group in alike.items():
        colour, shape = _look(place, polarity)
        drawing.trace(
            [dot.people for dot in group],
            [dot.rate for dot in group],
            text=[f"{dot.name}: {dot.rate:,.1f} per 1,000, {dot.people:,} people, {dot.place}" for dot in group],
            mode="markers",
            marker={
                "color": colour,
                "symbol": shape,
                "opacity": 1,
                "size": 11 if own or place in FAR else 8,
                "line": {"color": "#0b1f33", "width": 2 if own else 0},
            },
            hovertemplate="%{text}<extra></extra>",
        )


def _look(place: Place, polarity: Polarity) -> tuple[str, str]:
    """Colour and shape of a point."""
    if place not in (*ABOVE, *BELOW):
        return ACCENT, "circle"
    shape = "triangle-up" if place in ABOVE else "triangle-down"
    if polarity not in (Polarity.HIGHER, Polarity.LOWER):
        return OTHER, shape
    return (BETTER if (place in ABOVE) is (polarity is Polarity.HIGHER) else WORSE), shape


def _named(dots: Sequence[Dot]) -> list[Dot]:
    """The view's own area and those outside the limits, the furthest limits first, as far as labels have room.

    A telephone is as wide as a label or two, so no two stand at one height.
    """
    found = [dot for dot in dots if dot.own or dot.place is not Place.WITHIN]
    top, named = max(dot.rate for dot in dots), list[Dot]()
    for dot in sorted(found, key=lambda dot: (not dot.own, dot.place not in FAR, -dot.rate)):
        if all(abs(dot.rate - other.rate) > APART * top for other in named):
            named.append(dot)
    return named


def _name(drawing: Drawing, dot: Dot, colour: str, *, left: bool) -> None:
    drawing.note(
        f"<b>{dot.name}</b>" if dot.own else dot.name,
        dot.people,
        dot.rate,
        xanchor="right" if left else "left",
        xshift=-9 if left else 9,
        yshift=8 if dot.place in ABOVE else -8,
        color=colour,
    )
