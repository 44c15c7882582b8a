"""Knows how to read one cell of a kept file once more, in a process with limits of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from dashboard.domain.errors import RefusedFile
from data.intake.child import limit
from data.intake.reader import ROOT
from data.sources.containers import books
from data.sources.containers.grids import Grid, of_text
from data.sources.containers.members import members

SECONDS = 30
START = "import sys; sys.path[:] = sys.argv[5:]; from data.intake.rereading import main; main()"


def cell_again(path: Path, file: str, sheet: str, cell: str) -> str | None:
    """The text of *cell* in the kept file at *path*, as it is read now; None where it cannot be."""
    folders = [*filter(os.path.isabs, sys.path), str(ROOT)]
    command = [sys.executable, "-I", "-c", START, str(path), file, sheet, cell, *folders]
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=SECONDS, check=True)
        found: str | None = json.loads(done.stdout)
    except (subprocess.SubprocessError, OSError, ValueError):
        return None
    return found


def main() -> None:
    """Answer for one cell within the limits of every reading child."""
    limit()
    path, file, sheet, cell = sys.argv[1:5]
    print(json.dumps(find(Path(path), file, sheet, cell)))


def find(path: Path, file: str, sheet: str, cell: str) -> str | None:
    """The text at a place; None where the file or the place is not there. A kept file bears its sha256 as its name."""
    try:
        return next((text for grid in _grids(path, file, sheet) for place, text in _cells(grid) if place == cell), None)
    except RefusedFile:
        return None


def _grids(path: Path, file: str, sheet: str) -> Iterator[Grid]:
    for member in members(path):
        if member.name in (file, path.name):
            grids = books.grids(member) if books.is_book(member.body) else [of_text(member)]
            yield from (grid for grid in grids if grid.sheet == sheet)


def _cells(grid: Grid) -> Iterator[tuple[str, str]]:
    for row in range(len(grid.rows)):
        for column in range(len(grid.rows[row])):
            yield grid.place(row, column), grid.at(row, column)
