"""Proves that each method has its address, that others have none, and that an empty store is no fault."""

import re
from typing import cast

import pytest
from flask import Flask
from flask.testing import FlaskClient

from dashboard.pages import PAGES
from dashboard.questions.store import Store
from dashboard.reports.methods.registry import METHODS
from dashboard.web.methods import add_methods

NOTHING_HERE = "There is nothing at this address"


class Empty:
    """A store of which nothing is loaded."""

    def partnerships(self) -> tuple[()]:
        return ()


@pytest.mark.parametrize("path", ["/method", *(f"/method/{slug}" for slug in METHODS)])
def test_a_method_page_is_there_whole_and_asks_nobody_else(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.mimetype) == (200, "text/html")
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
    addresses = re.findall(r'(?:src|href)="([^"]+)"', answer.text)
    assert {page.path for page in PAGES if page.in_menu} <= set(addresses)
    assert not [address for address in addresses if not address.startswith(("/", "#"))]


@pytest.mark.parametrize("slug", ["nothing", "STATUS", "status%3Cscript%3E", "x" * 500])
def test_an_unknown_method_is_not_found_in_the_products_own_look(client: FlaskClient, slug: str) -> None:
    answer = client.get(f"/method/{slug}")
    assert (answer.status_code, answer.mimetype) == (404, "text/html")
    assert NOTHING_HERE in answer.text
    assert "outturn.css" in answer.text
    assert "<script>" not in answer.text


def test_every_page_leads_to_the_methods_at_its_foot(client: FlaskClient) -> None:
    assert "'/method'" in str(client.get("/_dash-layout").get_json())
    assert 'href="/method"' in client.get("/load").text


@pytest.mark.parametrize("slug", METHODS)
def test_without_any_figure_a_page_still_explains_its_method(slug: str) -> None:
    server = Flask("methods")
    add_methods(server, cast(Store, Empty()), [])
    answer = server.test_client().get(f"/method/{slug}")
    assert answer.status_code == 200
    assert METHODS[slug].title in answer.text.replace("&#39;", "'")
