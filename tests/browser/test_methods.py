"""Every method page, on every screen, without a broken rule, a script of its own or a foreign request."""

import pytest
from playwright.sync_api import Page, expect

from dashboard.reports.methods.registry import METHODS
from tests.browser.conftest import Axe, Watch
from tests.browser.views import settle, visit

pytestmark = pytest.mark.browser

WIDTH = "() => document.scrollingElement.scrollWidth"
HEIGHT = "() => document.scrollingElement.scrollHeight"


#: Every second; the drill looks at all of them.
EVERY_METHOD = ["/method", *(f"/method/{slug}" for slug in METHODS)]
BY_TURNS = [pytest.param(path, marks=pytest.mark.drill if at % 2 else ()) for at, path in enumerate(EVERY_METHOD)]


@pytest.mark.each_case
@pytest.mark.parametrize("path", BY_TURNS)
def test_a_method_page_breaks_no_rule_and_fits_two_screens(page: Page, axe: Axe, path: str) -> None:
    page.goto(path)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    broken = axe(page)
    assert page.evaluate(HEIGHT) <= 2 * 900
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate(WIDTH) <= 320
    assert broken + axe(page) == []


def test_a_method_that_there_is_not_is_answered_with_404_and_the_list(page: Page, axe: Axe, watch: Watch) -> None:
    watch.allow("404")
    page.goto("/method/astrology")
    assert axe(page) == []
    page.get_by_role("link", name="See all methods").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("How the figures are worked out")


def test_from_a_status_to_its_method_to_the_cell_of_its_figure(page: Page) -> None:
    visit(page, "/?partnership=warwickshire&period=2010-11")
    page.get_by_role("link", name="Status: met, near, missed", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(METHODS["status"].title)
    page.get_by_role("region", name="Status of the year end").get_by_role("link", name="335").click()
    page.wait_for_url("**/data?partnership=warwickshire#cell-*")
    settle(page)
    expect(page.locator(f"#{page.url.rpartition('#')[2]}")).to_have_text("335")
