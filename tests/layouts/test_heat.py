"""Squares of a heat table: coloured only beyond chance, deeper with the change, said in full."""

from decimal import Decimal

import pytest

from dashboard.domain.choices import Measure
from dashboard.domain.periods.calendar import By
from dashboard.reports.street.grid import GridRow, Square, judged, square_text
from dashboard.reports.words.figures import real_text
from layouts.components.heat import heat_class, square_label
from layouts.figures.months import month_bars
from tests.layouts.regions import read_region
from tests.layouts.trees import named
from tests.reports.streets import columns, months


def square(n: int | None, before: int | None, value: str | None = None, reason: str = "") -> Square:
    """One square, judged alone."""
    alone = GridRow("row", "Row", (Square(n, before, None if value is None else Decimal(value), reason),))
    return judged([alone])[0].squares[0]


@pytest.mark.parametrize(
    ("now", "before", "look"),
    [
        (103, 100, ""),  # chance
        (100, 100, ""),
        (1080, 1000, ""),
        (10_500, 10_000, "rose1"),
        (9_500, 10_000, "fell1"),
        (1_100, 1_000, "rose2"),
        (880, 1_000, "fell2"),
        (125, 100, ""),
        (1_250, 1_000, "rose3"),
        (700, 1_000, "fell3"),
        (60, 20, "rose2"),  # no percentage on a base under 50
        (3, 30, "fell2"),
    ],
)
def test_colour_stands_only_for_what_is_more_than_chance(now: int, before: int, look: str) -> None:
    found = square(now, before)
    assert heat_class(found) == look


@pytest.mark.parametrize(
    ("real", "moved", "words"),
    [(True, 5, "a real change"), (False, 5, "within chance"), (False, 0, "no change"), (None, 0, "")],
)
def test_chance_explains_no_change_of_zero(real: bool | None, moved: int, words: str) -> None:
    assert real_text(real, moved) == words


@pytest.mark.parametrize("found", [square(None, None), square(100, None), square(None, 100)])
def test_what_cannot_be_compared_has_no_colour(found: Square) -> None:
    assert heat_class(found) == ""


@pytest.mark.parametrize(
    ("found", "measure", "text"),
    [
        (square(1234, 1, "1234"), Measure.COUNT, "1,234"),
        (square(12, 1, "37.46"), Measure.RATE, "37.5"),
        (square(12, 1, "104.25"), Measure.INDEX, "104.3"),
        (square(12, 1, "-7.25"), Measure.CHANGE, "−7.3%"),
        (square(12, 1, "7.25"), Measure.CHANGE, "+7.3%"),
        (square(12, 1, "14876"), Measure.ROLLING, "14,876"),
        (Square(12, 9, None, "9 → 12", is_small_base=True), Measure.CHANGE, "9 → 12"),
        (square(12, None, None, "part period"), Measure.CHANGE, "–"),
        (square(None, None, None, "no file"), Measure.COUNT, "–"),
    ],
)
def test_a_square_is_written_as_its_measure_asks(found: Square, measure: Measure, text: str) -> None:
    assert square_text(found, measure) == text


def test_a_square_says_row_period_count_and_what_it_is_compared_with() -> None:
    found = columns(months("2024-04", "2026-03"), By.QUARTER)
    assert square_label("Drugs", found.shown[-1], square(1_250, 1_000), found) == (
        "Drugs, Q4 2025/26: 1,250; Q4 2024/25: 1,000 (+25.0%, a real change)"
    )
    assert square_label("Drugs", found.shown[-1], square(12, 10), found) == (
        "Drugs, Q4 2025/26: 12; Q4 2024/25: 10 (within chance)"
    )


def test_a_part_period_says_how_much_of_it_is_held() -> None:
    found = columns(months("2025-04", "2026-02"), By.QUARTER)
    assert square_label("Drugs", found.shown[-1], square(12, None), found) == "Drugs, Q4 2025/26: 12 in 2 of 3 months"


def test_months_are_bars_and_a_month_without_a_file_is_named() -> None:
    (drawing,) = read_region(month_bars([None, 0, 3, 6]))
    bars = named(drawing, "Rect")
    heights = [float(bar["props"]["height"]) for bar in bars]
    assert (heights[0], heights[1], heights[3] > heights[2] > heights[1]) == (1.5, 1.5, True)
    assert bars[0]["props"]["fill"] != bars[1]["props"]["fill"]
    assert drawing["props"]["aria-label"] == "Month by month: no file, 0, 3, 6"
    assert month_bars([]) == ""
