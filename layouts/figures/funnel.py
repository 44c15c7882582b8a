"""Knows how to draw a funnel: rates by population between the limits of chance, names only outside the limits."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from dashboard.domain.comparison import PER
from dashboard.domain.funnel import Funnel, Limits, Place
from dashboard.domain.status import Polarity
from layouts.figures.control import BETTER, OTHER, WORSE
from layouts.figures.trend import LABEL_ROOM, spread
from layouts.theme import ACCENT, INK_FAINT, TEMPLATE

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


def funnel_figure(drawn: Funnel, dots: Sequence[Dot], polarity: Polarity) -> go.Figure:
    """Return the funnel of *dots*; what lies outside differs in shape and colour."""
    figure = go.Figure(layout={"template": TEMPLATE})
    people = [dot.people for dot in dots]
    ends = _add_limits(figure, drawn, min(people), max(people))
    figure.add_trace(_points(dots, polarity))
    for dot in _named(dots):
        _name(figure, dot, _look(dot.place, polarity)[0], left=dot.people > (min(people) + max(people)) / 2)
    top = 1.08 * max(dot.rate for dot in dots)
    top = max(top, *(trace.y[0] for trace in figure.data[: len(EDGES)]))
    _name_limits(figure, ends, room=top * LABEL_ROOM / (HEIGHT - FRAME))
    figure.update_xaxes(title={"text": "People", "font": {"size": 12}}, rangemode="normal", tickformat=",")
    figure.update_yaxes(title={"text": "Per 1,000 people", "font": {"size": 12}}, range=[0, top])
    figure.update_layout(margin={"l": 8, "r": 52, "t": 14, "b": 8}, hovermode="closest")
    return figure


def _add_limits(figure: go.Figure, drawn: Funnel, fewest: int, most: int) -> list[tuple[str, float, float]]:
    """The limits and the rate of all, from the smallest area to the largest; return what each is called at its end."""
    room = (most - fewest) * 0.04 or fewest * 0.1
    first, last = max(fewest - room, fewest / 2), most + room
    reach = [first * (last / first) ** (at / (STEPS - 1)) for at in range(STEPS)]  # closer where they bend
    limits = [drawn.limits(number) for number in reach]
    ends = [("all", last, drawn.rate * PER)]
    for edge, dash in EDGES.items():
        heights = [_edge(item, edge) * PER for item in limits]
        _add_line(figure, reach, heights, dash)
        ends.append(("99.8%" if edge.endswith("998") else "95%", last, heights[-1]))
    _add_line(figure, [first, last], [drawn.rate * PER] * 2, "solid")
    return ends


def _name_limits(figure: go.Figure, ends: list[tuple[str, float, float]], room: float) -> None:
    """The names at the ends of the lines, apart by *room*."""
    font = {"color": INK_FAINT, "size": 12}
    for (name, x, _), height in zip(ends, spread([end[2] for end in ends], room), strict=True):
        figure.add_annotation(text=name, x=x, y=height, xanchor="left", xshift=6, showarrow=False, font=font)


def _edge(limits: Limits, name: str) -> float:
    value: float = getattr(limits, name)
    return value


def _add_line(figure: go.Figure, x: list[float], y: list[float], dash: str) -> None:
    line = {"color": INK_FAINT, "width": 1.2, "dash": dash}
    figure.add_trace(go.Scatter(x=x, y=y, mode="lines", line=line, hoverinfo="skip"))


def _points(dots: Sequence[Dot], polarity: Polarity) -> go.Scatter:
    looks = [_look(dot.place, polarity) for dot in dots]
    return go.Scatter(
        x=[dot.people for dot in dots],
        y=[dot.rate for dot in dots],
        text=[f"{dot.name}: {dot.rate:,.1f} per 1,000, {dot.people:,} people, {dot.place}" for dot in dots],
        mode="markers",
        marker={
            "color": [colour for colour, _ in looks],
            "symbol": [shape for _, shape in looks],
            "opacity": 1,
            "size": [11 if dot.own or dot.place in FAR else 8 for dot in dots],
            "line": {"color": "#0b1f33", "width": [2 if dot.own else 0 for dot in dots]},
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


def _name(figure: go.Figure, dot: Dot, colour: str, *, left: bool) -> None:
    figure.add_annotation(
        text=f"<b>{dot.name}</b>" if dot.own else dot.name,
        x=dot.people,
        y=dot.rate,
        xanchor="right" if left else "left",
        xshift=-9 if left else 9,
        yshift=8 if dot.place in ABOVE else -8,
        showarrow=False,
        font={"color": colour, "size": 12},
    )
