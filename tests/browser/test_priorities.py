"""The sliders of a strategic assessment work by keyboard, say their value, and lead to the ranking they ask for."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.views import settle, visit

pytestmark = pytest.mark.browser


def test_a_slider_is_moved_by_keys_and_ranks_anew(page: Page) -> None:
    visit(page, "/priorities?partnership=sampleshire")
    slider = page.get_by_role("slider", name="Harm")
    expect(slider).to_have_value("2")
    slider.focus()
    for _ in range(4):
        page.keyboard.press("ArrowLeft")
    expect(slider.locator("xpath=following-sibling::output")).to_have_text("0")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Rank with these weights").click()
    page.wait_for_url(re.compile(r"weights=harm"))
    settle(page)
    expect(page.get_by_text("Weights other than usual: harm 0.")).to_be_visible()
    page.get_by_role("link", name="Other crime").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Other crime")
    expect(page.get_by_role("heading", name="The group’s choice")).to_be_visible()
