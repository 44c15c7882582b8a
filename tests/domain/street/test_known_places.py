"""How a neighbourhood is known: by what lies around it and the map point with most of its incidents."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.domain.street.crime import KnownPoint, Level, Place
from dashboard.domain.street.point_names import near_words, point_name

CODED = Place(7, "E01029567", "South Staffordshire 003B", Level.LSOA, 3, 1, around="Featherstone")
PRISON = KnownPoint("Prison", 30, 120)


def test_a_neighbourhood_is_known_by_its_ward_and_its_best_known_point() -> None:
    found = replace(CODED, known=PRISON)
    assert found.known_as == "Featherstone · near the prison"
    assert found.full_name == "Featherstone · near the prison (South Staffordshire 003B)"
    assert found.in_words == "Featherstone near the prison"
    assert found.short_name == "Near the prison (003B)"
    assert replace(found, name="Stafford 010E (2011)").short_name == "Near the prison (010E)"
    assert PRISON.share == Decimal(25)


def test_without_an_incident_it_keeps_its_code() -> None:
    assert {CODED.known_as, CODED.full_name, CODED.in_words, CODED.short_name} == {"South Staffordshire 003B"}


def test_without_anything_around_it_the_point_stands_alone() -> None:
    found = replace(CODED, around="", known=KnownPoint("High Street", 1, 2))
    assert (found.known_as, found.in_words) == ("Near High Street", "South Staffordshire 003B near High Street")


@pytest.mark.parametrize(
    ("text", "name", "near"),
    [
        ("On or near High Street", "High Street", "near High Street"),
        ("On or near Prison", "Prison", "near the prison"),
        ("On or near Supermarket", "Supermarket", "near a supermarket"),
        ("On or near Sports/Recreation Area", "Sports/Recreation Area", "near a sports ground"),
        ("On or near St Martin'S Place", "St Martin's Place", "near St Martin's Place"),
        ("On or near Prison Lane", "Prison Lane", "near Prison Lane"),
        ("On or near ", "Unnamed map point", "near Unnamed map point"),
        ("No Location", "No Location", "near No Location"),
    ],
)
def test_police_uk_names_a_point_by_its_street_or_by_its_kind(text: str, name: str, near: str) -> None:
    assert point_name(text) == name
    assert near_words(point_name(text)) == near
