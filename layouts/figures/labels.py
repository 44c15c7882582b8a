"""Knows how labels at the ends of lines are kept apart, and how the start of actions is marked and labelled."""

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go

from dashboard.domain.palette import INK_SOFT
from dashboard.domain.wording import plural

ROOM = 16  # pixels between two labels
MOST_NAMED = 2  # actions at one start; more are counted


def spread(heights: Sequence[float], room: float) -> list[float]:
    """Return *heights* moved apart until no two are closer than *room*, in the same order.

    Each crowd of labels stays centred on the mean of its own heights.
    """
    crowds: list[list[float]] = []
    for height in sorted(heights):
        crowds.append([height])
        while len(crowds) > 1 and _low(crowds[-1], room) - _high(crowds[-2], room) < room:
            last = crowds.pop()
            crowds[-1] += last
    placed = [_low(crowd, room) + at * room for crowd in crowds for at in range(len(crowd))]
    order = sorted(range(len(heights)), key=lambda at: heights[at])
    return [placed[order.index(at)] for at in range(len(heights))]


def _low(crowd: list[float], room: float) -> float:
    return sum(crowd) / len(crowd) - (len(crowd) - 1) * room / 2


def _high(crowd: list[float], room: float) -> float:
    return _low(crowd, room) + (len(crowd) - 1) * room


def add_starts(figure: go.Figure, labels: Sequence[str], starts: Mapping[str, Sequence[str]]) -> None:
    """Mark the *starts*: by the label of a period, the references of the actions that start in it."""
    for label, refs in starts.items():
        if label not in labels:
            continue
        at = labels.index(label)
        figure.add_vline(x=at, line={"color": INK_SOFT, "dash": "dot", "width": 1})
        figure.add_annotation(
            text=start_words(refs),
            x=at,
            y=1,
            yref="paper",
            xanchor="left" if at < len(labels) / 2 else "right",
            yanchor="top",
            showarrow=False,
            font={"color": INK_SOFT, "size": 12},
        )


def start_words(refs: Sequence[str]) -> str:
    """'▸ 1.1 and 1.2 start'; of many how many."""
    if len(refs) > MOST_NAMED:
        return f"▸ {plural(len(refs), 'action')} start"
    return f"▸ {' and '.join(refs)} {'starts' if len(refs) == 1 else 'start'}"
