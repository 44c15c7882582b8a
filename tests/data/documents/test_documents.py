"""The published CSVs against the documents themselves, read here by a second way: straight from their table lines."""

import re
from collections import Counter

import pytest

from dashboard.domain.values.said import HEDGES
from tests.data.documents.reading import document, plain, rows, table_lines


def test_warwickshires_table_1_is_the_documents_cell_by_cell() -> None:
    lines = list(table_lines(document("WAR")))
    start = next(at for at, cells in enumerate(lines) if cells[0] == "Indicator")
    headings, printed = lines[start], lines[start + 1 : start + 7]
    typed = {
        (row["row"], row["column"]): row["text"]
        for name in ("targets", "observations", "printed_figures")
        for row in rows(name)
        if (row["document"], row["table"]) == ("WAR", "Table 1")
    }
    read = {
        (cells[0], heading): cell for cells in printed for heading, cell in zip(headings[1:], cells[1:], strict=True)
    }
    assert typed == read
    assert len(read) == 36


SHAPES = [
    ("asb", "Anti-social behaviour between"),
    ("violent-crime", "Violent crimes between"),
    ("serious-acquisitive-crime", "Serious acquisitive crimes between"),
    ("burglary", "Burglary of dwellings between"),
    ("vehicle-crime", "Vehicle crime between"),
    ("killed-or-seriously-injured", "Road safety figures"),
]


@pytest.mark.parametrize(("indicator", "heading"), SHAPES)
def test_south_staffordshires_tables_are_the_documents_cell_by_cell(indicator: str, heading: str) -> None:
    after = document("SST").partition(heading)[2]
    lines = list(table_lines(after))[:6]
    periods = [period.replace("/", "-") for period in lines[0][1:]]
    read = {
        (f"south-staffordshire/{cells[0].lower().replace(' ', '-')}", period): cell
        for cells in lines[1:]
        for period, cell in zip(periods, cells[1:], strict=True)
    }
    typed = {
        (row["area"], row["period"]): row["text"]
        for row in rows("observations")
        if row["indicator"] == f"south-staffordshire/{indicator}"
    }
    assert typed == read
    assert len(read) == 20


PERCENTAGE = re.compile(r"\d[\d,.]*%")


@pytest.mark.parametrize("short", ["STA", "DER", "WAR", "SHR", "SST"])
def test_no_percentage_of_a_document_is_left_out(short: str) -> None:
    printed = Counter(PERCENTAGE.findall(document(short)))
    names = ("printed_figures", "observations", "targets", "baselines", "areas")
    texts = [row["text"] for name in names for row in rows(name) if row["document"] == short]
    typed = Counter(found for text in texts for found in PERCENTAGE.findall(text))
    assert not printed - typed


@pytest.mark.parametrize("short", ["STA", "DER", "WAR", "SHR", "SST"])
@pytest.mark.parametrize("name", ["observations", "targets", "baselines", "printed_figures", "survey_ranks", "notes"])
def test_every_printed_text_stands_in_its_document(short: str, name: str) -> None:
    text = plain(document(short))
    typed = [plain(row["text"]) for row in rows(name) if row["document"] == short]
    assert not [words for words in typed if words not in text]


@pytest.mark.parametrize("short", ["STA", "DER", "SHR"])
def test_every_cell_of_the_plans_stands_in_its_document(short: str) -> None:
    text = plain(document(short))
    columns = ("action", "lead", "resources", "framework", "outcome", "monitoring", "due", "national_indicators")
    typed = [plain(row[name]) for row in rows("actions") if row["document"] == short for name in columns]
    parts = [part.strip() for words in typed for part in words.split("[named officer]")]
    assert not [words for words in parts if words not in text]


LEADS = ["Harrison", "Roberts", "Luscombe", "Stokes", "Brien", "Simmonds", "O'Neill", "Merrick", "Wilcox", "Williamson"]
LEADS += ["Hopkin", "Ahkter", "Paxton", "Dartford", "Winterflood", "Shannaghan", "Bentley", "@", "01785", "01902"]
LEADS += ["Lewis", "Davey", "Stubbs", "Pearsall", "Maskery", "Phillip", "Manning", "Perry", "Parsons", "Wardle"]


@pytest.mark.parametrize(
    "name",
    [
        *("actions", "risks", "meetings", "campaigns", "printed_figures", "priorities", "notes"),
        *("printed_cells", "statements"),
    ],
)
def test_no_person_is_named(name: str) -> None:
    every = " ".join(text for row in rows(name) for text in row.values())
    assert not [lead for lead in LEADS if lead in every]


HEDGE = re.compile(rf"\b(?:{'|'.join(sorted(HEDGES, key=len, reverse=True))})$", re.IGNORECASE)


@pytest.mark.parametrize("short", ["STA", "WAR", "SHR", "SST"])
def test_no_hedge_is_cut_off_a_figure_of_the_text(short: str) -> None:
    """What stands right before a figure in its sentence is no "almost" that we left behind."""
    text = plain(document(short))
    cut = []
    for row in rows("printed_figures") + rows("areas"):
        sentence = text.find(plain(row["row"]))
        at = text.find(plain(row["text"]), max(sentence, 0))
        if row["document"] == short and row["table"].startswith("Text") and row["text"] and sentence >= 0:
            before = text[:at].rstrip()
            cut += [row["text"]] if HEDGE.search(before) else []
    assert not cut


def test_a_change_says_its_direction_once() -> None:
    changes = [row for row in rows("printed_figures") if row["kind"] == "change" and row["table"].startswith("Text")]
    doubled = [row["figure"] for row in changes if row["sign"] != "1" or row["text"].startswith(("-", "−"))]
    worded = [row["figure"] for row in changes if re.match(r"(?:reduction|fall|rise|drop|increase)\b", row["quantity"])]
    assert (doubled, worded) == ([], [])
