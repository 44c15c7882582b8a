"""A form is taken from the browser it was given to, and from no other; every page that posts one carries the token."""

import re

import pytest
from flask.testing import FlaskClient

from dashboard.web.people.cookies import FORM, SESSION
from dashboard.web.people.forms import FIELD, HEADER, POSTED, REFUSED
from tests.forms import WITHOUT
from tests.web.people.local_site import ADMINISTRATOR, PASSWORD, READER, Site

HIDDEN = re.compile(rf'<input type="hidden" name="{FIELD}" value="([0-9a-f]{{64}})">')
NONE = {HEADER: WITHOUT}


def token_in(page: str) -> str:
    found = HIDDEN.search(page)
    assert found
    return found[1]


PAGES = [
    *("/load", "/enter?partnership=derby", "/indicators?partnership=derby", "/partnerships"),
    *("/checks?partnership=warwickshire", "/baselines?partnership=sampleshire&indicator=burglary"),
]


@pytest.mark.parametrize("path", PAGES)
def test_every_posted_form_of_a_page_carries_the_token(client: FlaskClient, path: str) -> None:
    page = client.get(path).text
    assert len(HIDDEN.findall(page)) == len(POSTED.findall(page)) == page.count('method="post"')


def test_a_form_that_only_asks_carries_none(client: FlaskClient) -> None:
    page = client.get("/method").text
    assert 'role="search"' in page
    assert FIELD not in page


SENT = ["", "x", "0" * 64, "é" * 32]


@pytest.mark.parametrize("sent", SENT)
@pytest.mark.parametrize(
    "path",
    ["/load", "/enter", "/indicators", "/partnerships", "/checks", "/baselines", "/load/undo", "/load/x/publish"],
)
def test_at_a_desk_nothing_is_taken_without_the_token(client: FlaskClient, path: str, sent: str) -> None:
    refused = client.post(path, headers=NONE, data={FIELD: sent, "partnership": "derby"})
    assert (refused.status_code, refused.text.strip()) == (403, REFUSED)


def test_the_token_of_the_page_is_taken_as_a_field(client: FlaskClient) -> None:
    sent = {FIELD: token_in(client.get("/load").text), "partnership": "derby"}
    assert client.post("/load", headers=NONE, data=sent).status_code == 400  # no file was chosen
    assert "There is a problem" in client.post("/load", headers=NONE, data=sent).text


def test_a_desk_sets_no_cookie(client: FlaskClient) -> None:
    for path in ("/", "/load", "/me", "/checks"):
        assert client.get(path).headers.getlist("Set-Cookie") == []


def test_a_callback_needs_no_token_because_it_changes_nothing(client: FlaskClient) -> None:
    assert client.post("/_dash-update-component", headers=NONE, json={}).status_code == 404


def test_the_token_of_one_person_is_not_taken_from_another(county: Site) -> None:
    first, second = county.signed_in("first", ADMINISTRATOR), county.signed_in("second", READER)
    for browser, other in ((first, second), (second, first)):
        sent = {FIELD: token_in(other.get("/account").text)}
        assert browser.post("/sign-out/everywhere", headers=NONE, data=sent).status_code == 403
        own = {FIELD: token_in(browser.get("/account").text)}
        assert browser.get("/account").status_code == 200
        assert own != sent
    assert first.post("/sign-out", headers=NONE, data={FIELD: token_in(first.get("/account").text)}).status_code == 303


def test_nobody_is_signed_in_by_a_form_of_another_browser(county: Site) -> None:
    county.account("victim", READER)
    attacker, victim = county.browser(), county.browser()
    stolen = token_in(attacker.get("/sign-in").text)
    victim.get("/sign-in")
    sent = {FIELD: stolen, "name": "victim", "password": PASSWORD}
    assert victim.post("/sign-in", headers=NONE, data=sent).status_code == 403
    fresh = county.browser()
    assert fresh.post("/sign-in", headers=NONE, data=sent).status_code == 403


def test_the_token_of_a_visitor_ends_with_signing_in(county: Site) -> None:
    county.account("visitor", READER)
    browser = county.browser()
    before = token_in(browser.get("/sign-in").text)
    sent = {FIELD: before, "name": "visitor", "password": PASSWORD}
    assert browser.post("/sign-in", headers=NONE, data=sent).status_code == 303
    assert (browser.get_cookie(FORM), browser.get_cookie(SESSION) is not None) == (None, True)
    assert browser.post("/sign-out", headers=NONE, data={FIELD: before}).status_code == 403
