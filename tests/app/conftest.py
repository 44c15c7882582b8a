"""The whole product on the published figures, asked through the web server's own test client."""

from collections.abc import Iterator

import pytest
from dash import Dash
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.settings import Settings


@pytest.fixture(scope="session")
def app(published_url: str) -> Dash:
    return create_app(Settings(database=published_url, secret_key="known"))


@pytest.fixture
def client(app: Dash) -> Iterator[FlaskClient]:
    with app.server.test_client() as client:
        yield client
