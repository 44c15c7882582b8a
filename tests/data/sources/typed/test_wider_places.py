"""Proves that a table with wards and their boroughs in two columns keeps wards of one name apart."""

import pytest

from data.parcels import FigureTable
from data.sources.catalogue import parcels
from data.sources.containers.members import Member


def figures(*lines: str) -> tuple[set[tuple[str, str]], dict[str, str], list[str]]:
    """Area and text of each figure, the wider place of each area, and what is said."""
    [found] = parcels(Member("wards.csv", "".join(line + "\n" for line in lines).encode()))
    assert isinstance(found, FigureTable)
    pairs = {(item["area"], item["text"]) for item in found.figures}
    assert len(pairs) == len(found.figures)
    return pairs, {item["area"]: item.get("within", "") for item in found.areas}, found.remarks


ROWS = ("Ashton,Castle", "Bradley,Castle", "Bradley,Mill")
APART = {"Castle, Ashton", "Castle, Bradley", "Mill"}


@pytest.mark.parametrize(
    ("heading", "line"),
    [
        ("Borough,Ward,Indicator,Period,Actual", "{place},Burglary,2022/23,{at}"),
        ("LookUp_BoroughName,WardName,Crime type,Period,Actual", "{place},Burglary,2022/23,{at}"),
        ("Local authority,Parish,Indicator,2022/23", "{place},Burglary,{at}"),
        ("District,Locality,Indicator,Apr-22", "{place},Burglary,{at}"),
        ("CSP,Ward name,Year,Burglary offences", "{place},2022/23,{at}"),
    ],
)
def test_wards_of_one_name_stay_apart_in_every_layout(heading: str, line: str) -> None:
    found, within, said = figures(heading, *(line.format(place=place, at=at) for at, place in enumerate(ROWS, 1)))
    assert found == {("Castle, Ashton", "1"), ("Castle, Bradley", "2"), ("Mill", "3")}
    assert within == {"Castle, Ashton": "Ashton", "Castle, Bradley": "Bradley", "Mill": "Bradley"}
    wider, smallest = heading.split(",")[:2]
    assert f"“{smallest}” is read as the area, and “{wider}” as the place in which it lies." in said


def test_the_order_of_the_columns_does_not_matter() -> None:
    found, _, _ = figures("Ward,Borough,Indicator,2022/23", "Castle,Ashton,Burglary,1", "Castle,Bradley,Burglary,2")
    assert found == {("Castle, Ashton", "1"), ("Castle, Bradley", "2")}


@pytest.mark.parametrize("whole", ["", "Total", "All wards"])
def test_the_row_of_a_whole_borough_is_no_other_ward_beside_its_wards(whole: str) -> None:
    heading = "Borough,Ward,Indicator,2022/23"
    found, _, said = figures(
        heading, "Ashton,Castle,Burglary,1", "Ashton,Mill,Burglary,2", f"Ashton,{whole},Burglary,3"
    )
    assert found == {("Castle", "1"), ("Mill", "2")}
    assert "Rows of a whole place whose parts have rows of their own are left out: Ashton." in said


def test_a_borough_without_wards_is_the_area() -> None:
    found, within, _ = figures("Borough,Ward,Indicator,2022/23", "Ashton,Castle,Burglary,1", "Bradley,,Burglary,3")
    assert found == {("Castle", "1"), ("Bradley", "3")}
    assert within == {"Castle": "Ashton", "Bradley": "Bradley"}


@pytest.mark.parametrize("heading", ["Area,Ward name,Borough", "Ward,Borough,CSP"])
def test_three_columns_of_places_are_read_by_the_smallest(heading: str) -> None:
    smallest = heading.split(",").index("Ward name") if "Ward name" in heading else 0
    cells = ["North", "Ashton", "Testshire"]
    found, _, _ = figures(f"{heading},Indicator,2022/23", f"{','.join(cells)},Burglary,1")
    assert found == {(cells[smallest], "1")}
