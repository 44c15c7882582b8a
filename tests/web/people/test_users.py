"""People and their roles: an administrator changes them, nobody else, and it holds at the next request."""

import re
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from dashboard.domain.access.people import Grant, Role
from dashboard.settings import SignIn
from dashboard.web.access.declared import NEEDS
from data.access.accounts import account_named
from tests.web.people.local_site import ADMINISTRATOR, PASSWORD, READER, Site, sign_in, site

PAGE = {"Accept": "text/html"}
ONCE = re.compile(r'<code class="once">([a-z0-9-]{24})</code>')


@pytest.fixture(scope="module")
def chief(county: Site) -> FlaskClient:
    return county.signed_in("chief", ADMINISTRATOR)


def number(county: Site, name: str) -> int:
    found = account_named(county.engine, name)
    assert found is not None
    return found.number


def grants(county: Site, name: str) -> tuple[Grant, ...]:
    found = account_named(county.engine, name)
    assert found is not None
    return found.grants


def test_somebody_is_added_signs_in_once_and_chooses_a_password(county: Site, chief: FlaskClient) -> None:
    sent = {"name": "new.analyst", "shown": "Nia Analyst", "role": "analyst", "partnership": "derby"}
    answer = chief.post("/users", data=sent)
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
    found = ONCE.search(answer.text)
    assert found
    assert found[1] not in chief.get(f"/users/{number(county, 'new.analyst')}").text
    assert grants(county, "new.analyst") == (Grant(Role.ANALYST, "derby"),)
    browser = county.browser()
    assert sign_in(browser, "new.analyst", found[1]).headers["Location"] == "/password"
    assert "Nia Analyst" in chief.get("/users").text


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"name": ""}, "A name has 1 to 100 letters"),
        ({"name": "CHIEF"}, "There is an account CHIEF already."),
        ({"role": ""}, "Choose a role."),
        ({"role": "boss"}, "There is no role boss"),
        ({"partnership": "leeds"}, "There is no partnership leeds"),
    ],
)
def test_what_cannot_be_added_is_said_and_what_was_typed_stays(
    chief: FlaskClient, sent: dict[str, str], said: str
) -> None:
    answer = chief.post("/users", data={"name": "another", "shown": "An Other", "role": "reader", **sent})
    assert (answer.status_code, said in answer.text, 'value="An Other"' in answer.text) == (400, True, True)


def test_roles_are_given_and_taken_and_hold_at_the_next_request(county: Site, chief: FlaskClient) -> None:
    browser = county.signed_in("mover")
    address = f"/users/{number(county, 'mover')}"
    assert browser.get("/load").status_code == 403
    given = chief.post(f"{address}/give", data={"role": "analyst", "partnership": "derby"})
    assert "The role is given." in given.text
    assert browser.get("/load").status_code == 200
    assert "Analyst, Derby" in given.text
    chief.post(f"{address}/take", data={"grant": "analyst:derby"})
    assert browser.get("/load").status_code == 403
    assert grants(county, "mover") == ()


def test_disabling_ends_what_is_open_and_enabling_lets_in_again(county: Site, chief: FlaskClient) -> None:
    browser = county.signed_in("barred", READER)
    address = f"/users/{number(county, 'barred')}"
    chief.post(f"{address}/disable")
    assert browser.get("/export/year-end.csv").status_code == 401
    assert sign_in(browser, "barred").status_code == 400
    assert "disabled" in chief.get("/users").text
    chief.post(f"{address}/enable")
    assert sign_in(browser, "barred").status_code == 303


def test_a_new_password_and_signing_out_end_every_session(county: Site, chief: FlaskClient) -> None:
    browser = county.signed_in("reset", READER)
    address = f"/users/{number(county, 'reset')}"
    chief.post(f"{address}/sign-out")
    assert browser.get("/export/year-end.csv").status_code == 401
    sign_in(browser, "reset")
    found = ONCE.search(chief.post(f"{address}/reset").text)
    assert found
    assert browser.get("/export/year-end.csv").status_code == 401
    assert sign_in(browser, "reset", PASSWORD).status_code == 400
    assert sign_in(browser, "reset", found[1]).headers["Location"] == "/password"


def test_no_administrator_is_shut_out_by_their_own_hand(county: Site, chief: FlaskClient) -> None:
    address = f"/users/{number(county, 'chief')}"
    assert "your own administration" in chief.post(f"{address}/take", data={"grant": "administrator"}).text
    assert "your own account" in chief.post(f"{address}/disable").text
    assert ADMINISTRATOR in grants(county, "chief")
    assert "Disable" not in chief.get(address).text


@pytest.mark.parametrize("deed", ["give", "take", "disable", "enable", "reset", "sign-out"])
def test_an_account_that_is_not_there_is_said(chief: FlaskClient, deed: str) -> None:
    assert chief.post(f"/users/999/{deed}").status_code == 404
    assert chief.get("/users/999").status_code == 404
    assert chief.get(f"/users/{2**63}").status_code == 404
    assert chief.post("/users/1/promote").status_code == 405


@pytest.mark.parametrize("grant", [READER, Grant(Role.ANALYST), Grant(Role.CHAIR), Grant(Role.ADMINISTRATOR, "derby")])
def test_nobody_else_sees_or_changes_people(county: Site, grant: Grant) -> None:
    name = f"{grant.role} {grant.partnership}"
    browser = county.signed_in(name, grant)
    me = number(county, name)
    assert browser.get("/users").status_code == browser.get(f"/users/{me}").status_code == 403
    for path, sent in ((f"/users/{me}/give", {"role": "administrator"}), ("/users", {"name": "x", "role": "reader"})):
        assert browser.post(path, data=sent).status_code == 403
    assert grants(county, name) == (grant,)
    assert county.browser().get("/users", headers=PAGE).headers["Location"] == "/sign-in?next=%2Fusers"


def test_who_signs_in_is_recorded_and_types_no_name(county: Site) -> None:
    browser = county.signed_in("jo analyst", Grant(Role.ANALYST, "derby"))
    for path in ("/load", "/enter?partnership=derby", "/indicators?partnership=derby", "/checks?partnership=derby"):
        page = browser.get(path).text
        assert "Your name" not in page
    page = browser.get("/enter?partnership=derby").text
    assert "Recorded under your name: Jo Analyst." in page
    answer = browser.post("/enter?partnership=derby", data={"reason": "", "author": "Somebody Else"})
    assert (answer.status_code, "Somebody Else" in answer.text) == (400, False)
    assert "Enter your name" not in answer.text


@pytest.mark.parametrize("way", ["local", "oidc", "proxy"])
def test_every_address_of_every_way_to_sign_in_is_declared(tmp_path_factory: pytest.TempPathFactory, way: str) -> None:
    asked = SignIn(way, "https://outturn.example", issuer="https://login.example", client_id="a", client_secret="b")
    folder = tmp_path_factory.mktemp(way)
    with site(folder, replace(asked, header="X-Remote-User"), proxy=("10.0.0.1",)) as county:
        assert {rule.endpoint for rule in county.server.url_map.iter_rules()} <= NEEDS.keys()
