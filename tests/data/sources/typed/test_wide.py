"""Proves that performance tables are read as partnerships print them: each figure with its period, cell and notes."""

import pytest

from data.sources.typed import wide
from tests.data.sources.typed_tables import Parcel, parcel, refusal, rejected, said, sheet, typed

COUNTY = (
    "Table 1 - Countywide performance 2010-11",
    "Indicator|2009/10 Target|2009/10 Actual|2010/11 Target|2010/11 Actual|Performance vs same period 2009/10|Status",
    "NI 91 - Bicycle theft|400|390|380|371|-5%|Achieved",
    "NI92 – Dealing with noise ¹|-|25%|N/A|N/A||",
    "NI93 - Reoffending|285|120|29%|TBC ²||",
    "NI94 - Treated|1,100|1,090|1,150|1,078 ³|Up|On track",
    "1 The survey has ended.",
    "² To be confirmed in June.",
    "3) To the end of November.",
)
LOCALITIES = (
    "Noise between 2006/07 and 2008/09",
    "(Approx. figures by locality)",
    "Locality|2006/07|2007/08|2008/09",
    "Locality 1|10|20|30",
    "Locality 2|1|2|3",
    "Total|11|22|33",
    "People hurt ¹",
    "Locality|2006|2007|2008",
    "Locality 1|5|0|4",
    "Locality 2 ²|1|1|..",
    "1 Calendar years.",
)


def figures(found: Parcel) -> dict[tuple[str, ...], str]:
    """The text of each figure by indicator, area, period and what."""
    return {tuple(key): text for *key, text in said(found, "indicator", "area", "period", "what", "text")}


def test_a_county_table_of_targets_and_actuals_is_read_cell_by_cell() -> None:
    found = parcel(wide, sheet(*COUNTY, merged=("A1:G1",)))
    read = figures(found)
    assert len(read) == 16
    assert {key[2:]: text for key, text in read.items() if key[0] == "Bicycle theft"} == {
        ("2009-10", "target"): "400",
        ("2009-10", "actual"): "390",
        ("2010-11", "target"): "380",
        ("2010-11", "actual"): "371",
    }
    assert read["Reoffending", "", "2010-11", "target"] == "29%"
    assert read["Reoffending", "", "2010-11", "actual"] == "TBC ²"
    assert read["Treated", "", "2010-11", "actual"] == "1,078 ³"
    assert said(found, "sheet", "cell", "line", "area_code", "marker")[0] == ("Figures", "B3", 3, "", "")


def test_a_county_table_declares_its_codes_and_keeps_its_footnotes() -> None:
    found = parcel(wide, sheet(*COUNTY, merged=("A1:G1",)))
    assert [(item["code"], item["name"]) for item in found.declared] == [
        ("NI 91", "Bicycle theft"),
        ("NI92", "Dealing with noise"),
        ("NI93", "Reoffending"),
        ("NI94", "Treated"),
    ]
    assert found.notes == {
        "1": "The survey has ended.",
        "2": "To be confirmed in June.",
        "3": "To the end of November.",
    }
    assert {name for name, note in said(found, "indicator", "note") if note == "1"} == {"Dealing with noise"}
    assert found.remarks == [
        "Columns left out: Status.",
        "Columns left out, it tells a change, never whether lower or higher is better: Performance vs same period "
        "2009/10.",
        "Lines above the heading were left out: 1.",
    ]


def test_the_same_table_is_the_same_in_a_text_file_divided_by_semicolons() -> None:
    text = parcel(wide, typed(*(line.replace("|", ";") for line in COUNTY)))
    book = parcel(wide, sheet(*COUNTY))
    assert (figures(text), text.declared, text.notes) == (figures(book), book.declared, book.notes)
    assert said(text, "cell", "sheet")[0] == ("line 3, field 2", "")


def test_localities_down_and_years_across_are_counted_for_what_the_title_says() -> None:
    found = parcel(wide, sheet(*LOCALITIES))
    read = figures(found)
    noise, hurt = "Noise between 2006/07 and 2008/09", "People hurt"
    assert [read[noise, area, "2008-09", "actual"] for area in ("Locality 1", "Locality 2", "")] == ["30", "3", "33"]
    assert [read[hurt, "Locality 1", year, "actual"] for year in ("2006", "2007", "2008")] == ["5", "0", "4"]
    assert read[hurt, "Locality 2", "2008", "actual"] == ".."
    assert len(read) == 9 + 6
    assert found.remarks == ["Not part of a table: “(Approx. figures by locality)”."]


