"""Knows how a chart stands on a page: one fixed graph whose figure changes, its table one click away."""

from typing import Any, cast

from dash import dcc, html

from layouts.components.aria import aria
from layouts.theme import GRAPH_CONFIG

EMPTY: dict[str, object] = {"data": [], "layout": {"xaxis": {"visible": False}, "yaxis": {"visible": False}}}


def chart(graph_id: str, label: str, height: int, *, scrolls: bool = False) -> html.Div:
    """A chart of *height* pixels for the eye; *label* sends everyone else to the table beside it.

    One that *scrolls* keeps its width on a phone, where its newest end is seen first.
    """
    graph = dcc.Graph(
        id=graph_id, config=cast(Any, GRAPH_CONFIG), responsive=True, figure=EMPTY, style={"height": "100%"}
    )
    held = html.Div(graph, role="img", className="chart", style={"height": f"{height}px"}, **aria(label=label))
    if not scrolls:
        return held
    return html.Div(held, className="chart-scroll", tabIndex="0", role="group", **aria(label=label.partition(";")[0]))


def frame_of(graph_id: str) -> str:
    """The box of a chart that is hidden where there is nothing to draw, or only what is drawn elsewhere."""
    return f"{graph_id}-frame"
