"""Settings come from an environment that is handed in."""

from pathlib import Path

import pytest

from dashboard.settings import Settings, from_environment


@pytest.mark.parametrize(
    ("environment", "database"),
    [
        ({"OUTTURN_DATABASE": "postgresql://db/outturn"}, "postgresql://db/outturn"),
        ({"OUTTURN_DATABASE": "sqlite:////srv/o.db", "XDG_DATA_HOME": "/data"}, "sqlite:////srv/o.db"),
        ({"XDG_DATA_HOME": "/data"}, "sqlite:////data/outturn/outturn.db"),
        ({"OUTTURN_DATABASE": "", "XDG_DATA_HOME": "/data"}, "sqlite:////data/outturn/outturn.db"),
        ({}, f"sqlite:///{Path.home()}/.local/share/outturn/outturn.db"),
    ],
)
def test_the_database_is_the_one_named_or_a_file_in_the_users_data_folder(
    environment: dict[str, str], database: str
) -> None:
    assert from_environment(environment).database == database


@pytest.mark.parametrize(
    ("database", "originals"),
    [
        ("sqlite:////srv/figures/o.db", "/srv/figures/originals"),
        ("sqlite:///o.db", "originals"),
        ("sqlite:///../figures/o.db", "../figures/originals"),
        ("sqlite+pysqlite:////srv/o.db?timeout=5", "/srv/originals"),
        ("", "/data/outturn/originals"),
        ("sqlite://", "/data/outturn/originals"),
        ("sqlite:///:memory:", "/data/outturn/originals"),
        ("postgresql://db/outturn", "/data/outturn/originals"),
    ],
)
def test_loaded_files_are_kept_beside_the_sqlite_file(database: str, originals: str) -> None:
    known = {"XDG_DATA_HOME": "/data"}
    assert from_environment(known, database).originals == Path(originals)
    assert from_environment({**known, "OUTTURN_DATABASE": database}).originals == Path(originals)
    assert from_environment({**known, "OUTTURN_ORIGINALS": "/kept"}, database).originals == Path("/kept")


def test_a_secret_key_is_taken_or_made_up_afresh() -> None:
    assert from_environment({"OUTTURN_SECRET_KEY": "known"}).secret_key == "known"
    made_up = {from_environment({}).secret_key for _ in range(2)} | {Settings(database="").secret_key}
    assert (len(made_up), min(map(len, made_up)) >= 32) == (3, True)


def test_the_server_listens_on_this_machine_only() -> None:
    found = from_environment({})
    assert (found.host, found.port) == ("127.0.0.1", 8050)


def test_the_secret_key_is_never_shown() -> None:
    assert "known" not in repr(from_environment({"OUTTURN_SECRET_KEY": "known"}))


def test_without_an_environment_the_machines_own_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OUTTURN_DATABASE", "sqlite:////srv/own.db")
    assert from_environment().database == "sqlite:////srv/own.db"
