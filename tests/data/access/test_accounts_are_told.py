"""What is done to an account and its line in the audit trail are one: neither is kept without the other."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from types import MappingProxyType

import pytest
from sqlalchemy import Engine, select, text
from sqlalchemy.exc import DBAPIError

from dashboard.domain.access.accounts import LOCAL
from dashboard.domain.access.people import Grant, Role
from data.access.accounts import NewAccount, account_named, add, disable, give, set_password
from data.access.sessions import begin, end_all, sign_out
from data.audit.acting import acting
from data.audit.reading import EVERY_LINE, page
from data.tables.access import account, account_grant, session
from tests.data.audit.trail import JONES

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
READER, DERBY = Grant(Role.READER), Grant(Role.ANALYST, "derby")
Deed = Callable[[Engine, int, str], object]
Line = tuple[str, str, str, str]  # deed, subject, before, after
DEEDS: Mapping[str, tuple[Deed, Line]] = MappingProxyType(
    {
        "added": (
            lambda engine, number, token: add(engine, NewAccount("b", LOCAL, grants=(READER, DERBY)), NOW),
            ("account added", "b", "", "reader, analyst:derby"),
        ),
        "given a role": (
            lambda engine, number, token: give(engine, number, (READER, DERBY), NOW),
            ("role granted", "a", "reader", "reader, analyst:derby"),
        ),
        "without a role": (
            lambda engine, number, token: give(engine, number, (), NOW),
            ("role withdrawn", "a", "reader", "without a role"),
        ),
        "disabled": (
            lambda engine, number, token: disable(engine, number, NOW, disabled=True),
            ("account disabled", "a", "", ""),
        ),
        "reset": (
            lambda engine, number, token: set_password(engine, number, "made up", NOW, one_time=True),
            ("account reset", "a", "", ""),
        ),
        "a new password": (
            lambda engine, number, token: set_password(engine, number, "own", NOW),
            ("account changed", "a", "", "a new password"),
        ),
        "signed out": (
            lambda engine, number, token: sign_out(engine, token, number, NOW),
            ("signed out", "a", "", ""),
        ),
        "signed out everywhere": (
            lambda engine, number, token: end_all(engine, number, NOW),
            ("signed out", "a", "", "everywhere"),
        ),
    }
)


@pytest.fixture
def known(engine: Engine) -> tuple[int, str]:
    """The number of an account, and the token of a browser that is signed in as it."""
    number = add(engine, NewAccount("a", LOCAL, grants=(READER,), one_time="hash"), NOW).number
    return number, begin(engine, number, "10.0.0.7", NOW)


def kept(engine: Engine) -> list[list[tuple[object, ...]]]:
    """Every row on accounts, their roles and sessions."""
    with engine.connect() as connection:
        tables = (account, account_grant, session)
        return [sorted((tuple(row) for row in connection.execute(select(table))), key=repr) for table in tables]


@pytest.mark.parametrize(("deed", "line"), DEEDS.values(), ids=DEEDS)
def test_a_deed_leaves_one_line_by_whoever_acts(engine: Engine, known: tuple[int, str], deed: Deed, line: Line) -> None:
    before, rows = len(page(engine, EVERY_LINE)), kept(engine)
    with acting(JONES):
        deed(engine, *known)
    newest, *others = page(engine, EVERY_LINE)
    assert (newest.deed, newest.subject, newest.before, newest.after) == line
    assert (newest.name, newest.origin, len(others)) == (JONES.name, JONES.origin, before)
    assert kept(engine) != rows


@pytest.mark.parametrize(("deed", "_line"), DEEDS.values(), ids=DEEDS)
def test_a_line_that_cannot_be_written_takes_the_change_back(
    engine: Engine, known: tuple[int, str], deed: Deed, _line: Line
) -> None:
    before = kept(engine)
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE audit"))
    with pytest.raises(DBAPIError, match="audit"):
        deed(engine, *known)
    assert kept(engine) == before


def test_letting_somebody_sign_in_again_is_told_and_taken_back_in_the_same_way(
    engine: Engine, known: tuple[int, str]
) -> None:
    number, _ = known
    disable(engine, number, NOW, disabled=True)
    disable(engine, number, NOW, disabled=False)
    newest = page(engine, EVERY_LINE)[0]
    assert (newest.deed, newest.subject, newest.after) == ("account changed", "a", "enabled")
    disable(engine, number, NOW, disabled=True)
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE audit"))
    with pytest.raises(DBAPIError, match="audit"):
        disable(engine, number, NOW, disabled=False)
    found = account_named(engine, "a")
    assert found is not None
    assert found.is_disabled
