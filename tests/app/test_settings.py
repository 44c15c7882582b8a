"""Settings come from an environment that is handed in."""

from pathlib import Path

import pytest

from dashboard.app import create_app
from dashboard.domain.errors import SettingsFault
from dashboard.settings import Settings, SignIn, from_environment


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


def test_a_secret_key_is_taken_or_left_to_the_start() -> None:
    assert from_environment({"OUTTURN_SECRET_KEY": "known"}).secret_key == "known"
    assert from_environment({}).secret_key == Settings(database="").secret_key == ""


def test_a_start_without_a_secret_key_makes_one_up(published_url: str) -> None:
    made_up = {create_app(Settings(database=published_url)).server.secret_key for _ in range(2)}
    assert (len(made_up), min(len(key or "") for key in made_up) >= 32) == (2, True)


def test_how_people_sign_in_comes_from_the_environment() -> None:
    found = from_environment(
        {
            "OUTTURN_SIGN_IN": "OIDC ",
            "OUTTURN_ADDRESS": "https://outturn.example/",
            "OUTTURN_PUBLIC": "on",
            "OUTTURN_IDLE_MINUTES": "15",
            "OUTTURN_OIDC_ISSUER": "https://login.example/county",
            "OUTTURN_OIDC_CLIENT_ID": "outturn",
            "OUTTURN_OIDC_CLIENT_SECRET": "not to be shown",
            "OUTTURN_OIDC_ROLES": "groups",
            "OUTTURN_OIDC_STRENGTH": "mfa, c1",
            "OUTTURN_PROXY_HEADER": "X-Remote-User",
            "OUTTURN_PROXY": "127.0.0.1, 10.0.0.0/24",
        }
    )
    address, issuer = "https://outturn.example", "https://login.example/county"
    who = ("outturn", "not to be shown", "groups", "X-Remote-User", ("mfa", "c1"))
    expected = SignIn("oidc", address, True, 15, issuer, *who)
    assert (found.sign_in, found.proxy) == (expected, ("127.0.0.1", "10.0.0.0/24"))
    assert "not to be shown" not in repr(found)
    assert from_environment({}).sign_in == SignIn()


@pytest.mark.parametrize("said", ["0", "-1", "1.5", "721", "an hour", "٣"])
def test_minutes_without_a_request_are_a_number_within_half_a_day(said: str) -> None:
    with pytest.raises(SettingsFault, match="from 1 to 720"):
        from_environment({"OUTTURN_IDLE_MINUTES": said})


def test_the_server_listens_on_this_machine_only() -> None:
    found = from_environment({})
    assert (found.host, found.port) == ("127.0.0.1", 8050)


def test_the_secret_key_is_never_shown() -> None:
    assert "known" not in repr(from_environment({"OUTTURN_SECRET_KEY": "known"}))


def test_a_secret_may_lie_in_a_file_that_the_server_alone_reads(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text("from a vault\n")
    names = ("OUTTURN_SECRET_KEY", "OUTTURN_OIDC_CLIENT_SECRET", "OUTTURN_DATABASE")
    found = from_environment({f"{name}_FILE": str(file) for name in names})
    assert [found.secret_key, found.sign_in.client_secret, found.database] == ["from a vault"] * 3
    assert from_environment({"OUTTURN_SECRET_KEY_FILE": str(file), "OUTTURN_SECRET_KEY": "said"}).secret_key == "said"
    for bad, why in ((tmp_path / "none", "No such file"), (tmp_path, "Is a directory")):
        with pytest.raises(SettingsFault, match=f"OUTTURN_SECRET_KEY_FILE names {bad}, which cannot be read: {why}"):
            from_environment({"OUTTURN_SECRET_KEY_FILE": str(bad)})


def test_the_scanner_is_a_command_with_its_options() -> None:
    assert from_environment({"OUTTURN_SCAN": "clamdscan --fdpass"}).scan == ("clamdscan", "--fdpass")
    assert from_environment({}).scan == ()
    with pytest.raises(SettingsFault, match="OUTTURN_SCAN is no command"):
        from_environment({"OUTTURN_SCAN": "scan 'me"})


def test_without_an_environment_the_machines_own_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OUTTURN_DATABASE", "sqlite:////srv/own.db")
    assert from_environment().database == "sqlite:////srv/own.db"
