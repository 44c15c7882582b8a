"""Periods beside each other: April to June is quarter 1, part periods compare with nothing, gaps stay gaps."""

import pytest

from dashboard.domain.periods.calendar import By
from dashboard.domain.periods.months import month_number
from dashboard.domain.periods.period import from_slug
from dashboard.reports.street.columns import MOST_COLUMNS, against_words, columns_of, months_words, span_words
from tests.reports.streets import FORCE, OTHER, columns, labels, months, view

THREE_YEARS = months("2023-04", "2026-09")


def test_april_to_june_is_quarter_1() -> None:
    found = columns(months("2025-04", "2025-06"), By.QUARTER)
    assert labels(found) == ["Q1 2025/26"]
    assert (found.shown[0].first, found.shown[0].held) == (month_number("2025-04"), 3)


def test_january_to_march_is_quarter_4_of_the_financial_year_before() -> None:
    assert labels(columns(months("2026-01", "2026-03"), By.QUARTER)) == ["Q4 2025/26"]


def test_a_year_is_shown_by_quarter_beside_the_year_before() -> None:
    found = columns(THREE_YEARS)
    assert (found.by, labels(found)[0], labels(found)[-1], len(found.shown)) == (
        By.QUARTER,
        "Q1 2024/25",
        "Q4 2025/26",
        8,
    )


@pytest.mark.parametrize(
    ("by", "period", "first", "last", "count"),
    [
        (By.MONTH, "2025-26", "Apr 2025", "Mar 2026", 12),
        (By.MONTH, "2026-27", "Apr 2026", "Sep 2026", 6),
        (By.MONTH, "2025-26-Q2", "Jul 2025", "Sep 2025", 3),
        (By.QUARTER, "2025-26-Q2", "Q3 2023/24", "Q2 2025/26", 8),
        (By.YEAR, "2025-26", "2023/24", "2025/26", 3),
        (None, "2025-26-Q2", "Q3 2023/24", "Q2 2025/26", 8),
        (None, "2025", "Q4 2023/24", "Q3 2025/26", 8),
        (None, "2025-03--2026-02", "Mar 2025", "Feb 2026", 12),
        (None, "2026-M05", "May 2026", "May 2026", 1),
    ],
)
def test_columns_follow_the_period_and_the_length_asked_for(
    by: By | None, period: str, first: str, last: str, count: int
) -> None:
    found = labels(columns(THREE_YEARS, by, period))
    assert (found[0], found[-1], len(found)) == (first, last, count)


@pytest.mark.parametrize(
    ("ends", "first", "last"),
    [
        ({"start": "2024-M02", "end": "2024-M05"}, "Feb 2024", "May 2024"),
        ({"start": "2025-26-Q4"}, "Jan 2026", "Sep 2026"),
        ({"end": "2023-24-Q1"}, "Apr 2023", "Jun 2023"),
    ],
)
def test_from_and_to_go_before_the_period(ends: dict[str, str], first: str, last: str) -> None:
    found = labels(columns(THREE_YEARS, By.MONTH, "2025-26", **ends))
    assert (found[0], found[-1]) == (first, last)


def test_from_and_to_of_a_year_or_more_are_shown_by_quarter() -> None:
    assert columns(THREE_YEARS, None, start="2024-M04", end="2025-M03").by == By.QUARTER
    assert columns(THREE_YEARS, None, start="2024-M04", end="2025-M02").by == By.MONTH


def test_a_period_without_any_file_gives_way_to_the_newest_quarter() -> None:
    assert labels(columns(THREE_YEARS, None, "2010-11"))[-1] == "Q2 2026/27"
    assert labels(columns(months("2023-04", "2026-08"), None, "2010-11"))[-1] == "Q1 2026/27"


@pytest.mark.parametrize(
    ("against", "by", "said"),
    [
        ("2025-26-Q1", None, ("Q1 2025/26", "the quarter before")),
        ("2024-25-Q2", None, ("Q2 2024/25", "a year before")),
        ("2023-24-Q2", None, ("Q2 2023/24", "Q2 2023/24")),
        ("2025-26-Q1", By.MONTH, ("Jun 2025", "Jun 2025")),
        ("2025-26-Q1", By.YEAR, ("2024/25", "a year before")),  # no year begins three months before another
    ],
)
def test_every_period_is_compared_as_far_back_as_the_one_asked_for(
    against: str, by: By | None, said: tuple[str, str]
) -> None:
    asked = view("2025-26-Q2", by=by, against=from_slug(against))
    found = columns_of(asked, months("2022-04", "2026-03"))
    at = len(found.every) - 1
    before = found.every[at].against
    assert before is not None
    assert (found.every[before].period.label, against_words(found, at)) == said


