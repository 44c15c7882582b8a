"""Whoever has published reads their own figures: a cookie says how far the database must have come."""

from typing import cast

import pytest
from flask import Flask

from dashboard.web.standbys.choosing import WRITTEN, add_choosing
from data.connections.engines import Engines
from data.connections.standbys import Reads
from tests.data.connections.test_standbys import FakeServer


class NotedReads:
    """Stands for the standbys: notes what each request asks of them."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def choose(self, written: int) -> None:
        self.asked.append(written)


def small(noted: NotedReads | None) -> Flask:
    server, primary = Flask("small"), FakeServer("0/64").engine
    add_choosing(server, Engines(primary, primary, cast(Reads | None, noted)))
    for rule, endpoint in (("/", "/"), ("/load", "load"), ("/drafts", "draft"), ("/other", "other")):
        server.add_url_rule(rule, endpoint, lambda: "said", methods=["GET", "POST"])
    return server


@pytest.mark.parametrize(
    ("method", "path", "noted"),
    [
        ("GET", "/", False),
        ("GET", "/load", True),  # a load may have ended beside it
        ("POST", "/load", True),
        ("POST", "/drafts", True),
        ("POST", "/other", False),
    ],
)
def test_who_may_have_written_is_told_how_far(method: str, path: str, noted: bool) -> None:
    with small(NotedReads()).test_client() as client:
        client.open(path, method=method)
        cookie = client.get_cookie(WRITTEN)
    assert (cookie is not None and cookie.value == "0/64") is noted


@pytest.mark.parametrize(("said", "place"), [("0/64", 0x64), ("", 0), ("0/64; x", 0), ("1" * 99, 0)])
def test_what_was_written_is_asked_for(said: str, place: int) -> None:
    noted = NotedReads()
    with small(noted).test_client() as client:
        client.set_cookie(WRITTEN, said)
        client.get("/")
    assert noted.asked == [place]


def test_without_standbys_nothing_is_asked_or_told() -> None:
    with small(None).test_client() as client:
        client.post("/load")
        assert client.get_cookie(WRITTEN) is None
