"""Proves that an area's code decides over its name, and that a row whose two disagree is nobody's."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.records import Scope
from data.store import SqlStore
from tests.data.own.typed import asked, load, text_file, wish

TYPED = "Indicator,Area code,Area,Period,Actual"
COUNCIL = "area_code,area_name,period,value,indicator,measure,unit"
LOOKUP = "WD24CD,WD24NM,LAD24CD,LAD24NM,CSP24CD,CSP24NM,PFA24CD,PFA24NM"
MOORSHIRE = ("E22000901,Ashby,E23000901,Moorshire", "E22000902,Birby,E23000901,Moorshire")
WARDS = (
    f"E05000901,Mill,E07000901,Ashby,{MOORSHIRE[0]}",
    f"E05000902,Mill,E07000902,Birby,{MOORSHIRE[1]}",
    f"E05000903,Quay,E07000901,Ashby,{MOORSHIRE[0]}",
)


def typed(folder: Path, *areas: str, name: str = "typed.csv") -> Path:
    """A typed table with a figure of each area, “code,name”."""
    return text_file(folder, name, TYPED, *(f"Lamps,{area},2011/12,{at}" for at, area in enumerate(areas, 1)))


def council(folder: Path, *areas: str) -> Path:
    numbered = enumerate(areas, 1)
    return text_file(folder, "c.csv", COUNCIL, *(f"{area},2011/12,{at},Lamps,Count,lamps" for at, area in numbered))


def lookup(folder: Path) -> Path:
    return text_file(folder, "lookup.csv", LOOKUP, *WARDS)


def placed(engine: Engine, partnership: str) -> dict[str, str]:
    """The text of each figure of 2011/12 by the name of its area."""
    store = SqlStore(engine)
    names = {item.slug: item.name for item in store.areas(partnership)}
    found = store.observations(Scope(partnership))
    return {names[item.area]: item.value.raw for item in found if item.period.slug == "2011-12"}


def rejected(engine: Engine, path: Path, partnership: str = "warwickshire") -> list[str]:
    """Why rows are rejected, one file at a time."""
    return [item["text"] for item in asked(engine, path, wish=wish(partnership)).files[0].kept]


KNOWN = "E07000219,Nuneaton and Bedworth", "E07000220,Rugby", "E22000359,South Warwickshire"


@pytest.mark.parametrize(
    ("area", "why"),
    [
        ("E07000220,Nuneaton and Bedworth", "E07000220 is the code of Rugby, not of “Nuneaton and Bedworth”"),
        ("E22000321,South Warwickshire", "E22000321 is the code of Rugby, not of “South Warwickshire”"),
        ("e07000220,north warwickshire", "e07000220 is the code of Rugby, not of “north warwickshire”"),
        ("E07000220,Warwick", "E07000220 is the code of Rugby, not of “Warwick”"),
        ("E07000220,Warwickshire", "E07000220 is the code of Rugby, not of “Warwickshire”"),
        ("E10000031,Rugby", "E10000031 is the code of Warwickshire, not of “Rugby”"),
        ("E07999999,Rugby", "E07999999 is no code that Outturn knows, and the partnership’s “Rugby” has the code"),
        ("E10000028,Warwickshire", "E10000028 is no code that Outturn knows, and the partnership’s “Warwickshire” has"),
    ],
)
@pytest.mark.parametrize("table", [typed, council])
def test_a_row_whose_code_and_name_disagree_is_rejected(
    quick_engine: Engine, tmp_path: Path, table: object, area: str, why: str
) -> None:
    assert callable(table)
    path = table(tmp_path, *KNOWN, area)
    [said] = rejected(quick_engine, path)
    assert said.startswith("line 5, field ")
    assert why in said
    assert {name: text for name, text in placed(quick_engine, "warwickshire").items() if text in {"1", "2", "3"}} == {
        "Nuneaton and Bedworth": "1",
        "Rugby": "2",
        "South Warwickshire": "3",
    }


@pytest.mark.parametrize("area", ["E07000220,Rugby", "E07000220,", "E07000220,Rugby Borough Council", ",Rugby"])
def test_a_code_decides_whatever_else_an_area_is_called(quick_engine: Engine, tmp_path: Path, area: str) -> None:
    load(quick_engine, typed(tmp_path, area))
    assert placed(quick_engine, "warwickshire")["Rugby"] == "1"


def test_wards_of_one_name_are_two_by_their_codes_and_neither_by_the_name(quick_engine: Engine, tmp_path: Path) -> None:
    path = typed(tmp_path, "E05000901,Mill", "E05000902,Mill", "E05000903,Quay")
    assert load(quick_engine, path, wish=wish("Moor")).figures.areas == ("Mill (E05000901)", "Mill (E05000902)", "Quay")
    assert placed(quick_engine, "moor") == {"Mill (E05000901)": "1", "Mill (E05000902)": "2", "Quay": "3"}
    again = typed(tmp_path, "E05000902,Mill", "E05000901,Mill", ",Mill", ",Quay", name="again.csv")
    [why] = rejected(quick_engine, again, "Moor")
    assert why.endswith("“Mill” is the name of 2 areas: give its code (E05000901 or E05000902).")
    assert placed(quick_engine, "moor") == {"Mill (E05000901)": "2", "Mill (E05000902)": "1", "Quay": "4"}


def test_a_ward_of_another_borough_never_becomes_one_of_the_same_name(quick_engine: Engine, tmp_path: Path) -> None:
    load(quick_engine, typed(tmp_path, "E05000901,Mill", "E05000903,Quay"), wish=wish("Moor"))
    [why] = rejected(quick_engine, typed(tmp_path, "E05000902,Mill", "E05000903,Quay", ",Quay"), "Moor")
    assert "E05000902 is no code that Outturn knows, and the partnership’s “Mill” has the code E05000901" in why


def test_names_typed_before_need_a_lookup_for_their_codes(quick_engine: Engine, tmp_path: Path) -> None:
    load(quick_engine, typed(tmp_path, ",Quay", ",Other"), wish=wish("Ashby"))
    coded = typed(tmp_path, "E05000903,Quay", ",Other", ",Third")
    [why] = rejected(quick_engine, coded, "Ashby")
    assert "the partnership’s “Quay” has no code yet" in why
    assert "leave it out, or load a lookup that holds it first" in why
    load(quick_engine, lookup(tmp_path), typed(tmp_path, "E05000903,Quay", name="b.csv"), wish=wish("Ashby"))
    assert placed(quick_engine, "ashby")["Quay"] == "1"


@pytest.mark.parametrize(
    ("area", "why"),
    [
        ("E07000902,Quay", "E07000902 is the code of Birby, not of “Quay”"),
        ("E05000903,Mill", "E05000903 is the code of Quay, not of “Mill”"),
        ("E07000901,Birby", "E07000901 is the code of Ashby, not of “Birby”"),
    ],
)
def test_a_lookup_says_which_area_a_code_is(quick_engine: Engine, tmp_path: Path, area: str, why: str) -> None:
    load(quick_engine, lookup(tmp_path), typed(tmp_path, ",Quay", ",Mill"), wish=wish("Ashby"))
    [said] = rejected(quick_engine, typed(tmp_path, area, ",Quay", ",Mill", name="b.csv"), "Ashby")
    assert why in said


def test_of_two_wards_of_one_name_the_one_inside_the_partnership_is_meant(quick_engine: Engine, tmp_path: Path) -> None:
    own = typed(tmp_path, "E07000901,Ashby", ",Mill")
    load(quick_engine, lookup(tmp_path), own, wish=wish("Ashby"))
    load(quick_engine, council(tmp_path, "E05000901,Mill", "E05000902,Mill", "E07000901,Ashby"), wish=wish("Ashby"))
    assert placed(quick_engine, "ashby") == {"Ashby": "3", "Mill": "1"}


def test_a_new_partnership_learns_its_own_code_from_the_first_file(quick_engine: Engine, tmp_path: Path) -> None:
    load(quick_engine, council(tmp_path, "E06000999,Moorshire"), wish=wish("Moorshire"))
    [whole] = SqlStore(quick_engine).areas("moorshire")
    assert whole.code == "E06000999"
    again = asked(quick_engine, council(tmp_path, "E06000998,Moorshire"), wish=wish("Moorshire"))
    assert "E06000998 is no code that Outturn knows, and the partnership’s “Moorshire” has the code E06000999" in str(
        again.refused
    )
    police = council(tmp_path, "E23000999,Moorshire")
    load(quick_engine, police, wish=wish("Moorshire"))


def test_a_ward_called_like_the_partnership_is_not_the_whole_of_it(quick_engine: Engine, tmp_path: Path) -> None:
    path = typed(tmp_path, "E05000999,Moor", ",Quay", ",Fen")
    [why] = rejected(quick_engine, path, "Moor")
    assert "E05000999 is no code that Outturn knows" in why


WIDE = "MajorText,MinorText,WardName,WardCode,LookUp_BoroughName,202009,202010,202011,202012,202101,202102"
BOROUGHS = (
    "Burglary,Sheds,Mill,E05000901,Ash & Elm,1,1,1,1,1,1",
    "Burglary,Sheds,Quay,E05000903,Ash & Elm,2,2,2,2,2,2",
    "Burglary,Sheds,Mill,E05000902,Birby,9,9,9,9,9,9",
)


@pytest.mark.parametrize("coded", [True, False])
def test_a_partnership_that_a_column_names_gets_its_wards(quick_engine: Engine, tmp_path: Path, coded: bool) -> None:
    lines = BOROUGHS if coded else [",".join((*row.split(",")[:3], "", *row.split(",")[4:])) for row in BOROUGHS]
    summary = load(quick_engine, text_file(tmp_path, "w.csv", WIDE, *lines), wish=wish("Ash and Elm"))
    assert summary.figures.areas == ("Mill", "Quay")
    found = SqlStore(quick_engine).observations(Scope("ash-and-elm"))
    assert {(item.area, item.value.raw) for item in found} == {("ash-and-elm/mill", "1"), ("ash-and-elm/quay", "2")}
    assert "Figures of one area outside the partnership were left out: 6." in summary.files[0].said


def test_wards_that_were_typed_by_name_are_found_where_the_file_names_the_partnership(
    quick_engine: Engine, tmp_path: Path
) -> None:
    load(quick_engine, typed(tmp_path, ",Mill", ",Quay"), wish=wish("Birby"))
    summary = load(quick_engine, text_file(tmp_path, "w.csv", WIDE, *BOROUGHS), wish=wish("Birby"))
    assert summary.figures.areas == ()
    found = {(item.area, item.value.raw) for item in SqlStore(quick_engine).observations(Scope("birby"))}
    assert ("birby/mill", "9") in found


def test_a_partnership_that_no_column_names_hears_which_it_may_be(quick_engine: Engine, tmp_path: Path) -> None:
    path = text_file(tmp_path, "w.csv", WIDE, *BOROUGHS)
    found = asked(quick_engine, path, wish=wish("warwickshire"))
    assert "choose a partnership that the file itself names (Ash & Elm, Birby)" in str(found.refused)
