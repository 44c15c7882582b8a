"""Knows which figures are counts of people or incidents, or are made of them, and the count behind each."""

from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.disclosure.rule import SmallNumberRule
from dashboard.domain.periods.calendar import first_month
from dashboard.domain.periods.period import Period
from dashboard.domain.records import Indicator
from dashboard.domain.values.limits import may_be_negative
from dashboard.domain.values.printed import ValueType
from dashboard.domain.values.quantities import unit_of

Version = tuple[str, str, str, Decimal]  # indicator, area, period and the number that stood there
PER_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Figure:
    """An own figure as it stood in some release, and the rule that it is under."""

    indicator: str
    area: str
    period: Period
    number: Decimal
    rule: SmallNumberRule | None = None
    is_named: bool = False  # whether the rule speaks of its indicator or source, rather than of the whole partnership
    months: int = 0  # that it covers; 0: all of its period
    numerator: Decimal | None = None
    denominator: Decimal | None = None

    @property
    def version(self) -> Version:
        return self.indicator, self.area, self.period.slug, self.number


@dataclass(frozen=True, slots=True)
class Count:
    """The count that a figure is, or is made of: *first* month and *months*, from which sums over time follow."""

    version: Version
    first: int
    months: int
    value: int
    rule: SmallNumberRule | None
    of: Decimal | None = None  # what a rate or percentage divides it by

    @property
    def indicator(self) -> str:
        return self.version[0]

    @property
    def area(self) -> str:
        return self.version[1]


def counts_people(indicator: Indicator) -> bool:
    """Whether its figures are counts, and not money, time, places in a list or changes."""
    if indicator.value_type is not ValueType.COUNT or unit_of(indicator.unit) is not None:
        return False
    return not may_be_negative(indicator.name, indicator.unit)


def count_of(figure: Figure, indicator: Indicator, people: int | None) -> Count | None:
    """The count in or behind *figure*, of an area with so many *people*; None where nobody can tell one."""
    then = indicator.at(figure.period)
    found = _behind(figure, then, people)
    if found is None or found[0] < 0 or found[0] != found[0].to_integral_value():
        return None
    first, months = first_month(figure.period), figure.months or figure.period.months
    return Count(figure.version, first, months, int(found[0]), figure.rule, found[1])


def _behind(figure: Figure, indicator: Indicator, people: int | None) -> tuple[Decimal, Decimal | None] | None:
    """The count, and what it is divided by in a rate or percentage."""
    if counts_people(indicator):
        return figure.number, None
    if indicator.value_type not in (ValueType.RATE, ValueType.PERCENTAGE):
        return None
    if figure.numerator is not None and figure.denominator:
        return figure.numerator, figure.denominator
    if figure.numerator is not None and figure.number:
        return figure.numerator, (figure.numerator * per(indicator) / figure.number) or None
    of = figure.denominator or (Decimal(people) if people and indicator.value_type is ValueType.RATE else None)
    if not of:
        return None
    return (figure.number * of / per(indicator)).to_integral_value(), of


def per(indicator: Indicator) -> int:
    """How many a rate or percentage is of."""
    return PER_HUNDRED if indicator.value_type is ValueType.PERCENTAGE else max(1, indicator.multiplier)
