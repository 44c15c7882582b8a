"""Knows what stands on a page until its figures arrive: the shape of a page without its words."""

from dash import html

from layouts.components.aria import aria
from layouts.components.tables import Content


def skeleton() -> html.Div:
    blocks = [html.Div(className="bone title"), html.Div(className="bone line")]
    tiles = html.Div([html.Div(className="bone tile") for _ in range(3)], className="tiles")
    return html.Div([*blocks, tiles], className="skeleton", **aria(hidden="true"))


def page_frame(*regions: Content) -> html.Div:
    """A page's regions, shown together once each has had its first answer: nothing jumps."""
    return html.Div([skeleton(), *regions], className="page")


def answered(content: list[Content]) -> list[Content]:
    """*content*, or a sign that there is none, for a region that awaits."""
    return content or [html.Span(className="nothing")]
