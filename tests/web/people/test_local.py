"""Signing in by name and password: what a browser keeps, what is said, what an attacker learns."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from dashboard.web.answers import NO_TEXT
from dashboard.web.people.cookies import FORM, SESSION
from dashboard.web.people.local import WRONG
from data.access.accounts import account_named, disable
from data.access.sessions import key_of
from data.tables.access import account, session
from tests.web.people.local_site import PASSWORD, QUICK, READER, Site, sign_in, site

NEW_PASSWORD = "another kettle entirely"


def token_of(browser: FlaskClient) -> str:
    cookie = browser.get_cookie(SESSION)
    return cookie.value if cookie else ""


def is_in(browser: FlaskClient) -> bool:
    return "Sign out" in browser.get("/me").text


def test_the_cookie_is_kept_for_this_host_over_tls_and_from_scripts(county: Site) -> None:
    county.account("cookie", READER)
    [said] = [
        line
        for line in sign_in(county.browser(), "cookie").headers.getlist("Set-Cookie")
        if line.startswith(f"{SESSION}=")
    ]
    assert SESSION.startswith("__Host-")
    assert said.split("; ")[1:] == ["Secure", "HttpOnly", "Path=/", "SameSite=Lax"]
    assert len(said.split(";")[0]) > 40


def test_signing_in_gives_a_new_token_whatever_the_browser_had(county: Site) -> None:
    browser = county.signed_in("fixed", READER)
    first = token_of(browser)
    browser.post("/sign-in", data={"name": "fixed", "password": PASSWORD})
    assert token_of(browser) not in ("", first)
    other = county.browser()
    other.set_cookie(SESSION, first)
    assert not is_in(other)
    planted = county.browser()
    planted.set_cookie(SESSION, "planted-by-somebody")
    planted.post("/sign-in", data={"name": "fixed", "password": PASSWORD})
    assert token_of(planted) != "planted-by-somebody"


@pytest.mark.parametrize("name", ["known", "nobody", "barred", "elsewhere", "", "x" * 5000, "' OR 1=1 --"])
def test_whoever_cannot_sign_in_is_told_the_same(county: Site, name: str) -> None:
    for made, way in (("known", "local"), ("barred", "local"), ("elsewhere", "proxy")):
        if account_named(county.engine, made) is None:
            disable(county.engine, county.account(made, READER, way=way), datetime.now(UTC), disabled=made == "barred")
    browser = county.browser()
    answer = sign_in(browser, name, PASSWORD + ("!" if name == "known" else ""))
    assert (answer.status_code, WRONG in answer.text) == (400, True)
    assert not is_in(browser)


def test_a_name_that_is_no_text_is_refused_before_it_is_looked_up(county: Site) -> None:
    browser = county.browser()
    answer = sign_in(browser, "a\0b", PASSWORD)
    assert (answer.status_code, answer.text) == (400, f"{NO_TEXT}\n")
    assert not is_in(browser)


def test_an_unknown_name_takes_as_much_work_as_a_known_one(county: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr("data.access.hashing.Hashing.verifies", lambda _self, kept, _password: asked.append(kept))
    county.account("worked", READER)
    for name in ("worked", "not there"):
        sign_in(county.browser(), name)
    assert asked == [QUICK, ""]


def test_after_five_failures_the_right_password_waits_too(county: Site) -> None:
    county.account("slow", READER)
    browser = county.browser()
    for _ in range(5):
        assert sign_in(browser, "slow", "wrong").status_code == 400
    answer = sign_in(browser, "slow")
    assert answer.status_code == 429
    assert "Too many tries to sign in: try again in 3" in answer.text
    assert not is_in(browser)


def test_signing_out_ends_the_session_and_not_only_the_cookie(county: Site) -> None:
    browser = county.signed_in("leaver", READER)
    token = token_of(browser)
    assert browser.post("/sign-out").status_code == 303
    assert token_of(browser) == ""
    browser.set_cookie(SESSION, token)
    assert not is_in(browser)


def test_signing_out_everywhere_ends_every_browser(county: Site) -> None:
    first = county.signed_in("many", READER)
    second = county.browser()
    sign_in(second, "many")
    assert is_in(second)
    first.post("/sign-out/everywhere")
    assert not is_in(second)


def test_another_browser_is_signed_out_from_the_own_account(county: Site) -> None:
    first = county.signed_in("listed", READER)
    second = county.browser()
    sign_in(second, "listed")
    page = first.get("/account").text
    assert (page.count("127.0.0.1"), page.count("this browser")) == (3, 1)  # the button of the other names it too
    sent = {"session": key_of(token_of(second))}
    assert first.post("/sign-out/one", data=sent).headers["Location"] == "/account?changed=browser"
    assert "That browser is signed out." in first.get("/account?changed=browser").text
    assert (is_in(first), is_in(second)) == (True, False)
    assert first.post("/sign-out/one", data=sent).headers["Location"] == "/account?changed=gone"
    assert first.post("/sign-out/one", data={"session": key_of(token_of(first))}).headers["Location"] == "/sign-in"
    assert not is_in(first)


def test_nobody_ends_the_session_of_somebody_else(county: Site) -> None:
    mine, theirs = county.signed_in("mine", READER), county.signed_in("theirs", READER)
    mine.post("/sign-out/one", data={"session": key_of(token_of(theirs))})
    assert is_in(theirs)


def test_a_password_that_was_made_up_opens_nothing_but_its_change(county: Site) -> None:
    county.account("fresh", READER, one_time=True)
    browser = county.browser()
    page = {"Accept": "text/html"}
    assert sign_in(browser, "fresh", next="/load").headers["Location"] == "/password"
    assert browser.get("/data", headers=page).headers["Location"] == "/password"
    sent = {"password": PASSWORD, "new-password": NEW_PASSWORD, "again": NEW_PASSWORD}
    before = token_of(browser)
    assert browser.post("/password", data=sent).headers["Location"] == "/account?changed=password"
    assert token_of(browser) not in ("", before)
    assert "Your password is changed" in browser.get("/account?changed=password").text
    assert sign_in(county.browser(), "fresh").status_code == 400
    assert sign_in(county.browser(), "fresh", NEW_PASSWORD).headers["Location"] == "/"


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"password": "wrong"}, "This is not the password that you have."),
        ({"new-password": "short", "again": "short"}, "Use 12 characters or more"),
        ({"new-password": "Outturn-2026-Outturn", "again": "Outturn-2026-Outturn"}, "among the first that"),
        ({"new-password": "Staffordshire2026", "again": "Staffordshire2026"}, "among the first that"),
        ({"new-password": PASSWORD, "again": PASSWORD}, "This is the password that you have: choose another one."),
        ({"again": "something else"}, "The two new passwords are not the same."),
        ({"new-password": "changer changer!", "again": ""}, "holds the name"),
        ({"new-password": ""}, "Use 12 characters or more"),
    ],
)
def test_a_new_password_that_cannot_be_taken_is_told_so(county: Site, sent: dict[str, str], said: str) -> None:
    if account_named(county.engine, "changer") is None:
        county.account("changer", READER)
    with county.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM sign_in_attempt")
    browser = county.browser()
    sign_in(browser, "changer")
    whole = {"password": PASSWORD, "new-password": NEW_PASSWORD, "again": NEW_PASSWORD, **sent}
    answer = browser.post("/password", data=whole)
    assert (answer.status_code, said in answer.text) == (400, True)
    assert not any(words in answer.text for words in whole.values() if len(words) > 12)
    assert sign_in(county.browser(), "changer").status_code == 303


def test_a_weaker_hash_is_made_anew_at_sign_in(county: Site) -> None:
    county.signed_in("aged", READER)
    with county.engine.connect() as connection:
        kept = connection.execute(select(account.c.password).where(account.c.name == "aged")).scalar_one()
    assert kept != QUICK
    assert kept.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert sign_in(county.browser(), "aged").status_code == 303


@pytest.mark.parametrize(
    ("asked", "goes_on"),
    [
        ("/trends?partnership=derby&from=2009", "/trends?partnership=derby&from=2009"),
        *((bad, "/") for bad in ("https://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example")),
        *(
            (bad, "/")
            for bad in ("/\t/evil.example", "javascript:alert(1)", "evil", "", "/sign-out", "/sign-in?next=/x")
        ),
        *((bad, "/") for bad in ("///evil.example", "/%0d%0aSet-Cookie:x\r\nX: y", "/_dash-layout", "/" + "x" * 3000)),
    ],
)
def test_one_goes_on_to_a_page_of_ours_and_to_no_other(county: Site, asked: str, goes_on: str) -> None:
    if account_named(county.engine, "goer") is None:
        county.account("goer", READER)
    assert sign_in(county.browser(), "goer", next=asked).headers["Location"] == goes_on


def test_nothing_secret_stands_in_a_page_or_the_table_of_sessions(county: Site) -> None:
    browser = county.signed_in("secret", READER)
    with county.engine.connect() as connection:
        rows = str(connection.execute(select(session)).all())
    for page in ("/account", "/password", "/me"):
        text = browser.get(page).text
        assert token_of(browser) not in text + rows
        assert PASSWORD not in text


def test_a_visitors_form_is_bound_to_a_cookie_of_its_own(county: Site) -> None:
    browser = county.browser()
    browser.get("/sign-in")
    cookie = browser.get_cookie(FORM)
    assert cookie is not None
    assert cookie.secure
    assert cookie.http_only
    assert county.browser().get("/me").headers.getlist("Set-Cookie") == []


def test_who_is_signed_in_already_goes_on(county: Site) -> None:
    browser = county.signed_in("quick", READER)
    assert browser.get("/sign-in?next=/trends").headers["Location"] == "/trends"


def test_an_account_that_is_signed_in_elsewhere_has_no_password_here(county: Site) -> None:
    assert county.browser().get("/password").status_code in (303, 404)


def test_the_quick_hash_of_these_tests_is_the_right_one(tmp_path: Path) -> None:
    with site(tmp_path) as county:
        browser = county.signed_in("only", READER)
        assert is_in(browser)
        assert "Only" in browser.get("/me").text