def test_what_is_asked_for_and_not_held_is_not_replaced_by_the_period_before() -> None:
    asked = view("2025-26-Q2", against=from_slug("2023-24-Q2"))
    found = columns_of(asked, months("2024-04", "2025-09"))
    assert found.shown[-1].against is None


def test_a_part_filled_period_says_how_much_and_compares_with_nothing() -> None:
    found = columns(months("2024-04", "2026-05"), By.QUARTER, "2026-27")
    newest = found.shown[-1]
    assert (newest.period.label, newest.held, newest.is_whole, newest.against) == ("Q1 2026/27", 2, False, None)
    assert months_words(newest) == "2 of 3 months"
    assert months_words(found.shown[0]) == ""
    assert len(found.every) - 1 not in found.compared()


def test_a_gap_between_files_stays_a_column_without_months() -> None:
    held = months("2025-04", "2026-03", without=["2025-07", "2025-08", "2025-09"])
    found = columns(held, By.QUARTER)
    assert [(column.period.label, column.held) for column in found.shown] == [
        ("Q1 2025/26", 3),
        ("Q2 2025/26", 0),
        ("Q3 2025/26", 3),
        ("Q4 2025/26", 3),
    ]
    assert [column.against is None for column in found.shown] == [True, True, True, False]


def test_periods_before_the_first_file_are_left_out() -> None:
    assert labels(columns(months("2025-10", "2026-03"), By.QUARTER)) == ["Q3 2025/26", "Q4 2025/26"]


def test_a_period_is_compared_with_a_year_before_else_with_the_period_before() -> None:
    found = columns(months("2024-10", "2026-03"), By.QUARTER)
    said = {
        column.period.label: (found.every[column.against].period.label, against_words(found, at))
        for at, column in enumerate(found.every)
        if column.against is not None and at >= found.history
    }
    assert said == {
        "Q4 2024/25": ("Q3 2024/25", "the quarter before"),
        "Q1 2025/26": ("Q4 2024/25", "the quarter before"),
        "Q2 2025/26": ("Q1 2025/26", "the quarter before"),
        "Q3 2025/26": ("Q3 2024/25", "a year before"),
        "Q4 2025/26": ("Q4 2024/25", "a year before"),
    }


def test_the_year_before_is_read_but_not_shown() -> None:
    found = columns(THREE_YEARS, By.MONTH)
    assert (found.first, found.last) == (month_number("2024-04"), month_number("2026-03"))
    assert found.history == 12


def test_periods_whose_forces_differ_are_never_compared() -> None:
    one, other = months("2024-04", "2026-03"), months("2025-04", "2026-03", force=OTHER)
    held = sorted([*one, *other], key=lambda item: (item.month, item.force))
    found = columns(held, By.QUARTER)
    against = {column.period.label: column.against is not None for column in found.shown}
    assert against["Q4 2024/25"]
    assert not against["Q1 2025/26"]  # neither the year nor the quarter before has both forces
    assert against["Q2 2025/26"]


def test_a_period_in_which_the_forces_change_is_compared_with_nothing() -> None:
    held = [*months("2024-04", "2025-05", force=FORCE), *months("2025-06", "2026-03", force=OTHER)]
    found = columns(held, By.QUARTER)
    assert next(column.against for column in found.shown if column.period.label == "Q1 2025/26") is None


def test_a_long_range_shows_its_newest_columns() -> None:
    found = columns_of(view(by=By.MONTH, start="2014-M01", end="2026-M09"), months("2014-01", "2026-09"))
    assert (len(found.shown), found.shown[-1].period.label) == (MOST_COLUMNS, "Sep 2026")


def test_months_held_are_said_as_runs() -> None:
    held = months("2025-01", "2025-12", without=["2025-04", "2025-06", "2025-07"])
    assert span_words(held) == "2025-01 to 2025-03, 2025-05, 2025-08 to 2025-12"
