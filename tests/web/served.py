"""Knows how to give a test the product on a database of its own, and to let every connection go."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask.testing import FlaskClient

from dashboard.app import ENGINE, create_app
from dashboard.settings import Settings


@contextmanager
def served(url: str, originals: Path) -> Iterator[FlaskClient]:
    """A client of the product on the database at *url*."""
    server = create_app(Settings(url, originals, secret_key="known")).server
    with server.test_client() as client:
        yield client
    server.extensions[ENGINE].dispose()
