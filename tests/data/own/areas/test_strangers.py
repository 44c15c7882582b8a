"""Proves that no other partnership, region or misspelt name becomes an area of a partnership in silence."""

import json
from pathlib import Path

import pytest
from openpyxl import Workbook
from sqlalchemy import Engine

from data.own.areas.strangers import is_slip
from data.store import SqlStore
from tests.data.own.reading.test_placing import placed
from tests.data.own.typed import load, refused, text_file, wish

TYPED = "Indicator,Area code,Area,Period,Actual"


def typed(folder: Path, *areas: str) -> Path:
    """A table with a figure of each area, written “code,name”."""
    lines = [f"Vehicle crimes,{area},2011/12,{at}" for at, area in enumerate(areas, 31)]
    return text_file(folder, "areas.csv", TYPED, *lines)


@pytest.mark.parametrize(
    ("partnership", "area", "sentence"),
    [
        ("Warwickshire", ",Derby", "“Derby” is a partnership of its own and no area of Warwickshire: take the row out"),
        ("Warwickshire", "E06000015,Derby", "“Derby” is a partnership of its own and no area of Warwickshire"),
        ("Warwickshire", "E10000028,", "“E10000028” is a partnership of its own and no area of Warwickshire"),
        ("Derby", ",Shropshire", "“Shropshire” is a partnership of its own and no area of Derby"),
        ("Derby", ",South Staffordshire", "“South Staffordshire” is a partnership of its own and no area of Derby"),
        ("Warwickshire", "E08000026,Coventry", "“Coventry” lies outside Warwickshire, as its code or the lookups say"),
        ("Shropshire", "E06000020,Telford and Wrekin", "“Telford and Wrekin” lies outside Shropshire"),
        ("Warwickshire", ",Rugy", "“Rugy” is no area of Warwickshire so far: is it “Rugby”? Correct the name"),
        ("Warwickshire", ",North Warwickshrie", "is it “North Warwickshire”?"),
        ("Warwickshire", ",Nuneaton and Bedwoth", "is it “Nuneaton and Bedworth”?"),
        ("Warwickshire", ",Warwickshre", "is it “Warwickshire”?"),
        ("South Staffordshire", ",Localitty 1", "is it “Locality 1”?"),
    ],
)
def test_a_row_of_another_place_is_rejected_and_says_what_to_do(
    quick_engine: Engine, tmp_path: Path, partnership: str, area: str, sentence: str
) -> None:
    summary = load(quick_engine, typed(tmp_path, area, ","), wish=wish(partnership))
    [file] = summary.files
    assert [row["rule"] for row in file.kept] == ["area-disputed"]
    assert sentence in file.kept[0]["text"]
    assert summary.figures.areas == ()


@pytest.mark.parametrize(
    ("partnership", "area", "name"),
    [
        ("Warwickshire", ",Rugby Borough Council", "Rugby"),
        ("Warwickshire", ",Nuneaton & Bedworth BC", "Nuneaton and Bedworth"),
        ("Warwickshire", ",Borough of Rugby", "Rugby"),
        ("Warwickshire", ",Warwickshire County Council", "Warwickshire"),
        ("Warwickshire", ",North Warwickshire CSP", "North Warwickshire"),
    ],
)
def test_a_council_is_its_area(quick_engine: Engine, tmp_path: Path, partnership: str, area: str, name: str) -> None:
    summary = load(quick_engine, typed(tmp_path, area), wish=wish(partnership))
    assert summary.figures.areas == ()
    assert placed(quick_engine, partnership.lower())[name] == "31"


@pytest.mark.parametrize(
    ("partnership", "area"),
    [
        ("Staffordshire", ",South Staffordshire"),  # a district of the county
        ("Shropshire", "E07000186,South Shropshire"),  # abolished, and part of it now
        ("Warwickshire", ",Old Town"),
        ("Warwickshire", "E05007000,Rugbi"),  # told apart by its code
        ("South Staffordshire", ",Locality 12"),
        ("Peak Forest", ",Derby"),
    ],
)
def test_a_new_area_is_still_one(quick_engine: Engine, tmp_path: Path, partnership: str, area: str) -> None:
    summary = load(quick_engine, typed(tmp_path, area), wish=wish(partnership))
    names = {item.name for item in SqlStore(quick_engine).areas(partnership.lower().replace(" ", "-"))}
    assert area.partition(",")[2] in names
    assert summary.files[0].kept == []


@pytest.mark.parametrize(
    "region", ["E12000005,West Midlands", ",East Midlands", "E92000001,", "W92000004,Wales", ",West Mercia Police"]
)
def test_a_region_is_left_out_and_counted(quick_engine: Engine, tmp_path: Path, region: str) -> None:
    summary = load(quick_engine, typed(tmp_path, region, ",Rugby"))
    assert summary.figures.areas == ()
    assert any("left out" in words.lower() for words in summary.files[0].said)


def test_a_new_partnership_says_which_partnership_becomes_an_area_of_it(quick_engine: Engine, tmp_path: Path) -> None:
    summary = load(quick_engine, typed(tmp_path, "E10000031,Warwickshire", ",Mill"), wish=wish("Fosseshire"))
    assert summary.figures.areas == ("Warwickshire", "Mill")
    assert summary.files[0].said == [
        "“Warwickshire” is a partnership of its own, and becomes an area of the new partnership Fosseshire too: if the"
        " figures are meant for Warwickshire itself, load them with the partnership “Warwickshire”."
    ]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Rugby", "Rugy", True),
        ("Rugby", "Rugbby", True),
        ("Rugby", "Rubgy", True),
        ("Bedworth", "Bedwarth", True),
        ("North Ashton", "Nroth Ashton", True),
        ("Norton", "Morton", False),  # both are names
        ("Ward A", "Ward B", False),
        ("Locality 1", "Locality 11", False),
        ("Locality 1", "Locality 2", False),
        ("East Ley", "West Ley", False),
        ("North Ashton", "South Ashton", False),
        ("Ashton", "Ashton Park", False),
        ("Ley", "Leys", False),  # too short to tell
        ("Rugby", "Rugby", False),
        ("Stafford", "Stratford", False),
    ],
)
def test_a_slip_of_the_pen_is_one_letter(one: str, other: str, expected: bool) -> None:
    assert is_slip(one, other) is is_slip(other, one) is expected


