"""Grids of counts: each measure with its reason, no file is no zero, groups are sums."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.domain.choices import Measure
from dashboard.domain.periods.calendar import By
from dashboard.questions.street import Count, HeldMonth
from dashboard.reports.street.grid import GridRow, Square, added, by_place, by_type, judged, squares
from tests.reports.streets import TOWN, columns, months

TWO_YEARS = months("2024-04", "2026-03")
GAPPED = months("2024-04", "2026-02", without=["2025-07", "2025-08", "2025-09"])


def by_label(
    counts: dict[str, int], measure: Measure = Measure.COUNT, *, held: list[HeldMonth] = TWO_YEARS, by: By = By.QUARTER
) -> dict[str, Square]:
    """The squares of one row, by period; *counts* are given by period too."""
    found = columns(held, by)
    totals = {at: counts[column.period.label] for at, column in enumerate(found.every) if column.period.label in counts}
    every = squares(totals, found, measure, TOWN)
    return {column.period.label: square for column, square in zip(found.shown, every, strict=True)}


def said(square: Square) -> tuple[Decimal | None, str]:
    return square.value, square.reason


def test_no_file_is_no_count_and_no_incident_is_zero() -> None:
    found = by_label({"Q1 2025/26": 7}, held=GAPPED)
    assert [(square.n, square.reason) for square in list(found.values())[-4:]] == [
        (7, ""),
        (None, "no file"),
        (0, ""),
        (0, ""),
    ]


def test_a_count_stands_beside_the_same_quarter_a_year_before() -> None:
    found = by_label({"Q1 2024/25": 60, "Q1 2025/26": 75})
    assert (found["Q1 2025/26"].n, found["Q1 2025/26"].before, found["Q1 2025/26"].change) == (75, 60, Decimal(25))


def test_a_rate_is_per_1000_people_and_needs_a_population() -> None:
    assert said(by_label({"Q1 2025/26": 75}, Measure.RATE)["Q1 2025/26"]) == (Decimal("37.5"), "")
    found = columns(TWO_YEARS, By.QUARTER)
    nobody = squares({}, found, Measure.RATE, replace(TOWN, population=None))
    assert {said(square) for square in nobody} == {(None, "no population")}


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({"Q1 2024/25": 60, "Q1 2025/26": 75}, (Decimal(25), "")),
        ({"Q1 2024/25": 50, "Q1 2025/26": 0}, (Decimal(-100), "")),
        ({"Q1 2024/25": 49, "Q1 2025/26": 75}, (None, "49 → 75")),
        ({}, (None, "0 → 0")),
    ],
)
def test_a_change_is_in_percent_and_on_a_base_under_50_in_incidents(
    counts: dict[str, int], expected: tuple[Decimal | None, str]
) -> None:
    assert said(by_label(counts, Measure.CHANGE)["Q1 2025/26"]) == expected


def test_a_change_that_cannot_be_worked_out_says_why() -> None:
    found = by_label({}, Measure.CHANGE, held=GAPPED)
    assert (found["Q1 2024/25"].reason, found["Q4 2025/26"].reason) == ("nothing to compare with", "part period")


def test_an_index_stands_on_the_first_whole_period_shown() -> None:
    found = by_label({"Q1 2024/25": 80, "Q1 2025/26": 100}, Measure.INDEX)
    assert (said(found["Q1 2024/25"]), said(found["Q1 2025/26"])) == ((Decimal(100), ""), (Decimal(125), ""))


def test_an_index_needs_a_base_of_50_and_a_whole_period() -> None:
    assert by_label({"Q1 2024/25": 49}, Measure.INDEX)["Q1 2025/26"].reason == "base under 50"
    assert by_label({"Q1 2024/25": 80}, Measure.INDEX, held=GAPPED)["Q4 2025/26"].reason == "part period"


def test_a_rolling_year_sums_the_12_months_that_end_with_a_period() -> None:
    counts = {f"Q{quarter} 2024/25": quarter for quarter in (1, 2, 3, 4)} | {"Q1 2025/26": 10}
    found = by_label(counts, Measure.ROLLING)
    assert said(found["Q4 2024/25"]) == (Decimal(10), "")
    assert said(found["Q1 2025/26"]) == (Decimal(19), "")  # 2 + 3 + 4 + 10


def test_a_rolling_year_by_month_and_by_year() -> None:
    monthly = by_label({"Apr 2025": 3, "Mar 2026": 4}, Measure.ROLLING, by=By.MONTH)
    assert (monthly["Mar 2026"].value, monthly["Feb 2026"].value) == (Decimal(7), Decimal(3))
    assert by_label({"2025/26": 8}, Measure.ROLLING, by=By.YEAR)["2025/26"].value == Decimal(8)


def test_a_rolling_year_needs_all_12_months() -> None:
    assert by_label({}, Measure.ROLLING)["Q3 2024/25"].reason == "not all 12 months"
    assert by_label({}, Measure.ROLLING, held=GAPPED)["Q3 2025/26"].reason == "not all 12 months"


def one(key: str, n: int | None, before: int | None, *, is_group: bool = False) -> GridRow:
    return GridRow(key, key, (Square(n, before, None, ""),), is_group=is_group)


def reals(*rows: GridRow, looked_at: int = 0) -> list[bool | None]:
    return [row.squares[0].real for row in judged(rows, looked_at)]


def test_only_a_change_beyond_chance_is_real() -> None:
    assert reals(one("a", 200, 100)) == [True]
    assert reals(one("a", 103, 100)) == [False]
    assert reals(one("a", None, 100), one("b", 100, None)) == [None, None]


def test_changes_of_a_period_are_judged_among_its_rows_groups_among_groups() -> None:
    quiet = [one(f"{at}", 20, 20) for at in range(12)]
    assert reals(one("a", 53, 29)) == [True]
    assert reals(one("a", 53, 29), *quiet) == [False] * 13
    assert reals(one("a", 53, 29), looked_at=13) == [False]  # the others had no incident
    assert reals(one("a", 53, 29, is_group=True), *quiet) == [True, *[False] * 12]
    assert reals(one("a", 200, 100), *quiet, looked_at=500) == [True, *[False] * 12]


def test_a_change_in_percent_needs_a_base_of_50() -> None:
    assert (Square(60, 49, None, "").change, Square(60, None, None, "").change) == (None, None)


COUNTS = [Count(1, 5, 0, 3), Count(1, 13, 0, 4), Count(2, 5, 0, 5), Count(2, 5, 1, 6)]


def test_counts_are_summed_by_place_and_by_crime_type() -> None:
    assert by_place(COUNTS) == {1: {0: 7}, 2: {0: 5, 1: 6}}
    assert by_type(COUNTS) == {5: {0: 8, 1: 6}, 13: {0: 4}}
    assert added(by_type(COUNTS).values()) == added(by_place(COUNTS).values()) == {0: 12, 1: 6}


def test_a_row_finds_its_square_by_the_position_in_the_whole_grid() -> None:
    found = columns(TWO_YEARS, By.QUARTER)
    row = GridRow("total", "All", squares({found.history: 42}, found, Measure.COUNT, TOWN))
    assert (row.at(found.history, found).n, row.at(found.history + 1, found).n) == (42, 0)
