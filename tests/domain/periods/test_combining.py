"""Proves by which words the months and quarters of an indicator make its year, and that false friends do not."""

import pytest

from dashboard.domain.periods.combining import (
    Combine,
    declared_combine,
    is_plain_count,
    is_position,
    is_running,
    usual_combine,
    worded_combine,
)
from dashboard.domain.values.printed import ValueType

RUNNING = (
    "Violence offences (cumulative, year to date)",
    "Robbery, YTD",
    "Burglary offences (rolling 12 months)",
    "Thefts in the last 12 months",
    "Repeat victims, 12 months to end of quarter",
    "Cumulative number of homes made secure",
    "Fires since 1 April",
    "% of plans delivered (cumulative)",
)
SHARED = (
    "% of calls answered within 30 seconds",
    "Percentage of victims satisfied",
    "Proportion of stops that lead to an outcome",
    "Positive outcome rate (%)",
    "Burglary rate",
    "Offences per 1,000 residents",
    "Average days to decide a case",
    "Call handling: mean wait",
    "Ratio of supervisors to officers",
    "Confidence score",
    "Crime severity index",
    "Response time",
    "Days to process an application",
    "Complaints per officer",
)
POSITIONS = (
    "Staff in post (headcount at quarter end)",
    "Number on offender programme at end of quarter",
    "Open cases",
    "Complaints outstanding",
    "Children in care",
    "Families on the waiting list",
    "Police officers as at 31 March",
    "Offender management caseload",
    "Current licensed premises",
    "Vacancies",
)
FALSE_FRIENDS = (
    "Calls answered within 30 days",
    "Average speed offences",
    "Rolling stock thefts",
    "Business rates appeals",
    "Index offences",
    "Burglaries in post offices",
    "Reported pirate radio stations",
    "Response time breaches",
    "Thefts from open spaces",
    "Incidents rated high risk",
    "Criminal damage to end terraces",
    "Visits at 100% grant",
)


@pytest.mark.parametrize("name", RUNNING)
def test_the_newest_of_running_totals_is_the_year(name: str) -> None:
    assert worded_combine(name, "") is Combine.LAST
    assert is_running(name, "")
    assert not is_position(name, "")


@pytest.mark.parametrize("name", SHARED)
def test_rates_averages_and_percentages_make_no_year(name: str) -> None:
    assert worded_combine(name, "") is Combine.NONE


@pytest.mark.parametrize("name", POSITIONS)
def test_the_newest_position_is_the_year(name: str) -> None:
    assert worded_combine(name, "") is Combine.LAST
    assert is_position(name, "")


@pytest.mark.parametrize("name", FALSE_FRIENDS)
def test_a_false_friend_says_nothing(name: str) -> None:
    assert worded_combine(name, "") is None


@pytest.mark.parametrize(
    ("unit", "found"),
    [
        ("%", Combine.NONE),
        ("per 1,000", Combine.NONE),
        ("score", Combine.NONE),
        ("FTE", Combine.LAST),
        ("crimes", None),
    ],
)
def test_the_unit_says_it_too(unit: str, found: Combine | None) -> None:
    assert worded_combine("Something", unit) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        *((text, Combine.SUM) for text in ("Sum", "total", "Add up", "Sum of quarters")),
        *(
            (text, Combine.LAST)
            for text in ("Last", "end of year", "Cumulative", "Year-to-date", "Rolling 12 months", "Y")
        ),
        *((text, Combine.AVERAGE) for text in ("Average", "mean")),
        *((text, Combine.NONE) for text in ("None", "never", "not additive")),
        ("undeclared", Combine.UNDECLARED),
    ],
)
def test_a_table_declares_it_in_several_words(text: str, found: Combine) -> None:
    assert declared_combine(text) is found


@pytest.mark.parametrize("text", ["", "sometimes", "sum or last"])
def test_other_words_declare_nothing(text: str) -> None:
    with pytest.raises(KeyError):
        declared_combine(text)


@pytest.mark.parametrize(
    ("name", "unit", "plain"),
    [
        ("Burglary offences", "", True),
        ("Repeat victims referred", "", True),
        ("People killed or seriously injured", "people", True),
        ("Households helped", "", True),
        ("Knife crime", "", True),
        ("Looked-after children", "", False),
        ("Households", "", False),
        ("Net change in volunteers", "", True),
        ("Children in need", "", False),
        ("Registered offenders", "", False),
        ("Number of police officers", "", False),
        ("Empty properties", "", False),
        ("Spending on patrols", "£", False),
        ("Working days lost to sickness", "days", True),
        ("Patrols", "hours", False),
    ],
)
def test_people_and_money_are_no_plain_counts_unless_something_happens_to_them(
    name: str, unit: str, plain: bool
) -> None:
    assert is_plain_count(name, unit) is plain


@pytest.mark.parametrize(
    ("name", "kind", "found"),
    [
        ("Burglary", ValueType.COUNT, Combine.SUM),
        ("Burglary rate", ValueType.COUNT, Combine.NONE),
        ("Staff in post", ValueType.COUNT, Combine.LAST),
        ("Satisfaction", ValueType.PERCENTAGE, Combine.NONE),
        ("Staff in post who are women", ValueType.PERCENTAGE, Combine.NONE),
        ("Plans delivered (cumulative)", ValueType.PERCENTAGE, Combine.LAST),
        ("Harm", ValueType.RATE, Combine.NONE),
        ("Staff in post", ValueType.RATE, Combine.LAST),
        ("Harm", ValueType.CHANGE, Combine.NONE),
    ],
)
def test_only_counts_are_added_up_where_nothing_is_declared(name: str, kind: ValueType, found: Combine) -> None:
    assert usual_combine(name, "", kind) is found
