"""Proves that a day is read as it was typed, a month or quarter by its last day, and words stay words."""

from datetime import date

import pytest

from dashboard.domain.plans.days import exact_day, first_day, last_day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31/03/2012", date(2012, 3, 31)),
        ("1.6.03", date(2003, 6, 1)),
        ("2012-03-31", date(2012, 3, 31)),
        ("2012-03-31 00:00:00", date(2012, 3, 31)),
        ("1 st December 2011", date(2011, 12, 1)),
        ("Tuesday, 8th March 2011", date(2011, 3, 8)),
        ("31-Mar-12", date(2012, 3, 31)),
        ("by Mar 2012", date(2012, 3, 31)),
        ("by Sept 2011", date(2011, 9, 30)),
        ("End of May 03", date(2003, 5, 31)),
        ("To have been reviewed by 01/06/03", date(2003, 6, 1)),
        ("by the end of Q4 2011/12", date(2012, 3, 31)),
        ("2011/12", date(2012, 3, 31)),
        ("By: 30/06/2024", date(2024, 6, 30)),
        ("February 2012.", date(2012, 2, 29)),
    ],
)
def test_a_due_day_is_the_typed_one_or_the_last_of_its_period(text: str, day: date) -> None:
    assert last_day(text) == day


@pytest.mark.parametrize(
    "text",
    [
        *("", "Ongoing", "TBC", "Across all 3 years of LAA", "Spring 2012", "2012", "31/02/2012", "03/31/2012"),
        *("mid June 2011", "early 2012/13", "Quarterly", "31/03", "March", "3", "1/1/1", "by", "within 6 months"),
    ],
)
def test_other_words_name_no_day(text: str) -> None:
    assert last_day(text) is None


def test_what_starts_in_a_month_starts_on_its_first_day() -> None:
    assert first_day("from April 2011") == date(2011, 4, 1)
    assert first_day("Q2 2011/12") == date(2011, 7, 1)
    assert first_day("5/4/2011") == date(2011, 4, 5)


def test_a_year_far_off_is_no_day() -> None:
    assert exact_day("31/03/0912") is None
    assert exact_day("31 Foo 2012") is None
