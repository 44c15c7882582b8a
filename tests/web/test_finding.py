"""The search answers with a page that needs no script, and with a list for the field in the head."""

import re

import pytest
from flask.testing import FlaskClient

from dashboard.web.finding import MOST_LISTED


def test_the_page_lists_what_fits_and_its_links_lead_there(client: FlaskClient) -> None:
    answer = client.get("/find?q=ni+47&partnership=warwickshire&period=2009-10")
    assert (answer.status_code, answer.mimetype, answer.headers["Cache-Control"]) == (200, "text/html", "no-store")
    assert "1 found for “ni 47”" in answer.text
    way = "/indicator?partnership=warwickshire&amp;indicator=ni-47&amp;period=2009-10"
    assert f'href="{way}"' in answer.text
    assert client.get(way.replace("&amp;", "&")).status_code == 200


@pytest.mark.parametrize(
    "path", ["/find", "/find?q=", "/find?q=xyzzy", "/find?q=%3Cscript%3E", "/find?partnership=nowhere&q=a"]
)
def test_the_page_answers_whatever_is_asked(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert "<script>" not in answer.text.lower()
    assert "<h1" in answer.text


def test_the_list_is_short_and_says_how_many_there_are(client: FlaskClient) -> None:
    found = client.get("/find.json?q=a&partnership=warwickshire").json
    assert found is not None
    assert len(found["found"]) == MOST_LISTED < found["count"]
    assert {"kind", "name", "code", "beside", "href"} == set(found["found"][0])


@pytest.mark.parametrize("asked", ["ni 15", "7.4", "load", "control", "burglary", "x05000018"])
def test_every_listed_address_is_there(client: FlaskClient, asked: str) -> None:
    answer = client.get("/find.json", query_string={"q": asked, "partnership": "sampleshire"})
    assert answer.json is not None
    for item in answer.json["found"]:
        assert client.get(item["href"].partition("#")[0]).status_code == 200


def test_an_action_is_marked_on_its_page(client: FlaskClient) -> None:
    answer = client.get("/find.json?q=7.4&partnership=staffordshire")
    assert answer.json is not None
    assert re.fullmatch(r"/plan\?partnership=staffordshire&period=2010-11#cell-\d+", answer.json["found"][0]["href"])


@pytest.mark.parametrize("path", ["/load?partnership=derby", "/method", "/enter?partnership=derby"])
def test_every_plain_page_has_the_field_and_keeps_its_partnership(client: FlaskClient, path: str) -> None:
    page = client.get(path).text
    assert page.count('id="find"') == 1
    assert ('name="partnership" value="derby"' in page.partition("</header>")[0]) == ("derby" in path)
