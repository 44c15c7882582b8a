"""Periods: what words and addresses name, and how months are counted."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.errors import UnreadablePeriod
from dashboard.domain.periods.period import (
    Period,
    PeriodKind,
    calendar_year,
    financial_quarter,
    financial_year,
    from_slug,
    month,
    months_covered,
    read_period,
    run_of_months,
)


@pytest.mark.parametrize(
    ("text", "slug", "label"),
    [
        ("2010/11", "2010-11", "2010/11"),
        ("2010-11", "2010-11", "2010/11"),
        ("2010\u201311", "2010-11", "2010/11"),
        ("2009-2010", "2009-10", "2009/10"),
        ("10/11", "2010-11", "2010/11"),
        ("99/00", "1999-00", "1999/00"),
        ("FY2010-11", "2010-11", "2010/11"),
        ("FY 2010/11", "2010-11", "2010/11"),
        ("FY10/11", "2010-11", "2010/11"),
        ("YE Mar 2011", "2010-11", "2010/11"),
        ("Year ending March 2011", "2010-11", "2010/11"),
        ("year to December 2010", "2010", "2010"),
        ("YE Sep 2009", "2008-10--2009-09", "Oct 2008 to Sep 2009"),
        ("YE Jun 2011", "2010-07--2011-06", "Jul 2010 to Jun 2011"),
        ("2010", "2010", "2010"),
        ("Q2 2010/11", "2010-11-Q2", "Q2 2010/11"),
        ("Q2 2010-11", "2010-11-Q2", "Q2 2010/11"),
        ("2009/10 Q1", "2009-10-Q1", "Q1 2009/10"),
        ("2009-10 Q4", "2009-10-Q4", "Q4 2009/10"),
        ("Apr-Jun 2010", "2010-11-Q1", "Q1 2010/11"),
        ("Jan - March 2011", "2010-11-Q4", "Q4 2010/11"),
        ("Apr-Dec 2010", "2010-04--2010-12", "Apr 2010 to Dec 2010"),
        ("May-Jul 2010", "2010-05--2010-07", "May 2010 to Jul 2010"),
        ("2010-06", "2010-M06", "Jun 2010"),
        ("201011", "2010-M11", "Nov 2010"),
        ("2010-M11", "2010-M11", "Nov 2010"),
        ("Jun 2010", "2010-M06", "Jun 2010"),
        ("Sept 2010", "2010-M09", "Sep 2010"),
        ("Apr-26", "2026-M04", "Apr 2026"),
        ("Oct 2008 - Sep 2009", "2008-10--2009-09", "Oct 2008 to Sep 2009"),
        ("October 2008 to September 2009", "2008-10--2009-09", "Oct 2008 to Sep 2009"),
        ("Apr 2010 - Mar 2011", "2010-11", "2010/11"),
        ("2015 - 17", "2015-01--2017-12", "Jan 2015 to Dec 2017"),
        ("2015/16 - 17/18", "2015-04--2018-03", "Apr 2015 to Mar 2018"),
    ],
)
def test_printed_words_name_one_period(text: str, slug: str, label: str) -> None:
    period = read_period(text)
    assert (period.slug, period.label) == (slug, label)
    assert read_period(label) == period


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Q1",
        "q3",
        "2010Q2",
        "Q2 2010",
        "2010/12",
        "2015/17 - 18/19",
        "FY2010",
        "Nov-Feb 2010",
        "Mar 2010 - Jan 2010",
        "NaT",
        "10-11",
        "2010-13-Q1",
        "2010-12-Q1",
        "12/2010",
        "Foo 2010",
        "Foo-Bar 2010",
        "Foo 2010 - Bar 2011",
        "YE Foo 2010",
        "2017 - 15",
        "Mar 0011",
        "soon",
        "2010/11" + " " * 60,
    ],
)
def test_words_that_name_no_period_or_two_are_refused(text: str) -> None:
    with pytest.raises(UnreadablePeriod):
        read_period(text)


def test_the_refusal_says_the_mend() -> None:
    with pytest.raises(UnreadablePeriod, match="Q1 2010/11"):
        read_period("Q1")
    with pytest.raises(UnreadablePeriod, match="calendar quarter"):
        read_period("2010Q2")


@pytest.mark.parametrize("text", ["2010Q2", "2010 Q2", "2010-Q2", "Q2 2010"])
def test_calendar_quarters_are_read_where_they_are_said(text: str) -> None:
    assert read_period(text, calendar_quarters=True) == financial_quarter(2010, 1)


def test_saying_the_calendar_makes_no_period_of_other_words() -> None:
    with pytest.raises(UnreadablePeriod):
        read_period("soon", calendar_quarters=True)


@pytest.mark.parametrize("slug", ["", "2010-12", "2010-11-Q5", "2010-M13", "2010-05--2010-04", "2010/11", "1810"])
def test_an_address_that_names_no_period_is_refused(slug: str) -> None:
    with pytest.raises(UnreadablePeriod, match="names no period"):
        from_slug(slug)


def test_the_financial_year_is_never_november() -> None:
    assert from_slug("2010-11") == Period(date(2010, 4, 1), date(2011, 3, 31), PeriodKind.FINANCIAL_YEAR)
    assert month(2010, 11).slug == "2010-M11"


runs = st.builds(run_of_months, st.integers(1901 * 12, 2090 * 12), st.integers(1, 60))


@given(runs)
def test_an_address_and_a_label_lead_back_to_their_period(period: Period) -> None:
    assert from_slug(period.slug) == period
    assert read_period(period.slug) == period
    assert read_period(period.label) == period


@given(runs)
def test_previous_and_following_keep_kind_and_length(period: Period) -> None:
    for other in (period.previous(), period.following()):
        assert (other.kind, other.months) == (period.kind, period.months)
    assert period.previous().end < period.start < period.end < period.following().start


@pytest.mark.no_cover
@given(st.text(max_size=20))
def test_random_text_names_no_period_without_its_year(text: str) -> None:
    try:
        period = read_period(text)
    except UnreadablePeriod:
        return
    assert f"{period.end.year % 100:02}" in text or f"{period.start.year % 100:02}" in text


@pytest.mark.parametrize(
    ("period", "previous", "following"),
    [
        (financial_year(2010), "2009-10", "2011-12"),
        (calendar_year(2009), "2008", "2010"),
        (financial_quarter(2010, 4), "2009-10-Q4", "2011-12-Q1"),
        (month(2010, 1), "2009-M01", "2010-M02"),
        (read_period("Oct 2008 - Sep 2009"), "2007-10--2008-09", "2009-10--2010-09"),
        (read_period("2015 - 17"), "2012-01--2014-12", "2018-01--2020-12"),
    ],
)
def test_previous_is_a_year_before(period: Period, previous: str, following: str) -> None:
    assert (period.previous().slug, period.following().slug) == (previous, following)


@pytest.mark.parametrize(
    ("covers_to", "months"),
    [
        (date(2010, 11, 30), 8),
        (date(2010, 11, 29), 7),
        (date(2010, 4, 1), 0),
        (date(2009, 1, 31), 0),
        (date(2011, 3, 31), 12),
        (date(2012, 1, 1), 12),
    ],
)
def test_months_covered_are_whole_ones(covers_to: date, months: int) -> None:
    assert months_covered(financial_year(2010), covers_to) == months


@pytest.mark.parametrize(
    ("start", "end", "kind"),
    [
        (date(2010, 4, 2), date(2011, 3, 31), PeriodKind.SPAN),
        (date(2010, 4, 1), date(2011, 3, 30), PeriodKind.FINANCIAL_YEAR),
        (date(2010, 4, 1), date(2010, 3, 31), PeriodKind.SPAN),
        (date(2010, 4, 1), date(2011, 3, 31), PeriodKind.SPAN),
        (date(2010, 5, 1), date(2010, 7, 31), PeriodKind.QUARTER),
    ],
)
def test_a_period_is_whole_months_of_its_own_kind(start: date, end: date, kind: PeriodKind) -> None:
    with pytest.raises(ValueError, match="is no"):
        Period(start, end, kind)
