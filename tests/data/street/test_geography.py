"""Proves how lookups, changes, populations, boundaries and targets replace what was loaded before."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, Table, select

from dashboard.domain.records import Scope
from data.store import SqlStore
from data.tables import street as tables
from tests.data.sources import searches
from tests.data.street.testshire import LOOKUPS, MOMENT, Held, incident, load, month_file, refused, written

OLD = "LSOA21CD,LSOA21NM,WD19CD,WD19NM,LAD19CD,LAD19NM\nE01990001,Testbury 001A,E05980001,Old Mill,E07980001,Old Town\n"
NEW = "LSOA21CD,WD24CD,LAD24CD\nE01990001,E05990001,E07990001\n"
DIRECT = "LSOA21CD,LAD25CD,LAD25NM\nE01990001,E07990001,Testbury\n"
FORCES = (
    "LAD24CD,LAD24NM,PFA24CD,PFA24NM\nE07990001,Testbury,E23990001,Testshire\nE07980001,Old Town,E23990001,Testshire\n"
)
SAME, OLDER = "The same as loaded before; nothing changes.", "Nothing newer than what is loaded; nothing changes."


def rows(engine: Engine, table: Table) -> list[tuple[object, ...]]:
    with engine.connect() as connection:
        return sorted(tuple(row) for row in connection.execute(select(table)))


def test_the_newer_lookup_wins_whichever_is_loaded_first(engine: Engine, held: Held, tmp_path: Path) -> None:
    old, new = written(tmp_path, "old.csv", OLD), written(tmp_path, "new.csv", NEW)
    street = month_file(tmp_path, incident("E01990001"))
    load(engine, written(tmp_path, "forces.csv", FORCES), street, old)
    assert held.counts()["E07980001"] == 1
    load(engine, new)
    found = held.counts()
    assert (found["E07990001"], found["E05990001"], found["E07980001"]) == (1, 1, 0)
    assert held.names("lsoa") == ["Testbury 001A"]  # the newer file has no names
    summary = load(engine, old)
    assert (summary.loaded, held.counts()) == (False, found)
    assert summary.files[0].said == [OLDER]


def test_an_older_lookup_that_says_nothing_new_is_said_to_be_older(engine: Engine, held: Held, tmp_path: Path) -> None:
    older = OLD.replace("E07980001", "E07990001").replace("E05980001", "E05990001")
    new = older.replace("WD19", "WD24").replace("LAD19", "LAD24")
    load(engine, written(tmp_path, "new.csv", new), written(tmp_path, "forces.csv", FORCES))
    assert load(engine, written(tmp_path, "old.csv", older)).files[0].said == [OLDER]
    assert held.names("ward") == ["Old Mill"]


def test_a_ward_of_an_older_year_is_no_step_to_the_district_of_a_newer(
    engine: Engine, held: Held, tmp_path: Path
) -> None:
    for at, texts in enumerate(((OLD, DIRECT), (DIRECT, OLD))):
        load(engine, *(written(tmp_path, f"{at}{number}.csv", text) for number, text in enumerate(texts)))
    load(engine, written(tmp_path, "forces.csv", FORCES), month_file(tmp_path, incident("E01990001")))
    assert (held.counts()["E07990001"], held.counts()["E07980001"], held.names("ward")) == (1, 0, [])


CHANGES = "LSOA11CD,LSOA21CD,CHGIND\nE01990021,E01990001,S\nE01990021,E01990002,S\nE01990001,E01990001,U\n"
PEOPLE = "LSOA21CD,Total\nE01990001,100\nE01990002,150\n"
SHAPE = (
    '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"LSOA21CD":"E01990001"},'
    '"geometry":{"type":"Polygon","coordinates":[[[-2.0,52.0],[-1.9,52.0],[-1.9,52.1],[-2.0,52.0]]]}}]}'
)


@pytest.mark.parametrize(
    "case",
    [
        ("changes.csv", CHANGES, ("02,S", "03,S"), "2 changed neighbourhoods.", tables.changed_neighbourhood),
        ("mid2024.csv", PEOPLE, ("150", "160"), "The population of 2 areas.", tables.population),
        ("shapes.geojson", SHAPE, ("52.1", "52.2"), "1 boundaries.", tables.boundary),
        ("forces.csv", FORCES, ("Old Town", "New Town"), "3 areas.", tables.lookup_area),
    ],
    ids=["changes", "people", "shapes", "areas"],
)
def test_the_same_again_changes_nothing_and_another_value_replaces(
    engine: Engine, tmp_path: Path, case: tuple[str, str, tuple[str, str], str, Table]
) -> None:
    name, text, change, said, table = case
    load(engine, written(tmp_path, name, text))
    before = rows(engine, table)
    summary = load(engine, written(tmp_path, name, text + "\n"))
    assert (summary.loaded, summary.files[0].said, rows(engine, table)) == (False, [SAME], before)
    summary = load(engine, written(tmp_path, name, text.replace(*change)))
    assert (summary.loaded, summary.files[0].said) == (True, [said])
    assert rows(engine, table) != before


TARGETS = "partnership,area,crime,period,target\nTestshire,,Burglary,2025/26,120\nTestshire,North,drugs,2025/26,-5%\n"


def targets(engine: Engine) -> list[tuple[str, ...]]:
    """What is published: indicator, area, period, the words of the target and the file."""
    found = SqlStore(engine).targets(Scope("testshire"))
    return sorted((item.indicator, item.area, item.period.slug, item.rule.raw, item.source.table) for item in found)


def test_a_later_file_of_targets_supersedes_those_it_names(engine: Engine, tmp_path: Path) -> None:
    load(engine, written(tmp_path, "first.csv", TARGETS))
    first = [
        ("testshire/burglary", "testshire", "2025-26", "120", "first.csv"),
        ("testshire/drugs", "testshire/north", "2025-26", "-5%", "first.csv"),
    ]
    assert targets(engine) == first
    assert not load(engine, written(tmp_path, "same.csv", TARGETS)).loaded
    assert targets(engine) == first
    assert load(engine, written(tmp_path, "second.csv", TARGETS.replace("120", "110"))).loaded
    assert targets(engine) == [(*first[0][:3], "110", "second.csv"), first[1]]


def test_a_target_on_no_crime_refuses_the_file(engine: Engine, tmp_path: Path) -> None:
    wrong = written(tmp_path, "targets.csv", TARGETS.replace("drugs", "Witchcraft\N{ZERO WIDTH SPACE}" + "x" * 150))
    sentence = refused(engine, wrong)
    assert sentence.startswith("targets.csv line 3: “Witchcraft")
    assert sentence.endswith("…” is no crime type of police.uk and no category.")


def test_two_names_of_one_crime_are_one_target(engine: Engine, tmp_path: Path) -> None:
    twice = TARGETS + "Testshire,,all-crime,2025/26,1\nTestshire,,All recorded crime,2025/26,2\n"
    sentence = "targets.csv sets the same target twice, on lines 4 and 5: keep one of them."
    assert refused(engine, written(tmp_path, "targets.csv", twice)) == sentence


def test_stop_and_search_is_replaced_month_by_month(engine: Engine, tmp_path: Path) -> None:
    name = "2019-06-city-of-london-stop-and-search.csv"
    first = written(tmp_path, name, searches.table(searches.row(), searches.row()))
    assert load(engine, first).loaded
    assert not load(engine, written(tmp_path, name, searches.table(searches.row(), searches.row()) + "\n")).loaded
    assert load(engine, written(tmp_path, name, searches.table(searches.row()))).loaded
    assert [found[-1] for found in rows(engine, tables.stop_search)] == [1]
    other = written(tmp_path / "b", name, searches.table(searches.row(Outcome="Nothing found")))
    third = written(tmp_path / "c", name, searches.table(searches.row(Outcome="Caution")))
    words = "have different figures for stop and search 2019-06: load only one of them."
    assert refused(engine, other, third) == f"{other} and {third} {words}"


def test_lookups_come_in_with_every_day_of_the_log(engine: Engine, tmp_path: Path) -> None:
    load(engine, *(written(tmp_path, name, text) for name, text in LOOKUPS.items()))
    with engine.connect() as connection:
        query = select(tables.arrival.c.name, tables.arrival.c.kind, tables.arrival.c.rows, tables.arrival.c.remarks)
        log = [tuple(row) for row in connection.execute(query.order_by(tables.arrival.c.id))]
        state = tables.street_state.c
        version = connection.execute(select(state.value).where(state.name == "version")).scalar_one()
    assert log == [("wards.csv", "lookup", 5, "14 areas."), ("forces.csv", "lookup", 4, "9 areas.")]
    assert version == f"{MOMENT.isoformat()} 2"
