"""Proves that a tidy table gives its actuals and targets as they are typed, and says or rejects everything else."""

import pytest

from dashboard.domain.errors import RefusedFile
from data.sources.typed import tidy
from tests.data.sources.typed_tables import parcel, refusal, rejected, said, sheet, typed

HEADING = "Indicator,Area,Period,Actual,Target"
ROW = "Burglary,Abbey,2010/11,120,110"
PLACES = ("cell", "line", "sheet")


def test_a_row_is_an_actual_and_a_target_each_with_its_cell() -> None:
    found = parcel(tidy, typed(HEADING, ROW))
    assert found.figures == [
        {
            **{"what": what, "partnership": "", "indicator": "Burglary", "area": "Abbey", "area_code": ""},
            **{"period": "2010-11", "text": text, "note": "", "marker": "", "covers_to": ""},
            **{"sheet": "", "cell": f"line 2, field {field}", "line": 2},
        }
        for what, text, field in [("actual", "120", 4), ("target", "110", 5)]
    ]
    assert {
        name: getattr(found, name) for name in ("kind", "source", "file", "sheet", "national", "notes", "areas")
    } == {
        **{"kind": "figures", "source": "tidy", "file": "x.csv", "sheet": "", "national": False},
        **{"notes": {}, "areas": []},
    }
    assert (found.rows, found.rejected, found.rules, found.remarks) == (2, [], {}, [])


def test_everything_that_a_column_can_say_is_kept() -> None:
    heading = "Partnership,Indicator,Area code,Period,Actual,Marker,Note,Covers to,Code,Unit,Better is,Definition"
    row = "Testshire,Burglary,E07000999,Q2 2010/11,12,p,till June,2010-09-30,B1,crimes,lower,As recorded"
    found = parcel(tidy, typed(heading, row))
    [figure] = found.figures
    assert {name: figure[name] for name in ("partnership", "area_code", "period", "marker", "note", "covers_to")} == {
        **{"partnership": "Testshire", "area_code": "E07000999", "period": "2010-11-Q2"},
        **{"marker": "p", "note": "till June", "covers_to": "2010-09-30"},
    }
    [declared] = found.declared
    assert {name: text for name, text in declared.items() if text} == {
        **{"code": "B1", "name": "Burglary", "polarity": "lower", "unit": "crimes", "definition": "As recorded"},
    }


def test_a_marker_is_of_the_actual_alone() -> None:
    found = parcel(tidy, typed("Indicator,Period,Actual,Target,Marker", "Burglary,2010/11,120,110,p"))
    assert said(found, "what", "marker") == [("actual", "p"), ("target", "")]


def test_what_an_earlier_row_declares_a_later_one_only_adds_to() -> None:
    rows = ("Burglary,2009/10,5,,", "Burglary,2010/11,6,lower,crimes", "Burglary,2011/12,7,higher,")
    [declared] = parcel(tidy, typed("Indicator,Year,Outturn,Polarity,Unit", *rows)).declared
    assert (declared["polarity"], declared["unit"]) == ("lower", "crimes")


@pytest.mark.parametrize("text", ["TBC ²", "N/A", "1,128 (3)", "..", "to reduce", "26.3%", "1,1283"])
def test_the_text_of_a_cell_is_kept_for_the_grammar(text: str) -> None:
    assert said(parcel(tidy, typed(HEADING, f'Burglary,Abbey,2010/11,"{text}",')), "text") == [(text,)]


def test_a_blank_cell_is_no_figure_and_it_is_said() -> None:
    found = parcel(tidy, typed(HEADING, "Burglary,Abbey,2010/11,,110", "Theft,Abbey,2010/11, ,"))
    assert (said(found, "what", "text"), found.rejected) == ([("target", "110")], [])
    assert found.remarks == ["Blank cells hold nothing and change nothing: 3."]


def test_a_semicolon_file_with_a_title_a_footnote_and_thousands_is_read_and_each_is_said() -> None:
    lines = (
        "Performance, crime, disorder, and more",
        "",
        "Indicator;Area;Period;Actual;Target;Lead;",
        "Burglary;Abbey;2010/11;1,120;1,110 ¹;Police",
        "Theft;Abbey;2010/11;2,120;2,110;Police",
        "(1) Set in June",
        "Source: invented",
    )
    found = parcel(tidy, typed(*lines))
    assert said(found, "text", "cell") == [
        ("1,120", "line 4, field 4"),
        ("1,110 ¹", "line 4, field 5"),
        ("2,120", "line 5, field 4"),
        ("2,110", "line 5, field 5"),
    ]
    assert (found.notes, found.rejected) == ({"1": "Set in June"}, [])
    assert found.remarks == [
        "The columns are divided by semicolons.",
        "Columns left out: Lead.",
        "Lines above the heading were left out: 1.",
        "Not part of a table: “Source: invented”.",
    ]


