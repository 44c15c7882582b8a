"""A disk that fills while a database is copied or upgraded: a sentence, and everything as it was."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.data.apart import TOLD, in_a_process, room_for
from tests.data.test_upgrading import asked, old_file, tables_of, upgraded

ROOM = [(40_000, "no copy"), (140_000, "copied"), (400_000, "copied")]


@pytest.mark.parametrize(("more", "come_to"), ROOM)
def test_a_disk_that_fills_leaves_the_database_as_it_was(tmp_path: Path, more: int, come_to: str) -> None:
    file = old_file(tmp_path)
    with closing(sqlite3.connect(file)) as opened, opened:
        opened.execute("CREATE TABLE filling (words TEXT)")
        opened.execute("INSERT INTO filling VALUES (?)", ("x" * 100_000,))
    before = file.read_bytes()
    assert in_a_process(lambda: upgraded(f"sqlite:///{file}"), room_for(more)) == TOLD
    assert tables_of(file) == {"release", "filling"}
    assert [path.stat().st_size for path in tmp_path.glob("*before*")] == ([len(before)] if come_to == "copied" else [])
    done = upgraded(f"sqlite:///{file}")
    assert done is not None
    assert asked(file, "SELECT id, words FROM release") == [(7, "")]
