"""Who loads, undoes and accepts is named even where the machine knows no name, as in a container."""

import os
import pwd
import socket

import pytest

from dashboard.domain.access.deeds import Way
from dashboard.domain.errors import SettingsFault
from dashboard.settings import from_environment
from dashboard.terminal.who import at_the_terminal, user_name

NAMES = ("LOGNAME", "USER", "LNAME", "USERNAME")


@pytest.fixture
def nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that runs as number 54321, which no user has, without a word of it in the environment."""

    def unknown(number: int) -> pwd.struct_passwd:
        raise KeyError(f"getpwuid(): uid not found: {number}")

    for name in (*NAMES, "HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os, "getuid", lambda: 54321)
    monkeypatch.setattr(pwd, "getpwuid", unknown)


@pytest.mark.usefixtures("nobody")
def test_a_user_without_an_entry_is_called_by_the_number() -> None:
    assert user_name() == "user 54321"


@pytest.mark.usefixtures("nobody")
@pytest.mark.parametrize("name", NAMES)
def test_a_name_in_the_environment_goes_before(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "jo")
    assert user_name() == "jo"


@pytest.mark.usefixtures("nobody")
def test_without_a_home_folder_it_is_said_what_to_name() -> None:
    with pytest.raises(SettingsFault, match=r"This user has no home folder. Say where .* OUTTURN_DATABASE"):
        from_environment({})
    assert from_environment({"OUTTURN_DATABASE": "sqlite:////srv/o.db"}).database == "sqlite:////srv/o.db"


def test_the_audit_trail_names_user_and_machine() -> None:
    found = at_the_terminal()
    assert (found.account, found.name, found.way) == ("terminal", user_name(), Way.COMMAND)
    assert found.origin == f"{user_name()} at {socket.gethostname()}"
