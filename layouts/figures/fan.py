"""Knows how to draw a year in progress as its distance from where it should be: counted, expected, the year before."""

from collections.abc import Sequence

from dashboard.domain.charting.labels import spread
from dashboard.domain.palette import ACCENT, INK_FAINT, INK_SOFT, MUTED
from dashboard.domain.periods.period import Period, PeriodKind
from dashboard.reports.indicators.forecast import Step
from layouts.figures.drawing import NOTHING, Drawing, Part

HEIGHT = 320
BAND = "rgba(18,67,109,.16)"
YEARS_BEGIN = (1, 4)  # January, and April of a financial year
ROOM = 18  # pixels between two labels at the right
MARGIN = {"l": 8, "r": 170, "t": 34, "b": 8}


def fan_figure(steps: Sequence[Step]) -> Part:
    """Return the year month by month above or below its way to the target; it ends in the band four times in five.

    Without a target the distance is from the year before, and without that from nothing.
    """
    if not steps:
        return NOTHING
    drawing, labels, zero = Drawing(), [step.period.label for step in steps], _reference(steps)
    newest = sum(step.low is None for step in steps) - 1  # the last that is counted
    _add_band(drawing, steps, zero, newest)
    if steps[-1].milestone is not None and steps[-1].year_before is not None:
        before = [(step.year_before or 0) - level for step, level in zip(steps, zero, strict=True)]
        _add_line(drawing, labels, before, (MUTED, "solid"), "year before")
    heights = [step.count - level for step, level in zip(steps, zero, strict=True)]
    _add_line(drawing, labels[newest:], heights[newest:], (ACCENT, "dash"), "expected")
    _add_line(drawing, labels[: newest + 1], heights[: newest + 1], (ACCENT, "solid"), "counted")
    drawing.axis_name(_axis(steps))
    _label_ends(drawing, steps, zero)
    return drawing.figure(xaxis=_months(steps), yaxis=_heights(relative=any(zero)), margin=MARGIN)


def _months(steps: Sequence[Step]) -> dict[str, object]:
    labels = [step.period.label for step in steps]
    order = {"type": "category", "categoryorder": "array", "categoryarray": labels}
    ticks = {"tickmode": "array", "tickvals": labels, "ticktext": [_tick(step.period) for step in steps]}
    return {**order, **ticks, "range": [-0.25, len(labels) - 0.95]}


def _heights(*, relative: bool) -> dict[str, object]:
    """Distances have a sign, and their axis need not begin at nothing."""
    if relative:
        return {"tickformat": "+,d", "labelalias": {"+0": "0"}, "rangemode": "normal"}
    return {"tickformat": ",d", "rangemode": "tozero"}


def _reference(steps: Sequence[Step]) -> list[float]:
    """What the distance is measured from, month by month."""
    return [float(step.milestone if step.milestone is not None else step.year_before or 0) for step in steps]


def _axis(steps: Sequence[Step]) -> str:
    if steps[-1].milestone is not None:
        return "Above (+) or below (−) the way to the target"
    return "Above (+) or below (−) the year before" if steps[-1].year_before is not None else "Counted since the start"


def _tick(period: Period) -> str:
    """A month, with its year where a year begins; a quarter without its year."""
    name, _, year = period.label.partition(" ")
    begins = period.kind is PeriodKind.MONTH and period.start.month in YEARS_BEGIN
    return f"{name}<br>{year}" if begins else name


def _add_band(drawing: Drawing, steps: Sequence[Step], zero: Sequence[float], newest: int) -> None:
    """The 80% range from the newest counted month on."""
    inside = list(zip(steps, zero, strict=True))[newest:]
    labels = [step.period.label for step, _ in inside]
    edge = {"mode": "lines", "line": {"width": 0}, "hoverinfo": "skip"}
    lows = [(step.count if step.low is None else step.low) - level for step, level in inside]
    highs = [(step.count if step.high is None else step.high) - level for step, level in inside]
    drawing.trace(labels, lows, **edge)
    drawing.trace(labels, highs, fill="tonexty", fillcolor=BAND, **edge)


def _add_line(
    drawing: Drawing, labels: Sequence[str], heights: Sequence[float], look: tuple[str, str], name: str
) -> None:
    colour, dash = look
    line = {"color": colour, "width": 2.5 if colour == ACCENT else 1.6, "dash": dash}
    hover = f"%{{x}}, {name}: %{{y:+,.0f}}<extra></extra>"
    drawing.trace(labels, heights, mode="lines", line=line, hovertemplate=hover)


def _label_ends(drawing: Drawing, steps: Sequence[Step], zero: Sequence[float]) -> None:
    """What the year ends at, in words at the end of each line, kept apart."""
    last, level = steps[-1], zero[-1]
    ends = [(last.count, f"<b>Expected · {last.count:,.0f}</b>", ACCENT)]
    if last.milestone is not None:
        ends.append((last.milestone, f"Target · {last.milestone:,.0f}", INK_SOFT))
        drawing.across(0, color=INK_FAINT, width=1.5, dash="dot")
    if last.year_before is not None:
        ends.append((last.year_before, f"Year before · {last.year_before:,}", INK_SOFT))
    heights = [height - level for height, _, _ in ends]
    band = [edge for step in steps for edge in (step.low, step.high) if edge is not None]
    drawn = [*heights, *(step.count - base for step, base in zip(steps, zero, strict=True))]
    drawn += [edge - level for edge in band[-2:]]  # where the band ends it is widest
    room = (max(*drawn, 0) - min(*drawn, 0)) * ROOM / (HEIGHT - 80)
    for (_, text, colour), height in zip(ends, spread(heights, room), strict=True):
        drawing.note(text, len(steps) - 1, height, xanchor="left", xshift=10, color=colour, size=13)
