"""The menu of places: what lies beside the place shown and beside each step of the way to it, and what lies in it."""

import pytest
from flask.testing import FlaskClient

from dashboard.reports.desk import Desk
from dashboard.reports.pages.place_menu import INDENT, every_place, street_menu
from tests.reports.sample_files import SampleFiles

SAMPLE = "partnership=sampleshire"
LOCALITIES = ["dunnocksea", "marlhaven", "pellistock", "quenbury", "tarrowfold", "no-location"]
HOOD = "X01000001"  # in Marlhaven


def menu(desk: Desk, area: str) -> list[tuple[str, str]]:
    query = f"{SAMPLE}&area={area}" if area else SAMPLE
    return list(desk.show(street_menu, query, shows_street_places=True))


def outer(lines: list[tuple[str, str]]) -> list[str]:
    return [key for key, words in lines if not words.startswith(INDENT)]


@pytest.mark.parametrize("area", ["", "quenbury", HOOD, "no-location"])
def test_siblings_stay_in_the_menu_however_deep_the_place_lies(desk: Desk, area: str) -> None:
    assert outer(menu(desk, area)) == LOCALITIES


def test_what_lies_in_the_place_shown_stands_under_it_and_nowhere_else(desk: Desk) -> None:
    lines = menu(desk, "quenbury")
    inner = [at for at, (_, words) in enumerate(lines) if words.startswith(INDENT)]
    start = [key for key, _ in lines].index("quenbury")
    assert inner == list(range(start + 1, start + 1 + len(inner)))
    assert len(inner) > 5
    assert not [words for _, words in menu(desk, "") if words.startswith(INDENT)]


def test_a_neighbourhood_stands_among_those_of_its_locality_and_map_points_are_left_to_the_table(desk: Desk) -> None:
    lines = menu(desk, HOOD)
    assert HOOD in [key for key, _ in lines]
    assert [key for key, _ in lines] == [key for key, _ in menu(desk, "marlhaven")]
    assert not [key for key, _ in lines if "@" in key]


def test_a_partnership_without_street_level_crime_has_no_places(desk: Desk) -> None:
    assert desk.show(street_menu, "partnership=derby", shows_street_places=True) == ()


def test_every_place_of_the_menu_can_be_followed(desk: Desk) -> None:
    for key, _ in menu(desk, HOOD):
        assert desk.filters(f"{SAMPLE}&area={key}", shows_street_places=True).area == key


def test_the_field_that_finds_a_place_knows_every_one_down_to_neighbourhoods(
    desk: Desk, client: FlaskClient, sample_files: SampleFiles
) -> None:
    found = desk.show(every_place, SAMPLE, shows_street_places=True)
    keys = [key for key, _ in found]
    assert keys[: len(LOCALITIES)] == LOCALITIES
    assert set(keys[len(LOCALITIES) :]) == {code for code in sample_files.by("LSOA code") if code}
    assert len({name for _, name in found}) == len(found)
    answer = client.get(f"/places.json?{SAMPLE}&area={HOOD}")
    assert answer.json == {"places": [{"key": key, "name": name} for key, name in found]}


def test_a_partnership_without_street_level_crime_has_no_place_to_find(client: FlaskClient) -> None:
    assert client.get("/places.json?partnership=derby").json == {"places": []}
