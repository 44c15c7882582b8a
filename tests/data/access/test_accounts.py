"""Accounts and their passwords, on both engines."""

from datetime import UTC, datetime, timedelta

import pytest
from argon2 import PasswordHasher
from sqlalchemy import Engine, select

from dashboard.domain.access.accounts import LOCAL, OIDC
from dashboard.domain.access.people import Grant, Role
from dashboard.domain.errors import RefusedAccount
from data.access.accounts import (
    NewAccount,
    account_named,
    account_numbered,
    account_of_subject,
    accounts,
    add,
    disable,
    give,
    password_of,
    rehash,
    rename,
    set_password,
)
from data.access.hashing import Hashing, HashingBusy, made_up
from data.tables.access import account

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
DERBY = Grant(Role.ANALYST, "derby")
QUICK = Hashing(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


def test_an_account_is_kept_with_its_roles_and_found_by_any_way_of_writing_its_name(engine: Engine) -> None:
    made = add(engine, NewAccount(" A.Officer ", LOCAL, shown="A. Officer", grants=(DERBY,)), NOW)
    found = account_named(engine, "a.OFFICER")
    assert found == made == account_numbered(engine, made.number)
    assert (made.name, made.shown, made.grants, made.seen) == ("A.Officer", "A. Officer", (DERBY,), "")
    assert accounts(engine) == [made]
    assert account_named(engine, "b.officer") is None


def test_a_name_is_given_once(engine: Engine) -> None:
    add(engine, NewAccount("a.officer", LOCAL), NOW)
    with pytest.raises(RefusedAccount, match=r"There is an account A\.OFFICER already"):
        add(engine, NewAccount("A.OFFICER", OIDC, issuer="https://login.example", subject="7"), NOW)
    assert len(accounts(engine)) == 1


def test_whom_a_provider_tells_of_is_found_by_issuer_and_subject_together(engine: Engine) -> None:
    made = add(engine, NewAccount("a", OIDC, issuer="https://one.example", subject="7"), NOW)
    assert account_of_subject(engine, "https://one.example", "7") == made
    assert account_of_subject(engine, "https://two.example", "7") is None
    assert account_of_subject(engine, "https://one.example", "8") is None
    rename(engine, made.number, "A. Married", "a@one.example")
    again = account_numbered(engine, made.number)
    assert again is not None
    assert (again.shown, again.email) == ("A. Married", "a@one.example")


def test_roles_are_given_anew_and_not_added(engine: Engine) -> None:
    made = add(engine, NewAccount("a", LOCAL, grants=(DERBY,)), NOW)
    give(engine, made.number, (Grant(Role.CHAIR), Grant(Role.READER)), NOW)
    again = account_named(engine, "a")
    assert again is not None
    assert again.grants == (Grant(Role.CHAIR), Grant(Role.READER))


def test_a_password_that_we_made_up_ends_after_three_days_and_has_to_be_changed(engine: Engine) -> None:
    made = add(engine, NewAccount("a", LOCAL, one_time="hash"), NOW)
    again = account_named(engine, "a")
    assert again is not None
    assert again.must_change
    assert password_of(engine, made.number, NOW + timedelta(hours=71)) == "hash"
    assert password_of(engine, made.number, NOW + timedelta(hours=73)) == ""
    set_password(engine, made.number, "own", NOW)
    again = account_named(engine, "a")
    assert again is not None
    assert not again.must_change
    assert password_of(engine, made.number, NOW + timedelta(days=3650)) == "own"
    rehash(engine, made.number, "own, stronger")
    assert password_of(engine, made.number, NOW) == "own, stronger"


def test_a_disabled_account_is_opened_by_no_password(engine: Engine) -> None:
    made = add(engine, NewAccount("a", LOCAL, one_time="hash"), NOW)
    disable(engine, made.number, NOW, disabled=True)
    assert password_of(engine, made.number, NOW) == ""
    disable(engine, made.number, NOW, disabled=False)
    assert password_of(engine, made.number, NOW) == "hash"
    assert password_of(engine, 99, NOW) == ""


def test_a_password_is_kept_as_argon2id_and_nothing_else_opens_it(engine: Engine) -> None:
    kept = Hashing().hashed("kettle harbour violin")
    add(engine, NewAccount("a", LOCAL, one_time=kept), NOW)
    with engine.connect() as connection:
        [row] = connection.execute(select(account)).all()
    assert "kettle" not in str(row)
    assert kept.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert Hashing().verifies(kept, "kettle harbour violin")
    assert not Hashing().verifies(kept, "kettle harbour violin ")
    assert not Hashing().verifies("", "kettle harbour violin")
    assert not Hashing().verifies("no hash at all", "kettle harbour violin")


def test_a_hash_of_other_parameters_is_known_as_outdated() -> None:
    assert Hashing().is_outdated(QUICK.hashed("x"))
    assert not Hashing().is_outdated(Hashing().hashed("x"))


def test_who_finds_every_turn_taken_is_told_so() -> None:
    hashing = Hashing(patience=0.01)
    with hashing._turn(), hashing._turn(), pytest.raises(HashingBusy, match="try again in a minute"):
        hashing.verifies("", "x")
    assert not hashing.verifies("", "x")


def test_a_password_that_we_make_up_is_long_and_never_the_same() -> None:
    made = {made_up() for _ in range(50)}
    assert (len(made), {len(item) for item in made}) == (50, {24})
    assert set("".join(made)) <= set("-abcdefghjkmnpqrstuvwxyz23456789")
