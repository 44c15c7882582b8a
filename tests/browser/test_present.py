"""On the projector: large, by keys alone, with filters at hand and a second window that keeps step."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Axe
from tests.browser.views import settle

DECK = "/present?deck=%2F%3Fpartnership%3Dwarwickshire%26period%3D2010-11&item=1"
PIXELS = "element => parseFloat(getComputedStyle(element).fontSize)"


@pytest.fixture
def screen(context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    page.set_viewport_size({"width": 1920, "height": 1080})
    yield page
    page.close()


def test_a_view_is_presented_from_its_page_and_walked_by_keys(screen: Page, axe: Axe) -> None:
    screen.goto("/?partnership=warwickshire&period=2010-11")
    settle(screen)
    screen.get_by_role("button", name="Present").click()
    heading = screen.locator("#slide h1")
    expect(heading).to_have_text("One of three targets that can be judged was missed in 2010/11")
    screen.evaluate("window.stays = true")
    screen.keyboard.press("ArrowRight")
    expect(heading).to_contain_text("Most serious violent crime: 335")
    assert screen.locator(".slide-number").evaluate(PIXELS) == pytest.approx(72, abs=0.5)
    small = [".slide-big", ".slide-said dd", ".slide-place", ".slide-status .tag"]
    assert min(screen.locator(name).first.evaluate(PIXELS) for name in small) >= 27.9
    assert screen.evaluate("[scrollX, document.documentElement.scrollHeight <= innerHeight]") == [0, True]
    assert axe(screen) == []
    screen.keyboard.press("PageUp")
    expect(heading).to_contain_text("One of three")
    screen.go_back()
    expect(heading).to_contain_text("Most serious violent crime")
    assert screen.evaluate("window.stays")  # no screen was a page of its own


def test_filters_and_rows_are_at_hand_without_leaving(screen: Page, axe: Axe) -> None:
    screen.goto(DECK)
    screen.evaluate("window.stays = true")
    screen.keyboard.press("f")
    screen.get_by_label("Period").select_option("2009-10")
    assert axe(screen) == []
    screen.get_by_role("button", name="Show", exact=True).click()
    expect(screen.locator("#slide h1")).to_contain_text("2009/10")
    screen.get_by_role("link", name="Back to the item").click()
    screen.get_by_role("link", name="Serious acquisitive crime").click()
    expect(screen.locator("#slide h1")).to_contain_text("Serious acquisitive crime")
    assert screen.evaluate("window.stays")


def test_the_second_window_keeps_step_both_ways(screen: Page, axe: Axe) -> None:
    screen.goto(DECK)
    with screen.expect_popup() as opened:
        screen.get_by_role("link", name="Presenter’s window").click()
    desk = opened.value
    expect(desk.get_by_role("heading", name="Now: 1 of 7")).to_be_visible()
    screen.keyboard.press("PageDown")
    expect(desk.get_by_role("heading", name="Now: 2 of 7")).to_be_visible()
    assert axe(desk) == []
    desk.keyboard.press("ArrowRight")
    expect(screen.locator(".where")).to_have_text("3 of 7")
    desk.close()


@pytest.mark.parametrize("address", ["/meeting/seen?meeting=1", "/meeting/since?meeting=1"])
def test_what_a_meeting_saw_reads_well_for_everyone(screen: Page, axe: Axe, address: str) -> None:
    screen.goto(address)
    expect(screen.locator("h1")).to_contain_text(" ")
    assert axe(screen) == []
