"""Knows how the start of actions is marked and labelled on a chart."""

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go

from dashboard.domain.palette import INK_SOFT
from dashboard.domain.wording import plural

MOST_NAMED = 2  # actions at one start; more are counted


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
