"""Proves what is read of an OpenDocument spreadsheet, cell by cell, and which are refused."""

import pytest

from data.sources.containers.books import grids, is_book
from data.sources.containers.grids import Grid
from data.sources.containers.members import Member
from tests.data.sources.archives import zipped
from tests.data.sources.workbooks import DAMAGED, LAUGHS, ods, ods_cell, ods_row, only, read, refusal, table


def sheet(*rows: str) -> Grid:
    return only(ods(table("".join(rows))))


def test_a_spreadsheet_is_known_by_its_content() -> None:
    assert is_book(ods(table("")))
    [grid] = grids(Member("F.ods", ods(table(ods_row(ods_cell("x", "string"))))))
    assert (grid.file, grid.sheet, grid.rows, grid.lines) == ("F.ods", "Figures", [["x"]], [1])


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (ods_cell("7,582", "float", "7582"), "7582"),
        (ods_cell("0.3", "float", "0.30000000000000004"), "0.3"),
        (ods_cell("£1,128.50", "currency", "1128.5"), "1128.5"),
        (ods_cell("26%", "percentage", "0.263"), "26.3%"),
        (ods_cell("001", "string"), "001"),
        (ods_cell("Bur<text:span>glary</text:span>", "string"), "Burglary"),
        (ods_cell('a<text:s text:c="3"/>b<text:s/>c<text:tab/>d<text:line-break/>e', "string"), "a   b c\td\ne"),
        (ods_cell("a</text:p><text:p>b", "string"), "a\nb"),
        (ods_cell("TRUE", "boolean", "true"), "TRUE"),
        (ods_cell("26/04/26", "date", "2026-04-26"), "2026-04-26"),
        (ods_cell("26/04/26 14:30", "date", "2026-04-26T14:30:00"), "2026-04-26 14:30:00"),
        (ods_cell("Apr-26", "date", "2026-04-01"), "Apr 2026"),
        (ods_cell("04/2026", "date", "2026-04-01"), "Apr 2026"),
        (ods_cell("April 2026", "date", "2026-04-01"), "Apr 2026"),
        (ods_cell("14:30", "time", "PT14H30M00S"), "14:30"),
        (ods_cell("7", "float", "7", formula="of:=3+4"), "7"),
        (ods_cell("y", "string") + "<office:annotation><text:p>n</text:p></office:annotation>", "y"),
    ],
)
def test_a_cell_says_what_its_officer_typed_or_sees(cell: str, text: str) -> None:
    grid = sheet(ods_row(cell))
    assert (grid.rows, grid.faults, grid.remarks) == ([[text]], {}, [])


def test_what_is_repeated_stands_as_often_and_blanks_take_no_room() -> None:
    twice = ods_cell("x", "string", number_columns_repeated="2")
    blanks = ods_cell(number_columns_repeated="3")
    grid = sheet(
        ods_row(blanks, number_rows_repeated="1048570"),
        ods_row(blanks, twice, ods_cell(number_columns_repeated="16379"), number_rows_repeated="2"),
    )
    assert grid.rows == [["", "", "", "x", "x"]] * 2
    assert (grid.lines, grid.place(1, 4)) == ([1_048_571, 1_048_572], "E1048572")


def test_an_error_and_a_formula_without_a_result_are_faults() -> None:
    error = ods_cell("#N/A", "string", formula="of:=NA()").replace(" table:", ' calcext:value-type="error" table:')
    cells = (error, ods_cell("Err:502", "string"), ods_cell(formula="of:=SUM([.B2:.B9])"))
    grid = sheet(ods_row(*cells))
    assert grid.rows == [["#N/A", "Err:502", "=SUM([.B2:.B9])"]]
    assert grid.faults == {(0, 0): "cell-error", (0, 1): "cell-error", (0, 2): "formula-without-value"}


def test_cells_merged_over_rows_are_faults_but_for_the_first() -> None:
    covered = "<table:covered-table-cell><text:p>unseen</text:p></table:covered-table-cell>"
    title = ods_cell("Crime", "string", number_columns_spanned="2", number_rows_spanned="1")
    place = ods_cell("Derby", "string", number_rows_spanned="2", number_columns_spanned="1")
    one = ods_cell("1", "float", "1")
    grid = sheet(ods_row(title, covered), ods_row(place, one), ods_row(covered, one))
    assert (grid.rows, grid.faults) == ([["Crime"], ["Derby", "1"], ["", "1"]], {(2, 0): "merged-cell"})


def test_hidden_sheets_rows_and_columns_are_said() -> None:
    row = ods_row(ods_cell("x", "string"), ods_cell("y", "string"))
    hidden = row.replace("<table:table-row", '<table:table-row table:visibility="filter"')
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    tables = (table(row, "old", "unseen"), table(columns + row + hidden), table("", "Notes"), table(row, "x", "unseen"))
    grid = only(ods(*tables))
    assert grid.rows == [["x", "y"]] * 2
    assert grid.remarks == [
        "Hidden rows were read too: 1.",
        "Hidden columns were read too: 1.",
        "The hidden sheet “old” was left out.",
        "The hidden sheet “x” was left out.",
    ]


def test_rows_in_groups_are_read_and_copies_of_other_files_are_not() -> None:
    row = ods_row(ods_cell("x", "string"))
    group = table(f"<table:table-header-rows>{row}</table:table-header-rows><table:table-row-group>{row}"
                  "</table:table-row-group>")  # fmt: skip
    link = f"<table:dde-links><table:dde-link>{table(row, 'Linked')}</table:dde-link></table:dde-links>"
    assert [(grid.sheet, len(grid.rows)) for grid in read(ods(group, link))] == [("Figures", 2)]


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (ods(), "F.xlsx is empty."),
        (ods(table(ods_row(ods_cell()))), "F.xlsx is empty."),
        (ods(*[table("")] * 201), "F.xlsx has more than 200 sheets: split it."),
        pytest.param(
            ods(table(ods_row(ods_cell("x", "string"), number_rows_repeated="1048577"))),
            "F.xlsx has more than 1,000,000 cells: split it.",
            marks=pytest.mark.drill,  # the same in one cell a row, which takes as long as all the others
        ),
        (
            ods(table(ods_row(ods_cell("x", "string", number_columns_repeated="999"), number_rows_repeated="99999"))),
            "F.xlsx has more than 1,000,000 cells: split it.",
        ),
        (ods(table(ods_row(ods_cell("x", "string", number_columns_repeated="16385")))), DAMAGED),
        (ods(table(ods_row(ods_cell("x", "float", "one")))), DAMAGED),
        (ods(table(ods_row(ods_cell("&b;", "string"))), before=LAUGHS), DAMAGED),
        (ods(table("<table:table-row>")), DAMAGED),
        (
            ods(others={"META-INF/manifest.xml": "<manifest:encryption-data/>"}),
            "F.xlsx is protected by a password: remove the password.",
        ),
        (ods(others={"Basic/Standard/Module1.xml": ""}), "F.xlsx holds macros: save it as .xlsx without them."),
        (ods(others={"Basic/Standard/script-lb.xml": "", "Basic/script-lc.xml": ""}), "F.xlsx is empty."),
        (
            zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}),
            "F.xlsx is no spreadsheet: copy its table into one and save that as .xlsx.",
        ),
    ],
)
def test_a_spreadsheet_that_cannot_be_trusted_is_refused(body: bytes, sentence: str) -> None:
    assert refusal(body) == sentence
