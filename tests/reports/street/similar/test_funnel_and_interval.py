"""Where an area's interval and the funnel of its group disagree, the page says so; where they agree, it does not."""

import pytest

from dashboard.domain.statistics.comparison import Against
from dashboard.reports.desk import Desk
from dashboard.reports.pages.street.similar_areas import SimilarAreas, similar_areas

SAID = "does not single it out."


@pytest.fixture(scope="module")
def wards(desk: Desk) -> list[SimilarAreas]:
    """The wards of Sampleshire beside their groups, in three views each."""
    asked = ("", "&period=2025-26", "&period=2025-26&crime=burglary")
    views = [f"partnership=sampleshire&area=X050000{at:02}{more}" for at in range(1, 21) for more in asked]
    return [desk.show(similar_areas, view, shows_street_places=True) for view in views]


def test_a_title_in_line_explains_an_interval_that_is_not(wards: list[SimilarAreas]) -> None:
    met = set()
    for report in wards:
        found = report.standing
        if found is None or found.own.at is None:
            continue
        apart = " in line with " in report.title and found.own.against is not Against.SIMILAR
        assert (SAID in report.lede) is apart, report.title
        if apart:
            side = {Against.HIGHER: "above", Against.LOWER: "below"}[found.own.against]
            assert f"Its interval lies {side} the rate of all; the funnel" in report.lede
        met.add(apart)
    assert met == {True, False}
