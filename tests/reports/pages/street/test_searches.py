"""Stop and search of the invented county: every count is that of the files, and what they cannot tell is said."""

import csv
from collections import Counter
from decimal import Decimal

import pytest

from dashboard.reports.desk import Desk
from dashboard.reports.pages.drill_down import drill_down
from dashboard.reports.pages.street.search_file import stop_and_search_file
from dashboard.reports.pages.street.searched import Searched
from dashboard.reports.pages.street.searches import StopAndSearch
from layouts.pages.street import searches as page
from tests.reports.sample_files import SampleFiles

QUARTER, BEFORE = ("2026-07", "2026-08", "2026-09"), ("2025-07", "2025-08", "2025-09")


def ask(desk: Desk, more: str = "") -> StopAndSearch:
    return desk.report(stop_and_search_file, desk.filters(f"partnership=sampleshire{more}", shows_street_places=True))


def rows(report: StopAndSearch, table: str) -> list[dict[str, object]]:
    return [dict(row) for found in report.tables if found.name == table for row in found.rows]


@pytest.fixture(scope="module")
def told(sample_files: SampleFiles) -> list[dict[str, str]]:
    """Every row of the files; none lies so near midnight that its month is another by local time."""
    paths = [path for path in sample_files.paths if path.name.endswith("stop-and-search.csv")]
    assert len(paths) == 24
    found = []
    for path in paths:
        with path.open(encoding="utf-8", newline="") as file:
            found += list(csv.DictReader(file))
    return found


def of(told: list[dict[str, str]], months: tuple[str, ...]) -> list[dict[str, str]]:
    return [row for row in told if row["Date"][:7] in months]


def test_counts_are_those_of_the_files(desk: Desk, told: list[dict[str, str]]) -> None:
    report, now = ask(desk), of(told, QUARTER)
    assert report.total is not None
    assert (report.total.n, report.before.n if report.before else None) == (len(now), len(of(told, BEFORE)))
    linked = [row["Outcome linked to object of search"] for row in now]
    assert (report.total.linked, report.total.said) == (linked.count("True"), len(linked) - linked.count(""))
    by_outcome, by_object = (Counter(row[name] for row in now) for name in ("Outcome", "Object of search"))
    assert {row["search_outcome"]: row["searches"] for row in rows(report, "by-outcome")} == dict(by_outcome)
    assert {row["search_object"]: row["searches"] for row in rows(report, "by-object")} == dict(by_object)
    by_month = Counter(row["Date"][:7] for row in told)
    assert [row["searches"] for row in rows(report, "by-month")] == [by_month[at] for at in sorted(by_month)[::-1]]


def test_places_are_those_of_the_map_points(desk: Desk, told: list[dict[str, str]], sample_files: SampleFiles) -> None:
    at = {
        (row["Longitude"], row["Latitude"]): sample_files.localities.get(row["LSOA code"])
        for row in sample_files.rows()
    }
    expected = Counter(
        at[row["Longitude"], row["Latitude"]] if row["Longitude"] else "No location given" for row in of(told, QUARTER)
    )
    found = {str(row["area"]): row["searches"] for row in rows(ask(desk), "by-area")}
    assert found == dict(expected)
    one = ask(desk, "&area=marlhaven")
    assert one.total is not None
    assert one.total.n == expected["Marlhaven"]
    assert one.notes[1].startswith("Only searches that can be placed in Marlhaven")


def test_the_rate_is_for_every_thousand_residents(desk: Desk) -> None:
    total = ask(desk).total
    assert total is not None
    assert total.place is not None
    assert total.per_1000 == Decimal(total.n) * 1000 / 103_769
    assert "for every thousand residents" in ask(desk).lede


def test_a_year_before_is_compared_only_where_it_is_loaded_whole(desk: Desk) -> None:
    old = ask(desk, "&from=2024-M10&to=2024-M12")
    assert (old.before, old.is_real) == (None, None)
    assert "The same months a year before are not loaded whole." in old.lede
    absent = ask(desk, "&from=2023-M04&to=2023-M06")
    assert absent.lede.startswith("No stop and search is loaded for the months asked for: the newest are shown.")
    assert absent.total is not None
    assert absent.total.name == "12 months to Sep 2026" or absent.total.period is not None


def test_a_partnership_without_files_says_so_and_no_tab_leads_there(desk: Desk) -> None:
    report = desk.show(stop_and_search_file, "partnership=derby")
    assert (report.title, report.elsewhere) == ("No stop and search is loaded for Derby", "load")
    assert "stop-and-search?" in page.page_top(ask(desk))


@pytest.mark.parametrize("area", ["no-location", "X01000001@0.000000,0.000000"])
def test_what_lies_in_no_place_has_no_count_of_zero(desk: Desk, area: str) -> None:
    if "@" in area:
        drilled = desk.show(drill_down, "partnership=sampleshire&area=X01000001", shows_street_places=True)
        area = next(row.key for row in drilled.places)
    report = ask(desk, f"&area={area}")
    assert (report.total, report.tables) == (None, ())
    assert report.title.startswith("Searches are not counted ")


def test_a_chosen_crime_type_counts_all_searches_and_says_so(desk: Desk) -> None:
    one, all_of_them = ask(desk, "&crime=drugs"), ask(desk)
    assert one.total == all_of_them.total
    assert "Searches bear no crime type" in " ".join(one.notes)


def test_five_lines_say_what_the_files_cannot_tell(desk: Desk) -> None:
    said = " ".join(ask(desk).notes)
    for words in ("UTC", "no location", "map point", "City of London", "left out of the share"):
        assert words in said


def test_a_share_of_few_shows_both_numbers_and_what_is_not_said_is_left_out() -> None:
    few = Searched("x", "X", n=30, linked=7, said=28)
    many = Searched("y", "Y", n=90, linked=20, said=80)
    unsaid = Searched("z", "Z", n=5, linked=0, said=0)
    assert [item.linked_text() for item in (few, many, unsaid)] == ["7 of 28", "25.0%", "–"]
    assert (unsaid.linked_share, unsaid.per_1000) == (None, None)
