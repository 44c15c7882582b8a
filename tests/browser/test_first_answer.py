"""The page is there before any script has run, and Dash takes it over where the reader is, without a jump."""

import pytest
from playwright.sync_api import Browser, Page, Request, Route, expect

from tests.browser.conftest import Axe
from tests.browser.test_charts import ADD_UP_SHIFTS
from tests.browser.views import PAGE_NAMES, TWO_FRAMES, finding, settle, visit

pytestmark = pytest.mark.browser

LAYOUT = "**/_dash-layout"
DOUBLED = """() => {
  const ids = [...document.querySelectorAll("[id]")].map((part) => part.id);
  return ids.filter((id, at) => ids.indexOf(id) !== at);
}"""
IS_FIRST = "() => !!document.getElementById('first')"


def held(page: Page, address: str) -> list[Route]:
    """The page at *address* as the first answer gives it: what Dash draws from is held back."""
    found: list[Route] = []
    page.route(LAYOUT, lambda route: found.append(route))
    with page.expect_request(LAYOUT):
        page.goto(address, wait_until="commit")
    return found


def let_go(page: Page, routes: list[Route]) -> None:
    for route in routes:
        route.continue_()
    settle(page)
    assert not page.evaluate(IS_FIRST)


@pytest.mark.parametrize("path", PAGE_NAMES)
@pytest.mark.parametrize(("width", "height"), [pytest.param(390, 844, marks=pytest.mark.drill), (1440, 900)])
def test_dash_takes_over_without_a_jump(page: Page, axe: Axe, path: str, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.add_init_script(ADD_UP_SHIFTS)
    routes = held(page, f"{path}?partnership=warwickshire")
    assert page.evaluate(IS_FIRST)
    title, tab = finding(page), page.title()
    assert len(title.split()) >= 4
    assert tab == f"{title} – Outturn"
    assert axe(page) == []
    assert page.evaluate(DOUBLED) == []
    let_go(page, routes)
    page.evaluate(TWO_FRAMES)
    assert (finding(page), page.title(), page.evaluate(DOUBLED)) == (title, tab, [])
    assert page.evaluate("() => window.addUp()") < 0.05


def test_the_focus_and_what_was_unfolded_stay_when_dash_takes_over(page: Page) -> None:
    routes = held(page, "/year-end?partnership=warwickshire")
    page.get_by_role("link", name="Trends", exact=True).focus()
    let_go(page, routes)
    expect(page.get_by_role("link", name="Trends", exact=True)).to_be_focused()
    routes = held(page, "/plan?partnership=warwickshire")
    page.locator("#find").fill("burg")
    let_go(page, routes)
    expect(page.locator("#find")).to_be_focused()
    expect(page.locator("#find")).to_have_value("burg")
    routes = held(page, "/?partnership=south-staffordshire")
    page.locator("#overview-trend-foot summary").click()
    expect(page.locator("#overview-trend-foot table")).to_be_visible()
    let_go(page, routes)
    expect(page.locator("#overview-trend-foot table")).to_be_visible()


def test_links_and_filters_lead_on_before_dash_has_drawn(page: Page) -> None:
    held(page, "/?partnership=warwickshire")
    page.get_by_label("Partnership", exact=True).select_option("derby")
    page.wait_for_url("**/?partnership=derby")
    page.get_by_role("link", name="Plan", exact=True).click()
    page.wait_for_url("**/plan?partnership=derby")
    expect(page.locator("#page h1")).to_contain_text("Derby")


def test_an_address_that_the_page_does_not_tell_is_drawn_all_the_same(page: Page) -> None:
    def without_referer(route: Route, request: Request) -> None:
        route.continue_(headers={name: value for name, value in request.headers.items() if name != "referer"})

    page.route(LAYOUT, without_referer)
    visit(page, "/trends?partnership=warwickshire")
    assert len(finding(page).split()) >= 4
    assert page.evaluate(DOUBLED) == []


@pytest.mark.parametrize("path", PAGE_NAMES)
def test_a_reader_without_script_has_the_page(browser: Browser, server: str, path: str) -> None:
    context = browser.new_context(base_url=server, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{path}?partnership=warwickshire")
    assert len(finding(page).split()) >= 4
    expect(page.locator(".no-script")).to_contain_text("JavaScript is switched off")
    page.locator("#first .take-away summary").click()
    expect(page.locator("#first a[href*='/export/']").first).to_be_visible()
    context.close()
