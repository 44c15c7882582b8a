"""Knows the words at the ends of lines: broken in two where they are long, kept apart, those that count most first."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.domain.charting.labels import spread
from dashboard.exports.papers.pptx.charts.scale import AxisScale
from dashboard.exports.papers.pptx.charts.series import EndLabel
from dashboard.exports.papers.pptx.charts.space import Room
from dashboard.exports.papers.pptx.drawing import SMALLEST
from dashboard.exports.papers.pptx.fitting import held, lines_of, width_of
from dashboard.exports.papers.words import printable

LINE = 18.0  # points from one line of words to the next
WIDEST = 0.3  # of the chart
GAP, AWAY = 30.0, 7.0  # points around the words beside the plot; of these before them
MOST_LINES = 2


@dataclass(frozen=True, slots=True)
class LineEnd:
    """What is to be written where a line ends; *line* is which."""

    line: int
    at: int
    number: float
    text: str
    colour: str
    is_heavy: bool


def broken(ends: Sequence[LineEnd], width: float) -> dict[int, str]:
    """The words of each line's end as they are written: in one or two lines."""
    most = width * WIDEST
    return {end.line: _broken(printable(end.text), most, bold=end.is_heavy) for end in ends}


def _broken(text: str, most: float, *, bold: bool) -> str:
    return "\n".join(lines_of(held(text, SMALLEST, most, MOST_LINES, bold=bold), SMALLEST, most, bold=bold))


def room_beside(texts: Sequence[str]) -> float:
    """Points that the words need to the right of the plot."""
    widths = [width_of(line, SMALLEST, bold=True) for text in texts for line in text.split("\n")]
    return max(widths, default=0.0) + GAP


def placed(ends: Sequence[LineEnd], texts: dict[int, str], room: Room, scale: AxisScale) -> dict[int, EndLabel]:
    """The label of each line whose words have room; heavy ones have it first."""
    lines = max((text.count("\n") + 1 for text in texts.values()), default=1)
    most = max(1, int((room.plot_height + LINE) / (LINE * lines)))
    kept = sorted(sorted(ends, key=lambda end: not end.is_heavy)[:most], key=lambda end: end.line)
    heights = [(end.number - scale.low) / scale.span * room.plot_height for end in kept]
    return {
        end.line: EndLabel(
            end.at,
            texts[end.line],
            end.colour,
            is_bold=end.is_heavy,
            shift=(height - up) / room.height,
            away=AWAY / room.width,
        )
        for end, height, up in zip(kept, heights, _inside(spread(heights, LINE * lines), room), strict=True)
    }


def _inside(heights: Sequence[float], room: Room) -> list[float]:
    """All of them lifted or lowered together where some would stand under or over the plot."""
    low, high = min(heights, default=0.0), max(heights, default=0.0)
    over, under = max(0.0, high - room.plot_height - LINE / 2), max(0.0, -low)
    return [height - over + under for height in heights]
