"""`outturn audit` shows the newest lines, walks the trail (1 where it is not whole), and writes it to a file."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from dashboard.cli import main
from dashboard.terminal.who import at_the_terminal
from data.audit.reading import EVERY_LINE, page
from tests.data.audit.trail import fill, unguard
from tests.data.own.conftest import reader
from tests.data.own.typed import load, table_1

__all__ = ["reader"]
Captured = pytest.CaptureFixture[str]


def test_what_a_command_does_is_done_by_the_user_of_the_terminal(own: Engine, tmp_path: Path, capsys: Captured) -> None:
    load(own, table_1(tmp_path, E7="1,131"))
    assert main(["undo", "--yes"]) == 0
    line = page(own, EVERY_LINE)[0]
    by = at_the_terminal()
    assert (line.deed, line.account, line.name, line.origin) == ("figures undone", by.account, by.name, by.origin)
    capsys.readouterr()
    assert main(["audit"]) == 0
    first, second, *told = capsys.readouterr().out.splitlines()
    assert "figures published; warwickshire; table-1.xlsx" in first
    assert f"({by.origin}): figures undone; release 1 → release 0" in second
    assert told[0] == "The trail is whole: two lines, as written."
    assert told[1] == f"For the minutes: 2 lines, ending in {line.digest[:12]}."


def test_a_trail_that_is_not_whole_is_told_and_ends_with_one(own: Engine, capsys: Captured) -> None:
    fill(own, 5)
    assert main(["audit", "--check"]) == 0
    with own.begin() as connection:
        unguard(connection)
        connection.execute(text("DELETE FROM audit WHERE number = 5"))
    assert main(["audit", "--check"]) == 1
    assert capsys.readouterr().err == "Line 5 was cut off at the end.\n"


def test_what_was_noted_is_found_or_the_command_ends_with_one(own: Engine, capsys: Captured) -> None:
    fill(own, 5)
    digest = page(own, EVERY_LINE)[2].digest[:12]
    assert main(["audit", "--noted", digest]) == 0
    assert f"Line 3 has the fingerprint {digest}." in capsys.readouterr().out
    assert main(["audit", "--noted", "0" * 12]) == 1
    assert "No line has the fingerprint 000000000000" in capsys.readouterr().err


def test_the_trail_is_written_to_a_file_which_a_line_tells_of(own: Engine, tmp_path: Path, capsys: Captured) -> None:
    fill(own, 2)
    assert main(["audit", "--csv", str(tmp_path / "trail.csv")]) == 0
    assert len((tmp_path / "trail.csv").read_text(encoding="utf-8-sig").splitlines()) == 4
    assert main(["audit", "--csv", str(tmp_path / "nowhere" / "trail.csv")]) == 1
    assert "cannot be written: No such file or directory." in capsys.readouterr().err
