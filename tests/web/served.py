"""Knows how to give a test the product on a database of its own, and to let every connection go."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dash import Dash
from flask.testing import FlaskClient
from sqlalchemy import Engine

from dashboard.app import ENGINES, create_app
from dashboard.settings import Settings


@contextmanager
def product(url: str, originals: Path | str) -> Iterator[Dash]:
    """The product on the database at *url*."""
    app = create_app(Settings(url, originals, secret_key="known"))
    yield app
    app.server.extensions[ENGINES].dispose()


@contextmanager
def served(url: str, originals: Path | str) -> Iterator[FlaskClient]:
    """A client of it."""
    with product(url, originals) as app, app.server.test_client() as client:
        yield client


def client_of(engine: Engine, tmp_path: Path, *, uploads: bool = True) -> FlaskClient:
    """A client of the product on *engine*; loaded files lie in *tmp_path*."""
    url = engine.url.render_as_string(hide_password=False)
    originals = tmp_path / "originals"
    app = create_app(Settings(url, originals, uploads=uploads, secret_key="known"))
    client: FlaskClient = app.server.test_client()
    return client
