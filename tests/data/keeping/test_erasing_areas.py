"""What a file says of areas, or of a month of stop and search, is erased with it; what replaced it stays."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, select, update

from dashboard.domain.errors import RefusedErasure
from data.keeping.area_rows import AREAS, AreaLoss
from data.keeping.erasing import erase
from data.tables import street as tables
from tests.data.keeping.test_erasing import LATER, WHY, files
from tests.data.own.conftest import reader
from tests.data.sources import searches
from tests.data.street.conftest import engine, held
from tests.data.street.test_geography import CHANGES, FORCES, PEOPLE, SHAPE, rows
from tests.data.street.testshire import Held, incident, load, month_file, written

__all__ = ["engine", "held", "reader"]
SAID = {
    "forces.csv": (FORCES, "lookup"),
    "changes.csv": (CHANGES, "changes"),
    "mid2024.csv": (PEOPLE, "population"),
    "shapes.geojson": (SHAPE, "boundaries"),
}
LATER_PEOPLE = "LSOA21CD,Total\nE01990002,160\n"
SEARCHES = "2019-06-city-of-london-stop-and-search.csv"


@pytest.mark.parametrize("name", SAID)
def test_what_a_file_said_of_areas_goes_with_it(engine: Engine, tmp_path: Path, name: str) -> None:
    text, kind = SAID[name]
    before = [rows(engine, table) for table in AREAS[kind]]
    load(engine, written(tmp_path, name, text))
    assert [rows(engine, table) for table in AREAS[kind]] != before
    [loss] = erase(engine, files(engine), WHY, LATER)
    assert loss.areas.lines > 0
    assert [rows(engine, table) for table in AREAS[kind]] == before


def test_what_a_later_file_says_stays_and_what_is_counted_goes_to_its_places(
    engine: Engine, held: Held, tmp_path: Path
) -> None:
    street = month_file(tmp_path, incident("E01990001"))
    for path in (written(tmp_path, "mid2024.csv", PEOPLE), written(tmp_path, "forces.csv", FORCES), street):
        load(engine, path)
    load(engine, written(tmp_path, "later.csv", LATER_PEOPLE))
    [people, forces, _, later] = files(engine)
    [loss] = erase(engine, [people], WHY, LATER)
    assert (loss.areas, held.counts()["E01990001"]) == (AreaLoss(1, (), regrows=True), 1)
    assert [row[:2] for row in rows(engine, tables.population)] == [("E01990002", 160)]
    erase(engine, [forces], WHY, LATER)
    assert held.names("district") == ["Testbury"]  # as its neighbourhood's own name says
    assert (held.counts()["E01990001"], held.counts()["E07990001"]) == (1, 0)
    erase(engine, [later], WHY, LATER)
    assert rows(engine, tables.population) == []


def test_the_same_said_again_by_another_file_outlives_the_first(engine: Engine, tmp_path: Path) -> None:
    load(engine, written(tmp_path, "mid2024.csv", PEOPLE))
    load(engine, written(tmp_path, "again.csv", PEOPLE.replace("Total", "total") + "E01990003,7\n"))
    [first, _] = files(engine)
    [loss] = erase(engine, [first], WHY, LATER)
    assert loss.areas.lines == 0
    assert len(rows(engine, tables.population)) == 3


def test_a_month_of_stop_and_search_goes_with_its_file(engine: Engine, tmp_path: Path) -> None:
    load(engine, written(tmp_path, SEARCHES, searches.table(searches.row(), searches.row())))
    load(
        engine,
        written(tmp_path, SEARCHES.replace("06", "07"), searches.table(searches.row(Date="2019-07-02T10:00:00+00:00"))),
    )
    [june, july] = files(engine)
    [loss] = erase(engine, [june], WHY, LATER)
    assert loss.areas.searches == ("city-of-london 2019-06",)
    assert {row[1] for row in rows(engine, tables.stop_search)} == {row[1] for row in rows(engine, tables.search_month)}
    assert len(rows(engine, tables.search_month)) == 1
    erase(engine, [july], WHY, LATER)
    assert rows(engine, tables.stop_search) == []


def test_of_what_an_older_product_loaded_nothing_is_guessed(engine: Engine, tmp_path: Path) -> None:
    load(engine, written(tmp_path, "mid2024.csv", PEOPLE), written(tmp_path, SEARCHES, searches.table(searches.row())))
    with engine.begin() as connection:
        connection.execute(update(tables.population).values(arrival=0))
        connection.execute(tables.search_month.delete())
    people, months = files(engine)
    for file in (people, months):
        with pytest.raises(RefusedErasure, match="of some no file is noted: load the newest"):
            erase(engine, [file], WHY, LATER)
    load(engine, written(tmp_path, "mid2025.csv", LATER_PEOPLE))
    with engine.begin() as connection:
        connection.execute(update(tables.population).where(tables.population.c.arrival == 0).values(code="X01000001"))
    erase(engine, files(engine)[-1:], WHY, LATER)  # of Sampleshire, which comes with the product
    with engine.connect() as connection:
        assert connection.execute(select(tables.population.c.code)).scalars().all() == ["X01000001"]
