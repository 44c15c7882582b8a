"""Neighbourhoods of 2011 and 2021 as one series: exact where merged, joined where split, in any order of loading."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, delete

from data.intake.published import ensure_published
from data.store import SqlStore
from data.tables import street as tables
from tests.data.street.outlines import geojson
from tests.data.street.test_areas import people
from tests.data.street.testshire import HOODS, Held, incident, load, lookup_files, month_file, written

ONE, TWO, *_ = HOODS
CHANGES = """LSOA11CD,LSOA11NM,LSOA21CD,LSOA21NM,CHGIND,LAD22CD,LAD22NM
E01990001,Testbury 001A,E01990001,Testbury 001A,U,E07990001,Testbury
E01990021,Testbury 002A,E01990022,Testbury 002B,S,E07990001,Testbury
E01990021,Testbury 002A,E01990023,Testbury 002C,S,E07990001,Testbury
E01990031,Testbury 003A,E01990002,Testbury 001B,M,E07990001,Testbury
E01990032,Testbury 003B,E01990002,Testbury 001B,M,E07990001,Testbury
E01990041,Eastham 004A,E01990003,Eastham 001A,X,E07990002,Eastham
E01990041,Eastham 004A,E01990004,Westham 001A,X,E07990003,Westham
"""


PARTS = """LSOA21CD,LSOA21NM,WD24CD,WD24NM,LAD24CD,LAD24NM
E01990022,Testbury 002B,E05990001,Castle,E07990001,Testbury
E01990023,Testbury 002C,E05990001,Castle,E07990001,Testbury
"""
SPLIT, FIRST, SECOND = "E01990021", "E01990022", "E01990023"


def changed(tmp_path: Path) -> list[Path]:
    """The lookups with what became of the neighbourhoods of 2011."""
    return [
        *lookup_files(tmp_path),
        written(tmp_path, "parts.csv", PARTS),
        written(tmp_path, "changes.csv", CHANGES),
    ]


def test_neighbourhoods_of_2011_count_where_they_are_today(engine: Engine, held: Held, tmp_path: Path) -> None:
    merged, merged_too, irregular = "E01990031", "E01990032", "E01990041"
    rows = [incident(code) for code in (ONE, TWO, SPLIT, SPLIT, merged, merged_too)]
    crossing = list(incident(irregular))
    crossing[8] = "Eastham 004A"
    load(engine, month_file(tmp_path, *rows, tuple(crossing)), *changed(tmp_path))
    found = held.counts()
    assert (found[ONE], found[TWO]) == (1, 3)  # what was merged is where it went
    assert (found[SPLIT], found["E07990001"], found["E05990001"]) == (2, 6, 3)
    assert "Testbury 002A (2011)" in held.names("lsoa")
    # Its parts lie in two districts: the name says in which it was.
    assert (found[irregular], found["E07990002"], found["E07990003"]) == (1, 1, 0)
    assert found["testshire/unknown"] == 0


@pytest.mark.parametrize("later", ["street", "lookups"])
def test_a_neighbourhood_that_was_split_is_one_series_with_its_parts(
    engine: Engine, held: Held, tmp_path: Path, later: str
) -> None:
    street = month_file(tmp_path, *(incident(code) for code in (SPLIT, FIRST, SECOND, SECOND)))
    files = {"street": [street], "lookups": changed(tmp_path)}
    first = next(name for name in files if name != later)
    load(engine, *files[first])
    load(engine, *files[later])
    found = held.counts()
    assert (found[SPLIT], found["E05990001"]) == (4, 4)
    assert not {"Testbury 002B", "Testbury 002C"} & set(held.names("lsoa"))


def test_every_code_leads_to_the_series_and_its_outline_is_that_of_its_parts(
    engine: Engine, held: Held, tmp_path: Path
) -> None:
    outlines = written(tmp_path, "shapes.geojson", geojson({FIRST: (0, 0), SECOND: (1, 0), TWO: (2, 0)}))
    load(engine, month_file(tmp_path, incident(SPLIT)), *changed(tmp_path), outlines)
    store = SqlStore(engine)
    places = [store.place("testshire", code) for code in (SPLIT, FIRST, SECOND, "E01990031")]
    assert [place.code if place else None for place in places] == [SPLIT, SPLIT, SPLIT, TWO]
    assert places[0] is not None
    assert places[3] is not None
    assert len(store.shapes((places[0].id,))) == 2
    pair = (places[0].id, places[3].id)
    assert store.touching(pair) == (pair, pair[::-1])


def test_a_tree_of_an_older_product_is_grown_again_when_it_is_opened(
    engine: Engine, held: Held, tmp_path: Path
) -> None:
    load(engine, month_file(tmp_path, incident(SPLIT), incident(FIRST)), *changed(tmp_path))
    with engine.begin() as connection:
        connection.execute(delete(tables.street_state).where(tables.street_state.c.name == "tree"))
        connection.execute(delete(tables.area_count))
    ensure_published(engine)
    assert held.counts()[SPLIT] == 2


def test_people_of_merged_and_divided_neighbourhoods_count_once(engine: Engine, tmp_path: Path) -> None:
    hoods = "LSOA11CD,Total\nE01990031,40\nE01990032,60\nE01990021,90\nE01990001,7\n"
    load(engine, *changed(tmp_path), written(tmp_path, "mid2020.csv", hoods))
    found = people(engine)
    assert (found[TWO], found[SPLIT]) == ((100, "2020"), (90, "2020"))
    assert found["E07990001"][0] == 197
    load(engine, written(tmp_path, "mid2024.csv", "LSOA21CD,Total\nE01990022,50\nE01990023,55\nE01990002,110\n"))
    found = people(engine)
    assert (found[TWO], found[SPLIT], found["E07990001"][0]) == ((110, "2024"), (105, "2024"), 222)
