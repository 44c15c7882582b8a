"""Makes the databases of older commits anew, by their own code: python tests/old_databases/make.py, in a checkout."""

import json
import lzma
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
COMMITS = {"street": "71b3f90^", "judged": "e6854a5^", "own": "9a2cabb"}
KEPT = {  # of each table of a page, what a reader calls a figure; later commits added columns
    "year-end": ("indicator_code", "indicator", "area", "previous_actual", "target", "actual"),
    "counts": ("crime_type", "area_code", "area", "period", "count"),
}


def make(name: str, commit: str) -> None:
    """Fill a database with the code of *commit*; keep it as SQL and beside it the figures that it showed."""
    with tempfile.TemporaryDirectory() as place:
        code, files = Path(place) / "code", Path(place) / "files"
        code.mkdir()
        files.mkdir()
        _check_out(commit, code)
        run = (sys.executable, HERE / "filling.py", files / "old.db", files, files / "shown.json")
        subprocess.run(run, cwd=code, env={**os.environ, "PYTHONPATH": str(code)}, check=True)
        (HERE / f"{name}.sql.xz").write_bytes(lzma.compress(dump(files / "old.db").encode(), preset=9))
        shown = json.loads((files / "shown.json").read_text(encoding="utf-8"))
    text = json.dumps({"counts": shown["counts"], "views": [_figures(view) for view in shown["views"]]}, indent=None)
    (HERE / f"{name}.json.xz").write_bytes(lzma.compress(text.encode(), preset=9))


def _check_out(commit: str, folder: Path) -> None:
    packed = subprocess.run(("git", "archive", commit), cwd=HERE.parents[1], check=True, capture_output=True).stdout
    subprocess.run(("tar", "x", "-C", folder), input=packed, check=True)


def dump(database: Path) -> str:
    with closing(sqlite3.connect(database)) as opened:
        return "\n".join(opened.iterdump())


def _figures(view: tuple[str, str, list[dict[str, Any]]]) -> dict[str, Any]:
    page, query, tables = view
    kept = {table["name"]: figures(table) for table in tables if table["name"] in KEPT}
    return {"page": page, "query": query, "tables": kept}


def figures(table: Mapping[str, Any]) -> list[list[Any]]:
    """The rows of a table of a page, of its figures only; crime types without an incident are not listed any more."""
    return [[row.get(name) for name in KEPT[table["name"]]] for row in table["rows"] if row.get("count") != 0]


if __name__ == "__main__":
    for name, commit in COMMITS.items():
        make(name, commit)
