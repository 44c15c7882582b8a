"""A place is told with its own priorities, figures, hotspots by name, and what of the plan names it."""

import pytest

from dashboard.reports.desk import Desk
from dashboard.reports.pages.place import PlacePage, place


def shown(desk: Desk, query: str) -> PlacePage:
    return desk.show(place, query)


def test_the_hotspots_that_a_document_names_are_told_by_name_and_are_no_priorities(desk: Desk) -> None:
    found = shown(desk, "partnership=south-staffordshire")
    assert [item.text for item in found.hot.named] == ["Great Wyrley", "Penkridge", "Wombourne"]
    assert [item.text for item in found.priorities][:2] == ["Anti-Social Behaviour", "Violent Crime"]
    assert not {"Great Wyrley", "Penkridge"} & {item.text for item in found.priorities}


def test_a_locality_has_the_meetings_that_name_it_of_how_many(desk: Desk) -> None:
    found = shown(desk, "partnership=south-staffordshire&area=locality-3")
    assert [item.lead for item in found.planned.meetings] == ["Gecko for Locality 3"]
    assert found.planned.every_meeting == 14
    assert found.title.startswith("Locality 3: three of six measures clearly fell")


def test_a_district_has_the_priorities_that_were_set_for_it_alone(desk: Desk) -> None:
    found = shown(desk, "partnership=warwickshire&area=rugby")
    assert {item.area for item in found.priorities} == {"warwickshire/rugby"}
    assert found.title == "No figures are published for Rugby alone"
    assert (found.planned.actions, found.planned.every_action) == ((), 14)


def test_a_place_without_priorities_of_its_own_has_those_of_the_whole(desk: Desk) -> None:
    found = shown(desk, "partnership=south-staffordshire&area=locality-3")
    assert found.priorities == ()
    assert [item.text for item in found.wider][:2] == ["Anti-Social Behaviour", "Violent Crime"]
    assert shown(desk, "partnership=warwickshire&area=rugby").wider == ()


def test_an_area_of_a_survey_has_what_its_residents_rank(desk: Desk) -> None:
    found = shown(desk, "partnership=shropshire&area=north")
    assert [item.rank for item in found.ranks] == [1, 2, 3]


def test_where_crime_is_counted_street_by_street_the_worst_places_are_named(desk: Desk) -> None:
    found = shown(desk, "partnership=sampleshire&area=tarrowfold")
    assert [item.rank for item in found.hot.spots] == [1, 2, 3, 4, 5]
    assert {item.place.name for item in found.hot.spots}
    rows = next(table.rows for table in found.tables if table.name == "hotspots")
    assert [row["rank"] for row in rows] == [1, 2, 3, 4, 5]


def test_a_whole_partnership_lists_its_places_and_all_of_its_plan(desk: Desk) -> None:
    found = shown(desk, "partnership=warwickshire")
    assert [line.area.name for line in found.lines][:2] == ["North Warwickshire", "Nuneaton and Bedworth"]
    assert len(found.planned.actions) == found.planned.every_action
    assert found.is_whole


def test_its_actions_stand_as_on_the_plan(desk: Desk) -> None:
    place, whole = (shown(desk, f"partnership=sampleshire{area}").planned for area in ("&area=dunnocksea", ""))
    assert [line.item.ref for line in place.actions] == ["A6"]
    assert [line.standing for line in place.actions] == [
        line.standing for line in whole.actions if line.item.ref == "A6"
    ]
    assert len(whole.actions) == 14


@pytest.mark.parametrize("category", ["domestic-violence", "violent-crime"])
def test_where_a_category_has_nothing_it_says_so(desk: Desk, category: str) -> None:
    found = shown(desk, f"partnership=staffordshire&category={category}")
    assert bool(found.empty) is (category == "domestic-violence")