def test_the_note_marks_of_a_title_and_of_an_area_are_those_of_their_figures() -> None:
    found = parcel(wide, sheet(*LOCALITIES))
    assert found.notes == {"1": "Calendar years."}
    assert {(name, area): note for name, area, note in said(found, "indicator", "area", "note") if note} == {
        ("People hurt", "Locality 1"): "1",
        ("People hurt", "Locality 2"): "1|2",
    }


@pytest.mark.parametrize(
    "lines",
    [
        ("Indicator|2009/10||2010/11||Lead", "|Target|Actual ²|Target|Actual|Status", "Theft|1|2|3|4|x"),
        ("|2009/10||2010/11||", "Indicator|Target|Actual ²|Target|Actual|Lead Status", "Theft|1|2|3|4|x"),
    ],
)
def test_periods_may_stand_merged_over_their_targets_and_actuals(lines: tuple[str, ...]) -> None:
    merged = ("A1:A2", "B1:C1", "D1:E1") if lines[0].startswith("I") else ("B1:C1", "D1:E1")
    found = parcel(wide, sheet(*lines, merged=merged))
    assert said(found, "period", "what", "text", "cell", "note") == [
        ("2009-10", "target", "1", "B3", ""),
        ("2009-10", "actual", "2", "C3", "2"),
        ("2010-11", "target", "3", "D3", ""),
        ("2010-11", "actual", "4", "E3", ""),
    ]
    assert found.remarks == ["Columns left out: Lead Status."]


def test_a_period_alone_over_target_and_actual_is_that_of_both() -> None:
    found = parcel(wide, typed("2010/11", "Indicator,Target,Actual", "Theft,1,2"))
    assert said(found, "period", "what", "text") == [("2010-11", "target", "1"), ("2010-11", "actual", "2")]


def test_a_heading_of_something_else_ends_the_period_over_it() -> None:
    found = parcel(wide, typed("Indicator,2010/11,Remarks,", ",Actual,Actual,Target", "Theft,1,2,3"))
    assert said(found, "text") == [("1",)]


def test_columns_may_say_an_area_its_code_what_is_declared_and_a_note() -> None:
    heading = "Partnership,Measure,District,GSS code,Unit,Better is,Comments,2010/11"
    rows = ("Testshire,Theft,Abbey,E07000999,crimes,lower,as at May,5", "Testshire,Theft,,,,,,9")
    found = parcel(wide, typed(heading, *rows))
    assert said(found, "partnership", "area", "area_code", "note", "text") == [
        ("Testshire", "Abbey", "E07000999", "as at May", "5"),
        ("Testshire", "", "", "", "9"),
    ]
    [declared] = found.declared
    assert (declared["unit"], declared["polarity"]) == ("crimes", "lower")
    assert found.remarks == ["Rows without an area hold figures of the whole partnership: 1."]


def test_a_column_that_stands_twice_is_read_once_and_the_other_is_said() -> None:
    found = parcel(wide, typed("Indicator,,Measure,2010/11", "Theft,,Count of theft,5"))
    assert (said(found, "indicator"), found.remarks) == ([("Theft",)], ["Columns left out: Measure."])


def test_the_same_period_twice_stands_once_or_not_at_all() -> None:
    found = parcel(wide, typed("Indicator,2010/11,2010/11 Actual", "Theft,5,5", "Arson,5,6"))
    assert (said(found, "indicator"), rejected(found)) == ([("Theft",)], [(3, "doubled"), (3, "doubled")])


def test_blank_cells_are_no_figures_and_sections_are_said() -> None:
    found = parcel(wide, typed("Indicator,2009/10,2010/11", "Priority one,,", "Theft,,5", "Arson,,"))
    assert said(found, "indicator", "text") == [("Theft", "5")]
    assert found.remarks == [
        "Not part of a table: “Priority one”.",
        "Not part of a table: “Arson”.",
        "Blank cells hold nothing and change nothing: 1.",
    ]


def test_a_total_that_is_not_the_sum_is_refused_with_the_difference() -> None:
    wrong = [line.replace("Total|11|22|33", "Total|11|23|33") for line in LOCALITIES]
    assert refusal(wide, sheet(*wrong)) == (
        "F.xlsx: the total of Noise between 2006/07 and 2008/09, 2007/08 actual, is 23 in C6, but its 2 parts sum to "
        "22: a difference of 1."
    )
    assert parcel(wide, sheet(*(line.replace("|2|3", "|tbc|3") for line in wrong))).rejected == []


