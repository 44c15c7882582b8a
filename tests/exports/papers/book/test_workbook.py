"""A workbook of papers has one marked table a sheet, every cell filled, numbers as numbers, and nothing that runs."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image

from dashboard.domain.entering.exported import FIGURES, FIGURES_SHEET, MADE
from dashboard.exports.papers.book.cover import NO_LOGO
from dashboard.exports.papers.book.sheet import Sheet, SheetColumn, named_apart
from dashboard.exports.papers.book.workbook import write
from dashboard.exports.papers.words import printable
from dashboard.reports.packs.brand import Brand
from dashboard.reports.packs.charts import LineChart
from dashboard.reports.packs.pack import Pack, PaperCell
from dashboard.reports.report import Cell, Table
from tests.exports.papers.typed_pack import CHARTS, HOSTILE, PACK, SECTION, hostile_pack

FIGURE: dict[str, Cell] = dict(
    zip(FIGURES, ("Westshire", "NI 15 - Crime", "Whole area", "2010/11", "335", None, "p", None, None), strict=True)
)
WITH_FIGURES = replace(PACK, figures=Table.of("figures", FIGURES_SHEET, FIGURES, [FIGURE]))
DATED = Table.of(
    "loads",
    "What was loaded",
    ("name", "loaded_at", "rows", "commentary_date", "commentary_awaited"),
    [
        {
            "name": "a.csv",
            "loaded_at": "2026-11-30T09:00:00+00:00",
            "rows": 3,
            "commentary_date": "2026-11-28",
            "commentary_awaited": True,
        }
    ],
)


def opened(pack: Pack) -> Workbook:
    return load_workbook(io.BytesIO(write(pack)))


def tables(book: Workbook) -> Iterator[tuple[Worksheet, list[list[object]]]]:
    """Each sheet behind the cover with its marked table, its headings first."""
    for sheet in book.worksheets[1:]:
        [table] = sheet.tables.values()
        yield sheet, [[cell.value for cell in row] for row in sheet[table.ref]]


def rows_of(book: Workbook, name: str) -> list[dict[str, object]]:
    heading, *rows = next(rows for sheet, rows in tables(book) if sheet.title == name)
    return [dict(zip(map(str, heading), row, strict=True)) for row in rows]


def test_every_sheet_behind_the_cover_is_one_table_without_blank_or_merged_cells() -> None:
    book = opened(WITH_FIGURES)
    for sheet, rows in tables(book):
        assert all(value not in (None, "") for row in rows for value in row), sheet.title
        assert not sheet.merged_cells.ranges
        assert sheet["A1"].value
        assert "one table" in sheet["A2"].value
        assert sheet.freeze_panes.lstrip("ABC") == "5"
    assert book.sheetnames[:4] == ["Cover", "Contents", "Notes", "Findings"]
    assert book.sheetnames[-1] == "Columns"


def test_the_cover_says_what_it_is_and_the_contents_lead_to_every_sheet() -> None:
    book = opened(WITH_FIGURES)
    assert book["Cover"]["A1"].value == PACK.title
    assert book["Cover"]["A2"].value.startswith(f"{MADE} on 30 November 2026, of data version ab12cd3.")
    links = {cell.value: cell.hyperlink.location for cell in book["Contents"]["A"] if cell.hyperlink and cell.row > 4}
    assert list(links) == book.sheetnames[2:]
    assert links["Findings"] == "'Findings'!A1"
    assert (book.properties.title, book.properties.subject) == (PACK.title, PACK.subtitle)
    assert book.properties.created == datetime(2026, 11, 30)  # noqa: DTZ001 - as a workbook keeps it


def test_numbers_are_numbers_with_their_words_and_marks_in_columns_of_their_own() -> None:
    violence, reoffending = rows_of(opened(PACK), "Where each target stands")
    assert (violence["Actual"], violence["Actual: as read"], violence["Actual: marks"]) == (335, "335", "3, p")
    assert (reoffending["Actual"], reoffending["Actual: as read"], reoffending["Actual: marks"]) == (
        "[x]",
        "TBC",
        "[z]",
    )
    assert violence["Status"] == "Missed: 16.3% above target"


def test_data_stand_under_headings_in_words_days_as_days_and_absences_beside_their_reason() -> None:
    book = opened(replace(PACK, sections=(replace(SECTION, data=(*SECTION.data, DATED)),)))
    _, awaited = rows_of(book, "Data year-end")
    assert (awaited["Actual"], awaited["Why no actual"], awaited["Target"]) == ("[x]", "TBC", "[z]")
    [load] = rows_of(book, "Data loads")
    assert load["Loaded at"] == datetime(2026, 11, 30, 9)  # noqa: DTZ001 - as a workbook keeps it
    assert load["Commentary of"] == datetime(2026, 11, 28)  # noqa: DTZ001 - as above
    assert (load["Rows (rows)"] if "Rows (rows)" in load else load["Rows"], load["Commentary awaited"]) == (3, "yes")
    meanings = {(row["Sheet"], row["Column"]): row["Meaning"] for row in rows_of(book, "Columns")}
    assert meanings["Data year-end", "Why no actual"] == "Why no figure stands as a number."


def test_every_figure_of_every_chart_stands_in_one_table() -> None:
    rows = rows_of(opened(PACK), "Chart figures")
    drawn = {(row["Chart"], row["Line or bar"], row["At"]): (row["Number"], row["As read"]) for row in rows}
    for chart in CHARTS:
        if isinstance(chart, LineChart):
            for line in chart.lines:
                for label, mark in zip(chart.labels, line.marks, strict=True):
                    assert mark.number is None or drawn[chart.title, line.name, label] == (mark.number, mark.text)
    assert drawn["Most serious violent crime", "Westshire", "2008/09"] == ("[x]", "TBC")
    assert drawn["Violence per 1,000 people", "low 95%", "Southam"] == (10.9, "10.9")
    assert drawn["Violence by weekday and part of the day", "Friday", "Evening"] == (30, "30")
    assert drawn["Incidents by neighbourhood", "shade", "Northtown"] == ("[x]", "240")
    assert drawn["Crime types, the most frequent first", "a year before", "Anti-social behaviour"] == (920, "920")


def test_tables_of_one_kind_stand_below_each_other_each_row_with_its_finding() -> None:
    [data] = SECTION.data
    other = replace(data, rows=tuple(data.rows)[:1])
    again = replace(SECTION, key="b", title="The same elsewhere", data=(other,))
    book = opened(replace(PACK, sections=(SECTION, again, SECTION)))
    read = rows_of(book, "Where each target stands")
    assert [row["Finding"] for row in read] == [1, 1, 2, 2, 3, 3]
    assert [row["What is found"] for row in read[1:3]] == [SECTION.title, again.title]
    assert [(row["Finding"], row["Actual"]) for row in rows_of(book, "Data year-end")] == [
        (1, 335),
        (1, "[x]"),
        (2, 335),
    ]
    assert book["Where each target stands"]["A2"].value.startswith("Of findings 1, 2 and 3,")


def test_findings_notes_and_sources_are_whole() -> None:
    book = opened(PACK)
    found = rows_of(book, "Findings")
    assert [row["What is found"] for row in found] == [section.title for section in PACK.sections]
    assert (found[0]["Number"], found[0]["Status"], found[0]["More"]) == (
        *("335", "Missed: 16.3% above target", SECTION.lede),
    )
    words = [row["Words"] for row in rows_of(book, "Notes")]
    assert {*SECTION.notes, *SECTION.sources} <= set(words)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_is_typed_stays_text(text: str) -> None:
    book = opened(hostile_pack(text))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert [row["What is found"] for row in rows_of(book, "Findings")] == [printable(text)]
    begun = [cell for cell in cells if str(cell.value).startswith(("=", "+", "-", "@")) and cell.row > 4]
    assert all(cell.quotePrefix for cell in begun)


def test_a_text_that_no_cell_holds_is_cut_and_says_so() -> None:
    [found] = rows_of(opened(hostile_pack("many words " * 5_000)), "Findings")
    assert str(found["What is found"]).endswith("…")
    assert len(str(found["What is found"])) <= 32_000


def test_the_same_papers_are_the_same_bytes() -> None:
    assert write(WITH_FIGURES) == write(WITH_FIGURES)


def test_headings_and_sheets_that_differ_in_case_alone_are_told_apart() -> None:
    columns = (SheetColumn("Actual"), SheetColumn("ACTUAL"), SheetColumn("actual"))
    usual = Sheet(name="Risks", title="Risks", words="", columns=columns, rows=())
    names = ("Risks", "RISKS", "a/b:c*[d]?", "'quoted'", "history", "", "x" * 40, "x" * 50, "=cmd", "figures")
    found = named_apart(
        [replace(usual, name=name) for name in (*names, "Where most was counted: all incidents")], ["Figures"]
    )
    assert [sheet.name for sheet in found] == [
        *("Risks", "RISKS 2", "a b c d", "quoted", "history sheet", "Sheet", "x" * 31, f"{'x' * 29} 2", "cmd"),
        *("figures 2", "Where most was counted all"),
    ]
    assert [column.heading for column in found[0].columns] == ["Actual", "ACTUAL 2", "actual 3"]


def test_papers_without_any_finding_are_a_workbook_too() -> None:
    book = opened(replace(PACK, sections=()))
    assert book.sheetnames == ["Cover", "Contents", "Notes", "Findings", "Columns"]


@pytest.mark.parametrize("logo", [b"no picture", b"\x89PNG\r\n\x1a\nbroken", b"GIF89a", b"x" * 40])
def test_a_broken_logo_is_left_out_with_a_sentence(logo: bytes) -> None:
    cover = opened(replace(PACK, brand=Brand("Westshire", logo=logo)))["Cover"]
    assert NO_LOGO in [cell.value for cell in cover["A"]]


def test_a_logo_stands_on_the_cover_with_its_words() -> None:
    picture = io.BytesIO()
    Image.new("RGB", (400, 200), "#12436d").save(picture, "PNG")
    brand = Brand("Westshire", logo=picture.getvalue(), logo_alt="Westshire's crest")
    body = write(replace(PACK, brand=brand))
    [image] = load_workbook(io.BytesIO(body))["Cover"]._images
    assert (image.width, image.height) == (400, 200)  # whole, drawn smaller


def test_a_number_keeps_its_value_whatever_its_format() -> None:
    cell = PaperCell("0.0668", Decimal("0.0668"))
    table = replace(SECTION.tables[0], rows=((PaperCell("Chance"), cell, cell, PaperCell("–")),))
    [row] = rows_of(opened(replace(PACK, sections=(replace(SECTION, tables=(table,)),))), "Where each target stands")
    assert row["Target"] == 0.0668
