"""Knows how often somebody tried to sign in and how long the next has to wait: in the database, for all workers."""

import hashlib
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address, ip_network

from sqlalchemy import Connection, Engine, delete, func, insert, select, text, update

from dashboard.domain.access.accounts import same_name
from data.access.accounts import written
from data.tables.access import sign_in_attempt as attempt

FREE = 5  # failures of one name within the window, before the next has to wait
WINDOW = timedelta(minutes=15)
FIRST_WAIT = timedelta(seconds=30)  # doubled by each failure more
MOST_OF_AN_ADDRESS = 100  # tries
HOUR = timedelta(hours=1)
TRY_LOCK = 815_2013  # its name on PostgreSQL: another one than that of loads, which may be long


def try_it(engine: Engine, name: str, origin: str, now: datetime) -> tuple[int, timedelta]:
    """Note a try, as failed until it succeeds, and return its number; where it has to wait, zero and how long."""
    known, place = _kept(name), network_of(origin)
    with engine.connect() as connection:  # whoever has to wait waits for nobody who writes
        if wait := _wait(connection, known, place, now):
            return 0, wait
    with engine.begin() as connection:
        _one_at_a_time(connection)
        if wait := _wait(connection, known, place, now):
            return 0, wait
        connection.execute(delete(attempt).where(attempt.c.moment < written(now - HOUR)))
        row = {"name": known, "origin": place, "moment": written(now), "failed": 1}
        made = connection.execute(insert(attempt).values(row)).inserted_primary_key
        return (int(made[0]) if made else 0), timedelta()


def succeeded(engine: Engine, number: int, name: str) -> None:
    """A try that signed somebody in; the failures before it are forgotten."""
    with engine.begin() as connection:
        ours = (attempt.c.id == number) | (attempt.c.name == _kept(name))
        connection.execute(update(attempt).where(ours).values(failed=0))


def _one_at_a_time(connection: Connection) -> None:
    """Let nobody count while another counts and notes: of many tries at once no more count as free than one by one."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": TRY_LOCK})


def _wait(connection: Connection, known: str, place: str, now: datetime) -> timedelta:
    return max(_of_name(connection, known, now), _of_origin(connection, place, now))


def _of_name(connection: Connection, known: str, now: datetime) -> timedelta:
    since = (attempt.c.name == known) & (attempt.c.failed == 1) & (attempt.c.moment > written(now - WINDOW))
    failures, last = connection.execute(select(func.count(), func.max(attempt.c.moment)).where(since)).one()
    if failures < FREE:
        return timedelta()
    wait: timedelta = min(FIRST_WAIT * 2 ** min(failures - FREE, 10), WINDOW)
    return max(datetime.fromisoformat(last) + wait - now, timedelta())


def _of_origin(connection: Connection, place: str, now: datetime) -> timedelta:
    since = (attempt.c.origin == place) & (attempt.c.moment > written(now - HOUR))
    tries, first = connection.execute(select(func.count(), func.min(attempt.c.moment)).where(since)).one()
    if tries < MOST_OF_AN_ADDRESS:
        return timedelta()
    return max(datetime.fromisoformat(first) + HOUR - now, timedelta(seconds=1))


def network_of(origin: str) -> str:
    """The address that tries are counted by: of IPv6 the network of one customer, who has addresses without end."""
    try:
        found = ip_address(origin)
    except ValueError:
        return origin
    return str(ip_network(f"{found}/64", strict=False)) if isinstance(found, IPv6Address) else origin


def _kept(name: str) -> str:
    return hashlib.sha256(same_name(" ".join(name.split())).encode()).hexdigest()
