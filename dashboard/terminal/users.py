"""Knows what `outturn user` does: accounts made, given roles, disabled, reset and listed."""

import argparse
import json
from dataclasses import asdict
from datetime import UTC, datetime

from sqlalchemy import Engine

from dashboard.domain.access.accounts import LOCAL, OIDC, Account, grants_of, spelled, spelled_all
from dashboard.domain.access.people import Grant
from dashboard.domain.errors import RefusedAccount
from data.access.accounts import ONE_TIME, NewAccount, account_named, accounts, add, disable, give, set_password
from data.access.hashing import Hashing, made_up
from data.store import SqlStore

DONE = 0
HOURS = int(ONE_TIME.total_seconds() // 3600)
BY_PROVIDER = (
    "People are known to Outturn when they first sign in through your provider: let {name} sign in once, "
    "then give a role with outturn user role."
)
NO_PASSWORD = "{name} signs in elsewhere ({way}): Outturn keeps no password of theirs."


def user_command(engine: Engine, asked: argparse.Namespace, way: str) -> int:
    """Do one action of `outturn user`, where people sign in in this *way*; raises RefusedAccount."""
    if asked.action == "list":
        return _list(engine, as_json=asked.as_json)
    if asked.action == "add":
        return _add(engine, asked, way or LOCAL)
    found = _known(engine, asked.name)
    if asked.action == "role":
        given = _grants(engine, asked)
        give(engine, found.number, given, datetime.now(UTC))
        print(f"{found.name} is now: {spelled_all(given)}.")
    elif asked.action == "reset":
        _reset(engine, found)
    else:
        disable(engine, found.number, datetime.now(UTC), disabled=asked.action == "disable")
        print(f"{found.name} {'may sign in again' if asked.action == 'enable' else 'can sign in no more'}.")
    return DONE


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
    print(f"{made.name} may sign in: {spelled_all(made.grants)}.")
    _say(password)
    return DONE


def _reset(engine: Engine, found: Account) -> None:
    if found.way != LOCAL:
        raise RefusedAccount(NO_PASSWORD.format(name=found.name, way=found.way))
    password = made_up()
    set_password(engine, found.number, Hashing().hashed(password), datetime.now(UTC), one_time=True)
    print(f"{found.name} is signed out everywhere.")
    _say(password)


def _say(password: str) -> None:
    if password:
        print(f"Password for the first sign-in, within {HOURS} hours, where it has to be changed: {password}")


def _list(engine: Engine, *, as_json: bool) -> int:
    found = accounts(engine)
    if as_json:
        rows = [asdict(item) | {"grants": [spelled(grant) for grant in item.grants]} for item in found]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return DONE
    for item in found:
        state = ", disabled" if item.is_disabled else ""
        seen = item.seen[:16].replace("T", " ") or "never"
        print(f"{item.name} ({item.way}): {spelled_all(item.grants)}{state}; last seen {seen}")
    return DONE
