"""Proves that Fingertips' download is read as it comes: short rows, line feeds in names, deciles among the areas."""

import pytest

from tests.data.sources.fingertips_rows import NAMES, declared, parcel, rejected, row, short


def test_a_row_is_a_figure_with_its_place() -> None:
    found = parcel(row())
    assert found.figures == [
        {
            **{"what": "actual", "indicator": "Broken windows", "area": "Testbury", "area_code": "E07000999"},
            **{"period": "2019", "text": "12.34567", "note": "", "marker": "", "covers_to": ""},
            **{"partnership": "", "sheet": "", "cell": "line 2, field 13", "line": 2},
            **{"low": "11.1", "numerator": "7"},
        }
    ]
    area = {"area": "Testbury", "code": "E07000999", "level": "District & UA", "population": ""}
    assert (found.areas, found.national, found.remarks) == ([area], True, [])


def test_missing_last_values_are_blank_and_said() -> None:
    found = parcel(short(row(), 1), short(row(Time_period="2020"), 1), row(Time_period="2021"))
    assert (len(found.figures), found.rejected) == (3, [])
    assert found.remarks == ["Rows with fewer values than the heading has names; the last ones are read as blank: 2."]


def test_a_row_without_its_value_or_with_too_many_is_rejected() -> None:
    found = parcel(short(row(), 7), row() + ",more", short(row(), 6))
    assert (rejected(found), len(found.figures)) == ([(2, "row-fields"), (3, "row-fields")], 1)


def test_line_feeds_in_a_name_become_one_blank() -> None:
    assert declared(row(Indicator_Name="Broken\n  windows\n"))[0]["name"] == "Broken windows"


def test_deciles_are_no_areas_and_it_is_said() -> None:
    found = parcel(row(), row(Category_Type="Deprivation deciles", Category="Most deprived", Value="99"))
    assert ([figure["text"] for figure in found.figures], found.rows, found.rejected) == (["12.34567"], 2, [])
    assert found.remarks == ["Rows of deprivation deciles and other categories are no areas and are left out: 1."]


def test_headings_are_matched_by_their_letters() -> None:
    heading = ",".join(NAMES).replace("Indicator Name", "IndicatorName").replace("Time period", "TIME_period")
    assert len(parcel(row(), heading=heading).figures) == 1


def test_an_indicator_of_several_ages_is_one_for_each() -> None:
    rows = (row(), row(Age="0-9 yrs", Value="3"), row(Indicator_ID="90002", Indicator_Name="Lamps"))
    assert [(one["code"], one["name"]) for one in declared(*rows)] == [
        ("90001", "Broken windows"),
        ("90001 Persons, 0-9 yrs", "Broken windows (Persons, 0-9 yrs)"),
        ("90002", "Lamps"),
    ]
    assert [figure["indicator"] for figure in parcel(*rows).figures] == [one["name"] for one in declared(*rows)]


@pytest.mark.parametrize(
    ("sex", "age", "code", "name"),
    [
        ("Persons", "All ages", "90001", "Broken windows"),
        ("NA", "NA", "90001", "Broken windows"),
        ("", "", "90001", "Broken windows"),
        ("Not applicable", "All ages", "90001", "Broken windows"),
        ("persons", "Not applicable", "90001", "Broken windows"),
        ("Male", "10+ yrs", "90001 Male, 10+ yrs", "Broken windows (Male, 10+ yrs)"),
        ("Male", "All ages", "90001 Male, All ages", "Broken windows (Male, All ages)"),
        ("Female", "NA", "90001 Female", "Broken windows (Female)"),
        ("Persons", "0-9 yrs", "90001 Persons, 0-9 yrs", "Broken windows (Persons, 0-9 yrs)"),
        ("Not applicable", "16-17 yrs", "90001 16-17 yrs", "Broken windows (16-17 yrs)"),
    ],
)
def test_sex_and_age_always_say_of_whom_an_indicator_is(sex: str, age: str, code: str, name: str) -> None:
    assert [(one["code"], one["name"]) for one in declared(row(Sex=sex, Age=age))] == [(code, name)]


