"""Proves that a target which lawful readings disagree about is shown as printed, and drawn nowhere as one number."""

import re
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.reports.desk import Desk
from dashboard.reports.pages.indicator import indicator_file
from dashboard.reports.pages.trends import trends
from dashboard.reports.pages.year_end import year_end
from data.store import SqlStore
from layouts.cards.performance_rows import own_target_cell
from layouts.components.markup import as_markup
from layouts.pages.indicator_history import history
from layouts.pages.year_end import next_year
from tests.data.own.typed import load, text_file, wish

HEADING = "Indicator,Polarity,2012/13 Actual,2012/13 Target,2013/14 Actual,2013/14 Target"
VIEW = "partnership=holderness&period=2013-14"


def shown(engine: Engine, folder: Path, line: str) -> Desk:
    load(engine, text_file(folder, "words.csv", HEADING, line), wish=wish("Holderness"))
    return Desk(SqlStore(engine))


def words_of(markup: object) -> str:
    return " ".join(re.sub("<[^>]+>", " ", str(markup)).split())


@pytest.mark.parametrize(
    ("line", "cell", "drawn"),
    [
        ("Callouts,Lower,200,220,205,5% reduction on 2012/13", "“5% reduction on 2012/13”", ["220"]),
        ("Callouts,Lower,0.70,0.72,0.68,Reduce by 5% on 2012/13", "“Reduce by 5% on 2012/13”", ["0.72"]),
        ("Callouts,Higher,40,50,46,10% increase on 2012/13", "“10% increase on 2012/13”", ["50"]),
        ("Callouts,Lower,200,220,205,5% reduction on 2012/13 target", "209.0", ["220", "209.0"]),
        ("Callouts,Lower,200,220,205,5% reduction on 2012/13 outturn", "190.0", ["220", "190.0"]),
        ("Callouts,Lower,200,220,189,5% reduction on 2012/13", "209.0", ["220", "209.0"]),
        ("Callouts,Lower,200,220,205,210", "210", ["220", "210"]),
    ],
)
def test_a_target_that_its_readings_disagree_about_is_no_number(
    quick_engine: Engine, tmp_path: Path, line: str, cell: str, drawn: list[str]
) -> None:
    desk = shown(quick_engine, tmp_path, line)
    report, over_time = desk.show(year_end, VIEW), desk.show(trends, VIEW)
    assert over_time.chosen is not None
    assert words_of(as_markup([own_target_cell(report.rows[0], report.filters)])).startswith(cell)
    assert [point.text for point in over_time.chosen.targets] == drawn


@pytest.mark.parametrize(
    ("words", "cell"),
    [("5% reduction on 2012/13", "“5% reduction on 2012/13”"), ("5% reduction on 2012/13 target", "209.0")],
)
def test_a_year_shows_the_target_of_the_next_as_printed_where_it_can_be_read_otherwise(
    quick_engine: Engine, tmp_path: Path, words: str, cell: str
) -> None:
    desk = shown(quick_engine, tmp_path, f"Callouts,Lower,200,220,,{words}")
    assert cell in words_of(as_markup(next_year(desk.show(year_end, "partnership=holderness&period=2012-13"))))


def test_the_history_of_an_indicator_shows_it_as_printed(quick_engine: Engine, tmp_path: Path) -> None:
    desk = shown(quick_engine, tmp_path, "Callouts,Lower,200,220,205,5% reduction on 2012/13")
    said = words_of(history(desk.show(indicator_file, VIEW)))
    assert "2013/14 “5% reduction on 2012/13” 205" in said
