"""Pages wait for a lock, an answer and a connection as long as a reader would; loads as long as it takes."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, Engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, TimeoutError

from data.connections.manners import LOADS, PAGES, Manner, postgresql_arguments
from data.connections.trouble import Trouble, trouble_of
from data.engine import alone, open_engine

QUICK = Manner(1, 0, for_connection=0.1, for_lock=0.2, for_answer=2)


@pytest.fixture
def engine(store_url: str) -> Iterator[Engine]:
    engine = open_engine(store_url, QUICK)
    yield engine
    engine.dispose()


def test_who_finds_no_connection_free_is_told_so_soon(engine: Engine) -> None:
    with engine.connect(), pytest.raises(TimeoutError) as raised:
        engine.connect()
    assert trouble_of(raised.value) is Trouble.CROWDED
    with engine.connect() as connection:
        assert connection.execute(text("SELECT 1")).scalar() == 1


def test_who_writes_while_somebody_else_does_is_told_so_soon(engine: Engine, store_url: str) -> None:
    other = open_engine(store_url)
    with (
        other.connect() as writing,
        alone(writing),
        engine.connect() as connection,
        pytest.raises(DBAPIError) as raised,
    ):
        begin(connection)
    other.dispose()
    assert trouble_of(raised.value) is Trouble.BUSY


def begin(connection: Connection) -> None:
    with alone(connection):
        pytest.fail("two wrote at once")


@pytest.mark.postgres
def test_a_statement_that_takes_too_long_is_given_up(postgres_url: str) -> None:
    engine = open_engine(postgres_url, QUICK)
    with engine.connect() as connection, pytest.raises(DBAPIError) as raised:
        connection.execute(text("SELECT pg_sleep(60)"))
    engine.dispose()
    assert trouble_of(raised.value) is Trouble.SLOW


@pytest.mark.postgres
@pytest.mark.parametrize(("manner", "said"), [(PAGES, ("30s", "5s")), (LOADS, ("0", "0"))])
def test_what_a_server_is_told(postgres_url: str, manner: Manner, said: tuple[str, str]) -> None:
    engine = open_engine(postgres_url, manner)
    with engine.connect() as connection:
        assert (
            connection.execute(text("SHOW statement_timeout")).scalar(),
            connection.execute(text("SHOW lock_timeout")).scalar(),
        ) == said
    engine.dispose()


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("postgresql://u@db.county.example/o", ("verify-full", "system")),
        ("postgresql://u@10.0.0.7:5433/o", ("verify-full", "system")),
        ("postgresql://u@/o?host=db.county.example", ("verify-full", "system")),
        ("postgresql://u@db.county.example/o?sslrootcert=county.pem", ("verify-full", None)),
        ("postgresql://u@db/o?sslmode=disable", (None, None)),
        ("postgresql://u@localhost/o", (None, None)),
        ("postgresql://u@127.0.0.1/o", (None, None)),
        ("postgresql:///o?host=/run/postgresql", (None, None)),
    ],
)
def test_a_server_on_another_machine_proves_who_it_is(address: str, said: tuple[str | None, str | None]) -> None:
    told = postgresql_arguments(make_url(address), PAGES)
    assert (told.get("sslmode"), told.get("sslrootcert")) == said


def test_what_the_address_says_goes_before() -> None:
    url = make_url("postgresql://u@h/db?options=-c%20statement_timeout%3D7&connect_timeout=9")
    said = postgresql_arguments(url, PAGES)
    assert said["options"] == "-c lock_timeout=5000 -c statement_timeout=30000 -c statement_timeout=7"
    assert "connect_timeout" not in said