def test_a_total_whose_part_is_an_error_is_not_checked() -> None:
    broken = [line.replace("Locality 2|1|2|3", "Locality 2|1|#N/A|3") for line in LOCALITIES]
    assert parcel(wide, sheet(*broken)).rejected == [{"line": 5, "rule": "cell-error", "text": "C5 #N/A"}]


def test_each_table_of_a_sheet_has_its_own_total() -> None:
    tables = ("Theft", "Area|2010/11", "A|1", "Total|1", "Theft", "Area|2011/12", "A|2", "B|2", "Total|4")
    assert len(parcel(wide, sheet(*tables)).figures) == 5


def test_notes_of_the_same_mark_under_two_tables_are_both_kept() -> None:
    under = ("Theft", "Area|2010/11", "A|1", "1 Revised.", "1 Revised.", "Arson", "Area|2010/11", "A|2", "1 Estimated.")
    assert parcel(wide, sheet(*under)).notes == {"1": "Revised. / Estimated."}


def test_a_title_may_have_a_note_between_it_and_its_table() -> None:
    found = parcel(wide, typed("Theft", "1 Estimated.", "Area,2010/11", "A,1"))
    assert (said(found, "indicator"), found.notes, found.remarks) == ([("Theft",)], {"1": "Estimated."}, [])


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        (",Abbey,5,6", "indicator-blank"),
        ("Theft,?,5,6", "indicator-blank"),
        ("!,Abbey,5,6", "indicator-blank"),
        ("Th\x07eft,Abbey,5,6", "words-unreadable"),
        (f"Theft,{'A' * 201},5,6", "words-unreadable"),
        ("Theft,Abbey,1,128,6", "row-fields"),
    ],
)
def test_a_row_that_breaks_a_rule_is_rejected_with_its_line(row: str, rule: str) -> None:
    found = parcel(wide, typed("Indicator,Area,2009/10,2010/11", row, "Theft,Abbey,7,8"))
    assert (rejected(found), said(found, "text")) == ([(2, rule)], [("7",), ("8",)])


def test_a_row_that_names_no_area_of_a_titled_table_is_rejected() -> None:
    assert rejected(parcel(wide, typed("Theft", "Area,2009/10,2010/11", ",5,6", "A,7,8"))) == [(3, "indicator-blank")]


def test_an_area_merged_over_several_rows_belongs_to_none_of_them_surely() -> None:
    lines = ("Area|Indicator|2010/11", "Abbey|Theft|5", "|Arson|6")
    found = parcel(wide, sheet(*lines, merged=("A2:A3",)))
    assert (rejected(found), said(found, "area", "text")) == ([(3, "merged-cell")], [("Abbey", "5")])


def test_counts_that_look_like_years_make_no_heading() -> None:
    found = parcel(wide, typed("Theft", "Locality,2009,2010,2011", "Abbey,1,2,3", "District,1950,2010,1999"))
    assert said(found, "area", "text")[3:] == [("District", "1950"), ("District", "2010"), ("District", "1999")]


@pytest.mark.parametrize(
    ("lines", "where"),
    [
        (("Area|2010/11", "A|1"), "row 1 of the sheet Figures"),
        (("a|b", "Area|2010/11", "A|1"), "row 2 of the sheet Figures"),
        (("Theft", "Area|2010/11", "A|1", "1 Revised.", "Area|2011/12", "A|1"), "row 5 of the sheet Figures"),
    ],
)
def test_areas_that_are_counted_for_nothing_are_refused(lines: tuple[str, ...], where: str) -> None:
    sentence = f"F.xlsx does not say what the areas under {where} are counted for: name it above."
    assert refusal(wide, sheet(*lines)) == sentence


def test_a_heading_without_rows_and_no_heading_are_refused() -> None:
    assert refusal(wide, typed("Indicator,2010/11")) == "x.csv has a heading and no rows under it."
    assert refusal(wide, typed("a,b")) == "x.csv has no heading with an indicator or an area, and periods."
    assert refusal(wide, typed("Area,2010/11")).endswith("under row 1 are counted for: name it above.")


@pytest.mark.parametrize(
    "heading",
    ["Indicator,Unit", "Code,2010/11", "Year,2010/11", "Indicator", "a\nIndicator,Lead"],
)
def test_other_tables_are_not_recognised(heading: str) -> None:
    assert not wide.recognises(typed(heading, "Theft,1,2"))
