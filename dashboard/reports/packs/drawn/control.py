"""Knows a control chart as a chart of the papers: points, mean and limits, special causes by tone and shape."""

from collections.abc import Iterator
from decimal import Decimal

from dashboard.domain.statistics.control.limits import ControlLimits
from dashboard.domain.statistics.control.season import Season
from dashboard.domain.statistics.control.signals import Mark as Sign
from dashboard.domain.statistics.control.signals import Side
from dashboard.domain.statistics.control_chart import Group
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
        lines=(
            ChartLine(found.indicator.name, marks, Tone.QUIET),
            *(line for group in found.chart.groups for line in _following(group, len(found.periods))),
        ),
        levels=tuple(level for group in found.chart.groups for level in _levels(group)),
    )


def _levels(group: Group) -> Iterator[Level]:
    """Mean and limits of a group; clipped in the drawing only: no count lies below zero."""
    if not isinstance(group.limits, ControlLimits) or isinstance(group.season, Season):
        return
    trial = "trial " if group.trial else ""
    lines = (("mean", group.limits.mean), (f"{trial}upper limit", group.limits.upper))
    for name, height in (*lines, (f"{trial}lower limit", group.limits.lower)):
        if height >= 0:
            yield Level(name, float(height), show(height, 1), group.start, group.stop - 1, is_dashed=name != "mean")


def _following(group: Group, count: int) -> Iterator[ChartLine]:
    """Mean and limits that follow the months of a season, with a figure for each of *count* labels or a gap."""
    if not isinstance(group.season, Season):
        return
    found = [group.lines_at(at) if group.start <= at < group.stop else None for at in range(count)]
    heights = [(line.mean, line.upper, line.lower) if line else (None, None, None) for line in found]
    for name, own in zip(("mean", "upper limit", "lower limit"), zip(*heights, strict=True), strict=True):
        marks = tuple(map(_height, own))
        end = f"{name} · {marks[-1].text}" if marks[-1].text else ""
        yield ChartLine(name, marks, Tone.QUIET, end, is_dashed=name != "mean", is_marked=False)


def _height(height: Decimal | None) -> Mark:
    """Clipped in the drawing only."""
    return Mark(None) if height is None or height < 0 else Mark(float(height), show(height, 1))


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
