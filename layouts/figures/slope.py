"""Knows how a chart of two periods is drawn as slopes: from zero, a number at both ends of each line."""

from collections.abc import Sequence

import plotly.graph_objects as go

from dashboard.domain.charting.labels import spread
from dashboard.domain.palette import INK_SOFT, LINE

PERIODS = 2
ROOM = 16  # pixels between two labels
AIR = 0.18  # of the height, above the lines, and below those that reach under zero
LEFT, RIGHT = -0.4, 1.05  # how far the plot reaches beyond its two periods


def is_slope(figure: go.Figure, labels: Sequence[str]) -> bool:
    """Whether two periods are all there is, and a line joins them."""
    return len(labels) == PERIODS and any(None not in trace.y and len(trace.y) == PERIODS for trace in figure.data)


def draw_slope(figure: go.Figure, labels: Sequence[str], level: tuple[float, str] | None, pixels: int) -> float:
    """Turn the lines of *figure* into slopes over *pixels* of height, and return how far the plot reaches upward.

    They stand over zero, so that a steep line is a large change. A *level* is another line, across both periods.
    """
    numbers = [number for trace in figure.data for number in trace.y if number is not None]
    numbers += [level[0]] if level else []
    low, high = min(0.0, *numbers), max(0.0, *numbers)
    air = AIR * ((high - low) or 1.0)
    low, high = low - air if low < 0 else low, high + air
    figure.update_yaxes(visible=False, range=[low, high])
    figure.update_xaxes(range=[LEFT, RIGHT])
    for at in range(PERIODS):
        figure.add_vline(x=at, line={"color": LINE, "width": 1})
    _label_starts(figure, labels[0], (high - low) * ROOM / pixels)
    return float(high - low)


def _label_starts(figure: go.Figure, label: str, room: float) -> None:
    """The number that each line begins with, left of it."""
    known = [trace for trace in figure.data if trace.x[0] == label and trace.y[0] is not None]
    heights = spread([float(trace.y[0]) for trace in known], room)
    for trace, height in zip(known, heights, strict=True):
        figure.add_annotation(
            text=trace.text[0],
            x=0,
            y=height,
            xanchor="right",
            xshift=-15,
            showarrow=False,
            font={"color": INK_SOFT, "size": 13},
        )
