"""Every page, for every partnership and on every screen, opens clean: no error, no violation, nothing from elsewhere."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Violations
from tests.browser.views import PAGE_NAMES, exported_title, finding, partnerships, settle, visit

pytestmark = pytest.mark.browser

Axe = Callable[[Page], Violations]
OPEN_EVERYTHING = "() => document.querySelectorAll('details').forEach((part) => part.setAttribute('open', ''))"
WIDTH = "() => document.scrollingElement.scrollWidth"


def said(violations: Violations) -> list[str]:
    """One line for each broken rule, with the first three places it is broken at."""
    return [
        f"{item['id']}: {item['help']} ({len(item['nodes'])}): {[node['html'][:160] for node in item['nodes'][:3]]}"
        for item in violations
    ]


@pytest.mark.parametrize("partnership", partnerships())
@pytest.mark.parametrize("path", PAGE_NAMES)
def test_every_page_states_its_finding_and_breaks_no_rule(page: Page, axe: Axe, path: str, partnership: str) -> None:
    answer = visit(page, f"{path}?partnership={partnership}")
    assert answer.status == 200
    assert page.locator("h1").count() == 1
    title = finding(page)
    assert len(title.split()) >= 4
    assert title == exported_title(page)
    assert page.title() == f"{title} – Outturn"
    page.evaluate(OPEN_EVERYTHING)
    assert said(axe(page)) == []


@pytest.mark.parametrize("path", PAGE_NAMES)
def test_every_page_fits_a_telephone_and_a_projector(page: Page, axe: Axe, path: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    visit(page, f"{path}?partnership=south-staffordshire")
    assert said(axe(page)) == []
    page.set_viewport_size({"width": 1920, "height": 1080})
    settle(page)
    assert said(axe(page)) == []
    page.set_viewport_size({"width": 320, "height": 640})
    settle(page)
    assert page.evaluate(WIDTH) <= 320
