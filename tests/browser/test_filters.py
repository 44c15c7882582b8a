"""The address is the view: every control writes it, Back and Forward read it, a copy of it opens the same."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.views import cells, chip, control, finding, query, settle, visit

pytestmark = pytest.mark.browser

STATE = "control => control.value + control.checked"
CONTROLS = "() => [...document.querySelectorAll('#filters select')].map((control) => control.value)"
TEXT = "() => document.querySelector('#page').innerText"


@dataclass(frozen=True)
class Choice:
    """One change of one control: where, which, to what; what the address then says and the page shows."""

    start: str
    label: str
    option: str
    key: str
    value: list[str] | None
    shown: str

    def make(self, page: Page) -> None:
        if self.option:
            control(page, self.label).select_option(label=self.option)
        else:
            chip(page, self.label).click()


COUNTY, DISTRICT = "/?partnership=warwickshire", "/trends?partnership=south-staffordshire"
CHOICES = {
    "partnership": Choice(COUNTY, "Partnership", "Derby", "partnership", ["derby"], "Derby · 2003/04"),
    "area": Choice(DISTRICT, "Area", "Locality 5", "area", ["locality-5"], "incidents · Locality 5"),
    "period": Choice(COUNTY, "Period", "2009/10", "period", ["2009-10"], "Warwickshire · 2009/10"),
    "category": Choice(COUNTY, "Alcohol", "", "category", ["alcohol"], "Warwickshire · 2010/11 in Alcohol"),
    "measure": Choice(DISTRICT, "Measure", "Index, first = 100", "measure", ["index"], "71.6"),
    "the usual measure": Choice(f"{DISTRICT}&measure=index", "Measure", "As published", "measure", None, "4,369"),
}


@pytest.mark.parametrize("choice", CHOICES.values(), ids=CHOICES)
def test_a_control_changes_address_and_figures_keeps_the_focus_and_can_be_undone(page: Page, choice: Choice) -> None:
    visit(page, choice.start)
    before = page.evaluate(TEXT)
    assert choice.shown not in before
    control(page, choice.label).focus()
    choice.make(page)
    expect(page.locator("#page")).to_contain_text(choice.shown)
    settle(page)
    assert query(page).get(choice.key) == choice.value
    expect(control(page, choice.label)).to_be_focused()
    after, state = page.evaluate(TEXT), control(page, choice.label).evaluate(STATE)
    page.go_back()
    expect(page.locator("#page")).not_to_contain_text(choice.shown)
    settle(page)
    assert page.evaluate(TEXT) == before
    page.go_forward()
    expect(page.locator("#page")).to_contain_text(choice.shown)
    settle(page)
    assert page.evaluate(TEXT) == after
    assert control(page, choice.label).evaluate(STATE) == state


def test_an_address_made_by_clicking_opens_the_same_view_elsewhere(page: Page, new_page: Callable[[], Page]) -> None:
    visit(page, "/trends?partnership=warwickshire")
    control(page, "Partnership").select_option(label="South Staffordshire")
    expect(chip(page, "Violent Crime")).to_be_visible()
    settle(page)
    chip(page, "Violent Crime").click()
    expect(page.locator("h1")).to_contain_text("Violent crime")
    settle(page)
    control(page, "Area").select_option(label="Locality 3")
    expect(page.locator(".place")).to_contain_text("Locality 3")
    settle(page)
    assert query(page)["category"] == ["violent-crime"]
    other = new_page()
    visit(other, page.url)
    for shown in (TEXT, CONTROLS, "() => document.title"):
        assert other.evaluate(shown) == page.evaluate(shown)


def test_all_clears_the_chips(page: Page) -> None:
    visit(page, f"{COUNTY}&category=alcohol&category=violent-crime")
    everything = page.get_by_role("button", name="All", exact=True)
    expect(everything).to_have_attribute("aria-pressed", "false")
    expect(page.locator("#filters input:checked")).to_have_count(2)
    everything.click()
    expect(page.locator(".place")).to_have_text("Warwickshire · 2010/11")
    settle(page)
    assert "category" not in query(page)
    expect(page.locator("#filters input:checked")).to_have_count(0)
    expect(everything).to_have_attribute("aria-pressed", "true")


def test_two_chips_show_both_categories(page: Page) -> None:
    visit(page, COUNTY)
    for name in ("Serious Violent Crime", "Serious Acquisitive Crime"):
        chip(page, name).click()
        expect(page.locator(".place")).to_contain_text(name)
        settle(page)
    assert query(page)["category"] == ["acquisitive-crime", "violent-crime"]
    expect(page.locator(".tile .code")).to_have_text(["NI 15", "NI 16"])


def test_the_navigation_keeps_the_view(page: Page) -> None:
    view = "partnership=south-staffordshire&area=locality-5&category=violent-crime&period=2008-09"
    visit(page, f"/?{view}")
    kept = query(page)
    for title, path in (("Year end", "/year-end"), ("Trends", "/trends"), ("Overview", "/")):
        page.get_by_role("navigation", name="Pages").get_by_role("link", name=title).click()
        page.wait_for_url(re.compile(rf"[0-9]{path}\?"))
        settle(page)
        assert query(page) == kept
        expect(page.locator("#nav [aria-current=page]")).to_have_text(title)
        expect(page.locator(".place")).to_contain_text("Locality 5")


def test_a_move_to_another_page_is_spoken_and_the_focus_follows(page: Page) -> None:
    visit(page, COUNTY)
    page.get_by_role("link", name="Year end", exact=True).click()
    expect(page.locator("table.year-end")).to_be_visible()
    settle(page)
    expect(page.locator("#spoken")).to_have_text(finding(page))
    expect(page.locator("#main")).to_be_focused()


@pytest.mark.parametrize(
    ("asked", "sentence", "kept"),
    [
        ("partnership=atlantis&period=2009-10", "There is no partnership 'atlantis'", "Warwickshire · 2010/11"),
        ("partnership=derby&area=moon", "Derby has no area 'moon'", "Derby · 2003/04"),
        ("partnership=derby&period=1999-00", "Derby has nothing for 1999/00", "Derby · 2003/04"),
        ("partnership=derby&speed=9", "'speed' is not a filter", "Derby · 2003/04"),
        ("partnership=warwickshire&category=piracy", "Warwickshire has no category 'piracy'", "Warwickshire · 2010/11"),
    ],
)
def test_what_an_address_asks_in_vain_is_said_and_the_nearest_view_shown(
    page: Page, asked: str, sentence: str, kept: str
) -> None:
    visit(page, f"/?{asked}")
    expect(page.locator("#notice")).to_contain_text(sentence)
    expect(page.locator(".place")).to_have_text(kept)
    control(page, "Partnership").select_option(label="Shropshire")
    expect(page.locator(".place")).to_contain_text("Shropshire")
    expect(page.locator("#notice")).to_be_empty()


def test_the_link_to_the_view_can_be_copied(page: Page, context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit(page, f"{COUNTY}&category=alcohol")
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("() => navigator.clipboard.readText()") == page.url


def test_the_index_starts_at_a_hundred_in_every_locality(page: Page) -> None:
    visit(page, f"{DISTRICT}&measure=index")
    table = cells(page.locator("#trends-table table").first)
    assert table[-1][1:] == ["100.0 [e]", "85.0 [e]", "84.3 [e]", "71.6 [e]"]
    assert {row[1] for row in table[1:]} == {"100.0 [e]"}
