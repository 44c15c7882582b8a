"""Gives a drawing as plotly sees it, and raises where it is none: an unknown property, a wrong kind of value."""

import plotly.graph_objects as go

from layouts.figures.drawing import Part


def checked(drawing: Part) -> go.Figure:
    return go.Figure(drawing)
