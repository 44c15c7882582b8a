"""Proves that targets and actuals as officers write them are judged as they are meant, kept as words, or rejected."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.filters import Filters
from dashboard.reports.desk import Desk
from dashboard.reports.indicator import indicator_file
from dashboard.reports.overview import overview
from dashboard.reports.report import Cell, Report
from dashboard.reports.store import Store
from dashboard.reports.trends import trends
from dashboard.reports.year_end import YearEnd, year_end
from data.load.pipeline import Summary
from data.store import SqlStore
from layouts.components.markup import as_markup
from layouts.components.tile import tile
from tests.releases.typed import load, text_file, wish

HEADING = "Indicator,Polarity,2013/14 Actual,2013/14 Target"
VIEW = "partnership=holderness&period=2013-14"


def loaded(engine: Engine, folder: Path, *lines: str, heading: str = HEADING) -> Summary:
    return load(engine, text_file(folder, "words.csv", heading, *lines), wish=wish("Holderness"))


def report_of(engine: Engine, view: str = VIEW) -> YearEnd:
    return Desk(SqlStore(engine)).show(year_end, view)


def row_of(engine: Engine, view: str = VIEW) -> dict[str, Cell]:
    return next(table for table in report_of(engine, view).tables if table.name == "year-end").rows[0]


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("Callouts,Lower,6,<7", "met"),
        ("Callouts,Lower,7,<7", "near"),
        ("Callouts,Lower,8,≤ 7", "missed"),
        ("Callouts,,220,< 250", "met"),
        ("Callouts,Lower,31,Fewer than 35", "met"),
        ("Callouts,Lower,31,30 max", "near"),
        ("Callouts,,44,At least 45", "near"),
        ("Callouts,Higher,44,no less than 40", "met"),
        ("Callouts,Higher,52,over 50", "met"),
        ("Callouts,Higher,50,over 50", "near"),
        ("Callouts,Lower,50,Up to 60 by March 2014", "met"),
        ("Content,Higher,87%,≥ 85%", "met"),
        ("Content,Higher,87%,85-90%", "met"),
        ("Content,,82%,85% to 90%", "near"),
        ("Content,,70%,between 85% and 90%", "missed"),
        ("Content,Lower,93%,85%-90%", "near"),
        ("Content,Higher,84%,88% or above", "near"),
        ("Wait,Lower,00:09:30,00:10:00", "met"),
        ("Wait,Lower,9m 30s,10m", "met"),
        ("Wait,Lower,12m,10m", "missed"),
        ("Wait,Lower,3 days,≤ 5 days", "met"),
        ("Wait,Lower,2h 15m,under 2 hours", "missed"),
        ('Repairs,Lower,"£2,310","£2,400"', "met"),
        ("Repairs,Lower,£2.5m,£2.4m", "near"),
        ("Repairs,Lower,£15k,no more than £14k", "missed"),
        ("Net change in wardens,Higher,-3,0", "missed"),
        ("Share of budget spent,Higher,104%,100%", "met"),
        ("Growth,Higher,-2.5%,1%", "missed"),
    ],
)
def test_a_target_is_judged_as_it_is_meant(quick_engine: Engine, tmp_path: Path, line: str, status: str) -> None:
    summary = loaded(quick_engine, tmp_path, line)
    row = row_of(quick_engine)
    assert (summary.files[0].rejected, row["status"]) == (0, status)
    typed = line.replace('"', "").rsplit(",", 1)[-1]
    assert str(row["target_text"]).endswith(typed)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Callouts,Lower,60,at least 50", "target against polarity"),
        ("Callouts,Higher,60,max 70", "target against polarity"),
        ("Callouts,Higher,240,1:300", "kept as words"),
        ("Callouts,Lower,240,Monitor", "kept as words"),
        ("Callouts,Lower,240,Below regional average", "kept as words"),
        ("Callouts,Lower,2nd,1st", "kept as words"),
        ("Callouts,Higher,3rd quartile,Upper quartile", "kept as words"),
        ("Callouts,Higher,18/24,20/24", "kept as words"),
        ("Callouts,Lower,14 (9%),12", "kept as words"),
        ("Callouts,Lower,130 (85),140", "kept as words"),
        ("Callouts,Lower,Annual return,12", "reported annually"),
        ("Callouts,Lower,n/a - reported annually,12", "reported annually"),
        ("Callouts,Lower,<5,12", "suppressed"),
        ("Callouts,Lower,34,Below 2012/13", "direction only"),
    ],
)
def test_what_is_no_number_is_kept_and_says_why_it_is_not_judged(
    quick_engine: Engine, tmp_path: Path, line: str, reason: str
) -> None:
    loaded(quick_engine, tmp_path, line)
    row = row_of(quick_engine)
    assert (row["status"], row["status_reason"]) == ("not judged", reason)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("Wait,Lower,12:30,00:15:00",), "write 12h 30m, 12m 30s or 12 in 30"),
        (("Repairs,Lower,1300,£1.4m",), "others of this indicator are in £: write the unit in each cell"),
        (("Repairs,Lower,12m,£1.4m",), "is in £ where the indicator is in minutes"),
        (("Content,Higher,104%,90%",), "no percentage of anything"),
        (("Callouts,Lower,-3,5",), "a count under zero"),
        (("Content,Higher,80%,90-85%",), "wrong way round"),
    ],
)
def test_what_could_be_another_number_is_rejected_with_the_mend(
    quick_engine: Engine, tmp_path: Path, lines: tuple[str, ...], said: str
) -> None:
    summary = loaded(quick_engine, tmp_path, *lines, "Sound,Lower,5,6", "Whole,Lower,5,6")
    assert summary.files[0].rejected == 1
    assert said in summary.files[0].kept[0]["text"]


def test_money_and_time_are_kept_exactly_with_their_unit(quick_engine: Engine, tmp_path: Path) -> None:
    loaded(quick_engine, tmp_path, "Repairs,Lower,£1.25m,£1.3m", "Wait,Lower,9m 30s,10m")
    table = next(table for table in report_of(quick_engine).tables if table.name == "year-end")
    said = [(row["unit"], row["actual"], row["target"], row["actual_text"], row["certainty"]) for row in table.rows]
    assert said == [
        ("£", 1_250_000, 1_300_000, "£1.25m", "not tested"),
        ("seconds", 570, 600, "9m 30s", "not tested"),
    ]


def test_a_unit_that_was_taken_cannot_become_another_one(quick_engine: Engine, tmp_path: Path) -> None:
    loaded(quick_engine, tmp_path, "Wait,Lower,9m,10m")
    heading = "Indicator,Unit,2014/15 Actual"
    later = text_file(tmp_path, "later.csv", heading, "Wait,seconds,500", "Sound,calls,5", "Whole,calls,4")
    summary = load(quick_engine, later, wish=wish("Holderness"))
    assert "its figures are kept in minutes, which cannot become seconds" in summary.files[0].kept[0]["text"]
    other = text_file(tmp_path, "other.csv", "Indicator,2015/16 Actual", "Sound,£5", "Wait,540s", "Whole,6")
    summary = load(quick_engine, other, wish=wish("Holderness"))
    assert [item["text"] for item in summary.files[0].kept] == [
        "line 2, field 2: “£5” is in £ where the indicator is in calls: use one unit."
    ]
    view = "partnership=holderness&period=2015-16"
    table = next(table for table in report_of(quick_engine, view).tables if table.name == "year-end")
    assert {row["indicator"]: (row["actual"], row["unit"]) for row in table.rows}["Wait"] == (9, "minutes")


def test_a_note_of_the_file_is_no_second_number(quick_engine: Engine, tmp_path: Path) -> None:
    loaded(quick_engine, tmp_path, "Callouts,Lower,130 (12),140", "(12) Provisional until June")
    assert (row_of(quick_engine)["actual"], row_of(quick_engine)["note_marks"]) == (130, "12")


YEARS = "Indicator,Polarity,2012/13 Actual,2012/13 Target,2013/14 Actual,2013/14 Target"


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
        ("Callouts,Lower,n/a,220,189,5% reduction on 2012/13 outturn", ("not judged", 209, 0)),
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
    assert report_of(quick_engine).title == (
        "2013/14 year end: one target met, one near and one missed; one direction met, four without a number"
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
    assert report.title == "The target for 2013/14 cannot be judged: it depends on how it is read"
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
        "Alpha finished on target or better. Gamma moved the way that the target asks."
        " Beta finished near the target, not met."
    )


@pytest.mark.parametrize("page", [overview, year_end, indicator_file, trends])
def test_a_net_change_under_zero_breaks_no_page(
    quick_engine: Engine, tmp_path: Path, page: Callable[[Store, Filters], Report]
) -> None:
    lines = [f"Net change in wardens,{year}/{year % 100 + 1},{year % 4 - 3},sum" for year in range(2012, 2020)]
    lines += [
        f"Net change in wardens,{year}-{month:02d},{month % 5 - 3},sum" for year in (2020, 2021) for month in (1, 2, 3)
    ]
    file = text_file(tmp_path, "net.csv", "Indicator,Period,Actual,How the year is made", *lines)
    assert load(quick_engine, file, wish=wish("Holderness")).files[0].rejected == 0
    view = "partnership=holderness&period=2019-20&indicator=net-change-in-wardens"
    assert Desk(SqlStore(quick_engine)).show(page, view).title
