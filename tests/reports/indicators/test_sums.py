"""Proves which months and quarters come to a financial year, and which are left as they are."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.domain.periods.period import Period, financial_quarter, financial_year, month
from dashboard.domain.records import Break, Indicator, Observation, Scope
from dashboard.domain.values.printed import Marker, Reason, Value
from dashboard.questions.store import Store
from dashboard.reports.indicators.sums import summed_years


@pytest.fixture
def indicator(store: Store) -> Indicator:
    """A count without a break."""
    found = store.indicators(Scope("warwickshire"))
    return replace(next(item for item in found if item.slug == "ni-15"), breaks=())


def counted(period: Period, number: int, marker: Marker | None = None) -> Observation:
    return Observation("x", "y", period, Value(Decimal(number), marker=marker), ())


QUARTERS = [counted(financial_quarter(2026, at), at * 10) for at in (1, 2, 3)]


def test_quarters_come_to_as_much_of_a_year_as_they_cover(indicator: Indicator) -> None:
    (year,) = summed_years(indicator, "y", QUARTERS)
    assert (year.period, year.value.number, year.months, year.derived) == (
        financial_year(2026),
        Decimal(60),
        9,
        "Sum of 3 quarterly figures",
    )


def test_months_stand_before_the_quarters_they_make(indicator: Indicator) -> None:
    (year,) = summed_years(indicator, "y", [*QUARTERS, counted(month(2026, 4), 7)])
    assert (year.value.number, year.months, year.derived) == (Decimal(7), 1, "One monthly figure")


def test_a_sum_is_as_doubtful_as_its_most_doubtful_part(indicator: Indicator) -> None:
    parts = [counted(month(2026, 4), 1, Marker.PROVISIONAL), counted(month(2026, 5), 1, Marker.ESTIMATED)]
    assert [year.value.marker for year in summed_years(indicator, "y", parts)] == [Marker.ESTIMATED]
    assert [year.value.marker for year in summed_years(indicator, "y", parts[:1])] == [Marker.PROVISIONAL]


def test_parts_across_a_break_are_not_added_up(indicator: Indicator) -> None:
    new = Break(month(2026, 8), "definition", "counted otherwise", None, "", None, indicator.source)
    assert list(summed_years(replace(indicator, breaks=(new,)), "y", QUARTERS)) == []


def test_what_is_no_number_or_part_of_its_own_period_is_left_out(indicator: Indicator) -> None:
    part = replace(QUARTERS[0], held=2)
    assert (
        list(summed_years(indicator, "y", [part, replace(part, held=None, value=Value(None, Reason.SUPPRESSED))])) == []
    )
