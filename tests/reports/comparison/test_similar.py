"""Proves which similar areas stand beside the view's: those of a set in force, of this partnership or another."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.reports.comparison.file import comparison_rows
from dashboard.reports.comparison.words import details, finding
from tests.engines import published_engine
from tests.reports.compared import GROUPS, HEADING, compared, figures, load, people


@pytest.fixture
def engine(sqlite_url: str) -> Iterator[Engine]:
    with published_engine(sqlite_url) as engine:
        yield engine


def test_one_area_beside_a_similar_one_without_populations_has_nothing_to_compare(
    engine: Engine, tmp_path: Path
) -> None:
    group = "most similar group,2024-04-01,E07990000,E07990001,\n"
    load(engine, tmp_path, figures=HEADING + figures([100]), groups=GROUPS + group)
    load(engine, tmp_path, "Othershire", others=HEADING + figures([300], first=1))
    words = "No population is known, so the areas’ counts in 2024/25 cannot be compared."
    assert finding(compared(engine, "partnership=testshire&area=area-a")) == words


def test_the_areas_of_a_loaded_set_are_marked_and_the_missing_ones_counted(engine: Engine, tmp_path: Path) -> None:
    rows = "".join(f"most similar group,2024-04-01,E07990000,{code},\n" for code in ("E07990001", "E07999999"))
    texts = {"figures": HEADING + figures([100, 60, 80]), "people": people(*[20_000] * 3), "groups": GROUPS + rows}
    load(engine, tmp_path, **texts)
    found = compared(engine, "partnership=testshire&area=area-a")
    assert {item.area.name: item.similar for item in found.areas} == {"Area A": False, "Area B": True, "Area C": False}
    assert details(found)[-3:] == [
        "Similar areas: “most similar group” from 1 April 2024 (groups.csv, line 2).",
        "One similar area has no figures here.",
        "The one similar area with figures has 3.0 per 1,000 people; Area A, at 5.0, is higher by more than chance.",
    ]
    assert not any(item.similar for item in compared(engine, "partnership=testshire&area=area-b").areas)


def test_a_set_counts_only_from_its_first_day(engine: Engine, tmp_path: Path) -> None:
    group = "most similar group,2025-04-01,E07990000,E07990001,\n"
    load(engine, tmp_path, figures=HEADING + figures([100, 60]), groups=GROUPS + group)
    assert compared(engine, "partnership=testshire&area=area-a").sets == ()


def test_similar_areas_of_another_partnership_stand_beside_and_outside_the_total(
    engine: Engine, tmp_path: Path
) -> None:
    group = "most similar group,2024-04-01,E07990000,E07990002,\n"
    load(engine, tmp_path, figures=HEADING + figures([100, 60]), people=people(*[20_000] * 3), groups=GROUPS + group)
    load(engine, tmp_path, "Othershire", others=HEADING + figures([300, 10], first=2))
    found = compared(engine, "partnership=testshire&area=area-a")
    away = found.areas[0]
    assert (away.area.name, away.inside, away.similar, away.share, away.rank) == ("Area C", False, True, None, 1)
    assert sum(item.share or 0 for item in found.areas) == 100
    assert found.missing_similar == 0
    rows = comparison_rows(found)
    assert [row["part_of_total"] for row in rows] == [False, True, True]
    assert rows[0]["change_reason"] == "no part of the total"


def test_another_indicator_of_the_other_partnership_is_not_taken_for_it(engine: Engine, tmp_path: Path) -> None:
    group = "most similar group,2024-04-01,E07990000,E07990002,\n"
    load(engine, tmp_path, figures=HEADING + figures([100, 60]), groups=GROUPS + group)
    load(engine, tmp_path, "Othershire", others=HEADING + figures([300], first=2).replace("B1", "R9"))
    found = compared(engine, "partnership=testshire&area=area-a")
    assert (len(found.areas), found.missing_similar) == (2, 1)
