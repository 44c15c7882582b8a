"""Places are found by what their names hold and their codes begin with, inside the area of a partnership only."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from data.store import SqlStore
from tests.data.street.testshire import HOODS, incident, load, lookup_files, month_file

ONE, TWO, EAST, WEST, FAR = HOODS


@pytest.fixture
def store(engine: Engine, tmp_path: Path) -> SqlStore:
    load(engine, *lookup_files(tmp_path), month_file(tmp_path, *map(incident, [ONE, TWO, EAST, WEST])))
    return SqlStore(engine)


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (("testbury",), {"E07990001", ONE, TWO}),
        (("bury", "001a"), {ONE}),
        (("e0799",), {"E07990001", "E07990002", "E07990003"}),
        (("e", "07990001"), {"E07990001"}),
        (("%",), set()),
        (("_",), set()),
        ((), set()),
    ],
)
def test_by_name_and_code(store: SqlStore, words: tuple[str, ...], codes: set[str]) -> None:
    assert {place.code for place in store.places_named("testshire", words, 20)} == codes


def test_a_partnership_without_street_level_crime_has_none(store: SqlStore) -> None:
    assert store.places_named("derby", ("testbury",), 20) == ()


def test_no_more_than_asked_for(store: SqlStore) -> None:
    assert len(store.places_named("testshire", ("e",), 2)) == 2