@pytest.mark.parametrize(
    "numbered",
    [
        *("B12a - Broken windows", "C21 - Broken windows", "1.12i - Broken windows", "2.24ii - Broken windows"),
        *("E10 - Broken windows", "B13c(old) - Broken windows"),
    ],
)
def test_the_number_in_a_framework_is_no_part_of_a_name(numbered: str) -> None:
    rows = (row(), row(Indicator_Name=numbered, Time_period="2020"))
    for some in (rows, rows[::-1]):
        assert [(one["code"], one["name"]) for one in declared(*some)] == [("90001", "Broken windows")]


def test_missing_values_as_r_writes_them_are_blank() -> None:
    """write.csv of fingertipsR: a column of row numbers, its own headings, NA for nothing."""
    heading = (
        '"","IndicatorID","IndicatorName","ParentCode","ParentName","AreaCode","AreaName","AreaType","Sex","Age",'
        '"CategoryType","Category","Timeperiod","Value","LowerCI95.0limit","UpperCI95.0limit","LowerCI99.8limit",'
        '"UpperCI99.8limit","Count","Denominator","Valuenote","RecentTrend"'
    )
    start = '90001,"Broken windows","E92000001","England","E07000999","Testbury","Districts","Persons","All ages"'
    rows = (
        f'"1",{start},"NA","NA","2019",12.5,11.5,13.5,NA,NA,125,1000,NA,"NA"',
        f'"2",{start},"NA","NA","2020",NA,NA,NA,NA,NA,NA,1000,"Too few","NA"',
        f'"3",{start},"Deciles","Most deprived","2020",99,NA,NA,NA,NA,1,1,NA,"NA"',
    )
    found = parcel(*rows, heading=heading)
    counts = ("text", "note", "numerator", "denominator", "low", "high")
    assert [tuple(item.get(name) for name in counts) for item in found.figures] == [
        ("12.5", "", "125", "1000", "11.5", "13.5"),
        ("", "Too few", None, "1000", None, None),
    ]
    assert found.areas[0]["within"] == "England"
    assert [one["name"] for one in found.declared] == ["Broken windows"]


def test_two_indicators_of_one_name_are_told_apart() -> None:
    assert [(one["code"], one["name"]) for one in declared(row(), row(Indicator_ID="90002"))] == [
        ("90001", "Broken windows (90001)"),
        ("90002", "Broken windows (90002)"),
    ]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Lamps that are out (%)", {"value_type": "percentage"}),
        ("Percentage of lamps", {"value_type": "percentage"}),
        ("Lamps, per cent out", {"value_type": "percentage"}),
        ("Lamps per 1,000 people", {"value_type": "rate", "multiplier": "1000"}),
        ("Lamp rate/100,000", {"value_type": "rate", "multiplier": "100000"}),
        ("Lamps: per 10,000 (3 year average)", {"value_type": "rate", "multiplier": "10000"}),
        ("Lamp rate", {}),
        ("Lamps in 2009/10", {}),
        ("Lamps per 12 months", {}),
    ],
)
def test_the_name_alone_says_what_is_counted(name: str, said: dict[str, str]) -> None:
    [one] = declared(row(Indicator_Name=name))
    assert one == {"code": "90001", "name": name, "period_kind": "calendar-year"} | said


def test_a_whole_number_of_another_sex_is_no_count_where_its_indicator_holds_a_fraction() -> None:
    kinds = [item.get("value_type", "") for item in declared(row(), row(Sex="Male", Value="40"))]
    assert kinds == ["", "rate"]
    kinds = [item.get("value_type", "") for item in declared(row(Value="41"), row(Sex="Male", Value="40"))]
    assert kinds == ["", ""]
