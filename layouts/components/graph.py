"""Knows how a chart stands on a page: one fixed graph whose figure changes, its table one click away."""

from typing import Any, cast

from dash import dcc, html

from layouts.components.aria import aria
from layouts.theme import GRAPH_CONFIG

EMPTY: dict[str, object] = {"data": [], "layout": {"xaxis": {"visible": False}, "yaxis": {"visible": False}}}


def chart(graph_id: str, label: str, height: int) -> html.Div:
    """A chart of *height* pixels for the eye; *label* sends everyone else to the table beside it."""
    graph = dcc.Graph(
        id=graph_id, config=cast(Any, GRAPH_CONFIG), responsive=True, figure=EMPTY, style={"height": "100%"}
    )
    return html.Div(graph, role="img", className="chart", style={"height": f"{height}px"}, **aria(label=label))
