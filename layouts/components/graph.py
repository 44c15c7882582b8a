"""Knows how a chart stands on a page: one fixed graph whose figure changes, its table one click away."""

from dash import dcc, html

from layouts.theme import GRAPH_CONFIG


def chart(graph_id: str, label: str) -> html.Div:
    """A chart for the eye; *label* sends everyone else to the table beside it."""
    graph = dcc.Graph(id=graph_id, config=GRAPH_CONFIG, responsive=True, figure=EMPTY, className="graph")
    return html.Div(graph, role="img", className="chart", **{"aria-label": label})


EMPTY: dict[str, object] = {"data": [], "layout": {"xaxis": {"visible": False}, "yaxis": {"visible": False}}}
