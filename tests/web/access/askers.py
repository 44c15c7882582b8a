"""The product with whoever a test says as the one who asks."""

from dataclasses import dataclass
from pathlib import Path

from dash import Dash
from flask.testing import FlaskClient
from sqlalchemy import Engine

from dashboard.app import create_app
from dashboard.domain.access.people import EVERY, PUBLIC, VISITOR, Grant, Person, Role
from dashboard.settings import Settings


def somebody(role: Role, partnership: str = EVERY) -> Person:
    return Person(f"{role} {partnership}", f"{role} of {partnership or 'all'}", (Grant(role, partnership),))


ASKERS = {
    "visitor": VISITOR,
    "visitor of open pages": PUBLIC,
    "without a role": Person("1", "Nobody"),
    "reader of Derby": somebody(Role.READER, "derby"),
    "analyst of Derby": somebody(Role.ANALYST, "derby"),
    "chair of Derby": somebody(Role.CHAIR, "derby"),
    "administrator of Derby": somebody(Role.ADMINISTRATOR, "derby"),
    "reader of nowhere": somebody(Role.READER, "nowhere"),
    "reader": somebody(Role.READER),
    "analyst": somebody(Role.ANALYST),
    "chair": somebody(Role.CHAIR),
    "administrator": somebody(Role.ADMINISTRATOR),
}
#: Holds one role for one partnership, and another for all.
MIXED = Person("mixed", "analyst of Derby who reads all", (Grant(Role.ANALYST, "derby"), Grant(Role.READER)))
EVERY_ASKER = {**ASKERS, MIXED.name: MIXED}


@dataclass
class Asks:
    """Who asks next."""

    person: Person = VISITOR


@dataclass(frozen=True)
class Product:
    """One running product."""

    app: Dash
    client: FlaskClient
    asks: Asks

    def as_(self, asker: str) -> FlaskClient:
        self.asks.person = EVERY_ASKER[asker]
        return self.client


def product(engine: Engine, folder: Path) -> Product:
    """The product on *engine*, asked by nobody yet; loaded files lie in *folder*."""
    url, asks = engine.url.render_as_string(hide_password=False), Asks()
    app = create_app(Settings(url, folder / "originals", secret_key="known"), lambda: asks.person)
    return Product(app, app.server.test_client(), asks)
