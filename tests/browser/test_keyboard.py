"""Everything is reached by keyboard, in reading order, seen when it is reached, and never under the sticky bar."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.views import PAGE_NAMES, chip, in_sight, query, settle, visit

pytestmark = pytest.mark.browser

STEPS = 70  # past the bar into the figures; the longest page has several hundred stops

# The focused element: its part of the page, its name, whether its focus ring shows, and whether it can be seen.
STOP = """() => {
  const stop = document.activeElement;
  if (stop === document.body) return null;
  const ringed = [stop, stop.nextElementSibling].some((element) => {
    const style = element && getComputedStyle(element);
    return style && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  });
  const box = stop.getClientRects()[0];
  const middle = (start, end, limit) => (Math.max(start, 0) + Math.min(end, limit)) / 2;
  const across = middle(box.left, box.right, innerWidth), down = middle(box.top, box.bottom, innerHeight);
  const top = document.elementFromPoint(across, down);
  const part = stop.closest("#nav, .top, #filters, main, footer");
  return {
    part: part ? part.id || part.className || part.localName : "start",
    name: `${stop.localName} ${stop.id} ${(stop.innerText || stop.ariaLabel || "").slice(0, 40)}`,
    ringed,
    seen: !!top && (stop.contains(top) || top.contains(stop) || top === stop.nextElementSibling),
  };
}"""


def walk(page: Page, key: str, steps: int) -> list[dict[str, str | bool]]:
    """The stops that *steps* presses of *key* lead to, up to the end of the page."""
    stops = []
    for _ in range(steps):
        page.keyboard.press(key)
        stop = page.evaluate(STOP)
        if stop is None:
            break
        stops.append(stop)
    return stops


@pytest.mark.parametrize("path", PAGE_NAMES)
def test_every_stop_is_in_reading_order_and_in_sight(page: Page, path: str) -> None:
    visit(page, f"{path}?partnership=south-staffordshire")
    forth = walk(page, "Tab", STEPS)
    assert forth[0]["name"] == "a  Skip to the figures"
    parts = list(dict.fromkeys(stop["part"] for stop in forth))
    assert parts[:5] == ["start", "top", "nav", "filters", "main"]
    back = walk(page, "Shift+Tab", len(forth) - 1)
    unseen = [stop for stop in forth + back if not (stop["ringed"] and stop["seen"])]
    assert unseen == []


def test_the_skip_link_leads_past_the_bar(page: Page) -> None:
    visit(page, "/trends?partnership=south-staffordshire")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    first = walk(page, "Tab", 1)[0]
    assert first["part"] == "main"
    assert first["seen"]


def test_the_space_bar_switches_a_category_on_and_off(page: Page) -> None:
    visit(page, "/?partnership=warwickshire")
    box = page.get_by_role("checkbox", name="Alcohol", exact=True)
    box.focus()
    page.keyboard.press("Space")
    expect(page.locator(".place")).to_have_text("Warwickshire · 2010/11 in Alcohol")
    settle(page)
    assert query(page)["category"] == ["alcohol"]
    expect(box).to_be_focused()
    page.keyboard.press("Space")
    expect(page.locator(".place")).to_have_text("Warwickshire · 2010/11")
    settle(page)
    assert "category" not in query(page)
    expect(box).to_be_focused()


def test_a_category_that_does_not_fit_is_reached_by_keyboard(page: Page) -> None:
    visit(page, "/?partnership=south-staffordshire")
    page.get_by_role("checkbox", name="Overall crime").focus()
    assert page.evaluate(STOP)["seen"]
    page.keyboard.press("Space")
    expect(page.locator(".place")).to_contain_text("in Overall crime")


def test_more_shows_every_category_and_says_so(page: Page) -> None:
    visit(page, "/?partnership=south-staffordshire")
    more = page.locator("#more-categories")
    last = chip(page, "Overall crime")
    expect(more).to_have_attribute("aria-expanded", "false")
    assert not in_sight(last)
    more.focus()
    page.keyboard.press("Enter")
    expect(more).to_have_attribute("aria-expanded", "true")
    last.click()
    expect(page.locator(".place")).to_contain_text("in Overall crime")


def test_a_table_behind_a_chart_opens_by_keyboard(page: Page) -> None:
    visit(page, "/?partnership=south-staffordshire")
    summary = page.locator("#overview-trend-foot summary")
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#overview-trend-foot table")).to_be_visible()


def test_a_region_written_anew_keeps_the_focus_and_what_was_unfolded(page: Page) -> None:
    visit(page, "/trends?partnership=south-staffordshire")
    chosen = page.locator("#trends-choice .chip:not(.on)").first
    words = chosen.inner_text()
    chosen.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#trends-choice .chip.on").first).to_have_text(words)
    settle(page)
    expect(page.locator("#trends-choice .chip.on").first).to_be_focused()
    visit(page, "/?partnership=south-staffordshire&period=2010-11")
    summary = page.locator("#overview-trend-foot summary")
    summary.focus()
    page.keyboard.press("Enter")
    page.get_by_label("Period", exact=True).select_option("2009-10")
    page.wait_for_url("**period=2009-10**")
    settle(page)
    expect(page.locator("#overview-trend-foot table")).to_be_visible()
