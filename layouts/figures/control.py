"""Knows how to draw a control chart: the points, their mean and limits, special causes by shape and colour."""

import plotly.graph_objects as go

from dashboard.domain.control_chart import Group, Limits, Mark, Side
from dashboard.domain.status import Polarity
from dashboard.reports.control import Control
from layouts.theme import ACCENT, INK_FAINT, TEMPLATE

HEIGHT = 320
MOST_TICKS = 12
BETTER, WORSE, OTHER = "#0f6e5c", "#a3195b", "#8a5200"


def control_figure(found: Control) -> go.Figure:
    """Return the chart of *found*; a point that is special cause is larger and differs in shape."""
    figure = go.Figure(layout={"template": TEMPLATE})
    labels = [period.label for period in found.periods]
    for group in found.chart.groups:
        if isinstance(group.limits, Limits):
            _add_limits(figure, labels[group.start : group.stop], group.limits, trial=group.trial)
    _name_limits(figure, labels[-1], found.chart.groups[-1])
    figure.add_trace(_points(found, labels))
    ticks = labels[::-1][:: -(-len(labels) // MOST_TICKS)][::-1]
    order = {"categoryorder": "array", "categoryarray": labels}
    figure.update_xaxes(type="category", **order, tickmode="array", tickvals=ticks)
    figure.update_layout(margin={"l": 8, "r": 92, "t": 14, "b": 8})
    return figure


def _points(found: Control, labels: list[str]) -> go.Scatter:
    looks = [_look(marks, found.indicator.polarity) for marks in found.chart.marks]
    return go.Scatter(
        x=labels,
        y=[None if point is None else float(point) for point in found.chart.points],
        text=[_said(text, marks) for text, marks in zip(found.texts, found.chart.marks, strict=True)],
        mode="lines+markers",
        connectgaps=False,
        line={"color": "#9aa6b4", "width": 1.5},
        marker={
            "color": [colour for colour, _ in looks],
            "symbol": [shape for _, shape in looks],
            "size": [8 if shape == "circle" else 11 for _, shape in looks],
        },
        hovertemplate="%{x}: %{text}<extra></extra>",
    )


def _add_limits(figure: go.Figure, labels: list[str], lines: Limits, *, trial: bool) -> None:
    for name, height in _levels(lines, trial=trial):
        line = {"color": INK_FAINT, "width": 1.2, "dash": "solid" if name == "mean" else "dash"}
        ends, hover = [labels[0], labels[-1]], f"{name}: %{{y:,.1f}}<extra></extra>"
        figure.add_trace(go.Scatter(x=ends, y=[height, height], mode="lines", line=line, hovertemplate=hover))


def _name_limits(figure: go.Figure, label: str, newest: Group) -> None:
    """Words at the end of the newest limits; at the end of earlier ones they would stand on what follows."""
    if not isinstance(newest.limits, Limits):
        return
    font = {"color": INK_FAINT, "size": 12}
    for name, height in _levels(newest.limits, trial=newest.trial):
        figure.add_annotation(text=name, x=label, y=height, xanchor="left", xshift=8, showarrow=False, font=font)


def _levels(lines: Limits, *, trial: bool) -> list[tuple[str, float]]:
    """The lines by their names; clipped in the drawing only: no count lies below zero."""
    limit = "trial {} limit" if trial else "{} limit"
    every = (("mean", lines.mean), (limit.format("upper"), lines.upper), (limit.format("lower"), lines.lower))
    return [(name, float(height)) for name, height in every if height >= 0]


def _look(marks: tuple[Mark, ...], polarity: Polarity) -> tuple[str, str]:
    """Colour and shape of a point."""
    if not marks:
        return ACCENT, "circle"
    higher = marks[0].side is Side.HIGHER
    shape = "triangle-up" if higher else "triangle-down"
    if polarity not in (Polarity.HIGHER, Polarity.LOWER):
        return OTHER, shape
    return (BETTER if higher is (polarity is Polarity.HIGHER) else WORSE), shape


def _said(text: str, marks: tuple[Mark, ...]) -> str:
    return f"{text}, {'; '.join(str(mark.signal) for mark in marks)}" if marks else text
