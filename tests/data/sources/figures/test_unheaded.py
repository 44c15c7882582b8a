"""Proves that numbers under blank headings are announced, and that a file of rows that are too long says so."""

import pytest

from dashboard.domain.errors import RefusedFile
from data.parcels import FigureTable
from data.sources.catalogue import parcels
from data.sources.containers.members import Member

SAID = "Left out, because their heading is blank: "


def remarks(*lines: str, name: str = "t.csv") -> list[str]:
    """What is said of blank headings of a file of these lines."""
    [found] = parcels(Member(name, "\n".join([*lines, ""]).encode()))
    assert isinstance(found, FigureTable)
    return [words for words in found.remarks if words.startswith(SAID)]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            ("Indicator,Period,Actual,", "Lamps,2011/12,5,77", "Poles,2011/12,6,78"),
            "2 numbers in field 4 (the first is 77",
        ),
        (
            ("Indicator,,Period,Actual", "Lamps,12.5,2011/12,5", "Poles,,2011/12,6"),
            "one number in field 2 (the first is 12.5",
        ),
        (
            (
                "area_code,area_name,period,value,indicator,measure,",
                "E05000901,Mill,2011/12,4,Lamps,Count,1-2",
                "E05000901,Mill,2012/13,4,Lamps,Count,300",
            ),
            "one number in field 7 (the first is 300",
        ),
        (
            ("Crime,Ward," + ",".join(f"2020{at:02}" for at in range(1, 7)) + ",", "Theft,Mill,1,2,3,4,5,6,21"),
            "one number in field 9 (the first is 21",
        ),
    ],
)
def test_numbers_under_a_blank_heading_are_announced(lines: tuple[str, ...], said: str) -> None:
    [words] = remarks(*lines)
    assert words.startswith(SAID + said)
    assert words.endswith("Give the column a heading if they count.")


@pytest.mark.parametrize(
    "lines",
    [
        (",Indicator,Period,Actual", "1,Lamps,2011/12,5", "2,Poles,2011/12,6", "3,Signs,2011/12,6"),
        (",Indicator,Period,Actual", "0,Lamps,2011/12,5", "1,Poles,2011/12,6"),
        ("Indicator,Period,Actual,", "Lamps,2011/12,5,ok", "Poles,2011/12,6,late"),
        ("Indicator,Period,Actual,,", "Lamps,2011/12,5,,", "Poles,2011/12,6,,"),
    ],
)
def test_row_numbers_words_and_blanks_are_none(lines: tuple[str, ...]) -> None:
    assert remarks(*lines) == []


@pytest.mark.parametrize(
    ("lines", "fields"),
    [
        (("Indicator,Period,Actual", "Lamps,2011/12,1,128", "Poles,2011/12,2,400"), "line 2 has 4, the heading 3"),
        (("Indicator,Period,Actual", "1,Lamps,2011/12,5", "2,Poles,2011/12,6"), "line 2 has 4, the heading 3"),
        (("Indicator,2010/11", "Lamps,1,3,4"), "line 2 has 4, the heading 2"),
        (
            ("area_code,area_name,period,value,indicator,measure", "1,E05000901,Mill,2011/12,4,Lamps,Count"),
            "line 2 has 7, the heading 6",
        ),
        (
            ("Crime,Ward," + ",".join(f"2020{at:02}" for at in range(1, 7)), "1,Theft,Mill,1,2,3,4,5,6"),
            "line 2 has 9, the heading 8",
        ),
        (("Indicator,Polarity", "Lamps,lower,x", "Poles,lower,y"), "line 2 has 3, the heading 2"),
    ],
)
def test_a_file_whose_every_row_is_too_long_is_refused(lines: tuple[str, ...], fields: str) -> None:
    with pytest.raises(RefusedFile, match=r"^t\.csv: every row has more fields than the heading") as fault:
        remarks(*lines)
    assert f"({fields})" in str(fault.value)
    assert "give each column a heading, and put numbers with commas into quotation marks" in str(fault.value)
