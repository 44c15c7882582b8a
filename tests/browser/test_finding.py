"""The search field is reached by one key, used by keyboard alone, and leads on without loading the page again."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Axe
from tests.browser.views import TWO_FRAMES, visit

pytestmark = pytest.mark.browser


# The answer to all that was typed is there: while one is awaited, what is typed meanwhile is not yet asked.
ASKED_LAST = """(words) => {
  const asked = performance.getEntriesByType("resource").filter((entry) => entry.name.includes("/find.json?"));
  const last = asked.at(-1);
  return last?.responseEnd > 0 && new URL(last.name).searchParams.get("q") === words.trim();
}"""


def typed(page: Page, words: str) -> None:
    page.keyboard.press("/")
    expect(page.locator("#find")).to_be_focused()
    page.keyboard.type(words)
    expect(page.locator("#find-list")).to_be_visible()
    page.wait_for_function(ASKED_LAST, arg=words)
    page.evaluate(TWO_FRAMES)


def options(page: Page) -> list[str]:
    return page.locator("#find-list .name").all_text_contents()


def test_by_keyboard_alone(page: Page, axe: Axe) -> None:
    visit(page, "/?partnership=warwickshire&period=2010-11")
    typed(page, "ni 47")
    expect(page.locator("#find-list [aria-selected=true] .name")).to_contain_text("NI 47")
    assert axe(page) == []
    page.evaluate("window.stays = true")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/indicator\?.*indicator=ni-47"))
    expect(page.locator("#find-list")).to_be_hidden()
    assert page.evaluate("window.stays")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_arrows_go_round_and_escape_closes(page: Page) -> None:
    visit(page, "/?partnership=sampleshire")
    typed(page, "burglary")
    field, count = page.locator("#find"), len(options(page))
    page.keyboard.press("ArrowUp")
    expect(field).to_have_attribute("aria-activedescendant", f"find-{count - 1}")
    page.keyboard.press("ArrowDown")
    expect(field).to_have_attribute("aria-activedescendant", "find-0")
    expect(page.locator("#find-said")).to_contain_text("found")
    page.keyboard.press("Escape")
    expect(page.locator("#find-list")).to_be_hidden()
    expect(field).to_have_attribute("aria-expanded", "false")


def test_a_click_opens_an_action_where_it_stands(page: Page) -> None:
    visit(page, "/trends?partnership=staffordshire")
    typed(page, "7.4 review")
    page.locator("#find-list [role=option]").first.click()
    expect(page.locator(".pointed-at")).to_have_text("7.4")


def test_nothing_fits_and_enter_says_so_on_the_page(page: Page) -> None:
    visit(page, "/?partnership=derby")
    page.keyboard.press("/")
    page.keyboard.type("xyzzy")
    expect(page.locator("#find-said")).to_have_text("Nothing found")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Nothing found for “xyzzy”")
    expect(page.locator("#find")).to_have_value("xyzzy")


def test_the_key_is_written_inside_a_field_and_can_be_switched_off(page: Page) -> None:
    page.goto("/find?q=police&partnership=derby")
    page.locator("#find").fill("")
    page.locator("#find").press("/")
    expect(page.locator("#find")).to_have_value("/")
    page.get_by_role("button", name="Switch it off").click()
    page.keyboard.press("/")
    expect(page.locator("#find")).not_to_be_focused()
    page.get_by_role("button", name="Switch it on").click()
    page.keyboard.press("/")
    expect(page.locator("#find")).to_be_focused()


@pytest.mark.parametrize("path", ["/find?q=police&partnership=derby", "/find", "/find?q=xyzzy"])
def test_the_page_is_clean(page: Page, axe: Axe, path: str) -> None:
    page.goto(path)
    assert axe(page) == []
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
