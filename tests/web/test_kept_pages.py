"""A page, and what Dash draws it from, are made once for an address and a state of the data."""

import re
from datetime import date
from typing import cast

import brotli  # type: ignore[import-untyped]
import pytest
from flask.testing import FlaskClient

from dashboard.app import build
from dashboard.questions.store import Store
from dashboard.settings import Settings

PAGES_KEPT = ("/year-end", "/_dash-layout")


@pytest.mark.parametrize("path", PAGES_KEPT)
def test_a_page_and_what_it_is_drawn_from_are_made_once_for_an_address(store: Store, path: str) -> None:
    counted = Counting(store)
    client = build(cast(Store, counted), Settings(database="not opened")).server.test_client()

    def asked(view: str) -> tuple[str, str]:
        address = f"{path}?{view}" if path == "/year-end" else path
        answer = client.get(address, headers={"Referer": f"http://localhost/year-end?{view}"})
        # Dash's own number is never the same, and the data version stands at the foot of a page.
        return answer.mimetype, re.sub(r'"end_id":"[^"]+"|(?<=Data version ).{1,90}?[0-9a-f]{7}', "", answer.text)

    first, other = asked("partnership=derby"), asked("partnership=warwickshire")
    before = counted.asked
    assert (asked("partnership=derby"), asked("partnership=warwickshire")) == (first, other)
    assert counted.asked == before
    assert first[1] != other[1]
    assert first[0] == ("text/html" if path == "/year-end" else "application/json")
    counted.moved = "2"
    assert asked("partnership=derby") == first
    assert counted.asked > before


class Counting:
    """A store that counts what it is asked, and has the data version that it is told."""

    def __init__(self, store: Store) -> None:
        self._store, self.asked, self.moved = store, 0, ""

    def version(self) -> str:
        return self._store.version() + self.moved

    def day(self) -> date:
        return self._store.day()

    def as_at(self, day: date | None) -> "Counting":
        assert day is None
        return self

    def __getattr__(self, name: str) -> object:
        self.asked += 1
        return getattr(self._store, name)


def test_an_address_that_is_no_page_is_not_kept(client: FlaskClient) -> None:
    assert client.get("/nothing?partnership=derby").status_code == 404
    assert client.get("/nothing?partnership=derby").status_code == 404


def test_a_page_is_packed_as_the_browser_likes(client: FlaskClient) -> None:
    plain = client.get("/plan?partnership=derby")
    packed = client.get("/plan?partnership=derby", headers={"Accept-Encoding": "br"})
    assert packed.headers["Content-Encoding"] == "br"
    assert brotli.decompress(packed.data) == plain.data
    assert packed.headers["Cache-Control"] == "no-store"
    assert "Content-Security-Policy" in packed.headers
