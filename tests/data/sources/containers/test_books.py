"""Proves what is read of an Excel workbook, cell by cell, and which workbooks are refused."""

from datetime import date, datetime, timedelta
from datetime import time as clock
from pathlib import Path

import pytest

from data.sources.containers.book_cells import CELL_ERROR, MERGED, NO_RESULT
from data.sources.rejections import RULES
from tests.data.sources.workbooks import Value, book, only, read, saved, with_sheet, with_texts, workbook

REAL = Path(__file__).parents[5] / "shared" / "realdata"


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        ("7,582", "General", "7,582"),
        (" 001 ", "General", " 001 "),
        ("NA", "General", "NA"),
        ("-3% reduction", "General", "-3% reduction"),
        (7582, "General", "7582"),
        (0, "General", "0"),
        (-36, "General", "-36"),
        (7582.0, "#,##0", "7582"),
        (8.7, "General", "8.7"),
        (0.1 + 0.2, "General", "0.3"),
        (1e-7, "General", "0.0000001"),
        (1e16, "General", "10000000000000000"),
        (1234567890123456, "0", "1234567890123456"),
        (1128.5, '"£"#,##0.00', "1128.5"),
        (0.263, "0.0%", "26.3%"),
        (0.263, "0%;[Red]-0%", "26.3%"),
        (-0.03, "0%", "-3%"),
        (1, "0%", "100%"),
        (26.3, '0.0"%"', "26.3"),
        (True, "General", "TRUE"),
        (False, "General", "FALSE"),
        (date(2026, 4, 26), "dd/mm/yyyy", "2026-04-26"),
        (date(2026, 4, 26), "[$-809]dd mmmm yyyy;@", "2026-04-26"),
        (date(2026, 4, 1), "mmm-yy", "Apr 2026"),
        (date(2026, 4, 1), r"mmmm\ yyyy", "Apr 2026"),
        (date(2026, 4, 1), "yyyy", "2026"),
        (datetime.fromisoformat("2026-04-26T14:30"), "dd/mm/yyyy hh:mm", "2026-04-26 14:30:00"),
        (clock(14, 30), "h:mm", "14:30:00"),
        (timedelta(hours=26, minutes=30), "[h]:mm", "1 day, 2:30:00"),
    ],
)
def test_a_cell_says_what_its_officer_typed_or_sees(value: Value, number_format: str, text: str) -> None:
    grid = only(book([value], A1=number_format))
    assert (grid.rows, grid.faults, grid.remarks) == ([[text]], {}, [])


def test_every_cell_stands_where_its_officer_finds_it() -> None:
    grid = only(book([], ["Burglary", None, 7], [], [None, "Theft"]))
    assert (grid.file, grid.sheet, grid.lines) == ("F.xlsx", "Figures", [2, 4])
    assert grid.rows == [["Burglary", "", "7"], ["", "Theft"]]
    assert grid.place(0, 2) == "C2"


def test_a_cell_without_a_place_follows_the_one_before_it() -> None:
    grid = only(with_sheet("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"))
    assert (grid.rows, grid.lines) == ([["1", "2"], ["3"]], [1, 2])


def test_a_text_is_read_from_the_table_of_texts() -> None:
    pieces = '<r><t>The</t></r><r><t>ft_x000D_\n</t></r><rPh sb="0" eb="1"><t>unseen</t></rPh>'
    texts = f"<si><t>Burglary</t></si><si>{pieces}</si>"
    rows = '<row><c t="s"><v>1</v></c><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>'
    assert only(with_texts(texts, rows)).rows == [["Theft\n", "Burglary", "Burglary"]]


def test_a_text_in_its_cell_and_one_with_a_line_break_are_read() -> None:
    cells = '<c t="inlineStr"><is><r><t>Bur</t></r><r><t>glary</t></r></is></c><c t="str"><v>a_x000D_\nb</v></c>'
    assert only(with_sheet(f"<row>{cells}</row>")).rows == [["Burglary", "a_x000D_\nb"]]
    assert only(book(["a_x000D_\nb"])).rows == [["a\nb"]]


def test_a_date_that_is_stored_as_text_is_read() -> None:
    assert only(with_sheet('<row><c t="d"><v>2026-04-26T00:00:00</v></c></row>')).rows == [["2026-04-26"]]


def test_an_error_in_a_cell_is_a_fault() -> None:
    grid = only(book(["Burglary", "#N/A", "#REF!", "#DIV/0!"], ["Theft", 1]))
    assert grid.faults == dict.fromkeys([(0, 1), (0, 2), (0, 3)], "cell-error")
    assert grid.at(0, 1) == "#N/A"
    assert only(with_sheet('<row><c t="str"><f>A9</f><v>#N/A</v></c></row>')).faults == {(0, 0): "cell-error"}


