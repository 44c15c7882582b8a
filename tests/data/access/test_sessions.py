"""Who is signed in, until when, and how tries to sign in are slowed down; on both engines."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest
from sqlalchemy import Engine, select

from dashboard.domain.access.accounts import LOCAL
from dashboard.domain.access.people import Grant, Role
from data.access.accounts import NewAccount, account_numbered, add, disable, give, set_password
from data.access.attempts import FREE, network_of, succeeded, try_it
from data.access.sessions import LONGEST, begin, end, end_all, end_one, found, key_of, open_sessions
from data.engine import begin_writing
from data.tables.access import session, sign_in_attempt

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
IDLE = timedelta(minutes=60)
READER, DERBY = Grant(Role.READER), Grant(Role.ANALYST, "derby")
HERE = "10.0.0.7"


@pytest.fixture
def number(engine: Engine) -> int:
    return add(engine, NewAccount("a", LOCAL, grants=(READER,)), NOW).number


def is_in(engine: Engine, token: str, moment: datetime) -> bool:
    return found(engine, token, moment, IDLE) is not None


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def test_a_token_signs_in_and_stands_nowhere_in_the_database(engine: Engine, number: int) -> None:
    token = begin(engine, number, HERE, NOW)
    signed = found(engine, token, NOW, IDLE)
    assert signed is not None
    assert (signed.account.number, signed.account.grants) == (number, (READER,))
    with engine.connect() as connection:
        [row] = connection.execute(select(session)).all()
    assert token not in str(row)
    assert (len(token), row.origin) == (43, HERE)
    for other in ("", "x", token[:-1], row.token):
        assert not is_in(engine, other, NOW)


def test_every_sign_in_has_a_token_of_its_own(engine: Engine, number: int) -> None:
    assert len({begin(engine, number, HERE, NOW) for _ in range(20)}) == 20


def test_a_session_ends_when_nothing_was_asked_for_an_hour(engine: Engine, number: int) -> None:
    token = begin(engine, number, HERE, NOW)
    assert is_in(engine, token, NOW + minutes(59))
    assert is_in(engine, token, NOW + minutes(118))
    assert not is_in(engine, token, NOW + minutes(178))


def test_a_session_ends_after_half_a_day_however_much_is_asked(engine: Engine, number: int) -> None:
    token = begin(engine, number, HERE, NOW)
    for half in range(1, 24):
        assert is_in(engine, token, NOW + half * minutes(30))
    assert not is_in(engine, token, NOW + LONGEST)


def test_that_somebody_was_seen_is_written_once_a_minute(engine: Engine, number: int) -> None:
    token = begin(engine, number, HERE, NOW)
    for seconds, seen in ((20, "09:30:00"), (61, "09:31:01"), (100, "09:31:01")):
        is_in(engine, token, NOW + timedelta(seconds=seconds))
        known = account_numbered(engine, number)
        assert known is not None
        assert known.seen[11:19] == seen


def test_a_request_does_not_wait_to_note_it_while_the_database_is_written(engine: Engine, number: int) -> None:
    if engine.dialect.name == "postgresql":
        pytest.skip("a load locks no table of PostgreSQL that sessions stand in")
    token = begin(engine, number, HERE, NOW)
    with begin_writing(engine):
        assert is_in(engine, token, NOW + minutes(5))
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar() == 10_000


def test_signing_out_ends_one_browser_or_all_of_them(engine: Engine, number: int) -> None:
    desk, phone, tablet = (begin(engine, number, HERE, NOW) for _ in range(3))
    end(engine, desk)
    assert [is_in(engine, token, NOW) for token in (desk, phone, tablet)] == [False, True, True]
    end_all(engine, number, NOW)
    assert not any(is_in(engine, token, NOW) for token in (phone, tablet))


def test_a_disabled_accounts_sessions_die_at_once_and_do_not_come_back(engine: Engine, number: int) -> None:
    token = begin(engine, number, HERE, NOW)
    disable(engine, number, NOW, disabled=True)
    assert not is_in(engine, token, NOW)
    disable(engine, number, NOW, disabled=False)
    assert not is_in(engine, token, NOW)


def test_a_new_password_ends_every_session(engine: Engine, number: int) -> None:
    token = begin(engine, number, HERE, NOW)
    set_password(engine, number, "hash", NOW)
    assert not is_in(engine, token, NOW)


def test_other_roles_hold_at_the_next_request(engine: Engine, number: int) -> None:
    token = begin(engine, number, HERE, NOW)
    give(engine, number, (DERBY,), NOW)
    signed = found(engine, token, NOW, IDLE)
    assert signed is not None
    assert signed.account.grants == (DERBY,)


@pytest.mark.parametrize("roles", [(), (DERBY,), (DERBY, Grant(Role.CHAIR))])
def test_roles_that_a_provider_names_hold_instead_of_those_given_here(
    engine: Engine, number: int, roles: tuple[Grant, ...]
) -> None:
    signed = found(engine, begin(engine, number, HERE, NOW, roles), NOW, IDLE)
    assert signed is not None
    assert signed.account.grants == roles


def waits(engine: Engine, name: str, origin: str, moment: datetime) -> float:
    return try_it(engine, name, origin, moment)[1].total_seconds()


def test_after_five_failures_the_next_try_waits_longer_and_longer(engine: Engine) -> None:
    assert [waits(engine, "a", HERE, NOW) for _ in range(6)] == [0, 0, 0, 0, 0, 30]
    moment = NOW
    for wait in (30, 60, 120, 240):
        moment += timedelta(seconds=wait)
        assert waits(engine, "A ", "10.9.9.9", moment) == 0
        assert waits(engine, "a", HERE, moment) > wait
    assert waits(engine, "b", HERE, moment) == 0


def test_names_that_no_account_has_wait_as_long(engine: Engine, number: int) -> None:
    assert number
    known, unknown = ([waits(engine, name, HERE, NOW) for _ in range(7)] for name in ("a", "nobody"))
    assert known == unknown


def test_failures_are_forgotten_after_the_window_and_by_success(engine: Engine) -> None:
    for _ in range(5):
        waits(engine, "a", HERE, NOW)
    assert waits(engine, "a", HERE, NOW + minutes(16)) == 0
    for _ in range(4):
        waits(engine, "b", HERE, NOW)
    number, _ = try_it(engine, "b", HERE, NOW)
    succeeded(engine, number, "b")
    assert waits(engine, "b", HERE, NOW) == 0


def test_one_address_tries_a_hundred_times_an_hour(engine: Engine) -> None:
    for at in range(100):
        assert waits(engine, f"name {at}", HERE, NOW + timedelta(seconds=at)) == 0
    assert waits(engine, "another", HERE, NOW + minutes(5)) == 55 * 60
    assert waits(engine, "another", "10.0.0.8", NOW + minutes(5)) == 0
    assert waits(engine, "another", HERE, NOW + minutes(61)) == 0


def test_of_many_tries_at_once_no_more_are_free_than_one_by_one(engine: Engine) -> None:
    """Thirty guesses sent together count as they would one after the other."""
    together = Barrier(10)

    def tries(_: int) -> list[float]:
        together.wait()
        return [waits(engine, "a", HERE, NOW) for _ in range(3)]

    with ThreadPoolExecutor(10) as pool:
        found = [wait for some in pool.map(tries, range(10)) for wait in some]
    assert found.count(0) == FREE


def test_tries_hold_no_name_in_words_and_go_after_an_hour(engine: Engine) -> None:
    waits(engine, "my password, typed into the wrong field", HERE, NOW)
    with engine.connect() as connection:
        assert "password" not in str(connection.execute(select(sign_in_attempt)).all())
    waits(engine, "b", HERE, NOW + minutes(61))
    with engine.connect() as connection:
        assert len(connection.execute(select(sign_in_attempt)).all()) == 1


@pytest.mark.parametrize(
    ("origin", "place"),
    [
        ("10.0.0.7", "10.0.0.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("", ""),
        ("unix:", "unix:"),
    ],
)
def test_an_ipv6_customer_is_one_place(origin: str, place: str) -> None:
    assert network_of(origin) == place


def test_ones_own_browsers_are_listed_and_ended_one_by_one(engine: Engine, number: int) -> None:
    other = add(engine, NewAccount("b", LOCAL), NOW).number
    first, second = begin(engine, number, HERE, NOW), begin(engine, number, "10.0.0.8", NOW + minutes(5))
    foreign, later = begin(engine, other, HERE, NOW), NOW + minutes(10)
    listed = open_sessions(engine, number, later, IDLE)
    assert [(item.key, item.origin) for item in listed] == [(key_of(second), "10.0.0.8"), (key_of(first), HERE)]
    assert not open_sessions(engine, number, NOW + minutes(66), IDLE)
    for key in ("", first, key_of(foreign), "x" * 64):
        assert not end_one(engine, number, key, later)
    assert end_one(engine, number, key_of(first), later)
    assert not end_one(engine, number, key_of(first), later)
    assert [is_in(engine, token, later) for token in (first, second, foreign)] == [False, True, True]
