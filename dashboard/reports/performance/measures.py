"""Knows the measures of a series: as counted, per 1,000 people, change on the period before, index."""

from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.choices import Measure
from dashboard.domain.periods.calendar import MONTHS_IN_YEAR
from dashboard.domain.periods.combining import Combine
from dashboard.domain.periods.period import Period
from dashboard.domain.records import Area, Indicator, Observation, SourceCell
from dashboard.domain.statistics.series import index, rolling_year
from dashboard.domain.targets.status import chance_of_change, change
from dashboard.domain.values.numbers import show
from dashboard.domain.values.printed import Marker, Reason, ValueType
from dashboard.reports.words.figures import difference_text, in_percent

PER = 1000
BASE_WORDS = "base under 50"


@dataclass(frozen=True, slots=True)
class Point:
    """One period of one area in a measure: a number, or the reason for none."""

    period: Period
    number: Decimal | None
    reason: Reason | None
    text: str  # as a reader writes it
    observation: Observation
    real: bool | None = None  # of a change between two counts: whether it is more than chance

    @property
    def cells(self) -> tuple[SourceCell, ...]:
        return self.observation.sources

    @property
    def drawn(self) -> Decimal | None:
        """The number for a line; a part year beside whole years would draw a fall that never was."""
        return None if self.observation.is_part else self.number

    @property
    def marker(self) -> Marker | None:
        return self.observation.value.marker


def measured(indicator: Indicator, area: Area, series: tuple[Observation, ...], measure: Measure) -> tuple[Point, ...]:
    """Return *series* in *measure*; what cannot be worked out keeps its place with the reason."""
    return tuple(_point(indicator, area, series, at, measure) for at in range(len(series)))


def _point(indicator: Indicator, area: Area, series: tuple[Observation, ...], at: int, measure: Measure) -> Point:
    here = series[at]
    if here.value.number is None:
        return Point(here.period, None, here.value.reason, here.value.raw, here)
    if here.is_part and measure != Measure.COUNT:
        return _without(here, Reason.PART_YEAR)
    if measure == Measure.RATE:
        return _rate(indicator, area, here)
    if measure in WORKED_OUT:
        return WORKED_OUT[measure](indicator, series, here)
    then = indicator.at(here.period)
    text = show(here.value.number, percent=in_percent(then), signed=then.value_type is ValueType.CHANGE)
    return Point(here.period, here.value.number, None, text, here)


def _rate(indicator: Indicator, area: Area, here: Observation) -> Point:
    if here.value.number is None or indicator.value_type != ValueType.COUNT:
        return _without(here, Reason.NOT_APPLICABLE)
    if area.population is None:
        return _without(here, Reason.NOT_AVAILABLE, "no population known")
    rate = here.value.number * PER / area.population
    return Point(here.period, rate, None, show(rate, 1), here)


def _changed(indicator: Indicator, series: tuple[Observation, ...], here: Observation) -> Point:
    before = next((item for item in series if item.period == here.period.previous()), None)
    if before is None:
        return _without(here, Reason.NOT_AVAILABLE, "no figure before")
    if before.is_part:
        return _without(here, Reason.PART_YEAR)
    if indicator.broken_between(before.period, here.period):
        return _without(here, Reason.NOT_COMPARABLE)
    difference = change(here.value, before.value, indicator.at(here.period).value_type)
    number = difference.percent if difference.percent is not None else difference.points
    if number is None:
        return _without(here, difference.reason or Reason.NOT_APPLICABLE, BASE_WORDS if difference.small_base else "")
    _, real = chance_of_change(here.value.number, before.value.number, indicator.at(here.period).value_type)
    return Point(here.period, number, None, difference_text(difference), here, real)


def _indexed(indicator: Indicator, series: tuple[Observation, ...], here: Observation) -> Point:
    alike = (item for item in series if item.period.kind == here.period.kind and not item.is_part)
    base = next(alike, here)
    if here.value.number is None or base.value.number is None or indicator.value_type != ValueType.COUNT:
        return _without(here, Reason.NOT_APPLICABLE)
    if indicator.broken_between(base.period, here.period):
        return _without(here, Reason.NOT_COMPARABLE)
    number = index(here.value.number, base.value.number)
    if number is None:
        return _without(here, Reason.NOT_APPLICABLE, BASE_WORDS)
    return Point(here.period, number, None, show(number, 1), here)


def _rolling(indicator: Indicator, series: tuple[Observation, ...], here: Observation) -> Point:
    """The sum of the 12 months or 4 quarters up to *here*; a figure for a year is one already."""
    if indicator.value_type != ValueType.COUNT or indicator.combining is not Combine.SUM:
        return _without(here, Reason.NOT_APPLICABLE)
    if here.period.months == MONTHS_IN_YEAR:
        return Point(here.period, here.value.number, None, show(here.value.number), here)
    whole = {item.period: item.value.number for item in series if item.value.number is not None and not item.is_part}
    found = rolling_year(whole, here.period, [item.period.start for item in indicator.breaks])
    if found.number is None:
        return _without(here, found.reason or Reason.NOT_AVAILABLE, "not all 12 months")
    return Point(here.period, found.number, None, show(found.number), here)


def _without(here: Observation, reason: Reason, words: str = "") -> Point:
    return Point(here.period, None, reason, words or str(reason), here)


WORKED_OUT = {Measure.CHANGE: _changed, Measure.INDEX: _indexed, Measure.ROLLING: _rolling}


def measure_words(indicator: Indicator, measure: Measure) -> str:
    """What the axis counts: 'incidents', 'incidents per 1,000 people', …"""
    return {
        Measure.COUNT: indicator.unit,
        Measure.RATE: f"{indicator.unit} per 1,000 people",
        Measure.CHANGE: "change on the period before",
        Measure.INDEX: "index, first period = 100",
        Measure.ROLLING: f"{indicator.unit} in the 12 months up to the period",
    }[measure]
