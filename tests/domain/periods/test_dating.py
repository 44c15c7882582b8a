"""Proves which periods a figure can be of: an actual of one that has begun, nothing from before any record."""

from datetime import date

import pytest

from dashboard.domain.periods.dating import begun, counted_at_most, file_misdated, not_begun, nothing_yet, too_early
from dashboard.domain.periods.months import month_number
from dashboard.domain.periods.period import from_slug

TODAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("slug", "early"),
    [
        ("1949-50", True),
        ("1926-27", True),
        ("1949", True),
        ("1949-M12", True),
        ("1949-50-Q4", True),
        ("1950-51", False),
        ("1950", False),
        ("1950-M04", False),
        ("2010-11", False),
        ("2098-99", False),
    ],
)
def test_nobody_keeps_a_figure_from_before_1950(slug: str, early: bool) -> None:
    assert bool(too_early(from_slug(slug))) is early


def test_a_year_before_1950_is_refused_with_how_to_write_it() -> None:
    said = "1926/27 is before 1950: is the century right? Write the year in full, such as 2026/27."
    assert too_early(from_slug("1926-27")) == said


@pytest.mark.parametrize(
    ("slug", "to_come"),
    [
        ("2027-28", True),
        ("2026-27-Q4", True),
        ("2026-M12", True),
        ("2027", True),
        ("2027-01--2027-02", True),
        ("2026-27", False),
        ("2026", False),
        ("2026-27-Q3", False),
        ("2026-M11", False),
        ("2025-26", False),
    ],
)
def test_an_actual_needs_a_period_that_has_begun(slug: str, to_come: bool) -> None:
    assert bool(not_begun(from_slug(slug), TODAY)) is to_come


def test_a_period_that_begins_today_has_begun() -> None:
    assert not_begun(from_slug("2027-28"), date(2027, 4, 1)) == ""
    assert not_begun(from_slug("2027-28"), date(2027, 3, 31)) == (
        "2027/28 had not begun on 31 March 2027, so it can have no actual: "
        "correct the period, or give the figure as a target."
    )


@pytest.mark.parametrize(
    ("covered", "said"),
    [
        (date(2026, 9, 30), ""),
        (date(2026, 11, 30), ""),  # the month is under way
        (
            date(2026, 12, 31),
            "it says it covers 2026/27 up to 31 December 2026, and it was loaded on 29 November 2026.",
        ),
    ],
)
def test_a_part_year_covers_no_month_to_come(covered: date, said: str) -> None:
    assert not_begun(from_slug("2026-27"), TODAY, covered) == said


@pytest.mark.parametrize(
    ("month", "said"),
    [
        ("2010-11", "it is of 2010-11, and police.uk’s oldest month is 2010-12"),
        ("1999-05", "it is of 1999-05, and police.uk’s oldest month is 2010-12"),
        ("2010-12", ""),
        ("2026-11", ""),
        ("2026-12", "it is of 2026-12, which had not begun on 29 November 2026"),
        ("2062-03", "it is of 2062-03, which had not begun on 29 November 2026"),
    ],
)
def test_police_uk_has_no_file_of_other_months(month: str, said: str) -> None:
    assert file_misdated(month_number(month), TODAY) == said


@pytest.mark.parametrize(
    ("slug", "moment", "has"),
    [
        ("2026-27", "2026-04-01T00:00:00+00:00", True),
        ("2026-27", "2026-03-31T23:59:59+00:00", False),
        ("2030-31", "2026-11-29", False),
    ],
)
def test_the_log_knows_what_had_begun_when_it_was_loaded(slug: str, moment: str, has: bool) -> None:
    assert begun(from_slug(slug), moment) is has


@pytest.mark.parametrize(
    ("slug", "today", "last"),
    [
        ("2026-27", TODAY, date(2026, 10, 31)),
        ("2026", TODAY, date(2026, 10, 31)),
        ("2026-27", date(2026, 4, 2), date(2026, 4, 30)),
        ("2026-27", date(2027, 3, 31), date(2027, 2, 28)),
        ("2026-27", date(2027, 4, 1), None),
        ("2025-26", TODAY, None),
        ("2026-27-Q3", TODAY, date(2026, 10, 31)),
        ("2026-27-Q3", date(2026, 10, 2), date(2026, 10, 31)),
        ("2026-27-Q2", TODAY, None),
        ("2026-07--2026-12", TODAY, date(2026, 10, 31)),
        ("2026-M11", TODAY, TODAY),
        ("2026-M10", TODAY, None),
        ("2026-M12", TODAY, None),
    ],
)
def test_a_period_in_progress_counts_its_finished_months_at_most(slug: str, today: date, last: date | None) -> None:
    assert counted_at_most(from_slug(slug), today) == last


@pytest.mark.parametrize(
    ("slug", "said"),
    [
        ("2026-27", "2026/27 had not ended on 29 November 2026"),
        ("2026-27-Q3", "Q3 2026/27 had not ended on 29 November 2026"),
        ("2026-M11", "Nov 2026 had not ended on 29 November 2026"),
        ("2026-27-Q4", "Q4 2026/27 had not begun on 29 November 2026"),
        ("2026-M12", "Dec 2026 had not begun on 29 November 2026"),
        ("2026-27-Q2", ""),
        ("2026-M10", ""),
        ("2025-26", ""),
    ],
)
def test_a_zero_before_a_period_has_ended_is_no_figure(slug: str, said: str) -> None:
    why = nothing_yet(from_slug(slug), TODAY)
    assert why.startswith(said)
    assert bool(why) is bool(said)
