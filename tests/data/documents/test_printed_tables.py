"""Every printed table as the document prints it: the same rows, order, columns and blanks, line by line."""

import html
import re
from itertools import groupby

import pytest

from tests.data.documents.reading import Row, document, plain, rows

Line = list[str]

#: What a page break repeats, and what the text makes of a table's rule.
BETWEEN = ("Partnership Planner", "Updated regularly", "--")
NO_NAME = re.compile(r"\\\[names?\\ not\\ held\\\]|\\\[named\\ officer\\\]")


def tables() -> dict[tuple[str, str], list[Row]]:
    found: dict[tuple[str, str], list[Row]] = {}
    for row in rows("printed_cells"):
        found.setdefault((row["document"], row["table"]), []).append(row)
    return found


def typed_lines(cells: list[Row]) -> list[list[Row]]:
    """The lines of a table without its title and notes."""
    inside = [cell for cell in cells if cell["kind"] not in ("title", "note")]
    return [list(line) for _, line in groupby(inside, lambda cell: cell["line"])]


def printed_lines(short: str) -> list[Line]:
    lines = [line for line in document(short).splitlines() if line.strip() and not line.startswith(BETWEEN)]
    cells = [[plain(html.unescape(cell)) for cell in line.split("\t")] for line in lines]
    headings = [at for at, line in enumerate(cells) if line[0] == "JOG Meeting Date"]
    return [line for at, line in enumerate(cells) if at not in headings[1:]]


def is_as_printed(typed: list[Row], printed: Line) -> bool:
    """Whether a typed line prints what the document does; a name may stand where "[named officer]" is typed."""
    given = [plain(cell["text"]) for cell in typed if cell["kind"] != "absent"]
    patterns = [NO_NAME.sub(".+", re.escape(text)) for text in given]
    return len(given) == len(printed) and all(map(re.fullmatch, patterns, printed))


EVERY = sorted(tables())


@pytest.mark.parametrize(("short", "name"), EVERY)
def test_a_printed_table_is_the_documents_line_by_line(short: str, name: str) -> None:
    typed, printed = typed_lines(tables()[short, name]), printed_lines(short)
    starts = [at for at, line in enumerate(printed) if is_as_printed(typed[0], line)]
    wholes = [at for at in starts if all(map(is_as_printed, typed, printed[at:]))]
    assert wholes, f"{name}: not every line is printed so, one after the other"


@pytest.mark.parametrize(("short", "name"), EVERY)
def test_titles_and_notes_stand_in_the_document(short: str, name: str) -> None:
    text = plain(document(short)).replace("– ", "")
    around = [cell["text"] for cell in tables()[short, name] if cell["kind"] in ("title", "note")]
    assert [words for words in around if plain(words).replace("Notes: ", "").replace("– ", "") not in text] == []


LINES = {  # heading lines, lines and cells of a line, counted by hand in the documents
    ("WAR", "Table 1"): (1, 6, 7),
    ("WAR", "2011/12 Targets"): (1, 7, 4),
    ("WAR", "Additional Performance Measurements for 2011/12"): (0, 6, 4),
    ("WAR", "Performance Management: Violent Crime"): (1, 4, 2),
    ("WAR", "Performance Management: Alcohol"): (1, 3, 2),
    ("WAR", "Appendix 2"): (1, 2, 2),
    ("STA", "7"): (1, 9, 4),
    ("STA", "8.1"): (3, 1, 4),
    ("STA", "8.2"): (3, 0, 4),
    ("STA", "12"): (1, 3, 10),
    ("SST", "Anti-social behaviour by locality"): (1, 5, 5),
    ("SST", "Partnership Planner 2011-2012"): (1, 14, 4),
    ("SHR", "Table 1"): (1, 3, 4),
    ("SHR", "Table 2"): (1, 3, 7),
    ("SHR", "Delivery Plan 2010 - 2011"): (1, 12, 8),
    ("DER", "Objective 1"): (1, 3, 6),
    ("DER", "Objective 8"): (1, 6, 6),
}


@pytest.mark.parametrize(("table", "size"), LINES.items())
def test_a_printed_table_has_the_lines_and_columns_of_the_document(
    table: tuple[str, str], size: tuple[int, int, int]
) -> None:
    lines = typed_lines(tables()[table])
    headings = [line for line in lines if line[0]["kind"] == "heading"]
    widths = {len(line) for line in lines}
    assert (len(headings), len(lines) - len(headings), max(widths)) == size
    assert len(widths) == 1


def test_only_two_of_warwickshires_three_parts_have_a_target_printed_beside_them() -> None:
    lines = typed_lines(tables()["WAR", "2011/12 Targets"])
    assert [line[3]["text"] for line in lines[4:7]] == ["6,345", "TBC", "TBC"]
    assert [[cell["text"] for cell in line[:2]] for line in lines[5:7]] == [["", ""], ["", ""]]
    assert lines[6][2]["text"] == ""


def test_blank_leads_of_the_planner_are_blank() -> None:
    leads = [line[3]["text"] for line in typed_lines(tables()["SST", "Partnership Planner 2011-2012"])[1:]]
    assert [at for at, lead in enumerate(leads, 1) if not lead] == [5, 10, 11, 12, 14]
    assert leads[8] == "Police Police"


def test_what_is_quoted_of_a_cell_is_printed_in_it() -> None:
    """Figures, actions and risks are typed a second time; both typings agree."""
    places: dict[tuple[str, ...], str] = {}
    for cell in rows("printed_cells"):
        for label in cell["row"].split("|"):
            places.setdefault((cell["document"], cell["table"], label, cell["column"]), plain(cell["text"]))
    names = ("observations", "targets", "baselines", "printed_figures", "survey_ranks")
    quoted = [row for name in names for row in rows(name) if not row["table"].startswith("Text")]
    wrong = [
        (*place, row["text"])
        for row in quoted
        for place in [(row["document"], row["table"], row["row"], row["column"])]
        if row["text"] and plain(row["text"]) not in places.get(place, "")
    ]
    assert not wrong
