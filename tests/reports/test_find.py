"""A search finds what there is in every partnership, and its doors lead there in the view of whoever searches."""

import pytest

from dashboard.domain.doors import Door, PlainDoor
from dashboard.domain.finding import Findable, Kind
from dashboard.reports.desk import Desk
from dashboard.reports.find import LONGEST_ASKED, MOST_FOUND, Found, Search, find

PAGES = (("overview", "Overview"), ("trends", "Trends"), ("plan", "Plan"))
METHODS = (("control-chart", "Control chart", "Is a month out of the ordinary?"),)


def searched(desk: Desk, asked: str, view: str = "partnership=warwickshire&period=2009-10&area=rugby") -> Found:
    search = Search(asked, desk.nearest(view, shows_street_places=True)[0], PAGES, METHODS)
    return desk.ask(lambda store, choices: find(store, choices, search))


def first(desk: Desk, asked: str) -> Findable:
    return searched(desk, asked).items[0]


@pytest.mark.parametrize(
    ("asked", "kind", "name"),
    [
        ("ni 47", Kind.INDICATOR, "People killed or seriously injured in road traffic accidents"),
        ("derby", Kind.PARTNERSHIP, "Derby"),
        ("nuneaton", Kind.AREA, "Nuneaton and Bedworth"),
        ("north warw", Kind.AREA, "North Warwickshire"),
        ("rural crime", Kind.CATEGORY, "Rural Crime"),
        ("trends", Kind.PAGE, "Trends"),
        ("load", Kind.PAGE, "Load files"),
        ("control chart", Kind.METHOD, "Control chart"),
        ("7.4", Kind.ACTION, "7.4 We will conduct a Review of partnership analysis and performance management"),
    ],
)
def test_everything_with_a_name_is_found(desk: Desk, asked: str, kind: Kind, name: str) -> None:
    item = first(desk, asked)
    assert (item.kind, item.name[: len(name)]) == (kind, name)


def test_a_risk_is_found_by_its_number_and_leads_to_the_plan(desk: Desk) -> None:
    item = first(desk, "SSC15-1")
    assert item.kind == Kind.RISK
    assert isinstance(item.door, Door)
    assert (item.door.page, item.door.filters.partnership) == ("plan", "staffordshire")
    assert item.door.cell is not None


def test_a_door_keeps_period_and_area_inside_the_partnership_only(desk: Desk) -> None:
    own, other = first(desk, "ni 47").door, first(desk, "derby").door
    assert isinstance(own, Door)
    assert isinstance(other, Door)
    assert (own.filters.period.slug, own.filters.area, own.filters.indicators) == (
        "2009-10",
        "rugby",
        frozenset({"ni-47"}),
    )
    assert (other.filters.partnership, other.filters.area) == ("derby", "")
    area = first(desk, "nuneaton").door
    assert isinstance(area, Door)
    assert (area.page, area.filters.area) == ("place", "nuneaton-and-bedworth")


def test_a_code_that_other_partnerships_have_leads_to_the_measure_with_all_of_them(desk: Desk) -> None:
    found = [item for item in searched(desk, "ni 16").items if item.kind is Kind.MEASURE]
    assert [(item.name, item.door.page) for item in found if isinstance(item.door, Door)] == [
        ("NI 16 in every partnership", "measure")
    ]
    assert [item for item in searched(desk, "ni 47").items if item.kind is Kind.MEASURE] == []


def test_what_the_own_partnership_has_comes_before_the_others(desk: Desk) -> None:
    for home, name in (("warwickshire", "Warwickshire"), ("sampleshire", "Sampleshire"), ("shropshire", "Shropshire")):
        found = searched(desk, "violen", f"partnership={home}").items
        own = [item.beside.endswith(name) for item in found]
        assert own == sorted(own, reverse=True)
        assert {True, False} == set(own)


def test_another_partnership_is_found_by_its_name(desk: Desk) -> None:
    item = searched(desk, "staffordshire", "partnership=south-staffordshire").items[0]
    assert (item.kind, item.name) == (Kind.PARTNERSHIP, "Staffordshire")


@pytest.mark.parametrize("asked", ["X05000018", "dunnocksea harbour", "harbour dunn"])
def test_places_of_street_level_crime_are_found_by_name_and_code(desk: Desk, asked: str) -> None:
    item = searched(desk, asked, "partnership=sampleshire").items[0]
    assert (item.kind, item.name, item.code, item.beside) == (
        *(Kind.PLACE, "Dunnocksea Harbour", "X05000018"),
        "ward, Sampleshire",
    )
    assert isinstance(item.door, Door)
    assert (item.door.page, item.door.filters.area) == ("drill-down", "X05000018")


def test_an_area_with_figures_is_not_listed_a_second_time_as_a_place(desk: Desk) -> None:
    found = searched(desk, "dunnocksea", "partnership=sampleshire").items
    assert [item.kind for item in found if item.name == "Dunnocksea"] == [Kind.AREA]


def test_a_crime_type_leads_to_its_drill_down(desk: Desk) -> None:
    found = searched(desk, "bicycle theft", "partnership=sampleshire").items
    door = next(item.door for item in found if item.kind == Kind.CRIME)
    assert isinstance(door, Door)
    assert (door.page, door.filters.crimes) == ("drill-down", frozenset({"bicycle-theft"}))


def test_plain_pages_keep_the_partnership(desk: Desk) -> None:
    assert first(desk, "control chart").door == PlainDoor("method/control-chart", "warwickshire")


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("", "Find an indicator, place, action or page"),
        ("   ", "Find an indicator, place, action or page"),
        ("xyzzy", "Nothing found for “xyzzy”"),
        (" ni   47 ", "1 found for “ni 47”"),
        ("a", f"The first {MOST_FOUND} found for “a”"),
    ],
)
def test_the_title_says_how_much_was_found(desk: Desk, asked: str, title: str) -> None:
    assert searched(desk, asked).title == title


def test_long_words_are_cut(desk: Desk) -> None:
    assert len(searched(desk, "x" * 5_000).search.asked) == LONGEST_ASKED
