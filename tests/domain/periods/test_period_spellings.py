"""Proves the ways in which performance offices write periods, and those that name two and are refused."""

import pytest

from dashboard.domain.errors import UnreadablePeriod
from dashboard.domain.periods.period import read_period

SPELLINGS = {
    "2023/24": [
        *("2023-24", "2023/2024", "2023-2024", "23/24", "23-24", "2023/4", "FY23/24", "FY 2023/24", "FY2023-24"),
        *("Year 2023/24", "Financial year 2023/24", "2023/24 financial year", "2023/24 FY", "202324"),
        *("Year to 31 March 2024", "Year ending March 2024", "Year ended 31st March 2024", "YE Mar 24", "FYE Mar 2024"),
        *("YE 31/03/2024", "12 months to Mar 2024", "12 months ending 31 March 2024", "Financial year ending Mar 2024"),
        *("Yr to Mar 24", "Yr ending 31 March 2024", "12m to Mar 24", "12 mths to March 2024", "12months to Mar 2024"),
        *("Apr 2023 to Mar 2024", "April 2023 - March 2024", "Apr-23 to Mar-24", "Year end 31.03.24"),
    ],
    "Q1 2023/24": [
        *("Quarter 1 2023/24", "Qtr 1 2023/24", "Qtr1 23/24", "Q1 23-24", "Q1 2023-2024", "Q1, 2023/24", "Q1: 2023/24"),
        *("Q1 (Apr-Jun) 2023/24", "2023/24 Q1", "2023-24;Q1", "2023/24 - Quarter 1", "Q1 FY23/24", "Q1 of 2023/24"),
        *("1st quarter 2023/24", "Apr-Jun 23", "Apr - Jun 2023", "April to June 2023", "Apr 23 – Jun 23"),
        *("Apr-Jun 2023/24", "Apr-23 to Jun-23", "Quarter ending June 2023", "Qtr to 30 June 23", "Q1 2023/24"),
    ],
    "Q4 2023/24": ["Jan-Mar 2024", "Jan-Mar 2023/24", "Quarter 4 (January to March) 2023/24", "2023/24 Q4"],
    "Jan 2024": [
        "January 2024",
        "Jan-24",
        "Jan 24",
        "Jan '24",
        "Jan’24",
        "January 2023/24",
        "2024-M01",
        "202401",
        "2024M01",
        "2024M1",
    ],
    "Jul 2023 to Jun 2024": ["Year ending 30 June 2024", "12 months to June 2024", "YE 30/06/24"],
    "2023": ["CY2023", "Calendar year 2023", "Jan-Dec 2023"],
}
NAME_TWO = (
    *("Q1 2023", "2023 Q1", "Q1 (Jan-Mar) 2023/24", "Q4 (Apr-Jun) 2023/24", "2023 to 2024", "FY24", "FY 2024"),
    *("10-11", "2023/25", "Q1 2023/25", "Jan-Mar 2023/25", "January 2023/25", "Foo 2023/24", "Foo-Mar 2023/24"),
    *("Year to 30 March 2024", "YE 30/03/2024", "Year ending Foo 2024", "31/03/2024", "03/2024", "1st half 2023/24"),
    *("200820", "2023/6"),
)


@pytest.mark.parametrize(("text", "label"), [(text, label) for label, texts in SPELLINGS.items() for text in texts])
def test_each_spelling_names_its_period(text: str, label: str) -> None:
    assert read_period(text).label == label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Q1-Q2 2023/24", "Apr 2023 to Sep 2023"),
        ("Q1 to Q3 2023/24", "Apr 2023 to Dec 2023"),
        ("Q1-Q4 23/24", "2023/24"),
    ],
)
def test_quarters_from_the_first_on_are_one_period(text: str, label: str) -> None:
    assert read_period(text).label == label


@pytest.mark.parametrize("text", ["Quarter ending May 2023", "Quarter ending 29 June 2023", "Q1-Q2 2023/25"])
def test_three_months_that_are_no_quarter_are_refused(text: str) -> None:
    with pytest.raises(UnreadablePeriod):
        read_period(text)


@pytest.mark.parametrize("text", NAME_TWO)
def test_what_may_be_two_periods_or_none_is_refused(text: str) -> None:
    with pytest.raises(UnreadablePeriod):
        read_period(text)
