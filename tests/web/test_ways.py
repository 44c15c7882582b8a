"""Plain pages lead on to the partnership they were asked for, and offer a list where none was named."""

import re

import pytest
from flask.testing import FlaskClient

PLAIN = ("/method", "/method/status", "/help/chair", "/load", "/checks", "/enter", "/indicators")


def ways(client: FlaskClient, path: str) -> set[str]:
    """The queries of the links to every page."""
    return {query for _, query in re.findall(r'<a href="/([a-z-]*)(\??[^"]*)" class="nav-link"', client.get(path).text)}


@pytest.mark.parametrize("path", PLAIN)
def test_a_plain_page_leads_to_every_page_of_its_partnership(client: FlaskClient, path: str) -> None:
    assert ways(client, f"{path}?partnership=derby") == {"?partnership=derby"}
    assert ways(client, path) == {""}


@pytest.mark.parametrize("asked", ["Derby City", "derby%22%3E", "../derby", "-", "derby--x"])
def test_only_an_address_can_be_kept(client: FlaskClient, asked: str) -> None:
    assert ways(client, f"/method?partnership={asked}") == {""}


@pytest.mark.parametrize(
    ("path", "way"),
    [
        ("/checks", "/checks?partnership=shropshire"),
        ("/baselines?partnership=warwickshire", "/baselines?partnership=warwickshire&amp;indicator=ni-47"),
        ("/baselines", "/baselines?partnership=warwickshire&amp;indicator=ni-47"),
        ("/baselines?partnership=derby", "/baselines?partnership=warwickshire&amp;indicator=ni-47"),
    ],
)
def test_a_page_that_needs_to_know_more_offers_what_there_is(client: FlaskClient, path: str, way: str) -> None:
    listed = client.get(path)
    assert listed.status_code == 200
    assert f'href="{way}"' in listed.text
    assert client.get(way.replace("&amp;", "&")).status_code == 200


def test_a_partnership_that_is_not_there_has_nothing_to_choose(client: FlaskClient) -> None:
    assert client.get("/baselines?partnership=nowhere").status_code == 404
    assert client.get("/checks?partnership=nowhere").status_code == 404
