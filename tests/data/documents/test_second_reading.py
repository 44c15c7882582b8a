"""Proves that a second person, typing the documents' figures alone, read the numbers the published CSVs hold."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from tests.data.documents.reading import Row, rows

READING = Path(__file__).with_name("second_reading.csv")
FIGURES = ("observations", "targets", "baselines", "printed_figures")

Cells = dict[tuple[str, ...], list[str]]


def second_reading() -> list[Row]:
    with READING.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def occurrences(number: str, text: str) -> int:
    """How often *number* stands in *text* as printed and whole: 10 is neither in 10% nor in 3,510 or 10.5."""
    whole = rf"(?<![\w.,\-−–])(?<!\d, ){re.escape(number)}(?![\w%]|[.,] ?\d)"
    return len(re.findall(whole, text))


def printed_cells() -> Cells:
    """The texts under the cell they are printed in; a target and its baseline may share one."""
    cells: Cells = {}
    for row in (row for name in FIGURES for row in rows(name)):
        place = tuple(row[part] for part in ("document", "table", "row", "column"))
        cells.setdefault(place, []).append(row["text"])
    return cells


def published(document: str, where: str, number: str, cells: Cells) -> int:
    """In how many cells under the heading *where* the published CSVs hold *number*; a shared cell counts once."""
    heading = where.casefold()
    return sum(
        max(occurrences(number, text) for text in texts)
        for (short, table, *_), texts in cells.items()
        if short == document and table.removeprefix("Text: ").casefold() == heading
    )


def test_every_number_of_the_second_reading_is_published_as_often_as_it_was_read() -> None:
    cells = printed_cells()
    read = Counter((row["document"], row["where"], row["number"]) for row in second_reading())
    missing = {figure: times for figure, times in read.items() if published(*figure, cells) < times}
    assert not missing


def test_the_baselines_are_the_numbers_read_as_such() -> None:
    typed = Counter((row["document"], row["text"]) for row in rows("baselines") if row["text"])
    marks = ("baseline", "starting value")
    read = [row for row in second_reading() if any(mark in row["about"] for mark in marks)]
    assert typed == Counter((row["document"], row["number"]) for row in read)


def test_the_second_reading_is_whole() -> None:
    assert Counter(row["document"] for row in second_reading()) == {"WAR": 22, "STA": 4, "SHR": 18, "SST": 53}


@pytest.mark.parametrize(
    ("number", "text", "times"),
    [
        ("25, 748", "25, 748 ⁴", 1),
        ("-3%", "-3% reduction on Yr 1 performance", 1),
        ("8.70", "To reduce the rate of vehicle crime from 8.70 to 8.44 by March 2011.", 1),
        ("1%", "To reduce criminal damage by 1% by March 2011.", 1),
        ("Fifteen percent", "Fifteen percent", 1),
        ("3%", "-3% reduction on Yr 1 performance", 0),
        ("748", "25, 748 ⁴", 0),
        ("25", "25, 748 ⁴", 0),
        ("8.7", "8.70", 0),
        ("9", "9.9%", 0),
        ("40", "40%", 0),
    ],
)
def test_a_number_counts_only_as_printed_and_whole(number: str, text: str, times: int) -> None:
    assert occurrences(number, text) == times
