"""The overview says how street-level crime stands where some is loaded: counted again from the files."""

import pytest

from dashboard.reports.desk import Desk
from dashboard.reports.places.street_now import street_now
from layouts.cards.street.standing import street_now_filled
from tests.layouts.regions import read_region
from tests.layouts.trees import named
from tests.reports.sample_files import SampleFiles, of_types, within

SAMPLE = "partnership=sampleshire"
WANTED = {
    "": [],
    "&period=2024-25": [],  # it is always of the newest months
    "&category=anti-social-behaviour": [of_types(["Anti-social behaviour"])],
    "&area=quenbury": [],  # and in that locality
}


@pytest.mark.parametrize("more", WANTED)
def test_it_is_of_the_newest_quarter_and_12_months(desk: Desk, sample_files: SampleFiles, more: str) -> None:
    found = desk.show(street_now, f"{SAMPLE}{more}")
    wanted = [*WANTED[more], *([sample_files.in_locality("Quenbury")] if "quenbury" in more else [])]
    assert found is not None
    assert found.stands is not None
    stands, year = found.stands, found.stands.year
    assert year is not None
    assert (found.newest, stands.looked_at.span.label, year.span.label) == (
        *("Sep 2026", "Q2 2026/27", "Oct 2025 to Sep 2026"),
    )
    assert stands.looked_at.n == sample_files.count(within("2026-07", "2026-09"), *wanted)
    assert stands.looked_at.before == sample_files.count(within("2025-07", "2025-09"), *wanted)
    assert year.n == sample_files.count(within("2025-10", "2026-09"), *wanted)
    assert f">{stands.looked_at.n:,}</b> incidents" in street_now_filled(found)[0]


def test_its_doors_can_be_followed(desk: Desk) -> None:
    words, hidden = street_now_filled(desk.show(street_now, f"{SAMPLE}&area=quenbury"))
    hrefs = [link["props"]["href"] for link in named(read_region(words), "A")]
    assert not hidden
    assert {href.partition("?")[0] for href in hrefs} == {"/drill-down", "/hotspots"}
    for href in hrefs:
        assert desk.filters(href.partition("?")[2], shows_street_places=True).area == "quenbury"


@pytest.mark.parametrize("query", ["partnership=derby", "partnership=warwickshire&area=rugby"])
def test_where_nothing_is_counted_there_is_no_card(desk: Desk, query: str) -> None:
    found = desk.show(street_now, query)
    assert found is None
    assert street_now_filled(found) == ('<span class="nothing"></span>', True)
