"""A page becomes one screen: its finding, the number that carries it, one chart or one table, each number sourced."""

import pytest

from dashboard.domain.snapshots.slides import Slide
from dashboard.pages import OFFERED
from dashboard.reports.desk import Desk
from dashboard.reports.meeting.freezing import Screens

WARWICKSHIRE = "partnership=warwickshire&period=2010-11"


def slide(desk: Desk, address: str) -> Slide:
    return Screens(desk, OFFERED.builders, OFFERED.shows_street_places).slide(address)


def test_an_indicator_shows_its_number_its_status_in_words_and_its_line(desk: Desk) -> None:
    found = slide(desk, f"/indicator?{WARWICKSHIRE}&indicator=ni-15")
    assert (found.number, found.unit, found.status) == ("335", "offences · 2010/11", "missed")
    assert found.status_words == "Missed: 16.3% above target"
    assert found.title.startswith("Most serious violent crime: 335 in 2010/11")
    assert dict(found.facts)["Target"] == "288"
    assert found.diagram is not None
    assert found.listing is None
    [measure] = found.measures
    assert (measure.number, measure.target, measure.area) == ("335", "288", "warwickshire")
    assert any("Table" in source or "table" in source for source in found.sources)


def test_an_overview_counts_what_was_missed_of_what_is_judged(desk: Desk) -> None:
    found = slide(desk, f"/?{WARWICKSHIRE}")
    assert (found.number, found.unit) == ("1 of 3", "judged targets missed")
    assert found.listing is not None
    assert [row.status for row in found.listing.rows] == ["missed", *["not judged"] * 3, "met", "met"]
    assert "indicator=" in found.listing.rows[0].address
    assert found.diagram is None
    assert len(found.measures) == found.listing.of == 6


def test_a_missing_figure_is_no_number_and_says_why(desk: Desk) -> None:
    found = slide(desk, f"/?{WARWICKSHIRE}")
    [measure] = [item for item in found.measures if item.code == "NI 30"]
    assert (measure.number, measure.text, measure.status) == ("", "TBC", "not judged")
    assert measure.status_words == "Not judged: still to be confirmed"


def test_a_year_that_goes_on_shows_what_is_expected_beside_what_is_counted(desk: Desk) -> None:
    found = slide(desk, "/indicator?partnership=sampleshire&indicator=vehicle-crime")
    assert "unlikely to meet its 2026/27 target of 950" in found.title
    assert found.unit == "incidents expected for 2026/27"
    assert (found.status, found.status_words) == ("missed", "Very unlikely to be met: under 1%")
    assert dict(found.facts)["So far"] == f"{found.measures[0].text} in 6 of 12 months"


@pytest.mark.parametrize("code", ["ni-15", "ni-16", "ni-21", "ni-30", "ni-40", "ni-47", "asb"])
def test_the_number_is_the_one_that_the_finding_speaks_of(desk: Desk, code: str) -> None:
    found = slide(desk, f"/indicator?{WARWICKSHIRE}&indicator={code}")
    assert found.number in found.title


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("/trends?partnership=south-staffordshire", "diagram"),
        (f"/year-end?{WARWICKSHIRE}", "listing"),
        ("/plan?partnership=derby", "listing"),
        ("/hotspots?partnership=sampleshire", "listing"),
        ("/drill-down?partnership=sampleshire", "listing"),
        ("/data?partnership=warwickshire", "listing"),
    ],
)
def test_every_page_has_a_finding_and_one_chart_or_table(desk: Desk, address: str, shown: str) -> None:
    found = slide(desk, address)
    assert found.title
    assert found.address.partition("?")[0] == address.partition("?")[0]
    assert (found.diagram is not None, found.listing is not None) == (shown == "diagram", shown == "listing")
    if found.listing:
        assert 0 < len(found.listing.rows) <= 8
        assert {len(row.cells) for row in found.listing.rows} == {len(found.listing.headings)}


@pytest.mark.parametrize("address", ["", "/nothing-here", "/load", "//elsewhere.example/", "?partnership=derby&x=\0"])
def test_an_address_that_is_no_report_is_words_alone_or_the_nearest_view(desk: Desk, address: str) -> None:
    found = slide(desk, address)
    assert (found == Slide(address)) == (address != "?partnership=derby&x=\0")


def test_rows_of_hotspots_lead_to_the_place(desk: Desk) -> None:
    found = slide(desk, "/hotspots?partnership=sampleshire")
    assert found.listing is not None
    assert all(row.address.startswith("/drill-down?") and "area=" in row.address for row in found.listing.rows)


def test_a_trend_names_the_cells_of_what_is_drawn_alone(desk: Desk) -> None:
    found = slide(desk, "/trends?partnership=sampleshire&indicator=vehicle-crime")
    assert found.sources
    assert all("Vehicle crime" in source for source in found.sources)
