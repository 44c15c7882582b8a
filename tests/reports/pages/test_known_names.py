"""Neighbourhoods bear the names by which people know them wherever they are listed, counted again from the files."""

from collections import Counter
from decimal import Decimal

import pytest

from dashboard.reports.desk import Desk
from dashboard.reports.pages.drill_down import DrillDown
from dashboard.reports.pages.drill_down_file import drill_down_file
from dashboard.reports.pages.hotspot_file import hotspots_file
from dashboard.reports.pages.hotspots import Hotspots
from dashboard.reports.pages.place_menu import street_menu
from layouts.pages import drill_down as drill_page
from layouts.pages import hotspots as page
from tests.reports.sample_files import SampleFiles, in_neighbourhood, within

SAMPLE = "partnership=sampleshire"
HOOD = "X01000001"
YEAR = within("2025-10", "2026-09")


def ranking(desk: Desk, more: str = "") -> Hotspots:
    return desk.report(hotspots_file, desk.filters(f"{SAMPLE}{more}", shows_street_places=True))


def drilled(desk: Desk, more: str) -> DrillDown:
    return desk.report(drill_down_file, desk.filters(f"{SAMPLE}{more}", shows_street_places=True))


@pytest.fixture(scope="module")
def best(sample_files: SampleFiles) -> tuple[str, Decimal]:
    """The point of the neighbourhood with most incidents of 12 months, and their share of all in it."""
    found = Counter(
        row["Location"].removeprefix("On or near ") for row in sample_files.rows(YEAR, in_neighbourhood(HOOD))
    )
    name = min(found, key=lambda spot: (-found[spot], spot))
    return name, Decimal(found[name] * 100) / found.total()


def test_both_files_say_by_what_a_neighbourhood_is_known(desk: Desk, best: tuple[str, Decimal]) -> None:
    name, share = best
    for report in (ranking(desk), drilled(desk, "&area=marlhaven")):
        row = next(item for item in report.tables[0].rows if item["area_code"] == HOOD)
        assert (row["area"], row["known_point"], row["known_point_share_pct"]) == ("Sampleshire 001A", name, share)
        assert row["known_as"] == f"Marlhaven · near {name}"


def test_a_place_that_has_a_name_is_known_by_it(desk: Desk) -> None:
    rows = drilled(desk, "").tables[0].rows
    assert {(row["area"], row["known_as"], row["known_point"]) for row in rows if row["area"] == "Quenbury"} == {
        ("Quenbury", "Quenbury", None)
    }


def test_pages_menu_and_map_say_it_too(desk: Desk, best: tuple[str, Decimal]) -> None:
    name, share = best
    hotspots, drill = ranking(desk, "&area=marlhaven"), drilled(desk, "&area=marlhaven")
    line = f">Sampleshire 001A · {round(share)}% there</span>"
    for body in (page.body(hotspots), drill_page.body(drill)):
        assert f">Marlhaven · near {name}</a>" in body
        assert line in body
    assert f"Marlhaven · near {name} (Sampleshire 001A)" in {item.words.partition(". ")[2] for item in hotspots.shaded}
    menu = dict(desk.show(street_menu, f"{SAMPLE}&area={HOOD}", shows_street_places=True))
    assert menu[HOOD].strip() == f"Near {name} (001A)"
    assert f"in Marlhaven near {name}" in drilled(desk, f"&area={HOOD}").title


def test_places_without_an_incident_count_among_all(desk: Desk, sample_files: SampleFiles) -> None:
    report = ranking(desk, "&from=2026-M09&to=2026-M09&crime=robbery")
    robbed = {
        row["LSOA code"]
        for row in sample_files.rows(within("2026-09", "2026-09"))
        if row["Crime type"] == "Robbery" and row["LSOA code"]
    }
    everyone = {code for code in sample_files.by("LSOA code") if code}
    assert report.everyone == len(everyone)
    assert f"{len(robbed)} of {len(everyone)} have incidents." in page.body(report)
    assert f"{round(len(everyone) / 10)} of {len(everyone)} neighbourhoods hold" in report.title


def test_a_table_of_places_says_how_many_have_none(desk: Desk, sample_files: SampleFiles) -> None:
    report = drilled(desk, "&area=marlhaven&period=2026-M09&crime=robbery")
    inside = [code for code, locality in sample_files.localities.items() if locality == "Marlhaven"]
    robbed = {
        row["LSOA code"]
        for row in sample_files.rows(within("2026-09", "2026-09"), sample_files.in_locality("Marlhaven"))
        if row["Crime type"] == "Robbery"
    }
    assert f"{len(robbed)} of {len(inside)} neighbourhoods have incidents in these periods." in drill_page.body(report)
    assert "have incidents in these periods" not in drill_page.body(drilled(desk, "&area=marlhaven"))
