"""Knows how to draw distance from target: bars from one line, left is better."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

import plotly.graph_objects as go

from dashboard.domain.targets.status import Status
from layouts.theme import INK, INK_SOFT, STATUS_COLOURS, TEMPLATE

HEIGHT = 340  # pixels
LONGEST_LINE = 42  # letters; a name is broken so that it fits a telephone


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


def gap_figure(gaps: Sequence[Gap]) -> go.Figure:
    """Return the bars of *gaps*, the first on top, on one scale with the target in the middle."""
    ordered = list(reversed(gaps))
    figure = go.Figure(_bars(ordered), layout={"template": TEMPLATE})
    _lay_out(figure, ordered)
    # All at once: a figure checks every annotation anew for each that is added.
    figure.update_layout(annotations=[_SIDES, *(_name(gap, at) for at, gap in enumerate(ordered))])
    return figure


def _bars(ordered: Sequence[Gap]) -> go.Bar:
    return go.Bar(
        x=[gap.adverse for gap in ordered],
        y=list(range(len(ordered))),
        orientation="h",
        width=0.42,
        marker={"color": [STATUS_COLOURS[gap.status] for gap in ordered]},
        text=[f"<b>{gap.text}</b>" for gap in ordered],
        textposition="outside",
        textfont={"color": [STATUS_COLOURS[gap.status] for gap in ordered], "size": 13},
        cliponaxis=False,
        hoverinfo="skip",
    )


def _lay_out(figure: go.Figure, ordered: Sequence[Gap]) -> None:
    """One scale with the target in the middle, and words under it for the two sides."""
    widest = max((abs(gap.adverse) for gap in ordered), default=1) * 1.45 or 1
    figure.update_layout(
        margin={"l": 4, "r": 4, "t": 4, "b": 30},
        xaxis={"range": [-widest, widest], "visible": False},
        yaxis={"range": [-0.6, len(ordered) - 0.3], "visible": False},
    )
    figure.add_vline(x=0, line={"color": INK, "width": 1.5})


def _name(gap: Gap, at: int) -> dict[str, object]:
    """The indicator's name above its bar, at the left edge."""
    return dict(
        text="<br>".join(wrap(gap.name, LONGEST_LINE)),
        align="left",
        x=0,
        xref="paper",
        y=at + 0.24,
        xanchor="left",
        yanchor="bottom",
        showarrow=False,
        bgcolor="#fff",
        borderpad=1,
        font={"color": INK_SOFT, "size": 13},
    )
