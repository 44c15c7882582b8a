"""Knows a trend as a chart of the papers: its lines over their periods, each named at its end, beside its targets."""

from collections.abc import Sequence

from dashboard.domain.periods.period import Period
from dashboard.domain.snapshots.slides import Diagram, Plot, Stroke
from dashboard.domain.wording import listed
from dashboard.reports.packs.charts import ChartLine, Level, LineChart, Mark, Tone
from dashboard.reports.packs.pack import PaperCell, PaperTable
from dashboard.reports.packs.tabled import NOTHING, Cells, columns, said, table
from dashboard.reports.performance.measures import Point
from dashboard.reports.performance.series import Line, Trend

COLOURED = (Tone.OWN, Tone.SECOND, Tone.THIRD, Tone.FOURTH)
FEWEST_FOR_GREY = 4  # up to here every line has its own colour
BREAK = "<br>"
MOST_PERIODS = 8  # columns of a table that is read on paper, the newest


def line_chart(diagram: Diagram) -> LineChart:
    """The chart of *diagram*: with more than four lines, all but the marked are grey."""
    labels = _labels(diagram)
    tones = _tones(diagram.strokes)
    lines = tuple(_line(stroke, tone, labels) for stroke, tone in zip(diagram.strokes, tones, strict=True))
    baseline = float(diagram.baseline) if diagram.baseline else None
    words = f"Baseline {diagram.baseline_text}, year not printed"
    return LineChart(
        title=diagram.title,
        alt=_alt(diagram, labels),
        unit=diagram.unit,
        labels=tuple(map(_plain, labels)),
        lines=lines,
        targets=_targets(diagram, labels),
        levels=() if baseline is None else (Level(words, baseline, diagram.baseline_text, 0, len(labels) - 1),),
        breaks=tuple(at for at, label in enumerate(labels) if _plain(label).partition(" (")[0] in diagram.breaks),
    )


def _labels(diagram: Diagram) -> tuple[str, ...]:
    """The periods up to the last of which anything is drawn."""
    every = [point for stroke in diagram.strokes for point in stroke.points] + [*diagram.targets]
    labels = list(dict.fromkeys(point.label for point in every))
    known = {point.label for point in every if point.number}
    while len(labels) > 1 and labels[-1] not in known:
        labels.pop()
    return tuple(labels)


def _plain(label: str) -> str:
    """A label of one line: '2009/10 (financial year)'."""
    name, _, kind = label.partition(BREAK)
    return f"{name} ({kind})" if kind else name


def _tones(strokes: tuple[Stroke, ...]) -> list[Tone]:
    marked = [stroke.name for stroke in strokes if stroke.is_marked]
    if marked:
        return [COLOURED[marked.index(item.name) % 2 + 2] if item.is_marked else Tone.QUIET for item in strokes]
    if len(strokes) > FEWEST_FOR_GREY:
        return [Tone.QUIET for _ in strokes]
    return [COLOURED[at] for at in range(len(strokes))]


def _line(stroke: Stroke, tone: Tone, labels: tuple[str, ...]) -> ChartLine:
    points = {point.label: point for point in stroke.points}
    marks = tuple(_mark(points.get(label), tone) for label in labels)
    known = [point for point in stroke.points if point.number and point.label in labels]
    last = known[-1] if known else None
    late = f" in {_plain(last.label)}" if last and last.label != labels[-1] else ""
    return ChartLine(
        name=stroke.name,
        marks=marks,
        tone=tone,
        end=f"{stroke.name} · {last.text}{late}" if last else stroke.name,
        is_joined=len({point.kind for point in known}) <= 1,
        is_heavy=tone is not Tone.QUIET,
    )


def _mark(point: Plot | None, tone: Tone) -> Mark:
    if point is None or not point.number:
        return Mark(None, point.text if point else "", tone)
    return Mark(float(point.number), point.text, tone)


def _targets(diagram: Diagram, labels: tuple[str, ...]) -> ChartLine | None:
    if not diagram.targets:
        return None
    points = {point.label: point for point in diagram.targets}
    marks = tuple(_mark(points.get(label), Tone.TARGET) for label in labels)
    last = diagram.targets[-1]
    late = f" in {_plain(last.label)}" if last.label != labels[-1] else ""
    return ChartLine("Target", marks, Tone.TARGET, f"Target · {last.text}{late}", is_dashed=True)


def _alt(diagram: Diagram, labels: tuple[str, ...]) -> str:
    """What is drawn, with where each line begins and ends; its figures are in the table beside."""
    names = listed([stroke.name for stroke in diagram.strokes][:FEWEST_FOR_GREY])
    more = len(diagram.strokes) - FEWEST_FOR_GREY
    rest = f" and {more} more" if more > 0 else ""
    span = f"{_plain(labels[0])} to {_plain(labels[-1])}" if labels else ""
    beside = " beside its targets" if diagram.targets else ""
    return f"Line chart of {diagram.title}, {diagram.unit}, {span}: {names}{rest}{beside}."


def lines_table(trend: Trend) -> PaperTable:
    """An area a row, a period a column, the whole last and its targets under it; the newest periods."""
    every = {point.period for line in trend.lines for point in line.points} | {point.period for point in trend.targets}
    periods = sorted(every)[-MOST_PERIODS:]
    lines = sorted(trend.lines, key=lambda line: line.whole)
    rows = [_areas_row(line, periods) for line in lines]
    if trend.targets:
        targets = {point.period: PaperCell(point.text, point.number) for point in trend.targets}
        rows.append((said("Target"), *(targets.get(period, said("")) for period in periods)))
    earlier = len(every) - len(periods)
    title = f"{trend.indicator.name} by area and period{f'; {earlier} earlier in the data' if earlier else ''}"
    return table(("series", title), columns("Area", *(period.label for period in periods)), rows)


def _areas_row(line: Line, periods: Sequence[Period]) -> Cells:
    points = {point.period: point for point in line.points}
    cells = (points.get(period) for period in periods)
    return said(line.area.name), *(_point_cell(point) if point else said("") for point in cells)


def _point_cell(point: Point) -> PaperCell:
    part = point.observation.is_part and point.number is not None
    text = f"{point.text} ({point.observation.months} of {point.period.months} months)" if part else point.text
    return PaperCell(text or NOTHING, point.number, (str(point.marker),) if point.marker else ())
