"""Proves that monthly counts come to years, and that a year in progress says what will become of its target."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from markupsafe import Markup
from sqlalchemy import Engine

from dashboard.domain.statistics.likelihood import LikelyOutcome
from dashboard.domain.wording import sentence
from dashboard.reports.desk import Desk
from dashboard.reports.indicators.forecast import steps
from dashboard.reports.indicators.forecast import words as year_forecast_words
from dashboard.reports.indicators.judged import Judged
from dashboard.reports.pages.indicator import indicator_file
from dashboard.reports.pages.overview import overview
from dashboard.reports.pages.year_end import YearEnd, year_end
from dashboard.reports.words.forecast import why_not_forecast
from data.store import SqlStore
from layouts.cards.forecast_tag import expected_cell, meeting_cell, needed_cell
from layouts.cards.tile import tile
from layouts.components.markup import as_markup
from layouts.components.page_head import page_head
from layouts.components.tables import Content
from layouts.pages.indicator_history import history
from layouts.pages.year_end import record, table
from tests.data.own.typed import load, text_file, wish

HEADING = "Indicator,Period,Actual,Target,Polarity,Value type"
APRIL = datetime(2027, 4, 1, tzinfo=UTC)  # every month of 2026/27 has begun
MONTHS = ("Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar")


def months(name: str, starts: int, counts: Sequence[int], kind: str = "count") -> list[str]:
    """A line a month of the financial year that *starts*."""
    years = [starts] * 9 + [starts + 1] * 3
    return [f"{name},{MONTHS[at]} {years[at]},{count},,lower,{kind}" for at, count in enumerate(counts)]


def target(name: str, number: int, kind: str = "count") -> str:
    return f"{name},2026/27,,{number},lower,{kind}"


def desk_of(engine: Engine, folder: Path, *lines: str) -> Desk:
    load(engine, text_file(folder, "months.csv", HEADING, *lines), wish=wish(partnership="Northshire", moment=APRIL))
    return Desk(SqlStore(engine))


def text_of(content: Content) -> str:
    """The words of *content*, as they are read one after the other."""
    return " ".join(re.sub("<[^>]+>", " ", as_markup(content)).split())


def rows(found: YearEnd) -> dict[str, Judged]:
    return {item.indicator.name: item for item in found.rows}


@pytest.fixture
def third_quarter(quick_engine: Engine, tmp_path: Path) -> Desk:
    """Three targets nine months into a year: one out of reach, one safe, one not confirmed."""
    lines = [*months("Burglary", 2024, [100] * 12), *months("Burglary", 2025, [104] * 12)]
    lines += [*months("Burglary", 2026, [105] * 9), target("Burglary", 1150), target("Arson", 400)]
    lines += [*months("Arson", 2025, [30] * 12), *months("Arson", 2026, [21] * 9)]
    lines += [*months("Robbery", 2026, [9] * 9), "Robbery,2026/27,,TBC,lower,count"]
    return desk_of(quick_engine, tmp_path, *lines)


def test_an_executive_is_told_in_the_third_quarter_which_targets_will_be_missed(third_quarter: Desk) -> None:
    found = third_quarter.show(year_end, "partnership=northshire")
    assert (found.period.label, found.title) == (
        "2026/27",
        "One of two targets will probably be missed and one met",
    )
    assert "Burglary: 1,2" in found.lede
    assert "very unlikely to meet the target of 1,150. The target on arson will probably be met." in found.lede
    assert found.lede.endswith("One target cannot be judged: still to be confirmed.")
    assert rows(found)["Burglary"].months == 9
    assert [table.name for table in found.tables] == ["year-end", "forecast", "backtest", "next-targets"]
    assert [(row["indicator"], row["trials"]) for row in found.tables[2].rows] == [("Burglary", 22), ("Arson", 11)]


def test_the_table_shows_the_expected_outturn_and_the_record_of_such_forecasts(third_quarter: Desk) -> None:
    found = third_quarter.show(year_end, "partnership=northshire")
    words = text_of(table(found))
    for said in (
        "945",
        "9 of 12 months",
        "Expected year end",
        "Needed from here",
        "68.3 a month",
        "Very unlikely to be met",
    ):
        assert said in words
    assert "Change on" not in words
    said = text_of(record(found))
    assert "Robbery none no earlier year is whole" in said
    assert "Burglary 22" in said


def test_what_is_not_forecast_shows_its_status_and_no_expectation(third_quarter: Desk) -> None:
    found = rows(third_quarter.show(year_end, "partnership=northshire&period=2025-26"))["Burglary"]
    assert (found.year_forecast, expected_cell(found), needed_cell(found)) == (None, "–", "–")
    assert "Not judged: no target is published" in text_of(meeting_cell(found))
    robbery = rows(third_quarter.show(year_end, "partnership=northshire"))["Robbery"]
    assert "still to be confirmed" in text_of(meeting_cell(robbery))


def test_a_year_that_is_over_leads_to_the_one_in_progress(third_quarter: Desk) -> None:
    for page in (overview, year_end):
        over = third_quarter.show(page, "partnership=northshire&period=2025-26")
        going_on = third_quarter.show(page, "partnership=northshire")
        assert over.going_on == going_on.filters.period
        assert going_on.title.startswith("One of two targets will probably be missed and one")
        assert sentence(over.onward) == going_on.title
        assert (going_on.going_on, going_on.onward) == (None, "")
        assert "2026/27, figures to Dec 2026: one of two targets will probably be missed" in text_of(page_head(over))


def test_tiles_stand_with_what_will_probably_be_missed_first(third_quarter: Desk) -> None:
    found = third_quarter.show(overview, "partnership=northshire")
    assert [item.indicator.name for item in found.tiles] == ["Burglary", "Robbery", "Arson"]
    likely_outcomes = [item.year_forecast.likely_outcome if item.year_forecast else None for item in found.tiles]
    assert likely_outcomes == [LikelyOutcome.MISSED, None, LikelyOutcome.MET]


def test_the_page_of_an_indicator_is_titled_with_the_prospect_and_folds_its_months(third_quarter: Desk) -> None:
    found = third_quarter.show(indicator_file, "partnership=northshire&indicator=burglary")
    assert found.title == "Burglary: very unlikely to meet its 2026/27 target of 1,150"
    assert "945 in 9 of 12 months; 2026/27 is expected to end at 1,2" in found.lede
    assert "2025/26: 1,248, +4.0% on 2024/25, which could be chance." in found.lede
    words = text_of(Markup(history(found)))
    assert "Show 33 months or quarters" in words
    assert "12 cells" in words


def test_twelve_months_are_a_whole_year_that_is_judged(quick_engine: Engine, tmp_path: Path) -> None:
    lines = [*months("Burglary", 2026, [100] * 12), target("Burglary", 1150)]
    (item,) = desk_of(quick_engine, tmp_path, *lines).show(year_end, "partnership=northshire").rows
    assert (item.now.value.number, item.months, str(item.verdict.status), item.year_forecast) == (
        Decimal(1200),
        12,
        "near",
        None,
    )
    assert item.now.actual is not None
    assert (item.now.actual.derived, len(item.now.actual.sources)) == ("Sum of 12 monthly figures", 12)


def test_months_of_a_rate_or_across_a_break_are_not_added_up(quick_engine: Engine, tmp_path: Path) -> None:
    lines = [*months("Burglary rate", 2026, [3] * 9, "rate"), target("Burglary rate", 40, "rate")]
    (item,) = desk_of(quick_engine, tmp_path, *lines).show(year_end, "partnership=northshire").rows
    assert (item.now.actual, item.year_forecast) == (None, None)


def test_a_printed_year_stands_before_the_sum_of_its_months(quick_engine: Engine, tmp_path: Path) -> None:
    lines = [*months("Burglary", 2026, [100] * 12), "Burglary,2026/27,1199,1150,lower,count"]
    (item,) = desk_of(quick_engine, tmp_path, *lines).show(year_end, "partnership=northshire").rows
    assert item.now.value.number == 1199


def test_a_month_that_is_chosen_is_no_year_end(third_quarter: Desk) -> None:
    assert third_quarter.show(year_end, "partnership=northshire&period=2026-M12").title.startswith("Dec 2026: ")


def test_quarters_are_forecast_as_months_are(quick_engine: Engine, tmp_path: Path) -> None:
    quarters = [f"Theft,Q{at} {year}/{year - 1999},300,,lower,count" for year in (2024, 2025) for at in (1, 2, 3, 4)]
    quarters += [f"Theft,Q{at} 2026/27,330,,lower,count" for at in (1, 2, 3)]
    desk = desk_of(quick_engine, tmp_path, *quarters, target("Theft", 1200))
    found = desk.show(indicator_file, "partnership=northshire&indicator=theft")
    assert found.title == "Theft: very unlikely to meet its 2026/27 target of 1,200"
    assert found.lede.startswith("990 in 3 of 4 quarters; 2026/27 is expected to end at 1,298")
    assert found.year_forecast is not None
    assert "210 a quarter from here would end on it" in " ".join(year_forecast_words(found.year_forecast))
    assert [step.period.label for step in steps(found.year_forecast)] == [f"Q{at} 2026/27" for at in (1, 2, 3, 4)]
    (row,) = next(table.rows for table in found.tables if table.name == "forecast")
    assert (row["months_counted"], row["so_far"]) == (9, 990)


def test_localities_add_up_month_by_month_to_a_year_that_is_forecast(quick_engine: Engine, tmp_path: Path) -> None:
    lines = [
        f"Arson,{area},{month} {year + (month in ('Jan', 'Feb', 'Mar'))},{count},,lower,count"
        for area, count in (("North", 10), ("South", 20))
        for year in (2025, 2026)
        for month in (MONTHS if year == 2025 else MONTHS[:9])
    ]
    typed = text_file(tmp_path, "areas.csv", HEADING.replace("Period", "Area,Period"), *lines)
    load(quick_engine, typed, wish=wish(partnership="Northshire", moment=APRIL))
    found = Desk(SqlStore(quick_engine)).show(indicator_file, "partnership=northshire&indicator=arson")
    assert found.lede.startswith("270 in 9 of 12 months; 2026/27 is expected to end at 355.")
    assert found.control is not None
    assert found.control.count == 21
    assert "and 6 more: see the download" not in history(found)
    assert "18 cells" in history(found)


def test_a_year_that_cannot_be_forecast_says_why(quick_engine: Engine, tmp_path: Path) -> None:
    gap = [line for line in months("Theft", 2026, [20] * 6) if "Jun" not in line]
    desk = desk_of(quick_engine, tmp_path, *gap, target("Theft", 300))
    (item,) = desk.show(overview, "partnership=northshire").tiles
    why = "cannot be forecast: a month or quarter before the newest has no figure"
    assert text_of(expected_cell(item)) == why
    assert why in text_of(tile(item, desk.filters("partnership=northshire")))
    printed = desk.show(overview, "partnership=warwickshire&category=drugs").tiles
    assert [why_not_forecast(item) for item in printed if item.indicator.code == "NI 40"] == [
        "cannot be forecast: nothing is counted by month or quarter"
    ]


def test_a_tile_says_what_is_needed_from_here(third_quarter: Desk) -> None:
    burglary = third_quarter.show(overview, "partnership=northshire").tiles[0]
    words = text_of(tile(burglary, third_quarter.filters("partnership=northshire")))
    assert "Needed from here 68.3 a month" in words
    assert why_not_forecast(burglary) == ""
