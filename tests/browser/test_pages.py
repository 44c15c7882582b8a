"""Every page, for every partnership and on every screen, opens without an error, a violation or a foreign request."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Axe, Watch
from tests.browser.views import EVERY_NAME, PAGE_NAMES, exported_title, finding, partnerships, settle, visit

pytestmark = pytest.mark.browser

#: Every fold; the menu of files lies over what is under it, and closes where anything else is used.
OPEN_EVERYTHING = """() => document.querySelectorAll('details:not(.files)')
    .forEach((part) => part.setAttribute('open', ''))"""
WIDTH = "() => document.scrollingElement.scrollWidth"


def open_everything(page: Page) -> None:
    """Open every fold, and wait until those that are fetched are there."""
    page.evaluate(OPEN_EVERYTHING)
    page.wait_for_function("() => !document.querySelector('details[data-from], details[aria-busy]')")


#: The pages of the menu for everybody, and those that others lead to for one that has something of them.
SHOWN = [
    *((path, partnership) for partnership in partnerships() for path in PAGE_NAMES),
    *(("/place", "south-staffordshire"), ("/measure", "warwickshire"), ("/scrutiny", "warwickshire")),
]
#: Every fifth, and all of the invented county, which show most; the others are looked at in the drill.
BY_TURNS = [
    pytest.param(path, partnership, marks=() if at % 5 == 0 or partnership == "sampleshire" else pytest.mark.drill)
    for at, (path, partnership) in enumerate(SHOWN)
]


@pytest.mark.each_case
@pytest.mark.parametrize(("path", "partnership"), BY_TURNS)
def test_every_page_states_its_finding_and_breaks_no_rule(page: Page, axe: Axe, path: str, partnership: str) -> None:
    answer = visit(page, f"{path}?partnership={partnership}")
    assert answer.status == 200
    title = finding(page)
    assert len(title.split()) >= 4
    assert title == exported_title(page)
    assert page.title() == f"{title} – Outturn"
    open_everything(page)
    assert axe(page) == []


@pytest.mark.each_case
@pytest.mark.parametrize("path", EVERY_NAME)
def test_every_page_fits_a_telephone_a_projector_and_the_narrowest_screen(page: Page, axe: Axe, path: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    visit(page, f"{path}?partnership=south-staffordshire")
    broken = axe(page)
    page.set_viewport_size({"width": 1920, "height": 1080})
    settle(page)
    assert broken + axe(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    settle(page)
    open_everything(page)
    assert page.evaluate(WIDTH) <= 320, "no page scrolls sideways on the narrowest screen"


STATES = {
    "unknown filters": "/?partnership=atlantis&speed=9",
    "unknown category": "/year-end?partnership=warwickshire&category=piracy&period=1066-67",
    "index": "/trends?partnership=south-staffordshire&measure=index",
    "change on the year": "/trends?partnership=south-staffordshire&measure=change",
    "rate": "/indicator?partnership=south-staffordshire&measure=rate",
    "one locality": "/trends?partnership=south-staffordshire&area=locality-5",
    "an area without figures": "/?partnership=warwickshire&area=rugby",
    "a category without figures": "/year-end?partnership=derby&category=hate-crime",
    "a period without figures": "/?partnership=staffordshire&category=public-confidence",
}


@pytest.mark.parametrize("address", STATES.values(), ids=STATES)
def test_no_state_of_a_page_breaks_a_rule(page: Page, axe: Axe, address: str) -> None:
    visit(page, address)
    assert axe(page) == []


def test_an_unknown_address_is_answered_with_404_and_a_way_out(page: Page, axe: Axe, watch: Watch) -> None:
    watch.allow("404")
    answer = visit(page, "/nothing-here?partnership=derby")
    assert answer.status == 404
    assert finding(page) == "There is no page at this address"
    assert axe(page) == []
    page.get_by_role("link", name="Go to the overview").click()
    page.wait_for_url("**/")
    settle(page)
    assert len(finding(page).split()) >= 4
