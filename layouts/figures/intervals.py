"""Knows how to draw ranked rates: a dot and its 95% whisker for each area, beside the rate of all together."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.domain.palette import ACCENT, BETTER, GRID, INK, INK_FAINT, LINE, OTHER, WORSE
from dashboard.domain.statistics.comparison import Against
from dashboard.domain.targets.status import Polarity
from layouts.figures.drawing import Drawing, Part

ROOM, FRAME = 25, 74  # pixels for an area, and around all of them
LONGEST_NAME = 26  # letters; a longer one is cut, its whole name is in the table
SHAPES = {Against.HIGHER: "triangle-up", Against.LOWER: "triangle-down", Against.SIMILAR: "circle"}


@dataclass(frozen=True, slots=True)
class Whisker:
    """One area's rate per 1,000 with its interval; *own* is the view's own area."""

    name: str
    rate: float
    low: float
    high: float
    against: Against
    own: bool = False


def height(areas: int) -> int:
    """Pixels that so many areas need."""
    return FRAME + ROOM * areas


def interval_figure(whiskers: Sequence[Whisker], benchmark: float, polarity: Polarity) -> Part:
    """Return the ranking, the first on top, on an axis from zero."""
    drawing, places = Drawing(), list(range(len(whiskers)))[::-1]
    _add_dots(drawing, whiskers, places, polarity)
    drawing.upright(benchmark, color=INK_FAINT, width=1.2)
    drawing.note(f"all together {benchmark:,.1f}", benchmark, 1, yref="paper", yanchor="bottom")
    names = {"tickmode": "array", "tickvals": places, "ticktext": [_short(item) for item in whiskers]}
    upright = {**names, "showgrid": False, "zeroline": False, "range": [-0.6, len(whiskers) - 0.4]}
    title = {"text": "Per 1,000 people", "font": {"size": 12}}
    grid = {"showgrid": True, "gridcolor": GRID, "zerolinecolor": LINE}
    return drawing.figure(
        xaxis={"title": title, "rangemode": "tozero", **grid},
        yaxis={**upright, "rangemode": "normal"},
        margin={"l": 8, "r": 20, "t": 26, "b": 8},
        hovermode="closest",
    )


def _add_dots(drawing: Drawing, whiskers: Sequence[Whisker], places: list[int], polarity: Polarity) -> None:
    colours = [_colour(item.against, polarity) for item in whiskers]
    drawing.trace(
        [item.rate for item in whiskers],
        places,
        text=[_said(item) for item in whiskers],
        mode="markers",
        marker={
            "color": colours,
            "symbol": [SHAPES[item.against] for item in whiskers],
            "size": 10,
            "line": {"color": INK, "width": [2 if item.own else 0 for item in whiskers]},
        },
        error_x={
            "type": "data",
            "symmetric": False,
            "array": [item.high - item.rate for item in whiskers],
            "arrayminus": [item.rate - item.low for item in whiskers],
            "color": INK_FAINT,
            "thickness": 1.5,
            "width": 4,
        },
        hovertemplate="%{text}<extra></extra>",
    )


def _said(item: Whisker) -> str:
    return f"{item.name}: {item.rate:,.1f} ({item.low:,.1f} to {item.high:,.1f}), {item.against}"


def _short(item: Whisker) -> str:
    name = item.name if len(item.name) <= LONGEST_NAME else f"{item.name[: LONGEST_NAME - 1].rstrip()}…"
    return f"<b>{name}</b>" if item.own else name


def _colour(against: Against, polarity: Polarity) -> str:
    if against is Against.SIMILAR:
        return ACCENT
    if polarity not in (Polarity.HIGHER, Polarity.LOWER):
        return OTHER
    return BETTER if (against is Against.HIGHER) is (polarity is Polarity.HIGHER) else WORSE
