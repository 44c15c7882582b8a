"""Proves the grammar of periods: what each form names, that addresses lead back, and that no other text is read."""

import unicodedata
from collections.abc import Callable
from datetime import date
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.domain.errors import UnreadablePeriod
from dashboard.domain.periods.period import Period, PeriodKind, from_slug, read_period, run_of_months

MODEST = settings(max_examples=200, deadline=None, derandomize=True)
MONTHS_OF_A_KIND = {
    PeriodKind.FINANCIAL_YEAR: (4, 12),
    PeriodKind.CALENDAR_YEAR: (1, 12),
    PeriodKind.OCTOBER_YEAR: (10, 12),
    PeriodKind.QUARTER: (7, 3),
    PeriodKind.MONTH: (2, 1),
    PeriodKind.SPAN: (5, 7),
}
GRAMMAR = (
    ("2010/11", (2010, 4), (2011, 3)),
    ("2010-11", (2010, 4), (2011, 3)),
    ("10/11", (2010, 4), (2011, 3)),
    ("FY2010-11", (2010, 4), (2011, 3)),
    ("FY10/2011", (2010, 4), (2011, 3)),
    ("YE Mar 2011", (2010, 4), (2011, 3)),
    ("Q1 2010/11", (2010, 4), (2010, 6)),
    ("Q2 2010/11", (2010, 7), (2010, 9)),
    ("Q4 10/11", (2011, 1), (2011, 3)),
    ("Apr-Jun 2010", (2010, 4), (2010, 6)),
    ("2010-06", (2010, 6), (2010, 6)),
    ("Apr-26", (2026, 4), (2026, 4)),
    ("Oct 2008 - Sep 2009", (2008, 10), (2009, 9)),
    ("2015 - 17", (2015, 1), (2017, 12)),
    ("2015 to 2017", (2015, 1), (2017, 12)),
    ("1999 - 2001", (1999, 1), (2001, 12)),
    ("2099-12", (2099, 12), (2099, 12)),
    ("1900/01", (1900, 4), (1901, 3)),
)
REFUSED = (
    *("Q1", "q4", "2010Q2", "2010-Q2", "Q2 2010", "2010/12", "01/02/2026", "2010-00", "soon", ""),
    *(
        "10/2011",
        "03/2004",
        "Q2 10/2011",
        "2015 - 1917",
        "2010 to 2011",
        "2017 - 15",
        "2010\x00/11",
        "\u0662\u0660\u0661\u0660",
    ),
    *("YE Mar 1900", "Jan-Mar 1900", "Q1 1900", "2099/00", "2098/99 - 2099/00", "1900-01--1900-03"),
    *("2010Q2" + " " * 55 + "or Q3", "Jun 2010" + " " * 60, "2010/11/12", "inf", "NaT", "None"),
)


def refusal(read: Callable[[], Period]) -> str:
    """The sentence that refuses what *read* reads, or ""; it is short, and clean to print."""
    try:
        read()
    except UnreadablePeriod as fault:
        sentence = str(fault)
    else:
        return ""
    assert sentence.endswith(".")
    assert len(sentence) < 200
    assert not [sign for sign in sentence if unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Zl", "Zp")]
    return sentence


@pytest.mark.parametrize(("text", "first", "last"), GRAMMAR)
def test_each_form_names_its_months(text: str, first: tuple[int, int], last: tuple[int, int]) -> None:
    period = read_period(text)
    assert (period.start, period.end.replace(day=1)) == (date(*first, 1), date(*last, 1))
    assert from_slug(period.slug) == read_period(period.label) == period


@pytest.mark.parametrize("text", REFUSED)
def test_words_that_name_no_period_or_two_are_refused_with_a_sentence(text: str) -> None:
    assert refusal(partial(read_period, text))


@pytest.mark.parametrize("quarter", ["Q1", "Q2", "Q3", "Q4"])
@pytest.mark.parametrize("calendar_quarters", [False, True])
def test_a_quarter_without_a_year_is_always_refused(quarter: str, calendar_quarters: bool) -> None:
    said = f"“{quarter}” names a quarter of no year: write {quarter} 2010/11."
    assert refusal(partial(read_period, quarter, calendar_quarters=calendar_quarters)) == said


@MODEST
@given(st.integers(1901, 2099), st.integers(1, 4), st.sampled_from(["{0}Q{1}", "{0} Q{1}", "{0}-Q{1}", "Q{1} {0}"]))
def test_a_calendar_quarter_is_read_only_where_it_is_said(year: int, quarter: int, form: str) -> None:
    text = form.format(year, quarter)
    assert "may be a financial or a calendar quarter" in refusal(partial(read_period, text))
    period = read_period(text, calendar_quarters=True)
    assert (period.start, period.months) == (date(year, quarter * 3 - 2, 1), 3)
    assert from_slug(period.slug) == read_period(period.label) == period


def test_padding_hides_no_words_behind_a_calendar_quarter() -> None:
    assert refusal(partial(read_period, "2010Q2" + " " * 55 + "or Q3", calendar_quarters=True))


@pytest.mark.parametrize("kind", list(PeriodKind))
@MODEST
@given(year=st.integers(1901, 2097))
def test_the_address_and_the_label_of_every_kind_lead_back(kind: PeriodKind, year: int) -> None:
    first, months = MONTHS_OF_A_KIND[kind]
    period = run_of_months(year * 12 + first - 1, months)
    assert period.kind is kind
    assert from_slug(period.slug) == read_period(period.slug) == read_period(period.label) == period


@MODEST
@given(st.integers(1901 * 12, 2089 * 12), st.integers(1, 120))
def test_every_run_of_months_leads_back(first: int, months: int) -> None:
    period = run_of_months(first, months)
    assert from_slug(period.slug) == read_period(period.label) == period


years = st.one_of(st.integers(1890, 2110).map(str), st.integers(0, 99).map("{:02}".format))
names = st.sampled_from(["Jan", "Mar", "Apr", "June", "Sept", "Oct", "December", "YE", "FY", "Q1", "Q4", "M06"])
texts = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=100),
    st.lists(st.one_of(years, names, st.sampled_from(["/", "-", " ", " - ", " to ", "--"])), max_size=9).map("".join),
    st.builds("{}{}{}".format, years, st.sampled_from(["/", "-", " - ", " to ", "-Q", "-M"]), years),
    st.builds("{} {}{}{} {}".format, names, years, st.sampled_from([" - ", " to "]), names, years),
)


@MODEST
@given(texts, st.booleans())
def test_any_text_is_a_period_that_leads_back_or_one_clean_sentence(text: str, calendar_quarters: bool) -> None:
    read = partial(read_period, text, calendar_quarters=calendar_quarters)
    if not refusal(read):
        assert from_slug(read().slug) == read_period(read().label) == read()


@MODEST
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_any_address_is_a_period_or_one_clean_sentence(slug: str) -> None:
    read = partial(from_slug, slug)
    assert refusal(read) or from_slug(read().slug) == read()


@MODEST
@given(
    st.sampled_from([text for text, _, _ in GRAMMAR]), st.characters(categories=["Nd"], exclude_characters="0123456789")
)
def test_digits_of_other_scripts_name_no_period(text: str, foreign: str) -> None:
    zero = ord(foreign) - unicodedata.decimal(foreign)
    table = {ord("0") + digit: chr(zero + digit) for digit in range(10)}
    assert refusal(partial(read_period, text.translate(table)))
