"""Beside our sums stands what the text says; numbers without a printed unit have no verdict."""

import pytest

from dashboard.reports.desk import Desk
from dashboard.reports.pages.year_end import year_end
from dashboard.reports.report import Cell
from dashboard.reports.words.figures import status_text

LAST_YEAR = "partnership=warwickshire&period=2009-10"


def exported(desk: Desk, query: str) -> dict[Cell, dict[str, Cell]]:
    table = next(table for table in desk.show(year_end, query).tables if table.name == "year-end")
    return {row["indicator_code"]: row for row in table.rows}


def test_numbers_without_a_printed_unit_have_no_verdict_and_no_certainty(desk: Desk) -> None:
    item = next(row for row in desk.show(year_end, LAST_YEAR).rows if row.indicator.code == "NI 30")
    assert status_text(item) == "Not judged: below target as printed; no unit is printed"
    row = exported(desk, LAST_YEAR)["NI 30"]
    assert (row["target"], row["actual"]) == (285, 120)
    assert [row[name] for name in ("variance_pct", "certainty", "ratio", "change_real")] == [None] * 4


SAID = {
    "asb": ("3,135; reduction of 15%", 3127),
    "serious-acquisitive-crime": ("fell by 10%", 1085),
    "burglary": ("increased by 8%", 389),
    "vehicle-crime": ("666; fell by 18%", 654),
    "killed-or-seriously-injured": (
        "road traffic collisions including death or serious injury decreased by 6%",
        48,
    ),
    "violent-crime": (None, 1047),
}


@pytest.mark.parametrize(("indicator", "expected"), SAID.items())
def test_what_the_text_says_stands_beside_our_sum(desk: Desk, indicator: str, expected: tuple[str | None, int]) -> None:
    table = desk.show(year_end, "partnership=south-staffordshire").tables[0]
    row = next(row for row in table.rows if row["indicator_id"] == indicator)
    assert (row["text_says"], row["actual"]) == expected


def test_what_the_text_says_of_one_year_is_not_said_of_another(desk: Desk) -> None:
    table = desk.show(year_end, "partnership=south-staffordshire&period=2008-09").tables[0]
    assert {row["text_says"] for row in table.rows} == {None}
