"""Signing in at a real, certified provider; whatever does not fit signs nobody in and is one sentence."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from dashboard.domain.access.people import Grant, Role
from dashboard.settings import SignIn
from dashboard.web.people import provider as door
from dashboard.web.people.cookies import SESSION, STATE
from data.access.accounts import account_named, accounts, disable, give
from tests.provider.running import SECRET, Accounts, RunningProvider, running_provider
from tests.running_server import free_port
from tests.web.people.local_site import Site, site

HERE = "http://127.0.0.1:8050"
BACK = f"{HERE}/sign-in/done"
DERBY = Grant(Role.ANALYST, "derby")
ACCOUNTS: Accounts = {
    "anna": {
        "name": "Anna Analyst",
        "email": "anna@county.example",
        "preferred_username": "anna",
        "roles": ["analyst:derby"],
    },
    "amy": {"name": "Amy", "preferred_username": "amy", "amr": ["mfa"], "acr": "c1"},
    "ben": {"name": "Ben Nobody", "email": "ben@county.example", "preferred_username": "ben"},
    "other-ben": {"name": "Another Ben", "preferred_username": "BEN", "roles": []},
    "eve": {"name": "Eve\u202e<script>", "preferred_username": "e" * 500, "roles": "administrator;drop reader"},
}
PAGE = {"Accept": "text/html"}


@pytest.fixture(scope="module")
def provider() -> Iterator[RunningProvider]:
    with running_provider(ACCOUNTS, [BACK]) as running:
        yield running


def asked(issuer: str) -> SignIn:
    return SignIn("oidc", HERE, issuer=issuer, client_id="outturn", client_secret=SECRET)


@pytest.fixture(scope="module")
def county(provider: RunningProvider, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with site(tmp_path_factory.mktemp("county"), asked(provider.issuer)) as made:
        yield made


def begun(browser: FlaskClient, page: str = "/") -> str:
    """Where our page sends a browser that begins to sign in."""
    answer = browser.get("/sign-in/start", query_string={"next": page})
    assert answer.status_code == 302
    return answer.headers["Location"]


def came_back(provider: RunningProvider, browser: FlaskClient, name: str, page: str = "/") -> str:
    """The address that the provider sends the browser back to."""
    return provider.sign_in(begun(browser, page), name, BACK).removeprefix(HERE)


def signed_in(provider: RunningProvider, browser: FlaskClient, name: str, page: str = "/") -> TestResponse:
    return browser.get(came_back(provider, browser, name, page))


def is_in(browser: FlaskClient) -> bool:
    return browser.get_cookie(SESSION) is not None and "Sign out" in browser.get("/me").text


def changed(address: str, **parts: str) -> str:
    path, _, query = address.partition("?")
    kept = {name: values[0] for name, values in parse_qs(query).items()} | parts
    return f"{path}?{urlencode({name: value for name, value in kept.items() if value})}"


def assert_refused(browser: FlaskClient, answer: TestResponse, status: int, said: str) -> None:
    assert (answer.status_code, said in answer.text) == (status, True), answer.text[:3000]
    assert "Traceback" not in answer.text
    assert not is_in(browser)


def test_the_request_carries_pkce_state_and_nonce(county: Site) -> None:
    sent = parse_qs(urlsplit(begun(county.browser())).query)
    assert sent["code_challenge_method"] == ["S256"]
    assert sent["redirect_uri"] == [BACK]
    assert {"state", "nonce", "code_challenge"} <= sent.keys()
    assert "openid" in sent["scope"][0].split()


def test_its_cookie_is_for_this_host_and_goes_with_the_way_back(county: Site) -> None:
    [said] = county.browser().get("/sign-in/start").headers.getlist("Set-Cookie")
    assert said.startswith(f"{STATE}=")
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} == set(said.split("; ")[1:])


def test_roles_that_the_provider_names_hold_and_one_goes_on(provider: RunningProvider, county: Site) -> None:
    browser = county.browser()
    answer = signed_in(provider, browser, "anna", "/trends?partnership=derby")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/trends?partnership=derby")
    page = browser.get("/account").text
    assert "Anna Analyst" in page
    assert "analyst for Derby" in page
    known = account_named(county.engine, "anna")
    assert known is not None
    assert (known.shown, known.email, known.way, known.grants) == ("Anna Analyst", "anna@county.example", "oidc", ())
    assert browser.get("/load").status_code == 200
    assert browser.get("/users").status_code == 403


def test_without_the_claim_the_roles_given_here_hold(provider: RunningProvider, county: Site) -> None:
    browser = county.browser()
    signed_in(provider, browser, "ben")
    answer = browser.get("/", headers=PAGE)
    assert answer.status_code == 403
    assert "You are signed in as Ben Nobody, but have no role here yet" in answer.text
    assert browser.get("/export/year-end.csv").status_code == 403
    ben = account_named(county.engine, "ben")
    assert ben is not None
    give(county.engine, ben.number, (DERBY,), datetime.now(UTC))
    assert browser.get("/load").status_code == 200


def test_another_person_of_the_same_name_is_another_account(provider: RunningProvider, county: Site) -> None:
    for name in ("ben", "other-ben"):
        signed_in(provider, county.browser(), name)
    names = {item.name: item.grants for item in accounts(county.engine)}
    assert {"ben", "BEN 2"} <= names.keys()
    assert names["BEN 2"] == ()


def test_what_a_provider_says_is_shown_as_text_and_gives_no_role_by_accident(
    provider: RunningProvider, county: Site
) -> None:
    browser = county.browser()
    signed_in(provider, browser, "eve")
    page = browser.get("/account").text
    assert "<script>" not in page.replace("<script src", "")
    assert "Eve&lt;script&gt;" in page
    assert "reader for every partnership" in page
    assert browser.get("/users").status_code == 403


def test_the_provider_has_one_answer_that_signs_in_once(provider: RunningProvider, county: Site) -> None:
    browser = county.browser()
    back = came_back(provider, browser, "anna")
    assert browser.get(back).status_code == 303
    browser.post("/sign-out")
    assert_refused(browser, browser.get(back), 400, door.NOT_OURS)


def test_another_browser_cannot_use_the_answer(provider: RunningProvider, county: Site) -> None:
    back = came_back(provider, county.browser(), "anna")
    other = county.browser()
    assert_refused(other, other.get(back), 400, door.NOT_OURS)
    begun(other)
    assert_refused(other, other.get(back), 400, door.NOT_OURS)


@pytest.mark.parametrize("parts", [{"state": "other"}, {"state": ""}, {"code": "other"}])
def test_another_state_or_code_signs_nobody_in(provider: RunningProvider, county: Site, parts: dict[str, str]) -> None:
    browser = county.browser()
    answer = browser.get(changed(came_back(provider, browser, "anna"), **parts))
    assert_refused(browser, answer, 400, door.NOT_OURS)


def test_an_answer_without_a_code_signs_nobody_in(provider: RunningProvider, county: Site) -> None:
    browser = county.browser()
    assert_refused(browser, browser.get(changed(came_back(provider, browser, "anna"), code="")), 400, door.FAULTY)


@pytest.mark.parametrize("issuer", ["http://127.0.0.1:1", ""])
def test_the_answer_of_another_issuer_signs_nobody_in(provider: RunningProvider, county: Site, issuer: str) -> None:
    browser = county.browser()
    answer = browser.get(changed(came_back(provider, browser, "anna"), iss=issuer))
    assert_refused(browser, answer, 400, door.FAULTY)


def test_an_answer_to_another_nonce_signs_nobody_in(provider: RunningProvider, county: Site) -> None:
    browser = county.browser()
    start = changed(begun(browser), nonce="other")
    answer = browser.get(provider.sign_in(start, "anna", BACK).removeprefix(HERE))
    assert_refused(browser, answer, 400, door.FAULTY)


def test_a_code_bound_to_another_challenge_signs_nobody_in(provider: RunningProvider, county: Site) -> None:
    browser = county.browser()
    start = changed(begun(browser), code_challenge="x" * 43)
    answer = browser.get(provider.sign_in(start, "anna", BACK).removeprefix(HERE))
    assert_refused(browser, answer, 400, door.NOT_OURS)


def test_who_is_not_allowed_there_is_told_so(provider: RunningProvider, county: Site) -> None:
    browser = county.browser()
    state = parse_qs(urlsplit(begun(browser)).query)["state"][0]
    sent = {"error": "access_denied", "error_description": "<b>no</b>", "state": state, "iss": provider.issuer}
    answer = browser.get("/sign-in/done", query_string=sent)
    assert_refused(browser, answer, 400, door.CANCELLED)
    assert "<b>no" not in answer.text


def test_who_signs_in_there_by_less_than_is_asked_for_is_not_let_in(provider: RunningProvider, tmp_path: Path) -> None:
    """The provider tells of no second factor; that the user info says so is not signed and does not count."""
    with site(tmp_path, replace(asked(provider.issuer), strength=("mfa", "c1"))) as strict:
        browser = strict.browser()
        assert parse_qs(urlsplit(begun(browser)).query)["acr_values"] == ["mfa c1"]
        assert_refused(browser, signed_in(provider, browser, "amy"), 403, "a stronger way of signing in")


def test_a_disabled_account_is_told_so(provider: RunningProvider, county: Site) -> None:
    signed_in(provider, county.browser(), "eve")
    [eve] = [item for item in accounts(county.engine) if item.shown.startswith("Eve")]
    disable(county.engine, eve.number, datetime.now(UTC), disabled=True)
    browser = county.browser()
    assert_refused(browser, signed_in(provider, browser, "eve"), 403, door.DISABLED)


def test_a_provider_that_is_gone_is_said_and_nothing_else_stops(tmp_path: Path) -> None:
    with site(tmp_path, asked(f"http://127.0.0.1:{free_port()}")) as county:
        browser = county.browser()
        assert_refused(browser, browser.get("/sign-in/start"), 503, door.GONE)
        assert_refused(browser, browser.get("/sign-in/done?code=a&state=b"), 503, door.GONE)
        assert browser.get("/sign-in").status_code == 200


def test_a_provider_that_goes_on_the_way_is_said(tmp_path: Path) -> None:
    port = free_port()
    with site(tmp_path, asked(f"http://127.0.0.1:{port}")) as county:
        browser = county.browser()
        with running_provider(ACCOUNTS, [BACK], port) as running:
            back = came_back(running, browser, "anna")
        assert_refused(browser, browser.get(back), 503, door.GONE)


def test_a_provider_that_calls_itself_otherwise_is_not_asked(provider: RunningProvider, tmp_path: Path) -> None:
    named = provider.issuer.replace("127.0.0.1", "localhost")
    with site(tmp_path, replace(asked(named))) as county:
        browser = county.browser()
        assert_refused(browser, browser.get("/sign-in/start"), 502, door.FAULTY)


def test_the_page_leads_to_the_provider_and_keeps_where_one_goes_on(county: Site) -> None:
    page = county.browser().get("/sign-in?next=/trends%3Fpartnership%3Dderby%26from%3D2009").text
    assert 'href="/sign-in/start?next=%2Ftrends%3Fpartnership%3Dderby%26from%3D2009"' in page
    assert 'type="password"' not in page
