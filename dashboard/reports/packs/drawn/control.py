"""Knows a control chart as a chart of the papers: points, mean and limits, special causes by tone and shape."""

from collections.abc import Iterator

from dashboard.domain.statistics.control_chart import ControlLimits, Group, Side
from dashboard.domain.statistics.control_chart import Mark as Sign
from dashboard.domain.targets.status import Polarity
from dashboard.domain.values.numbers import show
from dashboard.reports.indicators.control import Control
from dashboard.reports.packs.charts import ChartLine, Level, LineChart, Mark, Shape, Tone
from dashboard.reports.words.control import words


def control_chart(found: Control) -> LineChart:
    """The chart of *found* with the limits of each group of its points."""
    unusual = sum(bool(signs) for signs in found.chart.marks)
    marks = tuple(
        _mark(point, text, signs, found.indicator.polarity)
        for point, text, signs in zip(found.chart.points, found.texts, found.chart.marks, strict=True)
    )
    kind = found.periods[0].kind.replace("-", " ")
    return LineChart(
        title=f"{found.indicator.name}: control chart",
        alt=f"Control chart of {len(found.periods)} {kind}s, {unusual} of them unusual. {words(found)}",
        unit=found.indicator.unit,
        labels=tuple(period.label for period in found.periods),
        lines=(ChartLine(found.indicator.name, marks, Tone.QUIET),),
        levels=tuple(level for group in found.chart.groups for level in _levels(group)),
    )


def _levels(group: Group) -> Iterator[Level]:
    """Mean and limits of a group; clipped in the drawing only: no count lies below zero."""
    if not isinstance(group.limits, ControlLimits):
        return
    trial = "trial " if group.trial else ""
    lines = (("mean", group.limits.mean), (f"{trial}upper limit", group.limits.upper))
    for name, height in (*lines, (f"{trial}lower limit", group.limits.lower)):
        if height >= 0:
            yield Level(name, float(height), show(height, 1), group.start, group.stop - 1, is_dashed=name != "mean")


def _mark(point: object, text: str, signs: tuple[Sign, ...], polarity: Polarity) -> Mark:
    number = None if point is None else float(str(point))
    if not signs:
        return Mark(number, text)
    higher = signs[0].side is Side.HIGHER
    said = f"{text}, {'; '.join(str(sign.signal) for sign in signs)}"
    return Mark(number, said, _tone(polarity, higher=higher), Shape.UP if higher else Shape.DOWN)


def _tone(polarity: Polarity, *, higher: bool) -> Tone:
    if polarity not in (Polarity.HIGHER, Polarity.LOWER):
        return Tone.OTHER
    return Tone.BETTER if higher is (polarity is Polarity.HIGHER) else Tone.WORSE
