"""On a phone navigation and filters are one line each: read folded, opened by keyboard, on forms without script."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Axe
from tests.browser.views import PAGE_NAMES, chip, choose, control, in_sight, settle, visit

pytestmark = pytest.mark.browser

WIDTH, HEIGHT, ONE_LINE = 390, 844, 60
PLAIN = ("/load", "/enter?partnership=warwickshire", "/checks?partnership=derby", "/method", "/method/status")
UNSAID = {"As published", "A year before"}  # how a view stands without being asked
HEIGHTS = """() => ["#nav", "header.top", "#filters"].map((part) => document.querySelector(part))
  .map((part) => part?.getBoundingClientRect().height ?? 0)"""


@pytest.fixture(params=[pytest.param(WIDTH, marks=pytest.mark.drill), 320])  # what fits the narrowest fits both
def phone(page: Page, request: pytest.FixtureRequest) -> Page:
    page.set_viewport_size({"width": request.param, "height": HEIGHT})
    return page


@pytest.mark.parametrize("path", PAGE_NAMES)
def test_navigation_and_filters_are_one_line_each(phone: Page, path: str) -> None:
    visit(phone, f"{path}?partnership=warwickshire")
    assert max(phone.evaluate(HEIGHTS)) < ONE_LINE
    expect(phone.locator("#filters summary")).to_contain_text("Filters: Warwickshire")
    expect(phone.locator("#nav .nav-link:visible")).to_have_count(1 if phone.evaluate("innerWidth") == WIDTH else 0)
    assert in_sight(phone.get_by_role("searchbox").or_(phone.locator("#find")))


@pytest.mark.parametrize("path", PLAIN)
def test_the_navigation_of_a_plain_page_is_one_line_and_opens_without_script(
    browser: Browser, server: str, path: str
) -> None:
    phone = browser.new_page(
        base_url=server, viewport={"width": WIDTH, "height": HEIGHT}, java_script_enabled=False, locale="en-GB"
    )
    phone.goto(path)
    assert phone.locator("header.top").bounding_box()["height"] < ONE_LINE  # type: ignore[index]
    phone.locator("summary", has_text="Menu").focus()
    phone.keyboard.press("Enter")
    expect(phone.locator("#nav .nav-link:visible")).to_have_count(len(PAGE_NAMES) + 1)
    phone.close()


@pytest.mark.parametrize(
    ("view", "words"),
    [
        ("/?partnership=warwickshire", "Filters: Warwickshire, 2010/11"),
        ("/?partnership=derby&category=alcohol&category=burglary", None),
        ("/trends?partnership=south-staffordshire&area=locality-5&measure=index", None),
        ("/plan?partnership=staffordshire&area=", "Filters: Staffordshire"),
        ("/hotspots?partnership=sampleshire&crime=burglary&crime=drugs", None),
    ],
)
def test_the_folded_line_says_what_the_controls_do(phone: Page, view: str, words: str | None) -> None:
    visit(phone, view)
    folded = phone.locator("#filters summary").inner_text()
    assert words is None or folded == words
    phone.locator("#filters summary").click()
    fields = "#filters > :is(.f, fieldset):visible"
    asked = phone.locator(f"{fields} select").evaluate_all("all => all.map((one) => one.selectedOptions[0].label)")
    asked += phone.locator(f"{fields} .form-check:has(:checked)").all_inner_texts()
    told = [label for label in asked if not label.startswith("All ") and label not in UNSAID]
    assert all(label in folded for label in told)
    assert sum(map(len, told)) > len(folded) / 2


def test_the_filters_open_by_keyboard_keep_the_focus_and_close_with_escape(phone: Page) -> None:
    visit(phone, "/?partnership=warwickshire")
    line = phone.locator("#filters summary")
    line.focus()
    phone.keyboard.press("Enter")
    expect(control(phone, "Period")).to_be_visible()
    phone.keyboard.press("Tab")
    expect(control(phone, "Partnership")).to_be_focused()
    control(phone, "Period").focus()
    choose(phone, "Period", "2009-10")
    expect(line).to_have_text("Filters: Warwickshire, 2009/10")
    expect(control(phone, "Period")).to_be_focused()
    assert in_sight(control(phone, "Period"))
    phone.keyboard.press("Escape")
    expect(control(phone, "Period")).to_be_hidden()
    expect(line).to_be_focused()


def test_a_chip_is_chosen_on_a_phone(phone: Page) -> None:
    visit(phone, "/?partnership=warwickshire")
    phone.locator("#filters summary").click()
    chip(phone, "Alcohol").click()
    expect(phone.locator("#filters summary")).to_have_text("Filters: Warwickshire, 2010/11, Alcohol")


def test_the_menu_opens_by_keyboard_leads_on_and_closes(phone: Page) -> None:
    visit(phone, "/?partnership=south-staffordshire")
    button = phone.locator("summary", has_text="Menu")
    button.focus()
    phone.keyboard.press("Space")
    links = phone.locator("#nav .nav-link:visible")
    expect(links).to_have_count(len(PAGE_NAMES) + 1)
    phone.keyboard.press("Escape")
    expect(links.filter(has_not_text="Overview")).to_have_count(0)
    expect(button).to_be_focused()
    phone.keyboard.press("Enter")
    phone.get_by_role("link", name="Trends", exact=True).click()
    phone.wait_for_url("**/trends?*")
    settle(phone)
    expect(links.filter(has_not_text="Trends")).to_have_count(0)
    expect(phone.locator("#main")).to_be_focused()


@pytest.mark.parametrize("path", [*PAGE_NAMES, *PLAIN])
def test_no_rule_is_broken_with_menu_and_filters_opened(phone: Page, axe: Axe, path: str) -> None:
    if path in PAGE_NAMES:
        visit(phone, f"{path}?partnership=sampleshire")
    else:
        phone.goto(path)
    for line in phone.locator(".fold summary").all():
        line.click()
    assert axe(phone) == []
    assert phone.evaluate("() => document.scrollingElement.scrollWidth") <= WIDTH


@pytest.mark.parametrize("path", ["/", "/load"])
def test_a_wide_screen_folds_nothing(page: Page, path: str) -> None:
    page.goto(path)
    expect(page.locator("#nav .nav-link:visible")).to_have_count(len(PAGE_NAMES) + 1)
    expect(page.locator(".fold")).not_to_have_count(0)
    expect(page.locator(".fold:visible")).to_have_count(0)
