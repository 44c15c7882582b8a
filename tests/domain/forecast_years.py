"""Makes the years that forecasts of the tests are worked out on."""

from decimal import Decimal

from dashboard.domain.periods.months import month_number
from dashboard.domain.statistics.forecast import (
    Forecast,
    Span,
    forecast,
)
from dashboard.domain.targets.goals import Goal
from dashboard.domain.targets.status import Polarity

APRIL = month_number("2010-04")


YEAR = Span(APRIL)


FLAT = (1 / 12,) * 12


RISING = tuple(range(50, 110, 5))


def counts(first: int, *numbers: int | None) -> dict[int, int | None]:
    return dict(enumerate(numbers, first))


def made(known: dict[int, int | None], span: Span = YEAR) -> Forecast:
    found = forecast(known, span)
    assert isinstance(found, Forecast)
    return found


def lower(number: str) -> Goal:
    return Goal(Decimal(number), Polarity.LOWER)


def higher(number: str) -> Goal:
    return Goal(Decimal(number), Polarity.HIGHER)
