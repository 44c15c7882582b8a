"""Proves how groups of similar areas are kept: directed, dated, replaced group by group, with their place."""

from datetime import date
from pathlib import Path

from sqlalchemy import Engine, func, select

from dashboard.domain.statistics.similar import SimilarSet
from data.store import SqlStore
from data.tables import street as tables
from tests.data.street.testshire import load, lookup_files, refused, written

HEADING = "Set,From,Area code,Similar area code,Rank\n"
FIRST = f"{HEADING}most similar group,2020-04-01,A,B,2\nmost similar group,2020-04-01,A,C,1\n"
SAME = "The same as loaded before; nothing changes."


def groups(engine: Engine, area: str = "A") -> list[tuple[str, date, tuple[str, ...]]]:
    return [(item.name, item.first, item.codes) for item in SqlStore(engine).similar_sets(area)]


def test_a_group_is_read_by_rank_with_the_place_of_its_first_row(engine: Engine, tmp_path: Path) -> None:
    summary = load(engine, written(tmp_path, "groups.csv", FIRST))
    assert summary.files[0].said == ["The similar areas of 1 area."]
    day = date(2020, 4, 1)
    assert SqlStore(engine).similar_sets("A") == (
        SimilarSet("most similar group", day, "A", ("C", "B"), "groups.csv", "line 3"),
    )


def test_a_group_need_not_hold_the_area_that_holds_it(engine: Engine, tmp_path: Path) -> None:
    load(engine, written(tmp_path, "groups.csv", FIRST))
    assert (len(groups(engine)), groups(engine, "B"), groups(engine, "C")) == (1, [], [])


def test_the_same_group_again_replaces_it_and_leaves_other_areas_and_days(engine: Engine, tmp_path: Path) -> None:
    load(engine, written(tmp_path, "groups.csv", f"{FIRST}most similar group,2020-04-01,B,C,1\n"))
    load(engine, written(tmp_path, "later.csv", FIRST.replace("2020", "2024").replace(",B,", ",D,")))
    load(engine, written(tmp_path, "mended.csv", f"{HEADING}most similar group,2020-04-01,A,E,1\n"))
    assert groups(engine) == [
        ("most similar group", date(2020, 4, 1), ("E",)),
        ("most similar group", date(2024, 4, 1), ("C", "D")),
    ]
    assert groups(engine, "B") == [("most similar group", date(2020, 4, 1), ("C",))]


def test_the_same_groups_in_other_bytes_change_nothing(engine: Engine, tmp_path: Path) -> None:
    load(engine, written(tmp_path, "groups.csv", FIRST))
    summary = load(engine, written(tmp_path, "again.csv", FIRST + "\n"))
    assert (summary.loaded, summary.files[0].said) == (False, [SAME])


def test_a_group_changes_the_version_and_no_place(engine: Engine, tmp_path: Path) -> None:
    load(engine, *lookup_files(tmp_path))
    before, version = places(engine), SqlStore(engine).version()
    load(engine, written(tmp_path, "groups.csv", FIRST))
    assert places(engine) == before > 0
    assert SqlStore(engine).version() != version


def places(engine: Engine) -> int:
    with engine.connect() as connection:
        return int(connection.execute(select(func.count()).select_from(tables.place)).scalar_one())


def test_a_bad_file_is_refused_and_leaves_everything(engine: Engine, tmp_path: Path) -> None:
    bad = written(tmp_path, "groups.csv", f"{HEADING}most similar group,soon,A,B,1\n")
    assert refused(engine, bad) == "groups.csv names no similar area."
    mixed = written(tmp_path, "mixed.csv", f"{FIRST}most similar group,soon,A,D,3\n")
    words = "1 of 3 rows cannot be taken; most: a row has no first day such as 2024-04-01."
    assert refused(engine, mixed) == f"mixed.csv: {words}"
