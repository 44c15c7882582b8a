"""Proves that the page of a quarter or month shows what belongs to it, and leaves the year's targets to the year."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.periods.period import from_slug
from dashboard.pages import PAGES, Page
from dashboard.reports.desk import Desk
from dashboard.reports.pages.indicator import indicator_file
from dashboard.reports.pages.overview import Overview, overview
from dashboard.reports.pages.year_end import year_end
from dashboard.reports.report import Report
from data.store import SqlStore
from layouts.cards.tile import tile
from layouts.components.page_head import page_head
from tests.data.own.test_months_of_a_year import text_of
from tests.data.own.typed import load, text_file, wish
from tests.reports.pages.test_every_view import faults
from tests.reports.titles import Actions, wrong_numbers
from tests.views import every_filters

HEADING = "Indicator,Area,Period,Actual,Target,Polarity"
YEARS = ("2010/11", "2011/12")
BURGLARY = [
    f"Burglary,,Q{at} {year},{counts[at - 1]},,lower"
    for year, counts in zip(YEARS, ((100, 110, 120, 90), (160, 115)), strict=True)
    for at in range(1, len(counts) + 1)
]
LINES = [
    *BURGLARY,
    "Burglary,,2011/12,,400,lower",
    "Robbery,,Q2 2011/12,25,,lower",
    "Robbery,,2011/12,,90,lower",
    "Fraud,,2011/12,,TBC,lower",
    *(f"Arson,{area},Q2 2011/12,{count},,lower" for area, count in (("North", 60), ("South", 70))),
    *(f"Arson,{area},Q2 2010/11,{count},,lower" for area, count in (("North", 95), ("South", 99))),
    "Arson,North,2011/12,,80,lower",
    "Theft,North,Q2 2011/12,20,,lower",
    "Satisfaction,,Q1 2011/12,82%,80%,higher",
]


def desk_of(engine: Engine, folder: Path, lines: Sequence[str], partnership: str = "Northshire") -> Desk:
    load(engine, text_file(folder, "quarters.csv", HEADING, *lines), wish=wish(partnership=partnership))
    return Desk(SqlStore(engine))


@pytest.fixture
def quarters(quick_engine: Engine, tmp_path: Path) -> Desk:
    """Half a year in quarters after a whole one, with yearly targets."""
    return desk_of(quick_engine, tmp_path, LINES)


def shown(report: Report) -> dict[str, tuple[str, Decimal]]:
    """Period and actual of every row of a page, by indicator."""
    rows = [row for table in report.tables if table.name in ("tiles", "measured", "year-end") for row in table.rows]
    return {str(row["indicator"]): (str(row["period"]), Decimal(str(row["actual"]))) for row in rows}


def test_a_quarter_shows_only_its_own_figures(quarters: Desk) -> None:
    second = {
        name: ("Q2 2011/12", Decimal(number)) for name, number in (("Burglary", 115), ("Robbery", 25), ("Arson", 130))
    }
    for page in (overview, year_end):
        assert shown(quarters.show(page, "partnership=northshire&period=2011-12-Q2")) == second


@pytest.mark.parametrize(
    ("query", "title", "paragraph"),
    [
        (
            "period=2011-12-Q2",
            "One of two measures clearly fell: Q2 2011/12 against Q2 2010/11",
            "Arson fell 33.0% on Q2 2010/11. Burglary rose 4.5% on Q2 2010/11, which could be chance."
            " Apr 2011 to Sep 2011, against the same months a year before: burglary 275 (+31.0%, a real change)."
            " Three targets for the whole of 2011/12 were in progress in Q2 2011/12 and are not judged here:"
            " burglary (target 400) and two others.",
        ),
        (
            "period=2011-12-Q2&category=not-categorised&indicator=robbery",
            "Robbery: 25 in Q2 2011/12",
            "One target for the whole of 2011/12 was in progress in Q2 2011/12 and is not judged here.",
        ),
        (
            "period=2011-12-Q2&area=north",
            "Arson fell 36.8% in Q2 2011/12 on Q2 2010/11",
            "Arson fell 36.8% on Q2 2010/11. One target for the whole of 2011/12 was in progress in"
            " Q2 2011/12 and is not judged here.",
        ),
        (
            "period=2010-11-Q3",
            "Burglary: 120 in Q3 2010/11",
            "Apr 2010 to Dec 2010: burglary 330. No target is published for Q3 2010/11 or for 2010/11.",
        ),
        (
            "period=2011-12-Q1",
            "The one target that can be judged was met in Q1 2011/12",
            "Satisfaction finished on target or better. Three targets for the whole of 2011/12 were in progress in"
            " Q1 2011/12 and are not judged here: burglary (target 400) and two others.",
        ),
    ],
)
def test_a_quarter_says_what_it_is_compared_with_and_whose_targets_are_in_progress(
    quarters: Desk, query: str, title: str, paragraph: str
) -> None:
    report = quarters.show(overview, f"partnership=northshire&{query}")
    assert report.title == title
    assert report.lede.endswith(paragraph)


def test_a_quarter_leads_to_its_year_which_is_in_progress_or_over(quarters: Desk) -> None:
    going_on = quarters.show(overview, "partnership=northshire&period=2011-12-Q2")
    assert (going_on.going_on, going_on.within) == (from_slug("2011-12"), None)
    assert "2011/12, figures to Sep 2011: " in text_of(page_head(going_on))
    over = quarters.show(overview, "partnership=northshire&period=2010-11-Q2")
    assert (over.going_on, over.within) == (None, from_slug("2010-11"))
    assert "All of 2010/11" in text_of(page_head(over))


@pytest.mark.parametrize(
    ("period", "title"),
    [
        ("2011-12-Q2", "Q2 2011/12: three measures; a quarter has no year end"),
        ("2011-12-Q1", "Q1 2011/12: two measures, one with a target; no year end"),
    ],
)
def test_a_quarter_has_no_year_end(quarters: Desk, period: str, title: str) -> None:
    report = quarters.show(year_end, f"partnership=northshire&period={period}")
    assert (report.title, report.next_targets) == (title, ())


def test_a_tile_of_a_quarter_has_the_year_to_date_and_the_target_of_the_year(quarters: Desk) -> None:
    report = quarters.show(overview, "partnership=northshire&period=2011-12-Q2")
    burglary = next(item for item in report.tiles if item.indicator.name == "Burglary")
    words = text_of(tile(burglary, report.filters))
    assert "Q2 2010/11 110" in words
    assert "Year to date 275 (+31.0%, a real change)" in words
    assert "Target for all of 2011/12 400" in words


def test_an_indicator_is_titled_with_the_quarter_that_is_shown(quarters: Desk) -> None:
    query = "partnership=northshire&indicator=burglary&period=2011-12-Q1"
    assert quarters.show(indicator_file, query).title == "Burglary: 160 in Q1 2011/12, its target is for 2011/12"
    query = "partnership=northshire&indicator=satisfaction&period=2011-12-Q1"
    assert quarters.show(indicator_file, query).title == "Satisfaction: 82% in Q1 2011/12, met (2 points above target)"


def test_a_partnership_with_quarters_opens_on_their_year(quarters: Desk) -> None:
    report = quarters.show(overview, "partnership=northshire")
    assert report.filters.period == from_slug("2011-12")
    assert report.title == "One of two targets for 2011/12 will probably be missed"


def test_a_year_leads_to_the_quarter_that_its_targets_are_for(quick_engine: Engine, tmp_path: Path) -> None:
    lines = [f"Burglary,,Q{at} 2011/12,{count},100,lower" for at, count in ((1, 90), (2, 130))]
    desk = desk_of(quick_engine, tmp_path, lines)
    for page in (overview, year_end):
        report = desk.show(page, "partnership=northshire")
        assert (report.filters.period, report.inside) == (from_slug("2011-12"), from_slug("2011-12-Q2"))
        assert "Targets are set for a quarter, not for the year: Q2 2011/12" in text_of(page_head(report))
    quarter = desk.show(overview, "partnership=northshire&period=2011-12-Q2")
    assert (quarter.title, quarter.inside) == ("The one target that can be judged was missed in Q2 2011/12", None)


def test_a_partnership_whose_areas_alone_have_figures_says_where_to_look(quick_engine: Engine, tmp_path: Path) -> None:
    report = desk_of(quick_engine, tmp_path, ["Satisfaction,North,2011/12,82%,,higher"]).show(
        overview, "partnership=northshire"
    )
    assert report.empty == (
        "Nothing is loaded for all of Northshire in 2011/12: choose another period, or one of its areas."
    )


def test_a_quarter_beside_documents_judges_none_of_the_years_targets(quick_engine: Engine, tmp_path: Path) -> None:
    lines = ("Serious violent crime,,Q1 2011/12,720,,", "Most serious violence,,Q1 2011/12,90,,")
    desk = desk_of(quick_engine, tmp_path, lines, "warwickshire")
    report: Overview = desk.show(overview, "partnership=warwickshire&period=2011-12-Q1")
    assert {str(item.verdict.status) for item in report.tiles} == {"not judged"}
    assert set(shown(report)) == {"Serious violent crime", "Most serious violence"}
    assert report.title == "Two measures in Q1 2011/12, with no Q1 2010/11 to compare"


MONTHLY = [f"Theft,,{month} 2011,{count},,lower" for month, count in (("Apr", 60), ("May", 70), ("Jun", 80))]


def test_months_come_to_their_quarter_and_to_the_year_to_date(quick_engine: Engine, tmp_path: Path) -> None:
    desk = desk_of(quick_engine, tmp_path, [*MONTHLY, "Burglary,,Q1 2011/12,9,,lower"])
    found = shown(desk.show(overview, "partnership=northshire&period=2011-12-Q1"))
    assert found["Theft"] == ("Q1 2011/12", Decimal(210))
    month = desk.show(overview, "partnership=northshire&period=2011-M05")
    assert (shown(month), month.tiles[0].to_date and month.tiles[0].to_date.now) == (
        {"Theft": ("May 2011", Decimal(70))},
        Decimal(130),
    )


def test_months_that_lack_one_are_part_of_their_quarter_and_no_year_to_date(
    quick_engine: Engine, tmp_path: Path
) -> None:
    desk = desk_of(quick_engine, tmp_path, [MONTHLY[0], MONTHLY[2], "Burglary,,Q1 2011/12,9,,lower"])
    (theft,) = [
        item
        for item in desk.show(overview, "partnership=northshire&period=2011-12-Q1").tiles
        if item.indicator.name == "Theft"
    ]
    assert (theft.months, theft.to_date) == (2, None)


FIGURES = ("overview", "year-end", "trends", "indicator")
QUICK = ("overview", "indicator")  # the others take a minute: the drill asks for them


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(page, id=page.name, marks=() if page.name in QUICK else pytest.mark.drill)
        for page in PAGES
        if page.name in FIGURES
    ],
)
def test_every_view_of_quarters_is_true(quarters: Desk, quick_engine: Engine, page: Page) -> None:
    actions, choices = Actions(SqlStore(quick_engine)), quarters.choices().of("northshire")
    for filters in every_filters(quarters):
        if filters.partnership == "northshire":
            report = quarters.report(page.report, filters)
            assert not faults(report), filters
            assert not wrong_numbers(actions, report, choices), (report.title, report.lede)
