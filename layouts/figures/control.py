"""Knows how to draw a control chart: the points, their mean and limits, special causes by shape and colour."""

from dashboard.domain.palette import ACCENT, BETTER, INK_FAINT, OTHER, WORSE
from dashboard.domain.statistics.control.season import Season
from dashboard.domain.statistics.control.signals import Mark, Side
from dashboard.domain.statistics.control_chart import Group
from dashboard.domain.targets.status import Polarity
from dashboard.reports.indicators.control import Control
from layouts.figures.drawing import Drawing, Part

HEIGHT = 320
MOST_TICKS = 12
NAMES = ("mean", "upper limit", "lower limit")


def control_figure(found: Control) -> Part:
    """Return the chart of *found*; a point that is special cause is larger and differs in shape."""
    drawing, labels = Drawing(), [period.label for period in found.periods]
    for group in found.chart.groups:
        _add_limits(drawing, labels, group)
    _name_limits(drawing, labels[-1], found.chart.groups[-1])
    _add_points(drawing, found, labels)
    ticks = labels[::-1][:: -(-len(labels) // MOST_TICKS)][::-1]
    order = {"type": "category", "categoryorder": "array", "categoryarray": labels}
    return drawing.figure(
        xaxis={**order, "tickmode": "array", "tickvals": ticks}, margin={"l": 8, "r": 92, "t": 14, "b": 8}
    )


def _add_points(drawing: Drawing, found: Control, labels: list[str]) -> None:
    looks = [look_of(marks, found.indicator.polarity) for marks in found.chart.marks]
    drawing.trace(
        labels,
        [None if point is None else float(point) for point in found.chart.points],
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


def _add_limits(drawing: Drawing, labels: list[str], group: Group) -> None:
    """Mean and limits, level from end to end or from month to month about a season."""
    ends = range(group.start, group.stop) if isinstance(group.season, Season) else (group.start, group.stop - 1)
    levels = [_levels(group, at) for at in ends]
    for name in NAMES if levels[0] else ():
        heights = [level[name] for level in levels]
        if any(height is not None for height in heights):
            line = {"color": INK_FAINT, "width": 1.2, "dash": "solid" if name == "mean" else "dash"}
            hover = f"{_said_of(name, trial=group.trial)}: %{{y:,.1f}}<extra></extra>"
            drawing.trace([labels[at] for at in ends], heights, mode="lines", line=line, hovertemplate=hover)


def _name_limits(drawing: Drawing, label: str, newest: Group) -> None:
    """Words at the end of the newest limits; at the end of earlier ones they would stand on what follows."""
    for name, height in _levels(newest, newest.stop - 1).items():
        if height is not None:
            drawing.note(_said_of(name, trial=newest.trial), label, height, xanchor="left", xshift=8)


def _levels(group: Group, at: int) -> dict[str, float | None]:
    """The lines at a point by their names; clipped in the drawing only: no count lies below zero."""
    lines = group.lines_at(at)
    if lines is None:
        return {}
    heights = zip(NAMES, (lines.mean, lines.upper, lines.lower), strict=True)
    return {name: float(height) if height >= 0 else None for name, height in heights}


def _said_of(name: str, *, trial: bool) -> str:
    return f"trial {name}" if trial and name != "mean" else name


def look_of(marks: tuple[Mark, ...], polarity: Polarity, *, longer_is_fewer: bool = False) -> tuple[str, str]:
    """Colour and shape of a point; of days between events, of which longer ones mean fewer events."""
    if not marks:
        return ACCENT, "circle"
    higher = marks[0].side is Side.HIGHER
    shape = "triangle-up" if higher else "triangle-down"
    if polarity not in (Polarity.HIGHER, Polarity.LOWER):
        return OTHER, shape
    more = not higher if longer_is_fewer else higher
    return (BETTER if more is (polarity is Polarity.HIGHER) else WORSE), shape


def _said(text: str, marks: tuple[Mark, ...]) -> str:
    return f"{text}, {'; '.join(str(mark.signal) for mark in marks)}" if marks else text
