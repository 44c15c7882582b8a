"""A meeting is called, prepared, held and closed by keyboard and without script; what is typed is kept meanwhile."""

import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.conftest import ROOT, Axe
from tests.running_server import running_server, with_figures

pytestmark = pytest.mark.browser

PHONE: ViewportSize = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, published_url: str) -> Iterator[str]:
    """A product of this module's own: nobody else meets there."""
    program = [sys.executable, "-m", "dashboard"]
    own = with_figures(tmp_path_factory.mktemp("meetings"), published_url)
    with running_server(program, ROOT, own) as address:
        yield address


def test_what_is_typed_is_kept_on_the_server_until_it_is_sent(page: Page, axe: Axe) -> None:
    page.goto("/meeting?partnership=sampleshire")
    page.get_by_role("link", name="Strategy group, quarter 3").first.click()
    page.get_by_role("link", name="Shoplifting", exact=True).click()
    field = page.locator("form[data-draft*=minute-of] textarea")
    with page.expect_response("**/draft"):
        field.fill("Half a sentence")
    page.reload()
    expect(field).to_have_value("Half a sentence")
    broken = axe(page)
    page.get_by_role("button", name="Add this minute").press("Enter")
    expect(page.locator(".minute")).to_contain_text("Half a sentence")
    expect(field).to_have_value("")
    assert broken + axe(page) == []


def test_a_meeting_is_held_without_script_on_a_phone(browser: Browser, server: str) -> None:
    context = browser.new_context(base_url=server, java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto("/meeting?partnership=staffordshire")
    page.get_by_label("Title").fill("Strategy board")
    page.get_by_label("Day").fill("2027-03-11")
    page.get_by_role("button", name="Call the meeting").click()
    assert page.locator("html").evaluate("(one) => one.scrollWidth <= one.clientWidth")
    page.get_by_role("button", name="Begin the meeting").click()
    page.get_by_role("link", name="Take minutes item by item").click()
    page.get_by_label("What was decided").fill("Look at it again in June")
    page.get_by_label("Owner (role)").fill("Chair")
    page.get_by_role("button", name="Record this decision").click()
    expect(page.locator(".decided")).to_contain_text("Look at it again in June")
    assert page.locator("html").evaluate("(one) => one.scrollWidth <= one.clientWidth")
    page.get_by_role("link", name="Back to Strategy board").click()
    page.get_by_role("button", name="Close the meeting").click()
    expect(page.get_by_text("Provisional: decisions count")).to_be_visible()
    assert page.locator("html").evaluate("(one) => one.scrollWidth <= one.clientWidth")
    context.close()
