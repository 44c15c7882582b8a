"""A proxy says who asks: it is believed from its own addresses, and what anybody else says is dropped."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from dashboard.domain.access.accounts import OIDC
from dashboard.domain.access.people import Grant, Role
from dashboard.settings import SignIn
from data.access.accounts import account_named, disable
from tests.web.people.local_site import ADMINISTRATOR, READER, Site, site

PROXY, ELSEWHERE = "10.0.0.9", "10.0.1.9"
HEADER = "X-Remote-User"
PAGE = {"Accept": "text/html"}


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    asked = SignIn("proxy", "https://outturn.example", header=HEADER)
    with site(tmp_path_factory.mktemp("county"), asked, proxy=("10.0.0.0/24", "::1")) as made:
        made.account("a.reader", READER, way="proxy")
        made.account("chief", ADMINISTRATOR, way="proxy")
        made.account("of a provider", ADMINISTRATOR, way=OIDC)
        yield made


def asks(browser: FlaskClient, name: str, origin: str = PROXY, path: str = "/export/year-end.csv") -> TestResponse:
    return browser.get(path, headers={HEADER: name} | PAGE, environ_base={"REMOTE_ADDR": origin})


@pytest.mark.parametrize("origin", [PROXY, "10.0.0.1", "::1", "::ffff:10.0.0.9"])
def test_the_named_proxy_is_believed(county: Site, origin: str) -> None:
    assert asks(county.browser(), "a.reader", origin).status_code == 200
    assert asks(county.browser(), "A.READER", origin).status_code == 200


@pytest.mark.parametrize("origin", [ELSEWHERE, "127.0.0.1", "::2", "", "unix", "10.0.0.9.evil.example"])
def test_from_any_other_address_the_header_says_nothing(county: Site, origin: str) -> None:
    assert asks(county.browser(), "chief", origin, "/users").status_code == 401


def test_whom_another_proxy_names_as_its_client_is_not_the_proxy(county: Site) -> None:
    """A client may call itself by the proxy's address: the address of the connection is looked at."""
    headers = {HEADER: "chief", "X-Forwarded-For": PROXY, "X-Real-IP": PROXY}
    answer = county.browser().get("/users", headers=headers, environ_base={"REMOTE_ADDR": ELSEWHERE})
    assert answer.status_code == 401


@pytest.mark.parametrize("name", ["nobody.known", "a.reader, chief", "x" * 5000, "<script>alert(1)</script>"])
def test_whoever_has_no_account_is_told_that_there_is_no_role_yet(county: Site, name: str) -> None:
    answer = asks(county.browser(), name, path="/")
    assert (answer.status_code, "but have no role here yet" in answer.text) == (403, True)
    assert "<script>alert" not in answer.text
    assert asks(county.browser(), name).status_code == 403
    assert account_named(county.engine, name) is None


@pytest.mark.parametrize("name", ["of a provider", "barred", ""])
def test_whose_account_is_disabled_or_of_a_provider_is_a_visitor(county: Site, name: str) -> None:
    if account_named(county.engine, "barred") is None:
        disable(county.engine, county.account("barred", ADMINISTRATOR, way="proxy"), datetime.now(UTC), disabled=True)
    assert asks(county.browser(), name, path="/users").status_code == 401


def test_the_proxy_signs_in_and_out_so_there_is_no_door_here(county: Site) -> None:
    browser = county.browser()
    page = asks(browser, "a.reader", path="/account").text
    assert "A.Reader" in page
    assert "Sign out" not in page
    assert "password" not in page
    assert asks(browser, "a.reader", path="/sign-in").status_code == 404


def test_forms_are_bound_to_the_browser_here_too(county: Site) -> None:
    browser = county.browser()
    asks(browser, "chief", path="/users")
    sent = {"name": "by.proxy", "role": str(Role.READER)}
    environ = {"REMOTE_ADDR": PROXY}
    known = {HEADER: "chief"}
    assert browser.post("/users", data=sent, headers=known, environ_base=environ).status_code == 200
    found = account_named(county.engine, "by.proxy")
    assert found is not None
    assert (found.grants, found.must_change, found.way) == ((Grant(Role.READER),), False, "proxy")
    without = known | {"X-Form-Token": "other"}
    assert browser.post("/users", data=sent, headers=without, environ_base=environ).status_code == 403


def test_when_somebody_was_seen_is_noted(county: Site) -> None:
    asks(county.browser(), "a.reader")
    found = account_named(county.engine, "a.reader")
    assert found is not None
    assert found.seen
