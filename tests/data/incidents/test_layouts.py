"""A list whose headings say nothing is asked about, matched, kept under a name, and known again."""

import json
from pathlib import Path

import pytest
from sqlalchemy import Engine

from data.audit.reading import EVERY_LINE, page
from data.intake.pipeline import Summary, Wish, load_files
from data.store import SqlStore
from tests.data.incidents.test_lists import NOON, march

HEADING = "Our ref,What happened,When,Clock,Who,Spot"
COLUMNS = "offence B, from C, time-from D, area F"


def rows(n: int, hour: int = 22) -> str:
    return "".join(f"R{at},Burglary,14/03/2025,{hour}:30,Ann Other,Marlhaven\n" for at in range(n))


def handed_in(engine: Engine, folder: Path, body: str, name: str = "odd.csv", **said: str) -> Summary:
    path = folder / name
    path.write_text(f"{body}", encoding="utf-8")
    answers = {name: {column: text for column, text in said.items() if text}}
    return load_files(engine, [path], Wish(NOON, who="Jo", partnership="Sampleshire", answers=answers))


def test_it_is_asked_with_a_few_cells_and_nothing_is_loaded(quick_engine: Engine, tmp_path: Path) -> None:
    found = handed_in(quick_engine, tmp_path, f"{HEADING}\n{rows(12)}")
    assert (found.loaded, found.refused) == (False, [])
    [asked] = found.questions
    assert [item.heading for item in asked.columns] == HEADING.split(",")
    assert asked.columns[0].examples == ("R0", "R1", "R2")
    assert [item.guess for item in asked.columns] == ["", "", "from", "time-from", "", ""]
    assert "B “What happened”" in asked.told
    assert "Ann Other" not in asked.told


def test_what_is_matched_is_kept_and_known_again(quick_engine: Engine, tmp_path: Path) -> None:
    first = handed_in(quick_engine, tmp_path, f"{HEADING}\n{rows(12)}", columns=COLUMNS, layout="Our system")
    assert (first.loaded, first.files[0].kind) == (True, "incidents")
    assert [part.hours.timed for part in SqlStore(quick_engine).incident_hours(march(area="marlhaven"))] == [12]
    deeds = {line.deed: line.subject for line in page(quick_engine, EVERY_LINE)}
    assert deeds["columns of a list matched"] == "columns of Our system"
    again = handed_in(quick_engine, tmp_path, f"Extract\n{HEADING.upper()}\n{rows(14, 23)}", "next.csv")
    assert again.loaded
    assert "Its columns are matched as they were saved under “Our system”." in again.files[0].said
    other = handed_in(quick_engine, tmp_path, f"{HEADING},More\n{rows(12)}", "other.csv")
    assert [item.about for item in other.questions] == ["other.csv"]


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        ("offence B, offence A, from C", "Columns B and A are both said to be “Offence in words”: choose one of them."),
        ("offence B", "No column is said to be the date"),
        ("offence B, from Z", "odd.csv has no column Z: its last one is F."),
        ("offence=B", "“offence=B” says no column"),
    ],
)
def test_what_cannot_be_right_is_refused(quick_engine: Engine, tmp_path: Path, columns: str, sentence: str) -> None:
    found = handed_in(quick_engine, tmp_path, f"{HEADING}\n{rows(12)}", columns=columns)
    assert (found.loaded, len(found.refused)) == (False, 1)
    assert found.refused[0].startswith(sentence)


def test_no_cell_of_it_is_logged(quick_engine: Engine, tmp_path: Path) -> None:
    handed_in(quick_engine, tmp_path, f"{HEADING}\n{rows(12)}")
    lines = [json.dumps([line.subject, line.before, line.after]) for line in page(quick_engine, EVERY_LINE)]
    assert "Ann Other" not in "".join(lines)
