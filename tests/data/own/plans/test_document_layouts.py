"""Proves that the plans of the five documents are read as they are laid out there, for a partnership of one's own."""

import csv
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from sqlalchemy import Engine

from dashboard.domain.records import Scope
from data.intake.published import FOLDER
from data.store import SqlStore
from tests.data.own.typed import load, wish

ACTIONS = {
    "7": ("STA", 9),
    "Delivery Plan 2010 - 2011": ("SHR", 12),
    **{f"Objective {number}": ("DER", count) for number, count in ((1, 3), (2, 4), (3, 6), (5, 3), (8, 6))},
    "Performance Management: Violent Crime": ("WAR", 4),
    "Performance Management: Alcohol": ("WAR", 3),
}


def typed(folder: Path, document: str, table: str, *, rank: bool = False) -> Path:
    """A printed table as somebody types it: its title, its heading, a row a line, numbered under *rank* or not."""
    with (FOLDER / "printed_cells.csv").open(encoding="utf-8", newline="") as opened:
        cells = [row for row in csv.DictReader(opened) if (row["document"], row["table"]) == (document, table)]
    book = Workbook()
    sheet = book.active
    columns = [row["text"] for row in cells if row["kind"] == "heading"]
    sheet.append([row["text"] for row in cells if row["kind"] == "title"][:1])
    sheet.append(["Rank", *columns] if rank else columns)
    lines: dict[str, dict[str, str]] = defaultdict(dict)
    for row in cells:
        if row["kind"] == "cell":
            lines[row["line"]][row["column"]] = row["text"]
    for number, line in enumerate(lines.values(), start=1):
        texts = [line.get(column, "") for column in columns]
        sheet.append([number, *texts] if rank else texts)
    book.save(folder / "plan.xlsx")
    return folder / "plan.xlsx"


@pytest.mark.parametrize("table", list(ACTIONS))
def test_the_actions_of_a_document_are_read_from_its_own_layout(
    quick_engine: Engine, tmp_path: Path, table: str
) -> None:
    document, count = ACTIONS[table]
    summary = load(quick_engine, typed(tmp_path, document, table), wish=wish("Rutland"))
    assert summary.files[0].rejected == 0
    assert len(SqlStore(quick_engine).actions(Scope("rutland"))) == count


def test_the_delivery_progress_of_staffordshire_is_measure_and_progress(quick_engine: Engine, tmp_path: Path) -> None:
    load(quick_engine, typed(tmp_path, "STA", "7"), wish=wish("Rutland"))
    first = SqlStore(quick_engine).actions(Scope("rutland"))[0]
    cells = dict(first.cells)
    assert (first.ref, first.objective) == ("7.1", "Tackle Alcohol related violence and disorder")
    assert cells["measure"].startswith("Hot-Spot locations identified")
    assert cells["progress"].startswith("All aspects achieved during Yr 1")


def test_the_objective_of_derby_is_its_title(quick_engine: Engine, tmp_path: Path) -> None:
    load(quick_engine, typed(tmp_path, "DER", "Objective 3"), wish=wish("Rutland"))
    first = SqlStore(quick_engine).actions(Scope("rutland"))[0]
    assert first.objective.startswith("Objective 3 Develop and implement a partnership strategy")
    assert first.due_date == date(2003, 7, 31)


def test_the_outcomes_of_shropshire_say_by_when(quick_engine: Engine, tmp_path: Path) -> None:
    load(quick_engine, typed(tmp_path, "SHR", "Delivery Plan 2010 - 2011"), wish=wish("Rutland"))
    first = SqlStore(quick_engine).actions(Scope("rutland"))[0]
    assert (first.objective, first.due_date) == ("Serious Acquisitive Crime", date(2011, 3, 31))


def test_the_risks_of_staffordshire_have_their_scores(quick_engine: Engine, tmp_path: Path) -> None:
    load(quick_engine, typed(tmp_path, "STA", "12"), wish=wish("Rutland"))
    found = SqlStore(quick_engine).risks(Scope("rutland"))
    assert [(item.ref, item.impact, item.likelihood, item.rating) for item in found[:2]] == [
        ("SSC15-1", 3, 2, 6),
        ("SSC15-2", 3, 3, 9),
    ]


def test_the_planner_of_south_staffordshire_is_its_calendar(quick_engine: Engine, tmp_path: Path) -> None:
    load(quick_engine, typed(tmp_path, "SST", "Partnership Planner 2011-2012"), wish=wish("Rutland"))
    first, *_ = SqlStore(quick_engine).meetings("rutland")
    assert (first.date, len(first.campaigns)) == (date(2011, 3, 8), 9)
    assert first.campaigns[1].starts == date(2011, 3, 10)


@pytest.mark.parametrize(("table", "rank", "count"), [("Table 1", True, 12), ("Table 2", False, 18)])
def test_what_residents_of_shropshire_rank_is_read_across(
    quick_engine: Engine, tmp_path: Path, table: str, *, rank: bool, count: int
) -> None:
    load(quick_engine, typed(tmp_path, "SHR", table, rank=rank), wish=wish("Rutland"))
    assert len(SqlStore(quick_engine).survey_ranks("rutland")) == count
