"""Matters arising, the last decisions, and one line of a plan stand on screens of their own."""

import pytest

from dashboard.domain.snapshots.slides import Slide
from dashboard.pages import OFFERED
from dashboard.reports.agenda.of_plan import several
from dashboard.reports.desk import Desk
from dashboard.reports.meeting.freezing import Screens
from dashboard.reports.planning.exceptions import Amiss


def slide(desk: Desk, address: str, key: str = "") -> Slide:
    return Screens(desk, OFFERED.builders, OFFERED.shows_street_places).slide(address, key)


def test_an_action_of_the_plan_has_its_own_screen_with_lead_and_due_date(desk: Desk) -> None:
    found = slide(desk, "/plan?partnership=derby", "1-1")
    assert found.title.startswith("1.1 Identify sources and gaps in reliable data")
    assert "May" in dict(found.facts)["Due"]
    assert "Led by" in dict(found.facts)
    assert found.sources


def test_a_risk_shows_what_it_comes_to_and_a_blank_residual_as_blank(desk: Desk) -> None:
    blank, scored = (slide(desk, "/plan?partnership=staffordshire", f"ssc15-{at}") for at in (1, 3))
    assert dict(blank.facts)["After controls"] == "left blank"
    assert blank.unit == "before controls"
    assert (scored.number, scored.unit) == ("9", "after controls")


def test_a_key_that_the_plan_does_not_have_shows_the_plan(desk: Desk) -> None:
    assert slide(desk, "/plan?partnership=derby", "nothing").listing is not None


def test_an_item_on_several_lines_shows_those_alone(desk: Desk) -> None:
    found = slide(desk, "/plan?partnership=staffordshire", several(Amiss.PAST))
    assert found.listing is not None
    assert [row.cells[0] for row in found.listing.rows] == ["7.5", "7.8", "7.4", "7.7"]
    assert found.title == "Four lines of the plan: past its date"
    assert slide(desk, "/plan?partnership=derby", several(Amiss.WENT_UP)).listing is not None  # none: the plan itself


@pytest.mark.parametrize("address", ["/meeting?meeting=9999999", "/meeting?meeting=x", "/meeting", "/meeting/since"])
def test_a_meeting_that_is_not_there_has_no_screen(desk: Desk, address: str) -> None:
    assert slide(desk, address) == Slide(address)


def test_where_nothing_was_decided_nothing_is_left_to_do(desk: Desk) -> None:
    found = slide(desk, "/meeting?partnership=derby")
    assert (found.title, found.listing) == ("Nothing is left to do", None)
