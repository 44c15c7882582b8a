"""Proves how directions and relative targets of typed tables are judged, and what titles say of them."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.filters import Filters
from dashboard.questions.store import Store
from dashboard.reports.desk import Desk
from dashboard.reports.pages.indicator import indicator_file
from dashboard.reports.pages.overview import overview
from dashboard.reports.pages.trends import trends
from dashboard.reports.pages.year_end import year_end
from dashboard.reports.report import Report
from data.store import SqlStore
from layouts.cards.tile import tile
from layouts.components.markup import as_markup
from tests.data.own.holderness import VIEW, YEARS, loaded, report_of, row_of
from tests.data.own.typed import load, text_file, wish


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Callouts,Lower,40,,38,Below 2012/13", ("met", None, "2012/13")),
        ("Callouts,Lower,40,,40,Below 2012/13", ("missed", None, "2012/13")),
        ("Callouts,Lower,40,,40,No more than last year", ("met", None, "2012/13")),
        ("Callouts,,40,,44,To increase from 2012/13", ("met", None, "2012/13")),
        ("Callouts,Lower,40,,44,Reduce the number of callouts", ("missed", None, "2012/13")),
        ("Callouts,Lower,n/a,,44,Reduce the number of callouts", ("not judged", "direction only", None)),
        ("Callouts,Higher,40,,44,To reduce from 2012/13", ("not judged", "target against polarity", "2012/13")),
        ("Content,Higher,60%,,61%,To increase from 2012/13", ("met", None, "2012/13")),
        ("Callouts,Lower,40,,38,Improve on 2012/13", ("met", None, "2012/13")),
        ("Content,Higher,60%,,59%,year-on-year improvement", ("missed", None, "2012/13")),
        ("Callouts,,40,,38,Improve on 2012/13", ("not judged", "polarity not declared", "2012/13")),
        ("Callouts,Lower,40,,40,Maintain", ("met", None, "2012/13")),
        ("Callouts,Lower,40,,41,No worse than last year", ("missed", None, "2012/13")),
        ("Callouts,Lower,40,,40,No increase", ("met", None, "2012/13")),
        ("Callouts,Lower,40,,40,year-on-year reduction", ("missed", None, "2012/13")),
    ],
)
def test_a_direction_is_judged_on_the_year_it_names_or_the_year_before(
    quick_engine: Engine, tmp_path: Path, line: str, said: tuple[str, str | None, str | None]
) -> None:
    loaded(quick_engine, tmp_path, line, heading=YEARS)
    row = row_of(quick_engine)
    assert (row["status"], row["status_reason"], row["judged_against"]) == said
    assert (row["target"], row["variance_pct"], row["variance_points"]) == (None, None, None)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Callouts,Lower,200,220,190,5% reduction on 2012/13 outturn", ("met", 190, 0)),
        ("Callouts,Lower,200,220,205,5% reduction on 2012/13 outturn", ("missed", 190, 0)),
        ("Callouts,Lower,200,220,205,5% reduction on 2012/13 target", ("met", 209, 0)),
        ("Callouts,Lower,200,220,205,5% reduction on 2012/13", ("not judged", 209, 2)),
        ("Callouts,Lower,200,220,189,5% reduction on 2012/13", ("met", 209, 0)),
        ("Callouts,Lower,n/a,220,189,5% reduction on 2012/13 outturn", ("not judged", None, 0)),
        ("Content,Higher,60%,,64%,Increase content by 5% on 2012/13", ("not judged", None, 2)),
        ("Content,Higher,60%,,70%,Increase content by 5% on 2012/13", ("met", None, 2)),
    ],
)
def test_a_relative_target_is_judged_on_the_base_that_its_words_name(
    quick_engine: Engine, tmp_path: Path, line: str, said: tuple[str, int | None, int]
) -> None:
    loaded(quick_engine, tmp_path, line, heading=YEARS)
    row = row_of(quick_engine)
    found = [item for item in str(row["other_readings"] or "").split("; ") if item]
    assert (row["status"], row["target"], len(found)) == said
    if row["status_reason"] == "depends on the reading":
        assert len({words.rsplit(": ", 1)[1] for words in found}) > 1


def test_a_title_counts_numbers_and_says_the_others_apart(quick_engine: Engine, tmp_path: Path) -> None:
    lines = (
        *("A,Lower,,,5,6", "B,Lower,,,62,60", "C,Lower,,,90,60", "D,Lower,,,90,TBC", "E,Lower,,,9,TBC"),
        *("F,Lower,10,,9,To reduce from 2012/13", "G,Lower,,,9,To establish a baseline", "H,Lower,,,9,Monitor"),
    )
    loaded(quick_engine, tmp_path, *lines, heading=YEARS)
    report = report_of(quick_engine)
    assert report.title == "2013/14 year end: one target met, one nearly met and one missed"
    assert report.lede.startswith(
        "Targets that name no number are counted apart: "
        "one that only says which way to go (met), four without a number. "
    )


def test_a_target_easier_than_the_last_actual_is_met_and_flagged(quick_engine: Engine, tmp_path: Path) -> None:
    loaded(quick_engine, tmp_path, "Callouts,Lower,160,,170,178", heading=YEARS)
    row = row_of(quick_engine)
    assert (row["status"], row["target_flag"]) == ("met", "target easier than its start")


def test_a_tile_shows_both_verdicts_of_a_target_that_can_be_read_in_two_ways(
    quick_engine: Engine, tmp_path: Path
) -> None:
    loaded(quick_engine, tmp_path, "Callouts,Lower,200,220,205,5% reduction on 2012/13", heading=YEARS)
    report = Desk(SqlStore(quick_engine)).show(overview, VIEW)
    words = " ".join(re.sub("<[^>]+>", " ", as_markup([tile(report.tiles[0], report.filters)])).split())
    assert report.title == "The target for 2013/14 cannot be judged: its wording is unclear"
    for said in (
        "it depends on how the target is read",
        "target of 220 is 209.0: met",
        "actual of 200 is 190.0: missed",
    ):
        assert said in words
    assert "Target 2013/14 5% reduction on 2012/13" in words


def test_a_paragraph_says_near_and_directions_apart_from_met(quick_engine: Engine, tmp_path: Path) -> None:
    lines = ("Alpha,Lower,,,5.5,6", "Beta,Lower,,,62.5,60", "Gamma,Lower,10,,9,To reduce from 2012/13")
    loaded(quick_engine, tmp_path, *lines, heading=YEARS)
    assert report_of(quick_engine).lede == (
        "Targets that name no number are counted apart: one that only says which way to go (met)."
        " Alpha finished on target or better. Gamma moved the way that the target asks."
        " Beta finished near the target, not met."
    )


@pytest.mark.parametrize("page", [overview, year_end, indicator_file, trends])
def test_a_net_change_under_zero_breaks_no_page(
    quick_engine: Engine, tmp_path: Path, page: Callable[[Store, Filters], Report]
) -> None:
    lines = [f"Net change in wardens,{year}/{year % 100 + 1},{year % 4 - 3}" for year in range(2012, 2020)]
    lines += [
        f"Net change in wardens,{year}-{month:02d},{month % 5 - 3}" for year in (2020, 2021) for month in (1, 2, 3)
    ]
    file = text_file(tmp_path, "net.csv", "Indicator,Period,Actual", *lines)
    assert load(quick_engine, file, wish=wish("Holderness")).files[0].rejected == 0
    view = "partnership=holderness&period=2019-20&indicator=net-change-in-wardens"
    assert Desk(SqlStore(quick_engine)).show(page, view).title


def test_a_direction_that_was_missed_says_its_change_once(quick_engine: Engine, tmp_path: Path) -> None:
    loaded(quick_engine, tmp_path, "Callouts,Lower,200,,220,To reduce from 2012/13", heading=YEARS)
    report = report_of(quick_engine)
    assert report.lede.startswith("Targets that name no number") or report.title.endswith("one direction missed")
    assert report.lede.endswith("Callouts finished 10.0% above 2012/13, by a margin that chance could explain.")
