"""Ways on from a street-level page: months and comparison go along, or give way to what the number stood on."""

import pytest

from dashboard.domain.choices import ComparedWith, Measure
from dashboard.domain.periods.calendar import By
from dashboard.domain.periods.period import from_slug
from dashboard.pages import OFFERED
from dashboard.reports.desk import Desk
from dashboard.reports.street.moving.ways import compared_so, narrowed, of_months
from dashboard.reports.street.spans import is_other_season, kept_comparison, season_words
from layouts.components.page_head import page_head
from layouts.filter_bar import CONTROLS, Choosable
from tests.reports.streets import columns, months, view

HELD = months("2023-04", "2026-03")


@pytest.mark.parametrize(
    ("span", "against", "said"),
    [
        ("2025-26-Q1", "2024-25-Q4", True),
        ("2025-26-Q1", "2024-25-Q1", False),
        ("2025-26-Q1", "2023-24-Q1", False),
        ("2025-M06", "2025-M05", True),
        ("2025-26", "2024-25", False),
        ("2025-04--2025-09", "2024-10--2025-03", True),
        ("2024-07--2025-06", "2023-07--2024-06", False),
    ],
)
def test_months_of_another_part_of_the_year_carry_the_season(span: str, against: str, said: bool) -> None:
    pair = from_slug(span), from_slug(against)
    assert is_other_season(*pair) is said
    assert bool(season_words(*pair)) is said


def test_the_season_is_named() -> None:
    words = season_words(from_slug("2025-26-Q1"), from_slug("2024-25-Q4"))
    assert words == "Q4 2024/25 is another season than Q1 2025/26, and that alone may explain a change."


@pytest.mark.parametrize(
    ("against", "span", "kept"),
    [
        ("2025-26-Q1", "2025-26-Q4", "2025-26-Q3"),
        ("2025-26-Q1", "2025-M09", "2025-M06"),
        ("2025-26-Q1", "2025-26", None),  # twelve months do not fit into three
        ("2025-26-Q1", "2023-24-Q1", None),  # nothing is held of the quarter before
        ("2024-25-Q2", "2025-M09", None),  # a year before is what no address writes
    ],
)
def test_a_comparison_goes_along_as_far_back_as_it_is(against: str, span: str, kept: str | None) -> None:
    asked = view("2025-26-Q2", against=ComparedWith.YEAR_BEFORE if kept is None and span == "2025-M09" else against)
    asked = asked if isinstance(asked.against, ComparedWith) else asked.with_(against=from_slug(against))
    assert kept_comparison(asked, from_slug(span), HELD) == (from_slug(kept) if kept else ComparedWith.YEAR_BEFORE)


def test_a_comparison_that_gave_way_is_written_into_the_address() -> None:
    asked = view("2025-26-Q2")
    span, before = from_slug("2025-26-Q2"), from_slug("2025-26-Q1")
    assert compared_so(asked, span, before) == asked.with_(against=before)
    assert compared_so(asked, span, from_slug("2024-25-Q2")) == asked
    other = compared_so(asked.with_(by=By.YEAR), from_slug("2024-25-Q2"), from_slug("2024-25-Q1"))
    assert (other.start, other.end, other.by) == (from_slug("2024-M07"), from_slug("2024-M09"), None)
    assert other.against == from_slug("2024-25-Q1")
    assert of_months(asked, span, from_slug("2024-25-Q2")).against is ComparedWith.YEAR_BEFORE


def test_a_column_is_entered_with_what_it_is_compared_with() -> None:
    found = columns(HELD, By.QUARTER, "2023-24")
    asked = view("2023-24", measure=Measure.INDEX)
    named = {item.period.label: narrowed(asked, item, found) for item in found.shown}
    assert named["Q2 2023/24"].against == from_slug("2023-24-Q1")  # no year before is held
    assert named["Q1 2023/24"].against is ComparedWith.YEAR_BEFORE  # nothing is
    assert {item.measure for item in named.values()} == {Measure.COUNT}  # an index would be on another period


@pytest.mark.parametrize("page", ["overview", "year-end"])
def test_a_page_of_indicators_says_that_it_compares_with_a_year_before_and_keeps_the_other(
    desk: Desk, page: str
) -> None:
    query = "partnership=sampleshire&period=2026-27-Q2"
    asked = desk.report(OFFERED.builders[page], desk.filters(f"{query}&against=2026-27-Q1"))
    said = str(page_head(asked))
    assert "street-level crime beside Q1 2026/27" in said
    assert "against=2026-27-Q1" in said
    assert "beside a year before" not in str(page_head(desk.report(OFFERED.builders[page], desk.filters(query))))


def test_the_bar_names_another_season(desk: Desk) -> None:
    asked = desk.filters("partnership=sampleshire&period=2026-27-Q2", shows_street_places=True)
    (control,) = (item for item in CONTROLS if item.key == "against")
    assert control.options is not None
    offered = [item["label"] for item in control.options(Choosable(desk.partnership_choices(asked), asked, (), True))]
    assert "The quarter before: Q1 2026/27 (another season)" in offered
    assert "A year before" in offered
