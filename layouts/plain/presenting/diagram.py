"""Knows how the kept data of a line chart is drawn: as the page drew it that it was taken from."""

import pandas as pd
import plotly.graph_objects as go

from dashboard.domain.snapshots.slides import Diagram, Plot, Stroke
from layouts.figures.trend import HEIGHT, Extras, trend_figure

COLUMNS = ("area", "whole", "period", "label", "kind", "number", "text")
NO_NUMBER = float("nan")


def diagram_figure(diagram: Diagram, height: int = HEIGHT) -> go.Figure:
    """The chart of *diagram*."""
    rows = [_row(stroke, point) for stroke in diagram.strokes for point in stroke.points]
    extras = Extras(
        unit=diagram.unit,
        highlighted=tuple(item.name for item in diagram.strokes if item.is_marked),
        targets={item.label: (_number(item.number), item.text) for item in diagram.targets},
        baseline=(_number(diagram.baseline), diagram.baseline_text) if diagram.baseline else None,
        breaks=diagram.breaks,
        height=height,
    )
    return trend_figure(pd.DataFrame(rows, columns=list(COLUMNS)), extras)


def _row(stroke: Stroke, point: Plot) -> tuple[object, ...]:
    return stroke.name, stroke.is_whole, point.period, point.label, point.kind, _number(point.number), point.text


def _number(text: str) -> float:
    return float(text) if text else NO_NUMBER
