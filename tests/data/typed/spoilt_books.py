"""Knows how to make workbooks of indicator figures as they come from careless or hostile hands."""

from collections.abc import Callable

from openpyxl import Workbook

from tests.data.sources.archives import locked, zipped
from tests.data.sources.workbooks import LAUGHS, Value, book, parts, saved, with_part, with_sheet, workbook

HEADING = ("Indicator", "Area", "Period", "Actual", "Target")
ROWS: tuple[tuple[Value, ...], ...] = (
    ("Graffiti", "Rugby", "2011/12", 57, 50),
    ("Graffiti", "North Warwickshire", "2011/12", 44, 40),
    ("Litter", "Rugby", "2011/12", 12, 10),
)
FAR = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'


def figures(*more: tuple[Value, ...], heading: tuple[Value, ...] = HEADING) -> bytes:
    return book(heading, *ROWS, *more)


def _merged() -> bytes:
    made = workbook([HEADING, *ROWS, ("Litter", "North Warwickshire", "2011/12", 7, 5)])
    made.active.merge_cells("A4:A5")
    return saved(made)


def _hidden() -> bytes:
    made = workbook([])
    made.create_sheet("old", 0).append(HEADING)
    made["old"].sheet_state = "hidden"
    made.active = 1
    return saved(made)


def _many_sheets() -> bytes:
    made = workbook([HEADING, *ROWS])
    for _ in range(300):
        made.create_sheet()
    return saved(made)


def _two_sheets(second: int) -> Workbook:
    made = workbook([HEADING, *ROWS], title="District")
    sheet = made.create_sheet("Board")
    sheet.append(HEADING)
    sheet.append(("Graffiti", "Rugby", "2011/12", second, 50))
    return made


def _notes_beside() -> bytes:
    made = workbook([HEADING, *ROWS])
    made.create_sheet("Guidance").append(("Fill in the yellow cells.",))
    made.active["G2"] = "check with Anna"
    return saved(made)


def _bomb() -> bytes:
    files: dict[str, str | bytes] = {**parts(figures())}
    return zipped(files | {"xl/worksheets/sheet1.xml": bytes(300 * 1024 * 1024)})


def _unsaved_formula() -> bytes:
    return figures(("Litter", "North Warwickshire", "2011/12", "=SUM(D2:D4)", 5))


def _formula_as_text() -> bytes:
    made = workbook([HEADING, *ROWS, (None, "Rugby", "2011/12", 5, 5)])
    made.active["A5"].value = "=cmd|' /C calc'!A0"
    made.active["A5"].data_type = "s"
    return saved(made)


def _words_of_a_bomb() -> bytes:
    return with_sheet('<row><c t="str"><v>&b;</v></c></row>', before=LAUGHS)


#: Made when they are written: every process that collects tests reads this module.
BOOKS: dict[str, Callable[[], bytes]] = {
    "merged.xlsx": _merged,
    "errors.xlsx": lambda: figures(("Noise", "Rugby", "2011/12", "#N/A", 5), ("Noise", "#REF!", "2011/12", 4, 5)),
    "formula.xlsx": _unsaved_formula,
    "formula-name.xlsx": _formula_as_text,
    "macros.xlsm": lambda: zipped({**parts(figures()), "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0"}),
    "old.xls": lambda: bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504),
    "binary.xlsb": lambda: zipped({"xl/workbook.bin": b"\x83\x01\x00"}),
    "locked.xlsx": lambda: locked(figures()),
    "locked.zip": lambda: locked(zipped({"figures.csv": "Indicator,Area,Period,Actual\n"})),
    "bomb.xlsx": _bomb,
    "largest-sheet.xlsx": lambda: with_sheet(FAR),
    "hidden.xlsx": _hidden,
    "many-sheets.xlsx": _many_sheets,
    "long-cell.xlsx": lambda: figures(("Noise " * 6_000, "Rugby", "2011/12", 5, 5)),
    "cut.xlsx": lambda: figures()[:-900],
    "entities.xlsx": _words_of_a_bomb,
    "no-table.xlsx": lambda: book(("Minutes of the meeting",), ("Apologies were received.",)),
    "sheets-disagree.xlsx": lambda: saved(_two_sheets(58)),
    "sheets-agree.xlsx": lambda: saved(_two_sheets(57)),
    "notes-beside.xlsx": _notes_beside,
    "heading-only.xlsx": lambda: book(HEADING),
    "no-period.xlsx": lambda: book(("Indicator", "Area", "When", "Actual"), ("Graffiti", "Rugby", "2011/12", 57)),
    "strict.xlsx": lambda: with_part(
        "xl/workbook.xml", '<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"/>'
    ),
    "percent-format.xlsx": lambda: book(HEADING, ("Confidence", "Rugby", "2011/12", 1.04, 0.5), D2="0%", E2="0%"),
}
