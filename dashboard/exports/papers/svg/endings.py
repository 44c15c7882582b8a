"""Knows what is written beside the ends of lines, kept apart from each other and inside the drawing."""

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.domain.charting.labels import kept_between, spread
from dashboard.domain.palette import INK_FAINT, INK_SOFT, MUTED
from dashboard.exports.papers.look import WRITTEN
from dashboard.exports.papers.svg.letters import fitted, lines_of, wide
from dashboard.exports.papers.svg.parts import SIZE, WIDTH, Lettering, paragraph, stroke, words_at
from dashboard.exports.papers.svg.plane import Plane
from dashboard.reports.packs.charts import ChartLine, LineChart, Tone

ROOM = 18  # pixels between two labels
WIDEST = 230  # pixels of a label, which then breaks
GAP = 14  # between a line and its words
MOST = 40  # labels beside one chart


@dataclass(frozen=True, slots=True)
class Ending:
    """What is written at one end, and where that is."""

    at: int
    number: float
    lines: tuple[str, ...]
    colour: str
    is_heavy: bool = False


@dataclass(frozen=True, slots=True)
class Margin:
    """The labels at the right, with those that stand in the plane."""

    endings: tuple[Ending, ...]
    inside: tuple[Ending, ...]
    room: float
    rows: int


def margin_of(chart: LineChart) -> Margin:
    """What stands beside *chart*: the ends of its lines, levels and range; unnamed lines that stop are named inside."""
    stopped = [_inside(line) for line in chart.lines if _stops(line, chart)]
    endings = [*_of_lines(chart), *_of_levels(chart), *_of_band(chart)]
    endings = sorted(endings, key=lambda ending: not ending.is_heavy)[:MOST]
    widest = max((wide(line, SIZE, is_bold=item.is_heavy) for item in endings for line in item.lines), default=0)
    rows = max((len(item.lines) for item in endings), default=1)
    return Margin(tuple(endings), tuple(stopped), widest + GAP + 4 if endings else 16, rows)


def _stops(line: ChartLine, chart: LineChart) -> bool:
    return not line.end and len(chart.lines) > 1 and 0 <= line.last < len(chart.labels) - 1


def _inside(line: ChartLine) -> Ending:
    number = line.marks[line.last].number or 0
    return Ending(line.last, number, (fitted(line.name, SIZE, WIDEST),), WRITTEN[line.tone], line.is_heavy)


def _of_lines(chart: LineChart) -> Iterator[Ending]:
    for line in (*chart.lines, *((chart.targets,) if chart.targets else ())):
        words = line.end or (line.name if len(chart.lines) > 1 and not _stops(line, chart) else "")
        if words and line.last >= 0:
            number = line.marks[line.last].number or 0
            colour = INK_SOFT if line.tone is Tone.TARGET else WRITTEN[line.tone]
            yield Ending(line.last, number, lines_of(words, SIZE, WIDEST), colour, line.is_heavy)


def _of_levels(chart: LineChart) -> Iterator[Ending]:
    for level in chart.levels:
        yield Ending(level.last, level.number, lines_of(level.said, SIZE, WIDEST), INK_FAINT)


def _of_band(chart: LineChart) -> Iterator[Ending]:
    if chart.band is None:
        return
    ends = enumerate(zip(chart.band.low, chart.band.high, strict=True))
    known = [(at, (low + high) / 2) for at, (low, high) in ends if low is not None and high is not None]
    if known:
        yield Ending(*known[-1], lines_of(chart.band.name, SIZE, WIDEST), INK_FAINT)


def end_parts(margin: Margin, plane: Plane) -> tuple[str, ...]:
    """The words, each at the height of its end or as near as the others let it."""
    room = ROOM * margin.rows if margin.rows > 1 else ROOM
    wished = [plane.up(ending.number) for ending in margin.endings]
    heights = kept_between(spread(wished, room), room, plane.top, plane.foot)
    parts: list[str] = []
    for ending, wish, height in zip(margin.endings, wished, heights, strict=True):
        parts += _leader(ending, (wish, height), plane)
        look = Lettering(ending.colour, SIZE, is_bold=ending.is_heavy)
        parts += paragraph(ending.lines, (plane.right + GAP - 4, height), look)
    return (*parts, *(_named_inside(ending, plane) for ending in margin.inside))


def _leader(ending: Ending, heights: tuple[float, float], plane: Plane) -> tuple[str, ...]:
    """A thin line from an end to its words, where they do not stand side by side."""
    wish, height = heights
    stops = ending.at < plane.count - 1
    if not stops and abs(wish - height) <= ROOM:
        return ()
    begin = plane.across(ending.at) + 6
    bend = plane.right - 2
    parts = (stroke((begin, wish), (bend, wish), MUTED, 0.8, "1 3"),) if stops else ()
    return (*parts, stroke((bend, wish), (plane.right + GAP - 7, height), MUTED, 0.8))


def _named_inside(ending: Ending, plane: Plane) -> str:
    x = plane.across(ending.at)
    anchor = "end" if x - plane.left > WIDTH / 5 else "start"
    look = Lettering(ending.colour, SIZE, anchor, ending.is_heavy, is_over=True)
    return words_at(ending.lines[0], (x, plane.up(ending.number) - 11), look)
