"""Proves what parts of a year, days, and periods inside running words name, and what years look like in disguise."""

import pytest

from dashboard.domain.periods.parts import ends_at, holds, mentions, quarters_named, read_day, read_part, unperioded
from dashboard.domain.periods.period import read_period
from dashboard.domain.periods.year_codes import Sense, code_year, sense_of_codes, turned_to_dates, was_year

YEAR = read_period("2023/24")


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("Q1", "Q1 2023/24"),
        ("q4", "Q4 2023/24"),
        ("Quarter 2", "Q2 2023/24"),
        ("Qtr 3", "Q3 2023/24"),
        ("1st quarter", "Q1 2023/24"),
        ("Q1 (Apr-Jun)", "Q1 2023/24"),
        ("Q4 (Jan - Mar)", "Q4 2023/24"),
        ("April", "Apr 2023"),
        ("Sept.", "Sep 2023"),
        ("Jan", "Jan 2024"),
        ("Apr-Jun", "Q1 2023/24"),
        ("Jan to Mar", "Q4 2023/24"),
        ("Oct - Mar", "Oct 2023 to Mar 2024"),
    ],
)
def test_a_part_is_found_in_its_year(words: str, period: str) -> None:
    part = read_part(words)
    assert part is not None
    found = part.of(YEAR)
    assert found is not None
    assert (found.label, holds(YEAR, found)) == (read_period(period).label, True)


@pytest.mark.parametrize("words", ["Q5", "Mayor", "Q1 (Jan-Mar)", "Q1 (soon)", "North", "Apr-Foo", "Apr-Apr", ""])
def test_other_words_are_no_part(words: str) -> None:
    assert read_part(words) is None


def test_a_quarter_of_a_calendar_year_and_a_month_outside_are_no_part() -> None:
    quarter, month = read_part("Q1"), read_part("October")
    assert quarter is not None
    assert month is not None
    assert quarter.of(read_period("2023")) is None
    assert month.of(read_period("Q1 2023/24")) is None
    assert month.of(read_period("2020 - 22")) is None  # which of three


@pytest.mark.parametrize(
    ("words", "month"),
    [
        ("31/03/2024", "Mar 2024"),
        ("30.04.23", "Apr 2023"),
        ("01/04/2023", "Apr 2023"),
        ("2023-04-01", "Apr 2023"),
        ("2024-02-29 00:00:00", "Feb 2024"),
        ("31 March 2024", "Mar 2024"),
        ("As at 31st March 2024", "Mar 2024"),
    ],
)
def test_a_day_at_the_end_of_a_month_stands_for_it(words: str, month: str) -> None:
    found = read_day(words)
    assert found is not None
    assert found.label == month


@pytest.mark.parametrize(
    "words", ["15/03/2024", "31/13/2024", "As at 1 April 2023", "30 Foo 2023", "30/02/2024", "0001-01-31", "soon"]
)
def test_other_days_stand_for_no_month(words: str) -> None:
    assert read_day(words) is None


@pytest.mark.parametrize(
    ("text", "labels", "without"),
    [
        ("Community safety performance 2023/24", ["2023/24"], "Community safety performance"),
        ("Quarter 2 2023/24 scorecard", ["Q2 2023/24"], "scorecard"),
        ("Performance report - September 2023", ["Sep 2023"], "Performance report"),
        ("Q1_2023-24", ["Q1 2023/24"], ""),
        ("Quarter 2 (July to September), 2023/24", ["Q2 2023/24"], ""),
        ("Burglary (year ending 31 March 2024)", ["2023/24"], "Burglary"),
        ("Plan 2022-25: performance 2023/24", ["2023/24"], "Plan performance"),
        ("Noise between 2006/07 and 2008/09", ["2006/07", "2008/09"], "Noise between and"),
        ("Crime survey 2023", [], "Crime survey 2023"),
        ("Ages 10-11", [], "Ages 10-11"),
        ("", [], ""),
    ],
)
def test_running_words_name_the_periods_in_them(text: str, labels: list[str], without: str) -> None:
    assert [item.label for item in mentions(text)] == labels
    assert unperioded(text) == without


def test_quarters_without_a_year_are_named_too() -> None:
    assert [part.words for part in quarters_named("Quarter 2 report, with q1")] == ["Quarter 2", "q1"]
    assert quarters_named("Community Q10") == ()


@pytest.mark.parametrize(
    ("texts", "said", "sense"),
    [
        (["200809", "200910"], False, Sense.UNSURE),
        (["200809", "200910"], True, Sense.YEARS),
        (["200809", "201213"], False, Sense.YEARS),
        (["202009", "202010"], False, Sense.MONTHS),
        (["200809", "200810"], False, Sense.MONTHS),
        (["1999/00", "soon"], False, None),
    ],
)
def test_six_digits_are_years_where_one_can_be_no_month(texts: list[str], said: bool, sense: Sense | None) -> None:
    assert sense_of_codes(texts, said=said) is sense


def test_a_code_names_the_year_of_which_the_second_follows_the_first() -> None:
    found = code_year(" 199900 ")
    assert found is not None
    assert (found.label, code_year("202010"), code_year("soon")) == ("1999/00", None, None)


@pytest.mark.parametrize(
    ("text", "year"),
    [("Nov-10", "2010/11"), ("Nov 2010", "2010/11"), ("10-Nov", "2010/11"), ("2026-11-10", "2010/11")],
)
def test_a_date_may_have_been_a_year(text: str, year: str) -> None:
    found = was_year(text)
    assert found is not None
    assert found.label == year


@pytest.mark.parametrize("text", ["Oct-10", "Foo-10", "11-Nov", "10-Foo", "2026-11-11", "2010/11", ""])
def test_other_dates_were_no_year(text: str) -> None:
    assert was_year(text) is None


@pytest.mark.parametrize(
    ("texts", "suspects"),
    [
        (["Nov-10", "Dec-11", "2012-13"], ["Nov-10", "Dec-11"]),
        (["Nov-10", "Dec-11"], ["Nov-10", "Dec-11"]),
        (["Nov-10", "2012-13"], ["Nov-10"]),
        (["Nov-10"], []),
        (["Nov-10", "Indicator"], []),
        (["Nov-10", "Dec-10", "2012-13"], []),
    ],
)
def test_years_turned_to_dates_are_suspected_beside_years_or_two_together(
    texts: list[str], suspects: list[str]
) -> None:
    assert turned_to_dates(texts) == suspects


@pytest.mark.parametrize(
    ("title", "ends"),
    [
        ("Performance to September 2023", True),
        ("Report as at end of September 2023 (draft)", True),
        ("Figures up to Q2 2023/24", True),
        ("April to September 2023", False),
        ("Scorecard, September 2023", False),
        ("Q1 2023/24 compared with Q1 2022/23", False),
        ("Targets to 2023/24", False),
    ],
)
def test_a_title_may_name_a_month_only_as_an_end(title: str, ends: bool) -> None:
    assert ends_at(title) is ends