def test_the_summary_of_the_command_names_what_is_new(quick_engine: Engine, tmp_path: Path) -> None:
    from dashboard.terminal.load import as_json

    found = as_json(load(quick_engine, typed(tmp_path, ",Mill"), wish=wish("Fosseshire")))
    assert json.loads(json.dumps(found))["new_areas"] == ["Mill"]
    assert found["new_partnerships"] == ["Fosseshire"]


@pytest.mark.parametrize(
    ("partnership", "areas"),
    [
        ("Ashdale", {"Castle", "Mill"}),  # one of the two boroughs: the other's wards are no business of it
        ("Dales", {"Castle, Ashdale", "Castle, Bradale", "Mill", "Moor"}),  # what both lie in
    ],
)
def test_wards_of_the_borough_that_a_column_names_are_its_areas(
    quick_engine: Engine, tmp_path: Path, partnership: str, areas: set[str]
) -> None:
    lines = ("Ashdale,Castle,51", "Ashdale,Mill,52", "Bradale,Castle,53", "Bradale,Moor,54")
    rows = (f"Vehicle crimes,{line}" for line in lines)
    path = text_file(tmp_path, "wards.csv", "Indicator,Borough,Ward,2011/12", *rows)
    load(quick_engine, path, wish=wish(partnership))
    assert set(placed(quick_engine, partnership.lower())) - {partnership} == areas


@pytest.mark.parametrize("heading", ["Victim gender", "Victim's sex", "Suspect age group", "Offender ethnicity"])
def test_whose_figures_a_column_says_is_part_of_the_name(quick_engine: Engine, tmp_path: Path, heading: str) -> None:
    path = text_file(tmp_path, "whose.csv", f"Indicator,{heading},Period,Actual", "Assaults,Some,2011/12,51")
    assert load(quick_engine, path, wish=wish("Ashdale")).figures.indicators == ("Assaults (Some)",)


@pytest.mark.parametrize("heading", ["Rank", "National rank", "Ranking", "Rank in England", "Position"])
def test_a_rank_beside_measures_is_no_measure(quick_engine: Engine, tmp_path: Path, heading: str) -> None:
    path = text_file(tmp_path, "ranks.csv", f"{heading},Area,Period,Burglary offences", "1,Mill,2011/12,51")
    assert load(quick_engine, path, wish=wish("Ashdale")).figures.indicators == ("Burglary offences",)


@pytest.mark.parametrize(
    ("partnership", "areas", "stranger"),
    [
        ("Warwickshire", (",Rugby", ",Coventry"), "Coventry"),
        ("Warwickshire", (",Solihull", ",", ",North Warwickshire"), "Solihull"),
        ("Warwickshire", ("E07000220,Rugby", ",Coventry"), "Coventry"),
        ("Warwickshire", (",Rugby Borough Council", ",Hinckley"), "Hinckley"),
        ("Warwickshire", (",South Warwickshire", ",Banbury", ",Rugby"), "Banbury"),
        ("South Staffordshire", (",Locality 1", ",Wolverhampton"), "Wolverhampton"),
    ],
)
def test_a_name_without_a_code_beside_known_areas_is_no_new_area(
    quick_engine: Engine, tmp_path: Path, partnership: str, areas: tuple[str, ...], stranger: str
) -> None:
    summary = load(quick_engine, typed(tmp_path, *areas), wish=wish(partnership))
    [file] = summary.files
    assert [row["rule"] for row in file.kept] == ["area-disputed"]
    assert f"“{stranger}” is no area of {partnership} so far, and others in the table are" in file.kept[0]["text"]
    assert "give its code in a column “Area code”, or load it in a table without" in file.kept[0]["text"]
    assert summary.figures.areas == ()


@pytest.mark.parametrize(
    ("areas", "new"),
    [
        ((",", ",Overslade", ",Bilton"), ("Overslade", "Bilton")),
        ((",Overslade",), ("Overslade",)),
        ((",Rugby", "E05007001,Overslade"), ("Overslade",)),
    ],
)
def test_names_of_another_kind_of_area_and_coded_ones_are_new(
    quick_engine: Engine, tmp_path: Path, areas: tuple[str, ...], new: tuple[str, ...]
) -> None:
    summary = load(quick_engine, typed(tmp_path, *areas), wish=wish("Warwickshire"))
    assert sorted(summary.figures.areas) == sorted(new)
    assert summary.files[0].kept == []


def test_the_sheets_of_a_workbook_that_disagree_say_how_to_name_the_area_of_each(
    quick_engine: Engine, tmp_path: Path
) -> None:
    path, book = tmp_path / "areas.xlsx", Workbook()
    for at, name in enumerate(("Rugby", "Nuneaton"), 5):
        sheet = book.create_sheet(name)
        sheet.append(["Indicator", "2022/23"])
        sheet.append(["Bicycle theft", at])
    book.save(path)
    why = refused(quick_engine, path, wish=wish("Warwickshire"))
    assert "if each sheet is of an area, add a column “Area” to each with the area's name" in why
