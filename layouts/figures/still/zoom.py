"""Knows how a chart stands on a page that can be zoomed into: HTML first, a figure for plotly when asked for."""

from typing import Any

from dash.development.base_component import Component
from markupsafe import Markup

from layouts.components.markup import DRAWN, tag
from layouts.figures.drawing import Part
from layouts.theme import GRAPH_CONFIG

ZOOM = "Zoom into this chart"
NO_ZOOM: Part = {"data": [], "layout": {}, "config": {}, "height": 0}


class ZoomChart(Component):
    """A chart in its property `html`, with its `figure` for plotly; assets/charts.js draws both."""

    _namespace = "outturn"
    _type = "ZoomChart"

    def __init__(self, id: str = "", html: str = "", figure: Part | None = None) -> None:
        self._prop_names = self.available_properties = ["id", "html", "figure"]
        self._valid_wildcard_attributes: list[str] = []
        self.available_wildcard_properties = self._valid_wildcard_attributes
        super().__init__(id=id, html=html, figure=figure or NO_ZOOM)  # type: ignore[no-untyped-call]


def zoomable(figure: Part, height: int) -> Part:
    """*figure* as plotly takes it, *height* pixels high, with both axes free: part of it can be drawn large."""
    layout = figure["layout"]
    free = {f"{name}axis": {**layout.get(f"{name}axis", {}), "fixedrange": False} for name in "xy"}
    return {"data": figure["data"], "layout": {**layout, **free}, "config": GRAPH_CONFIG, "height": height}


def _drawn(component: Component) -> Markup:
    """As it stands in the browser before anybody zooms."""
    given: dict[str, Any] = vars(component)
    button = tag("button", ZOOM, type="button", class_="quiet zoom")
    return tag("div", tag("div", Markup(given["html"])), button, id=given["id"])


DRAWN[ZoomChart._namespace, ZoomChart._type] = _drawn
