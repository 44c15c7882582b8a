"""Knows how to draw distance from target: bars from one line, left is better."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import shorten, wrap

from dashboard.domain.palette import INK, INK_SOFT, STATUS_COLOURS
from dashboard.domain.targets.status import Status
from layouts.figures.drawing import Part
from layouts.theme import TEMPLATE

HEIGHT = 340  # pixels
BAR = 0.42  # of the room that each has
LONGEST_LINE = 42  # letters; a name is broken so that it fits a telephone
MOST_BARS = 10  # more would have no room for their names
MOST_BROKEN = 6  # bars whose names have room for a second line


@dataclass(frozen=True, slots=True)
class Gap:
    """One bar: *adverse* is the distance in per cent signed so that more is worse; *text* is as printed."""

    name: str
    adverse: float
    text: str
    status: Status


_SIDES: dict[str, object] = {
    "text": "◂ better     target     worse ▸",
    "x": 0,
    "y": 0,
    "yref": "paper",
    "yshift": -14,
    "showarrow": False,
    "font": {"size": 12},
}


def gap_figure(gaps: Sequence[Gap]) -> Part:
    """Return the bars of *gaps*, the first on top, on one scale with the target in the middle."""
    ordered = list(reversed(gaps))
    notes = [_SIDES, *_names(ordered)]
    return {"data": [_bars(ordered)], "layout": {"template": TEMPLATE, "annotations": notes, **_scale(ordered)}}


def _bars(ordered: Sequence[Gap]) -> Part:
    return dict(
        type="bar",
        x=[gap.adverse for gap in ordered],
        y=list(range(len(ordered))),
        orientation="h",
        width=BAR,
        marker={"color": [STATUS_COLOURS[gap.status] for gap in ordered]},
        text=[f"<b>{gap.text}</b>" for gap in ordered],
        textposition="outside",
        textfont={"color": [STATUS_COLOURS[gap.status] for gap in ordered], "size": 13},
        cliponaxis=False,
        hoverinfo="skip",
    )


def _scale(ordered: Sequence[Gap]) -> Part:
    """One scale with the target in the middle, and words under it for the two sides."""
    widest = max((abs(gap.adverse) for gap in ordered), default=1) * 1.45 or 1
    return {
        "margin": {"l": 4, "r": 4, "t": 4, "b": 30},
        "xaxis": {"range": [-widest, widest], "visible": False},
        "yaxis": {"range": [-0.6, len(ordered) - 0.3], "visible": False},
        "shapes": _target(len(ordered)),
    }


def _target(count: int) -> list[Part]:
    """The line of the target; beside many bars it leaves out the names, which have no ground to cover it with."""
    upright = {"type": "line", "x0": 0, "x1": 0, "line": {"color": INK, "width": 1.5}}
    if count <= MOST_BROKEN:
        return [upright | {"y0": 0, "y1": 1, "yref": "y domain"}]
    return [upright | {"y0": at - BAR / 2, "y1": at + BAR / 2} for at in range(count)]


def _names(ordered: Sequence[Gap]) -> list[dict[str, object]]:
    """Each name above its bar: broken into lines where there is room, else its start."""
    are_broken = len(ordered) <= MOST_BROKEN
    written = [wrap(gap.name, LONGEST_LINE) if are_broken else [_start(gap.name)] for gap in ordered]
    ground = "#fff" if are_broken else "rgba(0,0,0,0)"
    return [_name(lines, at) | {"bgcolor": ground} for at, lines in enumerate(written)]


def _start(name: str) -> str:
    return shorten(name, LONGEST_LINE, placeholder=" …")


def _name(lines: Sequence[str], at: int) -> dict[str, object]:
    """The indicator's name above its bar, at the left edge."""
    return dict(
        text="<br>".join(lines),
        align="left",
        x=0,
        xref="paper",
        y=at + 0.24,
        xanchor="left",
        yanchor="bottom",
        showarrow=False,
        borderpad=1,
        font={"color": INK_SOFT, "size": 13},
    )