@pytest.mark.parametrize("number", [-5, 1e12])
def test_a_number_that_no_calendar_has_is_an_error_in_its_cell(number: float) -> None:
    grid = only(book([number], A1="dd/mm/yyyy"))
    assert (grid.rows, grid.faults) == ([["########"]], {(0, 0): "cell-error"})


def test_a_formula_is_its_saved_result() -> None:
    cells = '<c><f>1+1</f><v>2</v></c><c t="str"><f>T(1)</f><v></v></c><c t="str"><f>T(2)</f><v>two</v></c>'
    grid = only(with_sheet(f"<row>{cells}</row>"))
    assert (grid.rows, grid.faults) == ([["2", "", "two"]], {})


def test_a_formula_whose_result_was_not_saved_is_a_fault() -> None:
    grid = only(book(["Total", "=SUM(B2:B9)"]))
    assert (grid.rows, grid.faults) == ([["Total", "=SUM(B2:B9)"]], {(0, 1): "formula-without-value"})


def test_cells_merged_in_one_row_are_left_empty() -> None:
    made = workbook([["Crime 2025/26", None, None], ["Burglary", "Theft", "Arson"]])
    made.active.merge_cells("A1:C1")
    grid = only(saved(made))
    assert (grid.rows, grid.faults) == ([["Crime 2025/26"], ["Burglary", "Theft", "Arson"]], {})


def test_cells_merged_over_rows_are_faults_but_for_the_first() -> None:
    made = workbook([["Place", "Crime"], ["Derby", 1], [None, 2], [None, 3]])
    made.active.merge_cells("A2:A4")
    grid = only(saved(made))
    assert grid.faults == {(2, 0): "merged-cell", (3, 0): "merged-cell"}
    assert (grid.at(1, 0), grid.at(2, 0), grid.at(3, 1)) == ("Derby", "", "3")


def test_what_lies_unseen_under_a_merged_cell_is_not_read() -> None:
    merge = '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'
    grid = only(with_sheet('<row><c><v>1</v></c><c t="e"><v>#N/A</v></c></row>', behind=merge))
    assert (grid.rows, grid.faults) == ([["1", ""]], {})


def test_each_sheet_with_a_cell_is_a_grid() -> None:
    made = workbook([["x"]])
    made.create_sheet("Notes")
    made.create_chartsheet("Chart")
    made.create_sheet("More")["B2"] = "y"
    assert [(grid.sheet, grid.rows) for grid in read(saved(made))] == [("Figures", [["x"]]), ("More", [["", "y"]])]


def test_a_hidden_sheet_is_left_out_and_said() -> None:
    made = workbook([["x"]])
    for title, state in (("old", "hidden"), ("Second", "visible"), ("older", "veryHidden")):
        sheet = made.create_sheet(title)
        sheet["A1"], sheet.sheet_state = "y", state
    first, second = read(saved(made))
    assert first.remarks == []
    assert second.remarks == ["The hidden sheet “old” was left out.", "The hidden sheet “older” was left out."]


def test_hidden_rows_and_columns_are_read_and_said() -> None:
    made = workbook([["a", "b", "c"]] * 5)
    for line in (2, 3, 4, 9):
        made.active.row_dimensions[line].hidden = True
    for letter in ("B", "Z"):
        made.active.column_dimensions[letter].hidden = True
    grid = only(saved(made))
    assert grid.rows == [["a", "b", "c"]] * 5
    assert grid.remarks == ["Hidden rows were read too: 3.", "Hidden columns were read too: 1."]


def test_a_sheet_that_claims_the_largest_size_is_as_large_as_its_cells() -> None:
    ends = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    merge = '<mergeCells><mergeCell ref="A1:XFD1"/><mergeCell ref="A1:XFD1048575"/></mergeCells>'
    grid = only(with_sheet(ends, behind=merge))
    assert (grid.lines, [len(row) for row in grid.rows]) == ([1, 1_048_576], [1, 16_384])
    assert grid.place(1, 16_383) == "XFD1048576"


def test_each_fault_of_a_cell_has_its_sentence() -> None:
    assert {CELL_ERROR, NO_RESULT, MERGED} <= RULES.keys()


@pytest.mark.realdata
@pytest.mark.skipif(not REAL.is_dir(), reason="the published files of ../shared/realdata are not there")
@pytest.mark.parametrize(
    ("path", "sheet", "rows", "columns"),
    [
        ("deprivation/File_1_IoD2025_Index_of_Multiple_Deprivation.xlsx", "IMD25", 33_756, 6),
        ("road-casualties/dft-road-casualty-statistics-data-guide-2024.xlsx", "2024_code_list", 1_822, 5),
    ],
)
def test_a_published_workbook_is_read_whole(path: str, sheet: str, rows: int, columns: int) -> None:
    grid = only((REAL / path).read_bytes())
    assert (grid.sheet, len(grid.rows), len(grid.rows[0]), grid.lines[-1]) == (sheet, rows, columns, rows)
    assert (grid.faults, grid.remarks) == ({}, [])
