"""Signing in, staying signed in and signing out, in the system's Chromium: by password, and at a real provider."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import delete

from dashboard.domain.access.accounts import LOCAL
from dashboard.domain.access.people import Grant, Role
from dashboard.web.people.cookies import SESSION, STATE
from data.access.accounts import NewAccount, add, set_password
from data.access.hashing import Hashing
from data.engine import open_engine
from data.tables.access import session
from tests.browser.conftest import MILLISECONDS_TO_WAIT, ROOT, Axe, Watch
from tests.browser.views import settle
from tests.provider.running import SECRET, running_provider
from tests.running_server import free_port, running_server, with_figures

pytestmark = pytest.mark.browser

PASSWORD = "kettle harbour violin"
PROGRAM = [sys.executable, "-m", "dashboard"]
SIGNS_IN = {"OUTTURN_SIGN_IN": "local", "OUTTURN_SECRET_KEY": "k" * 32}
OPENED = "/trends?partnership=derby"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, published_url: str) -> Path:
    """A database with an administrator, an analyst and somebody without a role."""
    own = with_figures(tmp_path_factory.mktemp("county"), published_url)
    engine, kept = open_engine(f"sqlite:///{own / 'outturn.db'}"), Hashing().hashed(PASSWORD)
    for name, grants in (
        ("chief", (Grant(Role.ADMINISTRATOR),)),
        ("analyst", (Grant(Role.ANALYST, "derby"),)),
        ("nobody", ()),
    ):
        made = add(engine, NewAccount(name, LOCAL, shown=f"{name.title()} Officer", grants=grants), datetime.now(UTC))
        set_password(engine, made.number, kept, datetime.now(UTC))
    engine.dispose()
    return own


@pytest.fixture(scope="module")
def county(folder: Path) -> Iterator[str]:
    with running_server(PROGRAM, ROOT, folder, SIGNS_IN) as address:
        yield address


@contextmanager
def window(browser: Browser, address: str) -> Iterator[tuple[Page, Watch]]:
    """A page of a browser that knows nothing yet; what goes wrong on it fails the test."""
    context = browser.new_context(base_url=address, viewport={"width": 1440, "height": 900}, locale="en-GB")
    context.set_default_timeout(MILLISECONDS_TO_WAIT)
    page, watch = context.new_page(), Watch(address)
    watch.follow(page)
    yield page, watch
    context.close()
    assert not watch.unexpected()


def sign_in(page: Page, name: str, path: str = "/sign-in") -> None:
    """By keyboard alone."""
    page.goto(path)
    page.get_by_label("Name", exact=True).focus()
    page.keyboard.type(name)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "/sign-in" not in address)


def test_one_signs_in_by_keyboard_comes_to_the_page_that_was_asked_for_and_signs_out(
    browser: Browser, county: str
) -> None:
    with window(browser, county) as (page, _):
        sign_in(page, "analyst", OPENED)
        assert page.url == f"{county}{OPENED}"
        settle(page)
        expect(page.locator("#who-asks")).to_contain_text("Analyst Officer")
        [cookie] = [item for item in page.context.cookies() if item.get("name") == SESSION]
        kept = (cookie.get("secure"), cookie.get("httpOnly"), cookie.get("sameSite"), cookie.get("path"))
        assert kept == (True, True, "Lax", "/")
        page.get_by_role("link", name="Analyst Officer").click()
        page.get_by_role("button", name="Sign out here").click()
        page.wait_for_url("**/sign-in")
        assert [item for item in page.context.cookies() if item.get("name") == SESSION] == []
        page.goto(OPENED)
        assert "/sign-in?next=" in page.url


def test_what_another_tab_shows_is_gone_after_signing_out(browser: Browser, county: str) -> None:
    with window(browser, county) as (page, watch):
        sign_in(page, "analyst", "/sign-in?next=%2Faccount")
        expect(page.get_by_role("heading", name="Your account")).to_be_visible()
        other = page.context.new_page()
        watch.follow(other)
        other.goto(OPENED)
        settle(other)
        page.get_by_role("button", name="Sign out here").click()
        expect(other).to_have_url(re.compile("/sign-in"))
        expect(other.get_by_label("Password")).to_be_visible()


def test_a_page_that_stands_open_when_the_sign_in_ends_offers_to_sign_in_again(
    browser: Browser, county: str, folder: Path
) -> None:
    with window(browser, county) as (page, watch):
        watch.allow("401")
        watch.allow("console error")
        sign_in(page, "analyst", OPENED)
        settle(page)
        engine = open_engine(f"sqlite:///{folder / 'outturn.db'}")
        with engine.begin() as connection:
            connection.execute(delete(session))
        engine.dispose()
        page.get_by_role("link", name="Year end").first.click()
        again = page.get_by_role("link", name="Sign in again")
        expect(again).to_be_visible()
        assert "next=%2Fyear-end" in (again.get_attribute("href") or "")


PAGES = ("/sign-in", "/account", "/password", "/users", "/users/2", "/load?partnership=derby")


@pytest.mark.parametrize("width", [1440, 390])
def test_no_page_on_people_breaks_a_rule_of_access(browser: Browser, county: str, axe: Axe, width: int) -> None:
    with window(browser, county) as (page, _):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto("/sign-in")
        found = {"/sign-in": axe(page)}
        sign_in(page, "chief")
        for path in PAGES[1:]:
            page.goto(path)
            found[path] = axe(page)
            assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path
        page.goto(OPENED)
        settle(page)
        expect(page.locator("#who-asks .me")).to_have_count(1)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), OPENED
        found[OPENED] = axe(page)
    assert not {path: broken for path, broken in found.items() if broken}


def test_somebody_without_a_role_is_told_so_and_sees_nothing_else(browser: Browser, county: str, axe: Axe) -> None:
    with window(browser, county) as (page, watch):
        watch.allow("403")
        sign_in(page, "nobody")
        expect(page.get_by_role("heading", level=1)).to_contain_text("Nobody Officer, but have no role here yet")
        assert axe(page) == []


@contextmanager
def at_a_provider(folder: Path) -> Iterator[tuple[str, int]]:
    """The address of the product that lets a provider sign people in, and that provider's port."""
    port = free_port()
    anna = {"name": "Anna Analyst", "preferred_username": "anna", "roles": ["analyst:derby"]}
    asked = {"OUTTURN_SIGN_IN": "oidc", "OUTTURN_OIDC_ISSUER": f"http://127.0.0.1:{port}"}
    known = {"OUTTURN_OIDC_CLIENT_ID": "outturn", "OUTTURN_OIDC_CLIENT_SECRET": SECRET}
    with (
        running_server(PROGRAM, ROOT, folder, SIGNS_IN | asked | known) as address,
        running_provider({"anna": anna}, [f"{address}/sign-in/done"], port),
    ):
        yield address, port


def test_one_signs_in_at_a_real_provider_and_comes_back(browser: Browser, tmp_path: Path, published_url: str) -> None:
    with (
        at_a_provider(with_figures(tmp_path, published_url)) as (address, port),
        window(browser, address) as (page, watch),
    ):
        watch.allow(f":{port}")  # the provider's own pages, and what they ask for elsewhere
        watch.allow("googleapis")
        page.goto(OPENED)
        page.get_by_role("link", name="Sign in with your organisation").click()
        page.locator("input[name=login]").fill("anna")
        page.locator("input[name=password]").fill("any")
        page.locator("button[type=submit]").click()
        page.get_by_role("button", name="Continue").click()
        page.wait_for_url(f"{address}{OPENED}")
        settle(page)
        expect(page.locator("#who-asks")).to_contain_text("Anna Analyst")
        names = {item.get("name") for item in page.context.cookies(address)}
        assert (SESSION in names, STATE in names) == (True, False)
        page.goto("/account")
        expect(page.locator("main")).to_contain_text("analyst for Derby")
