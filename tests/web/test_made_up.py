"""Proves that every page written whole says of the made-up county that it is invented, and of no other that it is."""

import re

import pytest
from flask.testing import FlaskClient

from dashboard.reports.made_up import INVENTED_WORDS

NOTICE = f'<p class="invented">{INVENTED_WORDS}</p>'
PATHS = ("/actions", "/risks", "/commentary", "/notes", "/checks", "/enter", "/meeting", "/indicators", "/find")


@pytest.mark.parametrize("path", PATHS)
def test_a_page_of_the_made_up_county_says_so_and_no_other_does(client: FlaskClient, path: str) -> None:
    assert client.get(f"{path}?partnership=sampleshire").text.count(NOTICE) == 1
    assert NOTICE not in client.get(f"{path}?partnership=derby").text


@pytest.mark.parametrize(
    "path",
    [
        *("/actions/a9?partnership=sampleshire", "/risks/r5?partnership=sampleshire"),
        *("/meeting?meeting=1", "/meeting?meeting=2", "/meeting/seen?meeting=1", "/meeting/since?meeting=1"),
        "/baselines?partnership=sampleshire&indicator=burglary",
    ],
)
def test_a_page_about_one_thing_of_it_says_so_and_keeps_the_partnership(client: FlaskClient, path: str) -> None:
    page = client.get(path)
    assert (page.status_code, page.text.count(NOTICE)) == (200, 1)
    assert re.search(r'href="/year-end\?partnership=sampleshire"', page.text)


def test_a_decision_of_it_says_so(client: FlaskClient) -> None:
    listed = re.search(r"/meeting\?decision=\d+", client.get("/meeting?partnership=sampleshire").text)
    assert listed
    assert NOTICE in client.get(listed[0]).text
