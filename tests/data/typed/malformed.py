"""Knows how to write every malformed or awkward file of figures into a folder."""

import os
from pathlib import Path

from tests.data.typed.spoilt_books import BOOKS
from tests.data.typed.spoilt_texts import CELLS, SHAPES


def malformed(folder: Path) -> dict[str, Path]:
    """Write every file; return its path by its name."""
    contents: dict[str, str | bytes] = {**SHAPES, **CELLS, **{name: made() for name, made in BOOKS.items()}}
    for name, content in contents.items():
        (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    (folder / "folder.csv").mkdir()
    os.mkfifo(folder / "pipe.csv")
    (folder / "loop.csv").symlink_to(folder / "loop.csv")
    (folder / "linked.csv").symlink_to(folder / "marked.csv")
    named = ("folder.csv", "pipe.csv", "loop.csv", "linked.csv", "none.csv")
    return {name: folder / name for name in (*contents, *named)}
