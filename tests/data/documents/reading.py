"""Reads the published CSVs plainly, and the documents where they lie beside the checkout."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "data" / "published"
DOCUMENTS = ROOT.parent / "shared" / "seeds"
NUMBERS = {"STA": "000", "DER": "001", "WAR": "002", "SHR": "003", "SST": "004"}

Row = dict[str, str]


def rows(name: str) -> list[Row]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def document(short: str) -> str:
    """The text of a document; the test is skipped, with the reason, where the documents are not there."""
    found = sorted(DOCUMENTS.glob(f"{NUMBERS[short]}_*.txt"))
    if not found:
        pytest.skip("the published documents are not beside this checkout (../shared/seeds)")
    return found[0].read_text(encoding="utf-8")


def plain(text: str) -> str:
    """*text* without mark-up, bullets and doubled white space, as two typings of it can be compared."""
    without_tags = re.sub(r"<[^>]+>", " ", re.sub(r"\*+", "", text))
    return " ".join(re.sub(r"[•▪○]|(?:(?<=\s)|^)-(?=\s)", " ", without_tags).split())


def table_lines(text: str) -> Iterator[list[str]]:
    """The lines of *text* that are table rows, cell by cell."""
    for line in text.splitlines():
        if "\t" in line:
            yield [cell.strip() for cell in line.split("\t")]
