"""Knows what `outturn user` does: accounts made, given roles, disabled, reset and listed."""

import argparse
import json
from dataclasses import asdict
from datetime import UTC, datetime

from sqlalchemy import Engine

from dashboard.domain.access.accounts import Account, grants_of, spelled
from dashboard.domain.access.deeds import Deed, DeedKind
from dashboard.domain.access.people import Grant
from dashboard.domain.errors import RefusedAccount
from data.access.accounts import (
    LOCAL,
    OIDC,
    ONE_TIME,
    NewAccount,
    account_named,
    accounts,
    add,
    disable,
    give,
    set_password,
)
from data.access.hashing import Hashing, made_up
from data.audit.recording import record
from data.store import SqlStore

DONE = 0
HOURS = int(ONE_TIME.total_seconds() // 3600)
BY_PROVIDER = (
    "People are known to Outturn when they first sign in through your provider: let {name} sign in once, "
    "then give a role with outturn user role."
)
STATES = {"disable": (DeedKind.ACCOUNT_DISABLED, ""), "enable": (DeedKind.ACCOUNT_CHANGED, "enabled")}
NO_PASSWORD = "{name} signs in elsewhere ({way}): Outturn keeps no password of theirs."


def user_command(engine: Engine, asked: argparse.Namespace, way: str) -> int:
    """Do one action of `outturn user`, where people sign in in this *way*; raises RefusedAccount."""
    if asked.action == "list":
        return _list(engine, as_json=asked.as_json)
    if asked.action == "add":
        return _add(engine, asked, way or LOCAL)
    found = _known(engine, asked.name)
    if asked.action == "role":
        _give(engine, found, _grants(engine, asked))
    elif asked.action == "reset":
        _reset(engine, found)
    else:
        disable(engine, found.number, disabled=asked.action == "disable")
        _tell(engine, *STATES[asked.action], found)
        print(f"{found.name} {'may sign in again' if asked.action == 'enable' else 'can sign in no more'}.")
    return DONE


def _give(engine: Engine, found: Account, grants: tuple[Grant, ...]) -> None:
    give(engine, found.number, grants)
    now = _known(engine, found.name)
    is_more = len(now.grants) >= len(found.grants)
    kind = DeedKind.ROLE_GRANTED if is_more else DeedKind.ROLE_WITHDRAWN
    record(engine, Deed(kind, found.name, before=_roles(found), after=_roles(now)), datetime.now(UTC))
    print(f"{found.name} is now: {_roles(now)}.")


def _tell(engine: Engine, kind: DeedKind, after: str, account: Account) -> None:
    """Tell the audit trail what became of an *account*."""
    record(engine, Deed(kind, account.name, after=after), datetime.now(UTC))


def _known(engine: Engine, name: str) -> Account:
    found = account_named(engine, name)
    if found is None:
        raise RefusedAccount(f"There is no account {name}: outturn user list shows those that there are.")
    return found


def _grants(engine: Engine, asked: argparse.Namespace) -> tuple[Grant, ...]:
    return grants_of(asked.roles, asked.partnerships, [item.slug for item in SqlStore(engine).partnerships()])


def _add(engine: Engine, asked: argparse.Namespace, way: str) -> int:
    if way == OIDC:
        raise RefusedAccount(BY_PROVIDER.format(name=asked.name))
    given, password = _grants(engine, asked), made_up() if way == LOCAL else ""
    one_time = Hashing().hashed(password) if password else ""
    new = NewAccount(asked.name, way, shown=asked.shown, grants=given, one_time=one_time)
    made = add(engine, new, datetime.now(UTC))
    _tell(engine, DeedKind.ACCOUNT_ADDED, _roles(made), made)
    print(f"{made.name} may sign in: {_roles(made)}.")
    _say(password)
    return DONE


def _reset(engine: Engine, found: Account) -> None:
    if found.way != LOCAL:
        raise RefusedAccount(NO_PASSWORD.format(name=found.name, way=found.way))
    password = made_up()
    set_password(engine, found.number, Hashing().hashed(password), one_time_from=datetime.now(UTC))
    _tell(engine, DeedKind.ACCOUNT_RESET, "", found)
    print(f"{found.name} is signed out everywhere.")
    _say(password)


def _say(password: str) -> None:
    if password:
        print(f"Password for the first sign-in, within {HOURS} hours, where it has to be changed: {password}")


def _roles(of: Account) -> str:
    return ", ".join(map(spelled, of.grants)) or "without a role"


def _list(engine: Engine, *, as_json: bool) -> int:
    found = accounts(engine)
    if as_json:
        rows = [asdict(item) | {"grants": [spelled(grant) for grant in item.grants]} for item in found]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return DONE
    for item in found:
        state = ", disabled" if item.is_disabled else ""
        print(
            f"{item.name} ({item.way}): {_roles(item)}{state}; last seen {item.seen[:16].replace('T', ' ') or 'never'}"
        )
    return DONE
