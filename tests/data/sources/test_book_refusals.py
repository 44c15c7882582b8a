"""Proves which workbooks are refused, each with one sentence, before they hurt."""

import time

import pytest

from dashboard.domain.errors import RefusedFile
from data.sources.containers.book_cells import Layout, Room
from data.sources.containers.books import is_book
from tests.data.sources.archives import locked, zipped
from tests.data.sources.workbooks import (
    DAMAGED,
    LAUGHS,
    book,
    parts,
    refusal,
    saved,
    with_part,
    with_sheet,
    with_texts,
    workbook,
)


@pytest.mark.parametrize(
    "body",
    [b"", b"Month,Crime\n", b"PK\x03\x04 no archive", zipped({"2025-06-street.csv": "x"}), zipped({})],
)
def test_what_is_no_workbook_is_not_taken_for_one(body: bytes) -> None:
    assert not is_book(body)


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "F.xlsx is an old .xls file or protected by a password: "
         "save it as .xlsx without a password."),
        (zipped({"xl/workbook.bin": b"x"}), "F.xlsx is a binary workbook (.xlsb): save it as .xlsx."),
        (with_part("xl/vbaProject.bin"), "F.xlsx holds macros: save it as .xlsx without them."),
        (locked(book(["x"])), "F.xlsx is protected by a password: remove the password."),
        (with_part("xl/workbook.xml", '<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"/>'),
         "F.xlsx is a Strict Open XML workbook: save it as Excel workbook (.xlsx)."),
        (saved(workbook([])), "F.xlsx is empty."),
        (book(["", None]), "F.xlsx is empty."),
        (book(["x"] * 99)[:-40], DAMAGED),
        (book(["x"] * 99)[:-900], DAMAGED),
        (with_part("xl/worksheets/sheet1.xml", "<worksheet>"), DAMAGED),
        (with_part("xl/workbook.xml", "<workbook/>"), "F.xlsx is empty."),
        (zipped({"xl/workbook.xml": "<workbook/>"}), DAMAGED),
        (with_sheet('<row><c t="s"><v>99</v></c></row>'), DAMAGED),
        (with_sheet('<row><c r="A0"><v>1</v></c></row>'), DAMAGED),
        (with_sheet('<row><c r="A9999999"><v>1</v></c></row>'), DAMAGED),
        (with_sheet('<row><c r="XFE1"><v>1</v></c></row>'), DAMAGED),
        (with_sheet('<row><c><v>one</v></c></row>'), DAMAGED),
        (with_sheet('<row><c t="str"><v>&b;</v></c></row>', before=LAUGHS), DAMAGED),
        (with_texts("<si><t>&b;</t></si>", '<row><c t="s"><v>0</v></c></row>', before=LAUGHS), DAMAGED),
        (with_texts("<si><t>x</t></si>", '<row><c t="s"><v>1</v></c></row>'), DAMAGED),
    ],
)  # fmt: skip
def test_a_workbook_that_cannot_be_trusted_is_refused(body: bytes, sentence: str) -> None:
    assert refusal(body) == sentence


def test_a_workbook_that_lacks_a_sheet_it_names_is_damaged() -> None:
    left = parts(book(["x"]))
    del left["xl/worksheets/sheet1.xml"]
    assert refusal(zipped({**left})) == DAMAGED


def test_nothing_is_printed_about_a_damaged_workbook(capsys: pytest.CaptureFixture[str]) -> None:
    styles = parts(book(["x"]))["xl/styles.xml"].replace(b'name="Normal" xfId="0"', b'name="Normal" xfId="9"')
    assert refusal(with_part("xl/styles.xml", styles)) == DAMAGED
    assert capsys.readouterr() == ("", "")


def test_a_workbook_with_only_hidden_sheets_is_refused() -> None:
    made = workbook([])
    made.create_sheet("old", 0)["A1"] = "x"
    made["old"].sheet_state = "hidden"
    made.active = 1
    assert refusal(saved(made)) == "F.xlsx has nothing but hidden sheets: show the one with the figures."


def test_more_sheets_than_a_report_has_are_refused() -> None:
    made = workbook([["x"]])
    for _ in range(200):
        made.create_sheet()
    assert refusal(saved(made)) == "F.xlsx has more than 200 sheets: split it."


def test_more_cells_than_can_be_held_are_refused() -> None:
    layout = Layout("Figures", Room("F.xlsx", cells=9))
    for line in range(1, 10):
        layout.put(line, 0, "x")
    with pytest.raises(RefusedFile, match=r"F\.xlsx has more than 1,000,000 cells: split it\."):
        layout.put(10, 0, "x")


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (
            with_sheet("".join(f'<row r="{line}"><c r="XFD{line}"><v>1</v></c></row>' for line in range(1, 900))),
            "F.xlsx has cells far apart: keep only the table on its sheet.",
        ),
        (
            with_sheet(
                '<row r="1"><c r="XFD1"><v>1</v></c></row><row r="2"><c r="XFD2"><v>1</v></c></row>',
                behind="<mergeCells>" + '<mergeCell ref="A1:XFD9"/>' * 900 + "</mergeCells>",
            ),
            "F.xlsx has more than 1,000,000 cells: split it.",
        ),
    ],
)
def test_cells_that_spread_over_more_than_can_be_held_are_refused(body: bytes, sentence: str) -> None:
    began = time.process_time()
    assert refusal(body) == sentence
    assert time.process_time() - began < 5


def test_a_workbook_that_would_unpack_to_a_flood_is_refused_at_once() -> None:
    packed = with_part("xl/worksheets/sheet1.xml", bytes(2 * 1024 * 1024))
    began = time.process_time()
    said = refusal(packed)
    assert said.startswith("F.xlsx would unpack to 2,1")
    assert said.endswith(" bytes: save only the sheet with the figures.")
    assert time.process_time() - began < 1
