"""Knows how to draw a year in progress as its distance from where it should be: counted, expected, the year before."""

from collections.abc import Sequence

import plotly.graph_objects as go

from dashboard.reports.outlook import Step
from layouts.figures.trend import name_axis, spread
from layouts.theme import ACCENT, INK_FAINT, INK_SOFT, MUTED, TEMPLATE

HEIGHT = 320
BAND = "rgba(18,67,109,.16)"
ROOM = 18  # pixels between two labels at the right
MARGIN = {"l": 8, "r": 170, "t": 34, "b": 8}


def fan_figure(steps: Sequence[Step]) -> go.Figure:
    """Return the year month by month above or below its way to the target; it ends in the band four times in five.

    Without a target the distance is from the year before, and without that from nothing.
    """
    figure = go.Figure(layout={"template": TEMPLATE})
    if not steps:
        return figure
    labels, zero = [step.period.label for step in steps], _reference(steps)
    newest = sum(step.low is None for step in steps) - 1  # the last month that is counted
    _add_band(figure, steps, zero, newest)
    if steps[-1].milestone is not None and steps[-1].year_before is not None:
        before = [(step.year_before or 0) - level for step, level in zip(steps, zero, strict=True)]
        _add_line(figure, labels, before, (MUTED, "solid"), "year before")
    heights = [step.count - level for step, level in zip(steps, zero, strict=True)]
    _add_line(figure, labels[newest:], heights[newest:], (ACCENT, "dash"), "expected")
    _add_line(figure, labels[: newest + 1], heights[: newest + 1], (ACCENT, "solid"), "counted")
    figure.update_xaxes(type="category", categoryorder="array", categoryarray=labels)
    figure.update_xaxes(range=[-0.25, len(labels) - 0.95], tickmode="array", tickvals=labels, ticktext=_names(labels))
    relative = any(zero)
    figure.update_yaxes(tickformat="+,d" if relative else ",d", rangemode="normal" if relative else "tozero")
    figure.update_layout(margin=MARGIN)
    name_axis(figure, _axis(steps))
    _label_ends(figure, steps, zero)
    return figure


def _reference(steps: Sequence[Step]) -> list[float]:
    """What the distance is measured from, month by month."""
    return [float(step.milestone if step.milestone is not None else step.year_before or 0) for step in steps]


def _axis(steps: Sequence[Step]) -> str:
    if steps[-1].milestone is not None:
        return "Above (+) or below (−) the way to the target"
    return "Above (+) or below (−) the year before" if steps[-1].year_before is not None else "Counted since the start"


def _names(labels: Sequence[str]) -> list[str]:
    """Months, with their year where one begins; quarters as they are."""
    return [
        label.replace(" ", "<br>") if label.startswith(("Apr", "Jan")) else label.partition(" ")[0] for label in labels
    ]


def _add_band(figure: go.Figure, steps: Sequence[Step], zero: Sequence[float], newest: int) -> None:
    """The 80% range from the newest counted month on."""
    inside = list(zip(steps, zero, strict=True))[newest:]
    labels = [step.period.label for step, _ in inside]
    edge = {"mode": "lines", "line": {"width": 0}, "hoverinfo": "skip"}
    lows = [(step.count if step.low is None else step.low) - level for step, level in inside]
    highs = [(step.count if step.high is None else step.high) - level for step, level in inside]
    figure.add_trace(go.Scatter(x=labels, y=lows, **edge))
    figure.add_trace(go.Scatter(x=labels, y=highs, fill="tonexty", fillcolor=BAND, **edge))


def _add_line(
    figure: go.Figure, labels: Sequence[str], heights: Sequence[float], look: tuple[str, str], name: str
) -> None:
    colour, dash = look
    line = {"color": colour, "width": 2.5 if colour == ACCENT else 1.6, "dash": dash}
    hover = f"%{{x}}, {name}: %{{y:+,.0f}}<extra></extra>"
    figure.add_trace(go.Scatter(x=list(labels), y=list(heights), mode="lines", line=line, hovertemplate=hover))


def _label_ends(figure: go.Figure, steps: Sequence[Step], zero: Sequence[float]) -> None:
    """What the year ends at, in words at the end of each line, kept apart."""
    last, level = steps[-1], zero[-1]
    ends = [(last.count, f"<b>Expected · {last.count:,.0f}</b>", ACCENT)]
    if last.milestone is not None:
        ends.append((last.milestone, f"Target · {last.milestone:,.0f}", INK_SOFT))
        figure.add_hline(y=0, line={"color": INK_FAINT, "width": 1.5, "dash": "dot"})
    if last.year_before is not None:
        ends.append((last.year_before, f"Year before · {last.year_before:,}", INK_SOFT))
    heights = [height - level for height, _, _ in ends]
    band = [edge for step in steps for edge in (step.low, step.high) if edge is not None]
    drawn = [*heights, *(step.count - base for step, base in zip(steps, zero, strict=True))]
    drawn += [edge - level for edge in band[-2:]]  # where the band ends it is widest
    room = (max(*drawn, 0) - min(*drawn, 0)) * ROOM / (HEIGHT - 80)
    for (_, text, colour), height in zip(ends, spread(heights, room), strict=True):
        place = {"x": len(steps) - 1, "y": height, "xanchor": "left", "xshift": 10, "showarrow": False}
        figure.add_annotation(text=text, **place, font={"color": colour, "size": 13})
