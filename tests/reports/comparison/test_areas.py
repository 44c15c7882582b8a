"""Proves how areas compare: rates only with populations, a funnel from ten areas on, counter-movers."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.statistics.comparison import Against
from dashboard.domain.statistics.funnel import Funnel, FunnelAbsence, FunnelPlace, NoFunnel
from dashboard.domain.values.printed import Reason
from dashboard.reports.comparison.areas import Comparison
from dashboard.reports.comparison.file import COLUMNS, comparison_rows
from dashboard.reports.comparison.words import details, finding
from dashboard.reports.desk import Desk
from dashboard.reports.pages.indicator import indicator_file
from tests.engines import published_engine
from tests.reports.compared import HEADING, compared, figures, file_of, load, people


@pytest.fixture
def engine(sqlite_url: str) -> Iterator[Engine]:
    with published_engine(sqlite_url) as engine:
        yield engine


def shown(desk: Desk, query: str) -> Comparison:
    found = desk.show(indicator_file, query).comparison
    assert found is not None
    return found


def test_localities_without_populations_have_shares_and_no_comparison_of_risk(desk: Desk) -> None:
    found = shown(desk, "partnership=south-staffordshire&indicator=asb")
    assert finding(found) == "Locality 3 has the largest share in 2009/10: 925 of 3,127, 29.6%."
    assert details(found) == [
        "Together they went from 3,682 in 2008/09 to 3,127 (−555, −15.1%), more than chance.",
        "Against the total: Locality 5 722 → 770 (+48, +6.6%), within chance.",
        "Counts are no comparison of risk: no population is known for these areas, and a larger area counts more.",
    ]
    assert {(row["rate"], row["rate_reason"], row["rank"]) for row in comparison_rows(found)} == {
        (None, "no population is known", None)
    }


def test_a_counter_mover_that_alone_would_be_more_than_chance_is_not_among_five(desk: Desk) -> None:
    found = shown(desk, "partnership=south-staffordshire&indicator=burglary&area=locality-5")
    assert "Against the total: Locality 5 128 → 92 (−36, −28.1%), within chance." in details(found)
    rows = {row["area"]: row for row in comparison_rows(found)}
    fifth = rows["Locality 5"]
    assert (fifth["change"], fifth["change_share"], fifth["change_real"], fifth["counter_mover"]) == (
        -36,
        Decimal("-112.5"),
        False,
        True,
    )
    assert found.view == "south-staffordshire/locality-5"
    assert len(found.areas) == 5


def test_five_areas_with_populations_are_ranked_and_get_no_funnel(desk: Desk) -> None:
    found = shown(desk, "partnership=sampleshire&indicator=burglary&period=2025-26")
    assert found.funnel == NoFunnel(FunnelAbsence.TOO_FEW, 5)
    assert "No funnel is drawn and no over-dispersion fitted: too few areas: five, needs ten." in details(found)
    rows = comparison_rows(found)
    assert [row["rank"] for row in rows] == [1, 2, 3, 4, 5]
    assert {row["funnel_reason"] for row in rows} == {"too few areas: five, needs ten"}
    for row, item in zip(rows, found.areas, strict=True):
        assert item.rate is not None
        assert row["rate"] == item.value * 1000 / Decimal(str(row["population"]))  # type: ignore[operator]
        assert float(str(row["low_95"])) < float(str(row["rate"])) < float(str(row["high_95"]))


def test_a_year_in_progress_says_how_many_months_it_compares(desk: Desk) -> None:
    found = shown(desk, "partnership=sampleshire&indicator=burglary&period=2026-27")
    assert "The figures cover six of the 12 months." in details(found)
    assert {row["change_reason"] for row in comparison_rows(found)} == {"part year"}


@pytest.mark.parametrize("query", ["partnership=warwickshire", "partnership=derby", "partnership=staffordshire"])
def test_where_there_are_not_two_figures_there_is_nothing_to_compare(desk: Desk, query: str) -> None:
    report = desk.show(indicator_file, query)
    assert report.comparison is None
    assert comparison_rows(report.comparison) == []


def test_twelve_areas_get_a_funnel_and_the_one_apart_is_named(engine: Engine, tmp_path: Path) -> None:
    load(engine, tmp_path, figures=HEADING + figures([100] * 11 + [190]), people=people(*[20_000] * 12))
    found = compared(engine)
    assert isinstance(found.funnel, Funnel)
    assert finding(found) == "One of the 12 areas lies outside the 99.8% limits: Area L above."
    first = found.areas[0]
    assert (first.area.name, first.rank, first.against, first.place) == (
        "Area L",
        1,
        Against.HIGHER,
        FunnelPlace.ABOVE_998,
    )
    assert found.benchmark == Decimal(1290) * 1000 / 240_000
    assert "The areas vary no more than chance lets them (φ 0.5), so the limits are those of chance." in details(found)
    (row, *_) = comparison_rows(found)
    assert (row["area_code"], row["rate"], row["funnel"], row["against_all"]) == (
        "E07990011",
        Decimal("9.5"),
        "above the 99.8% limit",
        "higher",
    )


def test_areas_that_vary_more_than_chance_widen_the_limits_and_say_so(engine: Engine, tmp_path: Path) -> None:
    load(engine, tmp_path, figures=HEADING + figures([60, 140] * 6), people=people(*[20_000] * 12))
    found = compared(engine)
    assert finding(found) == "None of the 12 areas lies outside the 99.8% limits around the rate of all together."
    words = "(over-dispersion, φ 16.0), so the limits stand 4.0 times as far from the rate of all."
    assert f"The areas vary more than chance lets them {words}" in details(found)


def test_an_area_between_the_limits_is_named_with_what_chance_does(engine: Engine, tmp_path: Path) -> None:
    load(engine, tmp_path, figures=HEADING + figures([100] * 11 + [125]), people=people(*[20_000] * 12))
    said = details(compared(engine))
    assert "Outside the 95% limits, where chance alone puts one area in 20, about one of 12: Area L above." in said


def test_an_area_without_a_population_has_no_rate_and_none_is_guessed(engine: Engine, tmp_path: Path) -> None:
    load(engine, tmp_path, figures=HEADING + figures([100, 60, 40]), people=people(20_000, 20_000))
    found = compared(engine)
    assert finding(found) == (
        "Area A is higher and Area B is lower than all areas together (4.0 per 1,000 people) by more than chance."
    )
    assert "No rate for Area C: no population is known." in details(found)
    last = comparison_rows(found)[-1]
    assert (last["area"], last["rate"], last["rate_reason"], last["share"]) == (
        "Area C",
        None,
        "no population is known",
        Decimal(20),
    )


def test_one_population_alone_makes_no_rate(engine: Engine, tmp_path: Path) -> None:
    load(engine, tmp_path, figures=HEADING + figures([100, 60]), people=people(20_000))
    found = compared(engine)
    assert (found.benchmark, comparison_rows(found)[0]["rate_reason"]) == (None, "no other area has a rate")


def test_like_rates_are_said_to_be_alike(engine: Engine, tmp_path: Path) -> None:
    load(engine, tmp_path, figures=HEADING + figures([100, 104]), people=people(20_000, 20_000))
    words = "No area’s rate differs from that of all areas together (5.1 per 1,000 people) by more than chance."
    assert finding(compared(engine)) == words


def test_changes_that_cancel_give_counts_and_no_shares(engine: Engine, tmp_path: Path) -> None:
    before, now = figures([100, 50], "2023/24"), figures([50, 100])
    load(engine, tmp_path, figures=HEADING + before + now)
    found = compared(engine)
    assert "Together they counted 150 in both periods, so no area has a share of a change." in details(found)
    rows = comparison_rows(found)
    assert {(row["change"], row["change_share"], row["change_reason"]) for row in rows} == {
        (50, None, "the total did not change"),
        (-50, None, "the total did not change"),
    }


def test_small_counts_change_without_a_percentage_and_a_missing_area_is_said(engine: Engine, tmp_path: Path) -> None:
    load(engine, tmp_path, figures=HEADING + figures([20, 10, 4], "2023/24") + figures([10, 12]))
    said = details(compared(engine))
    assert said[0] == "Together they went from 30 in 2023/24 to 22 (−8), within chance."
    assert "One area has no figure for 2024/25." in said


def test_where_nothing_was_counted_no_area_has_a_share(engine: Engine, tmp_path: Path) -> None:
    load(engine, tmp_path, figures=HEADING + figures([0, 0]))
    assert finding(compared(engine)) == "Nothing was counted in these areas in 2024/25."


def test_a_suppressed_figure_is_listed_with_its_reason(engine: Engine, tmp_path: Path) -> None:
    load(engine, tmp_path, figures=HEADING + figures([100, 50, "[c]"]))
    found = compared(engine)
    last = found.areas[-1]
    assert (last.area.name, last.value, last.reason) == ("Area C", None, Reason.SUPPRESSED)
    row = comparison_rows(found)[-1]
    assert (row["reason"], row["rate_reason"], tuple(row)) == ("suppressed", "no figure", COLUMNS)


def test_published_rates_are_ranked_and_not_tested(engine: Engine, tmp_path: Path) -> None:
    heading = HEADING.replace("Polarity", "Polarity,Value type")
    rows = figures([4.5, 6.25]).replace("lower", "lower,rate") + figures([7], "2023/24").replace("lower", "lower,rate")
    load(engine, tmp_path, figures=heading + rows)
    found = compared(engine)
    assert finding(found) == "The areas range from 4.5 (Area A) to 6.25 (Area B) in 2024/25."
    assert details(found)[0].startswith("No counts stand behind these figures")
    assert [(row["rank"], row["rate_reason"], row["change_reason"]) for row in comparison_rows(found)] == [
        (1, "no count behind the figure", "no count behind the figure"),
        (2, "no count behind the figure", "no count behind the figure"),
    ]


def test_the_file_of_the_page_holds_the_comparison(engine: Engine, tmp_path: Path) -> None:
    load(engine, tmp_path, figures=HEADING + figures([100, 60]))
    tables = {table.name: table for table in file_of(engine, "partnership=testshire").tables}
    assert tables["comparison"].columns == COLUMNS
    assert len(tables["comparison"].rows) == 2
