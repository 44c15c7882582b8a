"""A database that is away, locked, full or closed: one sentence, what was typed is kept, and then all works again."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from html import unescape
from pathlib import Path

import psycopg
import pytest
from dash import Dash
from flask.testing import FlaskClient
from sqlalchemy import event
from werkzeug.test import TestResponse

from dashboard.app import ENGINES
from dashboard.pages import PAGES
from dashboard.terminal import opening
from dashboard.web.people.forms import FIELD
from data.connections.manners import Manner
from data.connections.trouble import Trouble
from tests.app.bodies import body_of, post, server_callbacks
from tests.web.served import product

BROWSER = {"Accept": "text/html,*/*;q=0.8"}
IMPATIENT = Manner(4, 2, for_connection=0.5, for_lock=0.3, for_answer=20)
ASKS_THE_DATABASE = (
    *(page.path for page in PAGES),
    *("/load", "/enter?partnership=derby", "/indicators?partnership=derby", "/checks?partnership=derby"),
    *("/baselines", "/find?f=burglary", "/figures/1", "/files/1", "/data/tables/1?partnership=derby", "/places.json"),
    *("/template.csv?partnership=derby", "/export/year-end.json", "/find.json?f=a", "/paper.css", "/load/" + "A" * 22),
)
FINDING = {
    "partnership": "warwickshire",
    "words": "Counted “twice” & <mended>\nsince",
    "who": "Jo Bloggs",
    "standing": "explained",
}


@pytest.fixture
def sqlite_app(published_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Dash]:
    monkeypatch.setattr(opening, "PAGES", IMPATIENT)
    file = tmp_path / "own.db"
    file.write_bytes(Path(published_url.removeprefix("sqlite:///")).read_bytes())
    with product(f"sqlite:///{file}", tmp_path / "originals") as app:
        yield app


def assert_troubled(answer: TestResponse, trouble: Trouble) -> None:
    assert (answer.status_code, trouble.wrong.rstrip(".") in answer.text) == (503, True), answer.text[-600:]
    assert answer.headers["Retry-After"] == str(trouble.seconds)
    assert not re.search(r"Traceback|SELECT|sqlite|psycopg|own\.db|/tmp", answer.text)


def finding(app: Dash) -> dict[str, str]:
    """A form that judges the first finding of Warwickshire."""
    page = app.server.test_client().get("/checks?partnership=warwickshire").text
    return FINDING | {"finding": re.findall(r'name="finding" value="([^"]+)"', page)[0]}


def test_while_the_file_is_gone_everything_says_so_and_afterwards_everything_works(
    sqlite_app: Dash, tmp_path: Path
) -> None:
    client, file = sqlite_app.server.test_client(), tmp_path / "own.db"
    file.rename(tmp_path / "aside.db")
    assert_everything_is_away(sqlite_app)
    assert not file.exists()
    (tmp_path / "aside.db").rename(file)
    assert_everything_works(sqlite_app, client)


def assert_everything_is_away(app: Dash) -> None:
    client = app.server.test_client()
    for path in ASKS_THE_DATABASE:
        assert_troubled(client.get(path), Trouble.AWAY)
        page = client.get(path, headers=BROWSER)
        assert_troubled(page, Trouble.AWAY)
        assert f'<a href="{path}">Try again</a>' in unescape(page.text)
    for output in server_callbacks(app):
        if output != "..page.children...outturn.className..":
            assert_troubled(post(client, body_of(app, output, search="?partnership=derby", pathname="/")), Trouble.AWAY)
    assert (client.get("/health/ready").status_code, client.get("/health/live").status_code) == (503, 200)


def assert_everything_works(app: Dash, client: FlaskClient) -> None:
    found = {path: client.get(path).status_code for path in ASKS_THE_DATABASE}
    assert {path for path, status in found.items() if status != 200} <= {"/figures/1", "/files/1", "/load/" + "A" * 22}
    assert not [path for path, status in found.items() if status >= 500]
    for output in server_callbacks(app):
        assert post(client, body_of(app, output, search="?partnership=derby", pathname="/")).status_code == 200
    assert client.get("/health/ready").status_code == 200


@contextmanager
def locked(file: Path) -> Iterator[None]:
    with closing(sqlite3.connect(file)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.rollback()


def test_a_form_that_finds_the_database_locked_keeps_what_was_typed_and_can_be_sent_again(
    sqlite_app: Dash, tmp_path: Path
) -> None:
    client, form = sqlite_app.server.test_client(), finding(sqlite_app)
    with locked(tmp_path / "own.db"):
        answer = client.post("/checks", data=form, headers=BROWSER)
        assert client.get("/checks?partnership=derby").status_code == 200, "who reads is not held up"
    assert_troubled(answer, Trouble.BUSY)
    assert "Nothing was saved." in answer.text
    assert FINDING["words"] in unescape(answer.text)
    again = {name: unescape(said) for name, said in HIDDEN.findall(answer.text) if name != FIELD}
    assert again == form
    assert 'action="/checks"' in answer.text
    assert client.post("/checks", data=again).status_code == 303
    assert "Jo Bloggs" in client.get("/checks?partnership=warwickshire").text


HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')


@pytest.mark.parametrize(("setting", "trouble"), [("query_only=1", Trouble.CLOSED), ("max_page_count=1", Trouble.FULL)])
def test_a_form_that_finds_the_database_full_or_closed_keeps_what_was_typed(
    sqlite_app: Dash, setting: str, trouble: Trouble
) -> None:
    client, form = sqlite_app.server.test_client(), finding(sqlite_app)
    said = [f"{at} {'x' * 290}" for at in range(1 if "query" in setting else 80)]  # the same twice is recorded once
    with spoilt(sqlite_app, setting):
        answers = ((words, client.post("/checks", data=form | {"words": words}, headers=BROWSER)) for words in said)
        failed = next(((words, answer) for words, answer in answers if answer.status_code != 303), None)
    assert failed, "the database never was full"
    words, answer = failed
    assert_troubled(answer, trouble)
    assert words in answer.text
    assert client.post("/checks", data=form).status_code == 303


@contextmanager
def spoilt(app: Dash, setting: str) -> Iterator[None]:
    """The product with every new connection so set."""
    pages = app.server.extensions[ENGINES].pages

    def spoil(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute(f"PRAGMA {setting}")

    with pages.connect() as connection:
        connection.exec_driver_sql("VACUUM")
    pages.dispose()
    event.listen(pages, "connect", spoil)
    yield
    event.remove(pages, "connect", spoil)
    pages.dispose()


@pytest.mark.postgres
def test_a_server_that_ends_connections_or_takes_none_is_answered_for_and_comes_back(
    published_postgres_url: str, tmp_path: Path
) -> None:
    name = published_postgres_url.partition("?")[0].rpartition("/")[2]
    admin = published_postgres_url.replace("+psycopg", "").replace(f"/{name}", "/postgres")
    with product(published_postgres_url, tmp_path) as app, psycopg.connect(admin, autocommit=True) as server:
        client = app.server.test_client()
        ended = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
        for path in ASKS_THE_DATABASE:
            server.execute(ended)
            assert client.get(path).status_code < 500, f"{path}: a connection that was ended is made anew"
        server.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
        server.execute(ended)
        assert_everything_is_away(app)
        server.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
        assert_everything_works(app, client)


def test_when_every_connection_is_taken_a_page_says_so_soon(sqlite_app: Dash) -> None:
    pages = sqlite_app.server.extensions[ENGINES].pages
    taken = [pages.connect() for _ in range(IMPATIENT.connections + IMPATIENT.more)]
    assert_troubled(sqlite_app.server.test_client().get("/checks?partnership=derby"), Trouble.CROWDED)
    for connection in taken:
        connection.close()
    assert sqlite_app.server.test_client().get("/checks?partnership=derby").status_code == 200


def test_the_log_says_what_was_the_matter_and_nothing_of_what_was_asked(
    sqlite_app: Dash, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "own.db").rename(tmp_path / "aside.db")
    sqlite_app.server.test_client().get("/load/" + "t" * 22 + "?partnership=derby")
    assert [item.getMessage() for item in caplog.records] == ["AWAY, asked by loading [GET]"]
