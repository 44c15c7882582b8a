"""Anti-social behaviour is no crime: what counts it is called incidents, in every title, row and breadcrumb."""

import re

import pytest

from dashboard.reports.desk import Desk
from dashboard.reports.pages.drill_down import drill_down
from dashboard.reports.pages.hotspots import hotspots

SAMPLE = "partnership=sampleshire"
WITH_ASB = (
    "",
    "&by=month&period=2025-26",
    "&by=quarter",
    "&area=marlhaven",
    "&category=anti-social-behaviour",
    "&crime=anti-social-behaviour",
    "&crime=anti-social-behaviour&crime=burglary",
    "&crime=anti-social-behaviour&crime=burglary&crime=drugs",
)
CRIME_ALONE = {
    "&crime=burglary&crime=drugs&crime=robbery": "3 types of crime",
    "&crime=vehicle-crime": "Vehicle crime",
    "&category=acquisitive-crime": "Acquisitive crime",
}


@pytest.mark.parametrize("query", WITH_ASB)
def test_nothing_that_counts_anti_social_behaviour_is_titled_crime(desk: Desk, query: str) -> None:
    for report in (desk.show(drill_down, SAMPLE + query), desk.show(hotspots, SAMPLE + query)):
        said = report.title.split(", most of all ")[0]  # then follows the type that moved most, which may be a crime
        assert not re.search(r"\bcrimes?\b", f"{said} {report.place}", re.IGNORECASE)


@pytest.mark.parametrize(("query", "words"), CRIME_ALONE.items())
def test_crimes_alone_are_called_so(desk: Desk, query: str, words: str) -> None:
    assert desk.show(drill_down, SAMPLE + query).place.startswith(words)


def test_the_total_of_all_types_is_of_incidents(desk: Desk) -> None:
    report = desk.show(drill_down, SAMPLE)
    assert report.total is not None
    assert (report.total.name, report.place.split(" · ")[0]) == ("All incidents", "All incidents")
    assert report.title.startswith("Incidents in ")