def test_of_many_lines_that_are_no_table_the_rest_is_counted() -> None:
    remarks = parcel(tidy, typed(HEADING, ROW, *(f"Remark {at}" for at in range(25)))).remarks
    assert (len(remarks), remarks[-1]) == (21, "More lines that are not part of a table: 5.")


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        (",Abbey,2010/11,5,4", "indicator-blank"),
        ("-,Abbey,2010/11,5,4", "indicator-blank"),
        ("Burglary,?,2010/11,5,4", "indicator-blank"),
        (f"{'B' * 201},Abbey,2010/11,5,4", "words-unreadable"),
        ("Burglary,Ab\x1bbey,2010/11,5,4", "words-unreadable"),
        ("Burglary,Abbey,Q1,5,4", "period-unreadable"),
        ("Burglary,Abbey,,5,4", "period-unreadable"),
        ("Burglary,Abbey,2010/11,1,128,1,110", "row-fields"),
    ],
)
def test_a_row_that_breaks_a_rule_is_rejected_with_its_line(row: str, rule: str) -> None:
    found = parcel(tidy, typed(HEADING, row, ROW))
    assert (rejected(found), len(found.figures), found.rows) == ([(2, rule)], 2, 3)
    assert found.rules == {rule: 1}


def test_a_definition_may_be_long_and_a_name_may_be_broken_over_lines() -> None:
    row = f'"Serious\nviolence",2010/11,5,{"d" * 900}'
    found = parcel(tidy, typed("Indicator,Period,Actual,Definition", row))
    assert [(item["name"], len(item["definition"])) for item in found.declared] == [("Serious violence", 900)]


def test_the_same_figure_counts_once_and_another_one_not_at_all() -> None:
    theft = ("Theft,Abbey,2010/11,5,4", "Theft,Abbey,2010/11,5,3")
    found = parcel(tidy, typed(HEADING, ROW, ROW, *theft))
    assert said(found, "indicator", "what", "text") == [
        ("Burglary", "actual", "120"),
        ("Burglary", "target", "110"),
        ("Theft", "actual", "5"),
    ]
    assert found.rejected == [
        {"line": 4, "rule": "doubled", "text": "line 4, field 5,4"},
        {"line": 5, "rule": "doubled", "text": "line 5, field 5,3"},
    ]
    assert found.remarks == ["Rows that stand twice with the same values count once: 3."]


def test_a_cell_that_cannot_be_trusted_is_rejected_alone_and_a_name_with_its_row() -> None:
    rows = ("Burglary|Abbey|2010/11|#N/A|110", "#REF!|Abbey|2010/11|5|4", "Theft||2010/11|5|4")
    found = parcel(tidy, sheet(HEADING.replace(",", "|"), *rows, merged=("B3:B4",)))
    assert found.rejected == [
        {"line": 2, "rule": "cell-error", "text": "D2 #N/A"},
        {"line": 3, "rule": "cell-error", "text": "#REF!,Abbey,2010/11,5,4"},
        {"line": 4, "rule": "merged-cell", "text": "Theft,,2010/11,5,4"},
    ]
    assert said(found, "text", *PLACES) == [("110", "E2", 2, "Figures")]


def test_a_row_of_a_workbook_may_have_notes_beside_its_table() -> None:
    found = parcel(tidy, sheet("Indicator|Period|Actual", "Burglary|2010/11|5|checked in May"))
    assert (said(found, "text"), found.rejected) == ([("5",)], [])


def test_rows_without_an_area_are_the_whole_partnership_and_it_is_said() -> None:
    found = parcel(tidy, typed(HEADING, ROW, "Burglary,,2010/11,500,"))
    assert said(found, "area", "text")[-1] == ("", "500")
    assert "Rows without an area hold figures of the whole partnership: 1." in found.remarks


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ((HEADING,), "x.csv has a heading and no rows under it."),
        (("Indicator,Period,Period,Actual", "a,b,c,d"), "x.csv has two columns for the period: keep one."),
        (("a,b",), "x.csv has no heading with an indicator, a period and an actual or a target."),
    ],
)
def test_a_table_that_cannot_be_read_is_refused(lines: tuple[str, ...], sentence: str) -> None:
    assert refusal(tidy, typed(*lines)) == sentence


def test_a_sheet_without_rows_is_refused_by_its_name() -> None:
    sentence = "F.xlsx has a heading and no rows under it on the sheet “Figures”."
    assert refusal(tidy, sheet("Indicator|Period|Actual")) == sentence


def test_a_table_of_nothing_but_rejected_rows_is_read() -> None:
    assert rejected(parcel(tidy, typed(HEADING, "Burglary,Abbey,soon,5,4"))) == [(2, "period-unreadable")]


@pytest.mark.parametrize(
    ("heading", "lacks"),
    [
        ("Indicator,Period,Score", "names indicators and periods but no figures: head their columns “Actual” and"),
        ("Indicator,Rolling year", "names indicators but no period: add a column “Period”, head a column with each"),
        ("Indicator,Unit", "names indicators but no period: add a column “Period”, head a column with each year"),
        ("Indicator", ""),
        ("Area,2010/11", ""),
    ],
)
def test_what_a_table_lacks_is_said(heading: str, lacks: str) -> None:
    table = typed("A title", heading)
    assert tidy.lacks(table).startswith(lacks)
    assert bool(tidy.lacks(table)) is bool(lacks)
    assert not tidy.recognises(table)


def test_a_heading_stands_in_one_of_the_first_rows() -> None:
    titles = [f"Title {at}" for at in range(20)]
    assert tidy.recognises(typed(*titles[1:], HEADING))
    assert not tidy.recognises(typed(*titles, HEADING))
    with pytest.raises(RefusedFile):
        list(tidy.read(typed(*titles, HEADING)))
