"""`outturn user`: accounts made and changed at the terminal; nothing secret is an argument."""

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.domain.access.accounts import LOCAL
from data.access.accounts import NewAccount, account_named, add, password_of
from data.access.hashing import Hashing
from data.audit.reading import EVERY_LINE, page
from data.engine import open_engine

Say = Callable[..., tuple[int, str, str]]


@pytest.fixture
def url(published_url: str, tmp_path: Path) -> str:
    """Sampleshire in it, so that no command has to make it first."""
    shutil.copyfile(published_url.removeprefix("sqlite:///"), tmp_path / "outturn.db")
    return f"sqlite:///{tmp_path / 'outturn.db'}"


@pytest.fixture
def say(url: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Say:
    monkeypatch.setenv("OUTTURN_DATABASE", url)

    def said(*words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main(["user", *words])
        out, err = capsys.readouterr()
        return code, out, err

    return said


def opens(url: str, name: str, password: str) -> bool:
    engine = open_engine(url)
    found = account_named(engine, name)
    assert found is not None
    kept = password_of(engine, found.number, datetime.now(UTC))
    engine.dispose()
    return Hashing().verifies(kept, password)


def test_an_account_is_made_with_a_password_that_is_shown_once(say: Say, url: str) -> None:
    code, out, _ = say("add", "a.officer", "--role", "analyst", "--partnership", "derby", "--shown", "A. Officer")
    first, second = out.splitlines()
    assert (code, first) == (0, "a.officer may sign in: analyst:derby.")
    assert second.startswith("Password for the first sign-in, within 72 hours, where it has to be changed: ")
    password = second.rsplit(" ", 1)[1]
    assert opens(url, "a.officer", password)
    assert password not in say("list", "--json")[1]
    [listed] = json.loads(say("list", "--json")[1])
    assert (listed["name"], listed["shown"], listed["grants"]) == ("a.officer", "A. Officer", ["analyst:derby"])
    code, out, _ = say("reset", "A.OFFICER")
    assert (code, opens(url, "a.officer", password)) == (0, False)
    assert opens(url, "a.officer", out.split()[-1])


def test_roles_are_changed_and_an_account_is_disabled_and_enabled(say: Say) -> None:
    say("add", "a.officer", "--role", "reader")
    assert say("role", "a.officer", "--role", "chair:derby", "--role", "reader")[:2] == (
        0,
        "a.officer is now: chair:derby, reader.\n",
    )
    assert say("role", "a.officer", "--role", "none")[1] == "a.officer is now: without a role.\n"
    assert say("disable", "a.officer")[1] == "a.officer can sign in no more.\n"
    assert say("list")[1] == "a.officer (local): without a role, disabled; last seen never\n"
    assert say("enable", "a.officer")[1] == "a.officer may sign in again.\n"


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (("add", "b", "--role", "boss"), "There is no role boss; there are reader, analyst, chair, administrator."),
        (("add", "b", "--role", "reader", "--partnership", "leeds"), "There is no partnership leeds; there are derby"),
        (("add", "A.Officer", "--role", "reader"), "There is an account A.Officer already."),
        (("add", " ", "--role", "reader"), "A name has 1 to 100 letters"),
        (("role", "b", "--role", "reader"), "There is no account b: outturn user list shows"),
        (("disable", "b"), "There is no account b"),
        (("reset", "b"), "There is no account b"),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(say: Say, words: tuple[str, ...], fault: str) -> None:
    say("add", "a.officer", "--role", "reader")
    before = say("list")[1]
    code, out, err = say(*words)
    assert (code, out) == (1, "")
    assert err.startswith(fault)
    assert say("list")[1] == before


def test_people_of_a_provider_are_not_made_here_and_have_no_password_here(
    say: Say, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OUTTURN_SIGN_IN", "oidc")
    assert say("add", "a", "--role", "reader")[2].startswith("People are known to Outturn when they first sign in")
    monkeypatch.setenv("OUTTURN_SIGN_IN", "proxy")
    assert say("add", "a", "--role", "reader")[1] == "a may sign in: reader.\n"
    assert say("reset", "a")[2] == "a signs in elsewhere (proxy): Outturn keeps no password of theirs.\n"


def test_who_was_seen_is_listed_with_the_minute(say: Say, url: str) -> None:
    engine = open_engine(url)
    add(engine, NewAccount("a", LOCAL), datetime.now(UTC))
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE account SET seen = '2026-05-04T09:30:00+00:00'")
    engine.dispose()
    assert say("list")[1] == "a (local): without a role; last seen 2026-05-04 09:30\n"


def test_what_is_done_to_an_account_is_told_in_the_audit_trail_without_a_password(say: Say, url: str) -> None:
    password = say("add", "a.officer", "--role", "reader")[1].split()[-1]
    say("role", "a.officer", "--role", "chair:derby", "--role", "reader")
    say("role", "a.officer", "--role", "none")
    for action in ("disable", "enable", "reset"):
        say(action, "a.officer")
    engine = open_engine(url)
    found = [*reversed(page(engine, EVERY_LINE))]
    engine.dispose()
    assert [(line.deed, line.before, line.after) for line in found] == [
        ("account added", "", "reader"),
        ("role granted", "reader", "chair:derby, reader"),
        ("role withdrawn", "chair:derby, reader", "without a role"),
        ("account disabled", "", ""),
        ("account changed", "", "enabled"),
        ("account reset", "", ""),
    ]
    assert {(line.subject, line.way) for line in found} == {("a.officer", "command")}
    assert password not in str(found)
