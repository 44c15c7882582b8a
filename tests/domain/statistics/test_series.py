"""Rolling years, index, shares and counter-movers, on the published locality figures."""

from datetime import date
from decimal import Decimal

import pytest

from dashboard.domain.periods.period import Period, calendar_year, financial_quarter, month
from dashboard.domain.statistics.series import (
    contribution_to_change,
    counter_movers,
    index,
    ranks,
    rolling_year,
    share_of_total,
)
from dashboard.domain.values.printed import Reason

MONTHS = {month(2010, number): Decimal(number) for number in range(1, 13)}
QUARTERS = {financial_quarter(2010, number): Decimal(10) for number in range(1, 5)}


@pytest.mark.parametrize(
    ("series", "end", "total"),
    [(MONTHS, month(2010, 12), Decimal(78)), (QUARTERS, financial_quarter(2010, 4), Decimal(40))],
)
def test_a_rolling_year_sums_what_is_all_there(series: dict[Period, Decimal], end: Period, total: Decimal) -> None:
    assert rolling_year(series, end).number == total


@pytest.mark.parametrize(
    ("end", "breaks", "reason"),
    [
        (month(2010, 11), (), Reason.NOT_AVAILABLE),
        (month(2011, 1), (), Reason.NOT_AVAILABLE),
        (month(2010, 12), (date(2010, 4, 1),), Reason.NOT_COMPARABLE),
        (calendar_year(2010), (), Reason.NOT_APPLICABLE),
    ],
)
def test_a_gap_or_a_break_forbids_a_rolling_year(end: Period, breaks: tuple[date, ...], reason: Reason) -> None:
    assert rolling_year(MONTHS, end, breaks).reason is reason


@pytest.mark.parametrize("day", [date(2010, 1, 1), date(2011, 1, 1)])
def test_a_break_at_the_edge_is_not_inside(day: date) -> None:
    assert rolling_year(MONTHS, month(2010, 12), (day,)).number == 78


def test_the_index_golden_values() -> None:
    found = [index(Decimal(number), Decimal(4369)) for number in (4369, 3712, 3682, 3127)]
    assert [round(number, 1) for number in found if number] == [
        Decimal("100.0"),
        Decimal("85.0"),
        Decimal("84.3"),
        Decimal("71.6"),
    ]


def test_the_index_of_a_small_base_is_refused() -> None:
    assert index(Decimal(48), Decimal(49)) is None
    assert index(Decimal(25), Decimal(50)) == 50


def test_shares_and_contributions_add_up() -> None:
    shares = share_of_total({"burglary": Decimal(1), "vehicle crime": Decimal(3)})
    assert shares == {"burglary": 25, "vehicle crime": 75}
    moved = {"Locality 1": (Decimal(60), Decimal(50)), "Locality 5": (Decimal(40), Decimal(45))}
    assert contribution_to_change(moved) == {"Locality 1": -10, "Locality 5": 5}


def test_nothing_has_no_shares() -> None:
    assert share_of_total({}) == {}
    assert share_of_total({"Locality 1": Decimal(0)}) == {}
    assert contribution_to_change({"Locality 1": (Decimal(0), Decimal(5))}) == {}


def test_counter_movers_go_against_the_total() -> None:
    moved = {
        "Locality 1": (Decimal(1000), Decimal(800)),
        "Locality 2": (Decimal(300), Decimal(300)),
        "Locality 5": (Decimal(500), Decimal(533)),
    }
    assert counter_movers(moved) == ("Locality 5",)
    assert counter_movers({"a": (Decimal(1), Decimal(2)), "b": (Decimal(2), Decimal(1))}) == ()


def test_equal_figures_share_a_rank() -> None:
    assert ranks({"a": Decimal(5), "b": Decimal(9), "c": Decimal(5), "d": Decimal(1)}) == {
        "a": 2,
        "b": 1,
        "c": 2,
        "d": 4,
    }
