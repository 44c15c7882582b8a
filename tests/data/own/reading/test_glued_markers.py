"""Proves that a letter glued to a figure is a marker only where the table explains it."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.records import Scope
from data.store import SqlStore
from tests.data.own.typed import asked, text_file, wish

ROWS = ("Indicator,Period,Actual", "Lamps,2011/12,5", "Poles,2011/12,6")


def outcome(engine: Engine, folder: Path, cell: str, *notes: str) -> tuple[str, list[str]]:
    """The marker of the figure in *cell*, or "" for none, and why rows were rejected."""
    path = text_file(folder, "m.csv", *ROWS, f"Signs,2011/12,{cell}", *notes)
    summary = asked(engine, path, wish=wish("Moor"))
    found = SqlStore(engine).observations(Scope("moor"))
    marker = next((str(item.value.marker or "none") for item in found if item.indicator == "moor/signs"), "")
    return marker, [item["text"] for item in summary.files[0].kept]


@pytest.mark.parametrize(
    ("cell", "note", "marker"),
    [
        ("1128r", "r = revised", "r"),
        ("1128r", "r: revised figure", "r"),
        ("1128p", "Note: p means provisional", "p"),
        ("12e", "e - estimated", "e"),
        ("1128r", "Revised figures [r] are those of May", "r"),
        ("1128 [r]", "", "r"),
        ("1128 p", "", "p"),
        ("1128", "", "none"),
    ],
)
def test_a_letter_that_is_explained_is_a_marker(
    quick_engine: Engine, tmp_path: Path, cell: str, note: str, marker: str
) -> None:
    assert outcome(quick_engine, tmp_path, cell, *filter(None, [note])) == (marker, [])


@pytest.mark.parametrize(
    ("cell", "note", "mend"),
    [
        ("1128r", "", "write 1128 [r], or add a line “r = revised” under the table."),
        ("1128p", "r = revised", "write 1128 [p], or add a line “p = provisional” under the table."),
        ("1128e", "Source: the police", "write 1128 [e], or add a line “e = estimate” under the table."),
        ("12R", "", "write 12 [r], or add"),
    ],
)
def test_a_letter_that_is_not_is_rejected_with_what_to_write(
    quick_engine: Engine, tmp_path: Path, cell: str, note: str, mend: str
) -> None:
    marker, [why] = outcome(quick_engine, tmp_path, cell, *filter(None, [note]))
    assert (marker, mend in why) == ("", True)
