"""The audit trail on every screen: no broken rule, nothing wider than a phone, and looked through by keyboard alone."""

import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from data.engine import open_engine
from tests.browser.conftest import ROOT, Axe, Watch
from tests.data.audit.trail import fill
from tests.running_server import running_server, with_figures

pytestmark = pytest.mark.browser

WIDTH = "() => document.scrollingElement.scrollWidth"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, published_url: str) -> Iterator[str]:
    """A product of this module's own, of which the trail holds two pages and more."""
    own = with_figures(tmp_path_factory.mktemp("audit"), published_url)
    engine = open_engine(f"sqlite:///{own / 'outturn.db'}")
    fill(engine, 230)
    engine.dispose()
    with running_server([sys.executable, "-m", "dashboard"], ROOT, own) as address:
        yield address


@pytest.mark.parametrize(
    ("wide", "high"),
    [
        (1440, 900),
        pytest.param(1920, 1080, marks=pytest.mark.drill),
        pytest.param(390, 844, marks=pytest.mark.drill),
        (320, 700),
    ],
)
def test_the_trail_breaks_no_rule_and_is_no_wider_than_the_screen(page: Page, axe: Axe, wide: int, high: int) -> None:
    page.set_viewport_size({"width": wide, "height": high})
    page.goto("/audit?partnership=derby")
    expect(page.get_by_role("heading", level=1)).to_have_text("The audit trail holds 230 lines")
    assert axe(page) == []
    assert page.evaluate(WIDTH) <= wide
    page.get_by_role("link", name="How long files are kept").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("No loaded file is due to be erased")
    assert axe(page) == []
    assert page.evaluate(WIDTH) <= wide


def test_a_person_and_a_day_are_chosen_by_keyboard(page: Page) -> None:
    page.goto("/audit")
    page.get_by_label("Who").focus()
    page.keyboard.type("A. Jones")
    page.keyboard.press("Tab")
    page.keyboard.type("figure e")
    page.get_by_role("button", name="Show").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/audit?person=u7+A.+Jones&deed=figure+entered**")
    expect(page.get_by_role("row")).to_have_count(1 + 77)
    page.get_by_role("link", name="Show every line").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Older")).to_be_visible()


def test_a_rule_on_files_is_set_by_keyboard_and_what_is_wrong_leads_to_its_field(
    page: Page, axe: Axe, watch: Watch
) -> None:
    watch.allow("response 400")
    watch.allow("status of 400")
    page.goto("/settings/files")
    page.get_by_label("Files of").select_option(label="Kind: indicator figures")
    page.get_by_role("button", name="Set the rule").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert").get_by_role("link")).to_have_count(2)
    assert axe(page) == []
    page.get_by_role("alert").get_by_role("link").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Kept for how many months")).to_be_focused()
    page.keyboard.type("24")
    page.keyboard.press("Tab")
    page.keyboard.type("As agreed with the force")
    page.keyboard.press("Enter")
    expect(page.get_by_role("row", name="Kind: indicator figures")).to_contain_text("24 months")
    assert axe(page) == []
