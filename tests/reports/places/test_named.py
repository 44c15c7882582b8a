"""A place is named by its own name as a whole word, wherever in an action or meeting that stands."""

from dataclasses import replace

import pytest

from dashboard.domain.documents import Action, Campaign, Meeting, Priority
from dashboard.domain.records import Area, SourceCell
from dashboard.reports.places.named import actions_on, campaigns_on, inside, is_a_place, meetings_on, names, of_kinds

CELL = SourceCell(1, "SST", "Plan", "1", "Action", "Text")
DERBY = Area("derby", "Derby", "city", "")
LOCALITY = Area("south-staffordshire/locality-1", "Locality 1", "locality", "south-staffordshire")


@pytest.mark.parametrize(
    ("text", "area", "named"),
    [
        ("Patrols in Derby at weekends", DERBY, True),
        ("DERBY: patrols", DERBY, True),
        ("Derbyshire Constabulary", DERBY, False),
        ("Gecko for Locality 1", LOCALITY, True),
        ("Gecko for Locality 10", LOCALITY, False),
        ("Gecko for Locality 1/2", LOCALITY, True),
        ("", DERBY, False),
    ],
)
def test_a_name_inside_a_longer_word_names_another_place(text: str, area: Area, named: bool) -> None:
    assert names(text, area) is named


def action(ref: str, words: str, lead: str = "", *cells: tuple[str, str]) -> Action:
    return Action(ref, "", words, lead, "", None, "", "", cells, CELL)


def test_an_action_names_a_place_in_its_words_its_lead_or_any_cell() -> None:
    every = (
        action("1", "Patrols in Derby"),
        action("2", "Patrols", "Derby homes"),
        action("3", "Patrols", "", ("outcome", "Fewer assaults in Derby")),
        action("4", "Patrols"),
    )
    assert [item.ref for item in actions_on(every, DERBY)] == ["1", "2", "3"]


def test_a_meeting_names_a_place_in_its_lead_or_a_campaign() -> None:
    campaign = Campaign("current", "Car boot sale, Locality 1", "", CELL)
    every = (
        Meeting("May", None, "Gecko for Locality 1", CELL),
        Meeting("June", None, "Police", CELL, (campaign,)),
        Meeting("July", None, "Police", CELL),
    )
    assert [item.meeting for item in meetings_on(every, LOCALITY)] == ["May", "June"]


def test_what_stands_among_hotspots_is_a_place_and_no_kind_of_work() -> None:
    wyrley = Priority("a", "Geographical Impact Groups", "Great Wyrley", "", ("all-crime",), CELL)
    alcohol = Priority("a", "Community Safety Partnership", "Alcohol", "", ("alcohol",), CELL)
    assert (is_a_place(wyrley), is_a_place(alcohol)) == (True, False)
    assert of_kinds((wyrley, alcohol)) == (alcohol,)


def test_what_a_file_says_is_for_a_place_or_for_one_inside_it_is_for_the_place() -> None:
    ward = Area("south-staffordshire/ward", "Ward", "ward", LOCALITY.slug)
    within = inside((DERBY, ward, LOCALITY), LOCALITY)
    assert within == {LOCALITY.slug, ward.slug}
    gecko = Campaign("planned", "Gecko", "", CELL, area=ward.slug)
    held = Meeting("May", None, "Police", CELL)
    every = (held, replace(held, meeting="June", area=ward.slug), replace(held, meeting="July", campaigns=(gecko,)))
    assert [item.meeting for item in meetings_on(every, LOCALITY, within)] == ["June", "July"]
    assert campaigns_on((gecko, replace(gecko, area="")), LOCALITY, within) == (gecko,)
    assert actions_on([replace(action("1", "Patrols"), area=ward.slug)], LOCALITY, within) != ()
    assert campaigns_on((replace(gecko, area="", text="In Derby"),), DERBY) != ()
