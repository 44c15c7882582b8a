"""Knows a trend as a chart of the papers: its lines over their periods, each named at its end, beside its targets."""

from dashboard.domain.snapshots.slides import Diagram, Plot, Stroke
from dashboard.domain.wording import listed
from dashboard.reports.packs.charts import ChartLine, Level, LineChart, Mark, Tone

COLOURED = (Tone.OWN, Tone.SECOND, Tone.THIRD, Tone.FOURTH)
FEWEST_FOR_GREY = 4  # up to here every line has its own colour
BREAK = "<br>"


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
