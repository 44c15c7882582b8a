"""Gives a test the product as a county serves it, with accounts of its own, and somebody who signs in there."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from argon2 import PasswordHasher
from flask.testing import FlaskClient
from sqlalchemy import Engine
from werkzeug.test import TestResponse

from dashboard.app import ENGINES, create_app
from dashboard.domain.access.accounts import LOCAL
from dashboard.domain.access.people import Grant, Role
from dashboard.settings import Settings, SignIn
from data.access.accounts import NewAccount, add, set_password
from data.access.hashing import Hashing
from tests.engines import sample_file

KEY = "k" * 32
PASSWORD = "kettle harbour violin"
QUICK = Hashing(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)).hashed(PASSWORD)
ADMINISTRATOR, READER = Grant(Role.ADMINISTRATOR), Grant(Role.READER)
LOCAL_SIGN_IN = SignIn(LOCAL)


class Site:
    """The product with its database; each client of it is another browser."""

    def __init__(self, settings: Settings) -> None:
        self.server = create_app(settings).server
        self.engines = self.server.extensions[ENGINES]
        self.engine: Engine = self.engines.pages

    def browser(self) -> FlaskClient:
        found: FlaskClient = self.server.test_client()
        return found

    def account(self, name: str, *grants: Grant, way: str = LOCAL, one_time: bool = False) -> int:
        """An account with its PASSWORD, kept by a hash that is quick to check."""
        new = NewAccount(name, way, shown=name.title(), grants=grants, one_time=QUICK if one_time else "")
        number = add(self.engine, new, datetime.now(UTC)).number
        if way == LOCAL and not one_time:
            set_password(self.engine, number, QUICK, datetime.now(UTC))
        return number

    def signed_in(self, name: str, *grants: Grant) -> FlaskClient:
        self.account(name, *grants)
        browser = self.browser()
        assert sign_in(browser, name).status_code == 303
        return browser


def sign_in(browser: FlaskClient, name: str, password: str = PASSWORD, **more: str) -> TestResponse:
    browser.get("/sign-in")
    return browser.post("/sign-in", data={"name": name, "password": password, **more})


@contextmanager
def site(folder: Path, asked: SignIn = LOCAL_SIGN_IN, **others: object) -> Iterator[Site]:
    (folder / "outturn.db").write_bytes(sample_file())
    settings = Settings(f"sqlite:///{folder / 'outturn.db'}", folder / "originals", secret_key=KEY, sign_in=asked)
    made = Site(replace(settings, **others))  # type: ignore[arg-type]
    yield made
    made.engines.dispose()
