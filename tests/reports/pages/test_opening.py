"""Where no indicator is asked for, Trends and Indicator open on what the overview draws, and say why."""

import pytest

from dashboard.reports.desk import Desk
from dashboard.reports.pages.indicator import indicator_file
from dashboard.reports.pages.overview import overview
from dashboard.reports.pages.trends import trends

VIEWS = (
    ("partnership=warwickshire&period=2010-11", "its target for 2010/11 was missed"),
    ("partnership=sampleshire&period=2026-27", "its target for 2026/27 will probably be missed"),
    ("partnership=sampleshire&period=2025-26", "its target for 2025/26 was missed"),
)


@pytest.mark.parametrize(("query", "why"), VIEWS)
def test_both_pages_open_on_what_the_overview_draws_and_say_why(desk: Desk, query: str, why: str) -> None:
    drawn = desk.show(overview, query).drawn.indicators
    line, file = desk.show(trends, query), desk.show(indicator_file, query)
    assert line.chosen is not None
    assert file.indicator is not None
    assert drawn == {line.chosen.indicator.slug} == {file.indicator.slug}
    assert line.lede.startswith(f"Shown first: {why}.")
    assert file.lede.startswith(f"Shown first: {why}.")


@pytest.mark.parametrize("asked", ["ni-47", "ni-15"])
def test_an_indicator_that_is_asked_for_is_shown_without_a_reason(desk: Desk, asked: str) -> None:
    query = f"partnership=warwickshire&period=2010-11&indicator={asked}"
    line, file = desk.show(trends, query), desk.show(indicator_file, query)
    assert line.chosen is not None
    assert file.indicator is not None
    assert {line.chosen.indicator.slug, file.indicator.slug} == {asked}
    assert "Shown first" not in line.lede + file.lede


@pytest.mark.parametrize(
    "query", ["partnership=south-staffordshire", "partnership=warwickshire&period=2010-11&category=road-safety"]
)
def test_where_nothing_was_missed_the_first_as_printed_is_shown(desk: Desk, query: str) -> None:
    line, file = desk.show(trends, query), desk.show(indicator_file, query)
    assert line.chosen is not None
    assert line.chosen.indicator == line.offered[0]
    assert file.indicator == file.offered[0]
    assert "Shown first" not in line.lede + file.lede


@pytest.mark.parametrize("by", ["month", "quarter"])
def test_a_line_by_months_or_quarters_opens_on_the_same(desk: Desk, by: str) -> None:
    query = "partnership=sampleshire&period=2025-26"
    by_year, by_part = desk.show(trends, query).chosen, desk.show(trends, f"{query}&by={by}").chosen
    assert by_year is not None
    assert by_part is not None
    assert by_part.indicator.slug == by_year.indicator.slug
