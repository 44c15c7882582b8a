"""Every number that the titles of scrutiny and measures state is counted again from the rows that they write."""

import pytest

from dashboard.domain.wording import number_word
from dashboard.reports.desk import Desk
from dashboard.reports.pages.measure import measure
from dashboard.reports.pages.scrutiny import scrutiny
from dashboard.reports.report import Cell, Report

VIEWS = (
    "partnership=warwickshire&period=2010-11",
    "partnership=warwickshire&period=2010-11&area=rugby",
    "partnership=sampleshire&period=2025-26",
    "partnership=sampleshire&period=2025-26&area=marlhaven",
    "partnership=sampleshire&period=2026-27",
    "partnership=sampleshire&period=2026-27-Q1",
    "partnership=derby&period=2003-04",
)
MEASURES = ("warwickshire&indicator=ni-15", "warwickshire&indicator=ni-16", "shropshire&indicator=ni-39")


def rows(found: Report, name: str) -> list[dict[str, Cell]]:
    return [dict(row) for table in found.tables if table.name == name for row in table.rows]


def counted(found: Report, column: str, words: str) -> int:
    return sum(row[column] == words for row in rows(found, "tiles"))


@pytest.mark.parametrize("query", VIEWS)
def test_scrutiny_counts_what_its_rows_say(desk: Desk, query: str) -> None:
    found = desk.show(scrutiny, query)
    missed, met = counted(found, "status", "missed"), counted(found, "status", "met")
    said = found.title.lower()
    if missed:
        assert f"{number_word(missed)} target{'' if missed == 1 else 's'} missed in" in said
    else:
        assert (" missed" in said) == bool(met)
        assert ("can be judged" in said) == (not met)


@pytest.mark.parametrize("query", MEASURES)
def test_a_measure_names_whose_newest_target_was_missed_or_met(desk: Desk, query: str) -> None:
    found = desk.show(measure, f"partnership={query}")
    lines = rows(found, "measure")
    for status in ("missed", "met"):
        homes = [str(row["partnership"]) for row in lines if row["status"] == status]
        if homes:
            assert f"was {status} in" in found.title
            assert all(found.title.count(home) == 1 for home in homes)
            return
    assert "can be judged" in found.title
