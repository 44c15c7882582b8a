"""Proves what the name of an indicator says of how much of a year its figures count."""

from datetime import date

import pytest

from dashboard.domain.periods.part_names import part_named
from dashboard.domain.periods.period import read_period

COUNTED = {
    "Burglary (Apr-Sep)": date(2023, 9, 30),
    "Robbery, April to December": date(2023, 12, 31),
    "Vehicle crime - Apr\u2013Nov only": date(2023, 11, 30),
    "Arson: Q1-Q3": date(2023, 12, 31),
    "Criminal damage [first half]": date(2023, 9, 30),
    "Theft (first 9 months)": date(2023, 12, 31),
    "Fraud (Q1)": date(2023, 6, 30),
}
UNDATED = ("Burglary (Oct-Mar)", "Burglary (part year)", "Burglary, July to March only", "Burglary (half year)")
WHOLE = (
    *(
        "Burglary",
        "Burglary (Apr-Mar)",
        "Burglary (dwelling)",
        "Reoffending (within 6 months)",
        "Reoffending (6 months)",
    ),
    *("Rough sleepers (as at 30 September 2023)", "Burglary, year to September", "Rolling 12 months (to September)"),
    *("Violence (cumulative, year to date)", "Waiting (up to marked improvement)", "Marks to marine use only"),
)


@pytest.mark.parametrize("name", COUNTED)
def test_a_name_that_ends_in_months_says_how_far_its_figures_of_a_year_count(name: str) -> None:
    found = part_named(name, read_period("2023/24"))

    assert found is not None
    assert found.last == COUNTED[name]


@pytest.mark.parametrize("name", UNDATED)
def test_a_name_may_say_a_part_without_its_last_day(name: str) -> None:
    found = part_named(name, read_period("2023/24"))

    assert found is not None
    assert found.last is None


@pytest.mark.parametrize("name", WHOLE)
def test_other_names_say_no_part(name: str) -> None:
    assert part_named(name, read_period("2023/24")) is None


def test_a_name_says_nothing_of_a_month_or_a_quarter() -> None:
    assert part_named("Burglary (Apr-Sep)", read_period("Q3 2023/24")) is None
