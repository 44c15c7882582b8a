"""Proves of which area each figure of a file is, and that other people's areas are left out and counted."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.records import Scope
from data.own.reading.placing import MOST_OWN
from data.store import SqlStore
from tests.data.own.typed import load, refused, text_file, wish

COUNCIL = "area_code,area_name,period,value,indicator,measure,unit"
CASUALTIES = "date,local_authority_name,casualty_severity,accident_index"
TYPED = "Indicator,Area,Period,Actual"


def council(folder: Path, *areas: tuple[str, str]) -> Path:
    """A council's long table with a figure of each area."""
    numbered = enumerate(areas, 1)
    lines = [f"{code},{name},2011/12,{at}.5,Burglary,Rate per 1000,offences" for at, (code, name) in numbered]
    return text_file(folder, "council.csv", COUNCIL, *lines)


def placed(engine: Engine, partnership: str) -> dict[str, str]:
    """The text of each figure of 2011/12 by the name of its area."""
    store = SqlStore(engine)
    names = {item.slug: item.name for item in store.areas(partnership)}
    found = store.observations(Scope(partnership))
    return {names[item.area]: item.value.raw for item in found if item.period.slug == "2011-12"}


@pytest.mark.parametrize("area", ["", "Warwickshire", "County", "whole area", "Countywide", "District"])
def test_the_whole_partnership_has_several_names(quick_engine: Engine, tmp_path: Path, area: str) -> None:
    summary = load(quick_engine, text_file(tmp_path, "a.csv", TYPED, f"NI 15,{area},2011/12,300"))
    assert (placed(quick_engine, "warwickshire")["Warwickshire"], summary.figures.areas) == ("300", ())


@pytest.mark.parametrize("area", ["Rugby", "rugby", "RUGBY ", "warwickshire/rugby"])
def test_an_area_is_known_by_its_name_and_its_address(quick_engine: Engine, tmp_path: Path, area: str) -> None:
    summary = load(quick_engine, text_file(tmp_path, "a.csv", TYPED, f"NI 15,{area},2011/12,30"))
    assert (placed(quick_engine, "warwickshire")["Rugby"], summary.figures.areas) == ("30", ())


def test_an_area_that_an_officer_types_is_one_of_the_partnership(quick_engine: Engine, tmp_path: Path) -> None:
    lines = ("NI 15,Old  Town,2011/12,30", "NI 16,old town,2011/12,31")
    summary = load(quick_engine, text_file(tmp_path, "a.csv", TYPED, *lines))
    assert summary.figures.areas == ("Old Town",)
    areas = {item.slug: (item.name, item.parent) for item in SqlStore(quick_engine).areas("warwickshire")}
    assert areas["warwickshire/old-town"] == ("Old Town", "warwickshire")
    assert not load(quick_engine, text_file(tmp_path, "b.csv", TYPED, *lines)).changes_anything


def test_an_area_that_only_has_a_code_is_called_by_it(quick_engine: Engine, tmp_path: Path) -> None:
    path = text_file(tmp_path, "a.csv", "Indicator,Area code,Period,Actual", "NI 15,E05009999,2011/12,30")
    assert load(quick_engine, path).figures.areas == ("E05009999",)
    assert placed(quick_engine, "warwickshire")["E05009999"] == "30"


def test_a_council_table_that_names_the_partnership_leaves_its_neighbours_out(
    quick_engine: Engine, tmp_path: Path
) -> None:
    path = council(tmp_path, ("E10000031", "Warwickshire"), ("E07000220", "Rugby"), ("E06000015", "Derby"))
    summary = load(quick_engine, path)
    assert "Figures of one area outside the partnership were left out: 1." in summary.files[0].said
    assert (placed(quick_engine, "warwickshire"), summary.figures.areas) == (
        placed(quick_engine, "warwickshire") | {"Warwickshire": "1.5", "Rugby": "2.5"},
        (),
    )
    assert "Derby" not in placed(quick_engine, "warwickshire")


def test_a_council_table_of_wards_alone_is_the_partnerships_own_but_for_regions(
    quick_engine: Engine, tmp_path: Path
) -> None:
    path = council(tmp_path, ("E05001", "Mill ward"), ("E05002", "Moor ward"), ("E92000001", "England"))
    summary = load(quick_engine, path, wish=wish("New Forest"))
    assert summary.figures.areas == ("Mill ward", "Moor ward")
    assert placed(quick_engine, "new-forest") == {"Mill ward": "1.5", "Moor ward": "2.5"}
    assert "Figures of one area outside the partnership were left out: 1." in summary.files[0].said


def test_a_council_table_of_more_areas_than_a_partnership_has_is_refused(quick_engine: Engine, tmp_path: Path) -> None:
    path = council(tmp_path, *((f"E05{at:06}", f"Ward {at}") for at in range(MOST_OWN + 1)))
    assert refused(quick_engine, path) == (
        "council.csv holds 61 areas, and none of them is Warwickshire or an area of it (Ward 0, Ward 1, Ward 2, …): "
        "choose another partnership, or load its areas first."
    )


def test_a_table_of_the_country_gives_a_partnership_only_its_own_areas(quick_engine: Engine, tmp_path: Path) -> None:
    lines = [f"2011-06-0{day},{name},Serious,{day}" for day, name in enumerate(("Rugby", "Derby", "Rugby"), 1)]
    path = text_file(tmp_path, "casualties.csv", CASUALTIES, *lines)
    load(quick_engine, path)
    found = SqlStore(quick_engine).observations(Scope("warwickshire"))
    assert [(item.area, item.value.raw) for item in found if item.period.slug == "2011-M06"] == [
        ("warwickshire/rugby", "2"),
    ]


def test_a_table_of_the_country_without_the_partnership_is_refused(quick_engine: Engine, tmp_path: Path) -> None:
    path = text_file(tmp_path, "casualties.csv", CASUALTIES, "2011-06-01,Derby,Serious,1")
    assert refused(quick_engine, path) == (
        "casualties.csv holds 1 areas, and none of them is Warwickshire or an area of it (Derby, …): "
        "choose another partnership, or load its areas first."
    )
    assert load(quick_engine, path, wish=wish("Peak")).figures.areas == ("Derby",)
