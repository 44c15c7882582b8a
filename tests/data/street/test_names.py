"""Proves that the area of a force is cut whole from the force's name, in new databases and in old ones."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.street.crime import Level
from data.geography.area_tree import usual_name
from data.geography.tree import force_number
from data.names import force_area, force_slug
from data.street.places import as_place
from data.street.records import partnership_of
from data.tables import street as tables


@pytest.mark.parametrize(
    ("force", "area", "key"),
    [
        ("Police Service of Northern Ireland", "Northern Ireland", "northern-ireland"),
        ("The Police Service of Testland", "Testland", "testland"),
        ("Police Force of the Isles", "Isles", "isles"),
        ("Metropolitan Police Service", "Metropolitan", "metropolitan"),
        ("Warwickshire Police", "Warwickshire", "warwickshire"),
        ("Kent Police Force", "Kent", "kent"),
        ("Avon and Somerset Constabulary", "Avon and Somerset", "avon-and-somerset"),
        ("Devon & Cornwall Police", "Devon & Cornwall", "devon-and-cornwall"),
        ("City of London Police", "City of London", "city-of-london"),
        ("Police Scotland", "Scotland", "scotland"),
        ("States of Jersey Police", "States of Jersey", "states-of-jersey"),
        ("Dyfed-Powys Police", "Dyfed-Powys", "dyfed-powys"),
        ("British Transport Police", "British Transport Police", "british-transport"),
        ("Civil Nuclear Constabulary", "Civil Nuclear Constabulary", "civil-nuclear"),
        ("Northern Ireland", "Northern Ireland", "northern-ireland"),
        ("Police", "Police", "police"),
    ],
)
def test_a_force_is_named_for_its_area(force: str, area: str, key: str) -> None:
    assert (force_area(force), force_slug(force)) == (area, key)


def test_a_force_of_an_older_database_keeps_its_key_and_gets_its_name(engine: Engine, tmp_path: Path) -> None:
    with engine.begin() as connection:
        tables.street.create_all(connection)
        old = {"id": 7, "name": "Police Service of Northern Ireland", "slug": "of-northern-ireland"}
        connection.execute(tables.force.insert().values(**old))
        assert force_number(connection, "Police Service of Northern Ireland") == 7
    row = (1, "x", "of Northern Ireland", Level.FORCE, None, 7, None, "", None, None, None, None)
    assert as_place(row).name == "Northern Ireland"
    assert partnership_of("of-northern-ireland", "of Northern Ireland", {24_000}).name == "Northern Ireland"


def test_a_name_is_turned_to_how_it_is_spoken() -> None:
    turned = {"London, City of": "City of London", "Herefordshire, County of": "County of Herefordshire"}
    for name in ("Devon and Cornwall", "Bournemouth, Christchurch and Poole"):
        turned[name] = name
    assert {name: usual_name(name) for name in turned} == turned
