"""Every request has a number, in its answer, the log and the page of a fault; no line of the log names anybody."""

import io
import json
import logging
import re
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from dashboard.domain.access.people import Person
from dashboard.serving.logs import JsonLines
from dashboard.web.faults.sentences import answer_faults
from dashboard.web.people.forms import HEADER as FORM
from dashboard.web.watching.measures import Measures
from dashboard.web.watching.metrics import add_metrics
from dashboard.web.watching.told import HEADER, Answered, add_watching, note_kept
from tests.forms import WITHOUT
from tests.web.watching.test_measures import Away

REQUESTS = logging.getLogger("outturn.requests")
JO = Person("account-7", "Jo Officer")


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What the log holds, a line for each request."""
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.setFormatter(JsonLines(["a-long-secret"]))
    REQUESTS.addHandler(handler)
    REQUESTS.setLevel(logging.INFO)
    yield out
    REQUESTS.removeHandler(handler)
    REQUESTS.setLevel(logging.NOTSET)


def small(heard: list[Answered]) -> FlaskClient:
    """A server with a page, an address with a token in it, and one that goes wrong."""
    server = Flask("small")
    add_watching(server, {"/year-end"}, lambda: JO, heard.append)
    answer_faults(server, tuple)

    @server.get("/year-end")
    def page() -> str:
        note_kept(kept=True)
        return "a page"

    server.add_url_rule("/load/<token>", "loading", lambda token: token)
    server.add_url_rule("/_dash-update-component", "callback", lambda: "{}", methods=["POST"])
    server.add_url_rule("/<path:path>", "any", lambda path: ("none", 404))

    @server.get("/broken")
    def broken() -> str:
        raise ValueError("a-long-secret")

    server.config["PROPAGATE_EXCEPTIONS"] = False
    return server.test_client()


def lines(written: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in written.getvalue().splitlines()]


def test_a_line_says_who_what_when_and_how_long_and_no_more(written: io.StringIO) -> None:
    heard: list[Answered] = []
    asked = small(heard).get("/year-end?find=Jo+Bloggs", headers={"X-Forwarded-For": "203.0.113.9"})
    [line] = lines(written)
    assert line.pop("request") == asked.headers[HEADER]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:.]+Z", str(line.pop("time")))
    assert float(str(line.pop("ms"))) < 5_000
    assert line == {
        "account": "account-7",
        "method": "GET",
        "page": "/year-end",
        "kind": "page",
        "status": 200,
        "bytes": 6,
        "kept": True,
        "event": "answered",
        "level": "info",
        "logger": "outturn.requests",
    }
    assert [item.page for item in heard] == ["/year-end"]
    assert not re.search(r"Bloggs|Officer|203\.0", written.getvalue())


@pytest.mark.parametrize(
    ("path", "page"),
    [("/load/AbCdEfGhIjKlMnOp", "/load/<token>"), ("/who/knows\nwhat", "no such address"), ("/broken", "/broken")],
)
def test_no_address_stands_in_the_log_as_it_was_typed(written: io.StringIO, path: str, page: str) -> None:
    small([]).get(path)
    assert [line["page"] for line in lines(written)] == [page]


@pytest.mark.parametrize(
    ("referrer", "page"),
    [("http://localhost/year-end?a=b", "/year-end"), ("http://x/elsewhere", "elsewhere"), ("http://[", "elsewhere")],
)
def test_a_callback_counts_for_the_page_that_asks(referrer: str, page: str) -> None:
    heard: list[Answered] = []
    small(heard).post("/_dash-update-component", headers={"Referer": referrer, FORM: WITHOUT})
    assert [(item.page, item.kind, item.kept) for item in heard] == [(page, "callback", None)]


def test_every_request_has_another_number() -> None:
    client = small([])
    assert len({client.get("/year-end").headers[HEADER] for _ in range(20)}) == 20


def test_the_page_of_a_fault_of_ours_shows_the_number_and_that_of_yours_does_not() -> None:
    client, html = small([]), {"Accept": "text/html"}
    broken = client.get("/broken", headers=html)
    assert broken.status_code == 500
    assert f"Its number in the log: <code>{broken.headers[HEADER]}</code>" in broken.text
    assert "Its number" not in client.post("/year-end", headers=html).text


def test_the_trace_of_a_fault_bears_the_number_and_no_secret() -> None:
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.setFormatter(JsonLines(["a-long-secret"]))
    root = logging.getLogger()
    root.addHandler(handler)
    try:
        number = small([]).get("/broken").headers[HEADER]
    finally:
        root.removeHandler(handler)
    [line] = [json.loads(said) for said in out.getvalue().splitlines()]
    assert (line["request"], line["level"], "ValueError: [secret]" in line["exception"]) == (number, "error", True)


HERE, ELSEWHERE = {"REMOTE_ADDR": "127.0.0.1"}, {"REMOTE_ADDR": "10.0.0.9"}
HANDED_ON = {**HERE, "outturn.handed-on": True}


@pytest.mark.parametrize(
    ("token", "said", "environment", "status"),
    [
        ("", "", HERE, 200),
        ("", "", {"REMOTE_ADDR": "::1"}, 200),
        ("", "", {**ELSEWHERE, "outturn.peer": "127.0.0.1"}, 200),
        ("", "", HANDED_ON, 403),
        ("", "", ELSEWHERE, 403),
        ("", "Bearer ", ELSEWHERE, 403),
        ("known", "Bearer known", ELSEWHERE, 200),
        ("known", "bearer known", HANDED_ON, 200),
        ("known", "Bearer other", ELSEWHERE, 403),
        ("known", "Basic known", ELSEWHERE, 403),
        ("known", "", {"REMOTE_ADDR": "no address"}, 403),
    ],
)
def test_counts_are_read_here_or_with_the_token(
    token: str, said: str, environment: dict[str, object], status: int
) -> None:
    server = Flask("counted")
    add_metrics(server, Measures(), Away(), token)  # type: ignore[arg-type]
    headers = {"Authorization": said} if said else {}
    found = server.test_client().get("/metrics", headers=headers, environ_overrides=environment)
    assert (found.status_code, "outturn_database_up" in found.text) == (status, status == 200)
