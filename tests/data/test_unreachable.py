"""A database that cannot be opened gets one sentence, not a trace."""

from pathlib import Path

import pytest

from dashboard.domain.errors import SettingsFault
from data.engine import open_engine
from data.intake.published import ensure_published


def test_a_folder_that_cannot_be_made_is_named() -> None:
    with pytest.raises(SettingsFault, match="The folder /proc/nope for the database cannot be made"):
        open_engine("sqlite:////proc/nope/x.db")


def test_a_file_that_is_no_database_is_named_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "letter.db"
    file.write_text("Dear partnership,\n" * 100, encoding="utf-8")
    before = file.read_bytes()
    engine = open_engine(f"sqlite:///{file}")
    with pytest.raises(SettingsFault, match="cannot be opened: file is not a database"):
        ensure_published(engine)
    assert file.read_bytes() == before


def test_a_server_that_does_not_answer_is_named_without_its_password() -> None:
    engine = open_engine("postgresql://officer:secret@127.0.0.1:1/outturn")
    with pytest.raises(SettingsFault, match="cannot be opened") as raised:
        ensure_published(engine)
    assert "secret" not in str(raised.value)
