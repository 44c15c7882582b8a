"""Knows how to draw days between rare events: a point an event, the days since the last at the end."""

from dashboard.domain.palette import INK_FAINT
from dashboard.domain.statistics.control.days_between import DaysBetween
from dashboard.reports.indicators.control import Control
from layouts.figures.control import MOST_TICKS, look_of
from layouts.figures.drawing import Drawing, Part


def event_gaps_figure(found: Control, gaps: DaysBetween) -> Part:
    """Return the chart: how many days each event came after the one before, with their mean and limits in days."""
    drawing, labels = Drawing(), labels_of(gaps)
    _add_lines(drawing, labels, gaps)
    days = [*gaps.gaps, gaps.open_gap]
    looks = [look_of(marks, found.indicator.polarity, longer_is_fewer=True) for marks in gaps.marks]
    drawing.trace(
        labels,
        days,
        text=[f"{day} days" for day in days],
        mode="lines+markers",
        line={"color": "#9aa6b4", "width": 1.5},
        marker={
            "color": [colour for colour, _ in looks],
            "symbol": [shape for _, shape in looks],
            "size": [8 if shape == "circle" else 11 for _, shape in looks],
        },
        hovertemplate="%{x}: %{text}<extra></extra>",
    )
    drawing.axis_name("Days since the event before")
    ticks = labels[::-1][:: -(-len(labels) // MOST_TICKS)][::-1]
    order = {"type": "category", "categoryorder": "array", "categoryarray": labels}
    return drawing.figure(
        xaxis={**order, "tickmode": "array", "tickvals": ticks}, margin={"l": 8, "r": 92, "t": 28, "b": 8}
    )


def labels_of(gaps: DaysBetween) -> list[str]:
    """The day of each event after the first, a second one of a day marked so; then until when none is known."""
    seen: dict[str, int] = {}
    found = []
    for event in gaps.events[1:]:
        day = f"{event:%-d %b %Y}"
        seen[day] = seen.get(day, 0) + 1
        found.append(day if seen[day] == 1 else f"{day} ({seen[day]})")
    return [*found, f"none to {gaps.known_to:%-d %b %Y}"]


def _add_lines(drawing: Drawing, labels: list[str], gaps: DaysBetween) -> None:
    lines = gaps.in_days
    if lines is None:
        return
    trial = "trial " if gaps.is_trial else ""
    named = (("mean", lines.mean), (f"{trial}upper limit", lines.upper), (f"{trial}lower limit", lines.lower))
    for name, height in ((name, float(level)) for name, level in named if level >= 1):  # less than a day is none
        line = {"color": INK_FAINT, "width": 1.2, "dash": "solid" if name == "mean" else "dash"}
        hover = f"{name}: %{{y:,.1f}} days<extra></extra>"
        drawing.trace([labels[0], labels[-1]], [height, height], mode="lines", line=line, hovertemplate=hover)
        drawing.note(name, labels[-1], height, xanchor="left", xshift=8)
