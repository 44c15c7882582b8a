"""Proves that a figure which may be two numbers is rejected with both, and that a title gives its table's unit."""

from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.data.own.holderness import HEADING, loaded, row_of
from tests.data.own.typed import load, text_file, wish

FILL = "Callouts,Lower,40,44"


@pytest.mark.parametrize(
    ("line", "mend"),
    [
        ("Budget,Neutral,2m,3m", "may be minutes or millions: write 2 min, £2m or the number in full."),
        ("Visits to the site,Higher,1.2 m,1m", "may be minutes or millions: write 1.2 min"),
        ("Burglary,Lower,1.204,1.187", "may be 1,204 or a decimal: write 1,204, or declare the value type rate."),
        ("Theft,Lower,12.345,40", "may be 12,345 or a decimal"),
        ("Robbery,Lower,.5,1", "write a nought before the point, 0.5 for .5."),
        ("Robbery,Lower,z,1", "write it in brackets as a symbol"),
    ],
)
def test_a_figure_that_may_be_two_is_rejected(quick_engine: Engine, tmp_path: Path, line: str, mend: str) -> None:
    summary = loaded(quick_engine, tmp_path, line, FILL, FILL.replace("Callouts", "Calls"))
    assert mend in summary.files[0].kept[0]["text"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Response time,Lower,12m,15m", (12, 15, "minutes", "met")),
        ("Handling,Lower,12m 30s,15m", (750, 900, "seconds", "met")),
        ("Budget,Lower,£2m,£3m", (2000000, 3000000, "£", "met")),
        ("Repeat rate,Lower,12.5%,10%", (12.5, 10, "", "missed")),
        ("Victims per 1 000,Lower,1.204,1.300", (Decimal("1.204"), Decimal("1.300"), "", "met")),
    ],
)
def test_what_names_its_meaning_is_read(
    quick_engine: Engine, tmp_path: Path, line: str, said: tuple[float | Decimal, float | Decimal, str, str]
) -> None:
    loaded(quick_engine, tmp_path, line)
    row = row_of(quick_engine)
    assert (row["actual"], row["target"], row["unit"], row["status"]) == said


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("Safer streets budget (£'000)", "£000"),
        ("All figures in £m", "£m"),
        ("Spend (£k)", "£000"),
        ("Spend (£)", "£"),
        ("Spend in £000s of the £m fund", "£000"),
        ("Costs", ""),
    ],
)
def test_a_title_gives_the_unit_of_amounts_without_one(
    quick_engine: Engine, tmp_path: Path, title: str, unit: str
) -> None:
    load(quick_engine, text_file(tmp_path, "a.csv", title, HEADING, "CCTV,Lower,120,130"), wish=wish("Holderness"))
    row = row_of(quick_engine)
    assert (row["actual"], row["unit"]) == (120, unit)


def test_what_is_counted_takes_no_unit_from_a_title(quick_engine: Engine, tmp_path: Path) -> None:
    line = "Number of thefts,Lower,120,130"
    load(quick_engine, text_file(tmp_path, "a.csv", "Costs (£m)", HEADING, line), wish=wish("Holderness"))
    assert row_of(quick_engine)["unit"] == ""


def test_columns_of_bounds_estimates_and_times_are_measures(quick_engine: Engine, tmp_path: Path) -> None:
    lines = ("Year,Calls,Calls target,Response time", "2012/13,c. 40,<= 50,12m 30s", "2013/14,(9),50 or fewer,11m")
    summary = load(quick_engine, text_file(tmp_path, "a.csv", *lines), wish=wish("Holderness"))
    assert (summary.loaded, summary.files[0].rejected) == (True, 1)
    assert "Each column is read as an indicator: Calls, Response time." in summary.files[0].said
