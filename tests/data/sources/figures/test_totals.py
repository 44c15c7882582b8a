"""Proves that the total row of a typed table is the sum of its areas, or the file is refused with the difference."""

import pytest

from data.sources.typed import tidy
from tests.data.sources.typed_tables import parcel, refusal, said, typed

HEADING = "Indicator,Area,Period,Actual,Target"


def test_the_total_is_the_whole_partnership_and_must_be_the_sum_of_its_areas() -> None:
    rows = [f"Burglary,{area},2010/11,{text},9" for area, text in (("Abbey", "1,000"), ("Mill", "200"))]
    lines = [HEADING, *(row.replace("1,000", '"1,000"') for row in rows)]
    found = parcel(tidy, typed(*lines, "Burglary,Total:,2010/11,1200,18"))
    assert said(found, "area", "text")[-2:] == [("", "1200"), ("", "18")]
    assert refusal(tidy, typed(*lines, "Burglary,All areas,2010/11,1211,18")) == (
        "x.csv: the total of Burglary, 2010/11 actual, is 1,211 in line 4, field 4, but its 2 parts sum to 1,200: "
        "a difference of 11."
    )


def test_the_totals_of_two_partnerships_are_their_own() -> None:
    heading = "Partnership,Indicator,Area,Period,Actual"
    rows = [
        f"{home},Burglary,{area},2010/11,{text}"
        for home, texts in {"Testshire": (1, 2, 3), "Otherham": (4, 5, 9)}.items()
        for area, text in zip(("Abbey", "Mill", "Total"), texts, strict=True)
    ]
    assert len(parcel(tidy, typed(heading, *rows)).figures) == 6
    wrong = [*rows[:5], "Otherham,Burglary,Total,2010/11,10"]
    assert refusal(tidy, typed(heading, *wrong)).startswith("x.csv: the total of Burglary of Otherham, 2010/11 actual,")


@pytest.mark.parametrize("mill", ["TBC", "", "200.5", "20%", "1,1283"])
def test_a_total_with_a_part_that_is_no_whole_number_is_not_checked(mill: str) -> None:
    rows = ("Burglary,Abbey,2010/11,100,", f'Burglary,Mill,2010/11,"{mill}",', "Burglary,Total,2010/11,999,")
    assert parcel(tidy, typed(HEADING, *rows)).rejected == []


@pytest.mark.parametrize("total", ["TBC", "99.5", ""])
def test_a_total_that_is_no_whole_number_is_not_checked(total: str) -> None:
    rows = ("Burglary,Abbey,2010/11,100,", f"Burglary,Total,2010/11,{total},")
    assert parcel(tidy, typed(HEADING, *rows)).rejected == []


def test_a_total_alone_is_checked_against_nothing() -> None:
    assert said(parcel(tidy, typed(HEADING, "Burglary,Total,2010/11,9,")), "area", "text") == [("", "9")]


@pytest.mark.parametrize(
    ("name", "kind", "unit", "multiplier"),
    [
        ("Feel safe (%)", "", "", ""),
        ("Percentage who feel safe", "", "", ""),
        ("Burglaries per 1,000", "", "", ""),
        ("Reoffending rate", "", "", ""),
        ("Feel safe", "", "per cent", ""),
        ("Feel safe", "Percentage", "", ""),
        ("Burglary", "", "", "1000"),
    ],
)
def test_a_rate_of_all_areas_is_no_sum(name: str, kind: str, unit: str, multiplier: str) -> None:
    rows = [
        f'"{name}",{area},2010/11,{text},{kind},{unit},{multiplier}'
        for area, text in (("Abbey", 70), ("Mill", 80), ("Total", 75))
    ]
    assert len(parcel(tidy, typed("Indicator,Area,Period,Actual,Type,Unit,Per", *rows)).figures) == 3


def test_what_is_declared_a_count_is_summed_whatever_its_name() -> None:
    rows = [f"Rate relief,{area},2010/11,{text},count" for area, text in (("Abbey", 70), ("Total", 75))]
    assert refusal(tidy, typed("Indicator,Area,Period,Actual,Type", *rows)).endswith(
        "is 75 in line 3, field 4, but its only part comes to 70: a difference of 5."
    )


@pytest.mark.parametrize(
    ("indicator", "texts", "is_refused"),
    [
        ("Crime rate per 1000", ("10.1", "20.2", "30.3"), True),
        ("Victims satisfied (%)", ("40", "45", "85"), True),
        ("Victims satisfied", ("40%", "45.5%", "85.5%"), True),
        ("Average days lost", ("3", "4", "7"), True),
        ("Crime rate per 1000", ("10.1", "20.2", "15.3"), False),  # of all together
        ("Share of all crime (%)", ("40", "60", "100"), False),  # parts of one whole
        ("Crime rate per 1000", ("10.1", "0", "10.1"), False),
        ("Crime rate per 1000", ("10.1", "..", "10.1"), False),
    ],
)
def test_a_total_of_rates_that_is_their_sum_is_refused(
    indicator: str, texts: tuple[str, str, str], is_refused: bool
) -> None:
    areas = zip(("Abbey", "Mill", "Total"), texts, strict=True)
    grid = typed("Indicator,Area,Period,Actual", *(f"{indicator},{area},2010/11,{text}" for area, text in areas))
    if not is_refused:
        assert len(parcel(tidy, grid).figures) == 3
        return
    assert refusal(tidy, grid) == (
        f"x.csv: the total of {indicator}, 2010/11 actual, is {texts[2]} in line 4, field 4, the sum of its 2 parts,"
        " but rates and percentages do not add up: take the row out, or give what they are of all areas together."
    )
