"""One figure is corrected, commentary is added and an area list makes a partnership, all without a file or script."""

import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.conftest import ROOT, Axe, Watch
from tests.browser.views import visit
from tests.running_server import running_server, with_figures

pytestmark = pytest.mark.browser

INDICATOR = "/indicator?partnership=warwickshire&indicator=ni-15&period=2010-11"
PHONE: ViewportSize = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, published_url: str) -> Iterator[str]:
    """A product of this module's own: what is published here is seen nowhere else."""
    program = [sys.executable, "-m", "dashboard"]
    own = with_figures(tmp_path_factory.mktemp("entries"), published_url)
    with running_server(program, ROOT, own) as address:
        yield address


def sign(page: Page, why: str) -> None:
    page.get_by_label("Reason").fill(why)
    page.get_by_label("Your name").fill("A. Officer")
    page.get_by_role("button", name="See what would change").click()


def publish(page: Page) -> None:
    page.get_by_role("button", name="Publish").click()
    expect(page.locator("p.place")).to_have_text("Published", timeout=20_000)


def test_a_figure_is_corrected_seen_traced_and_undone(page: Page, axe: Axe, watch: Watch) -> None:
    watch.allow("response 400")
    watch.allow("status of 400")
    visit(page, INDICATOR)
    page.get_by_role("link", name="Enter a figure or target").click()
    expect(page.get_by_label("Period")).to_have_value("2010/11")
    page.get_by_label("An actual: what was measured").check()
    sign(page, "")
    expect(page.get_by_role("alert")).to_contain_text("Enter the figure or the commentary")
    broken = axe(page)
    page.get_by_label("Figure or commentary").fill("331")
    sign(page, "Two offences were recorded twice")
    expect(page.get_by_role("region", name="Changes")).to_contain_text("335")
    broken += axe(page)
    publish(page)
    visit(page, INDICATOR)
    expect(page.locator("#indicator-history")).to_contain_text("331")
    page.locator("#indicator-history").get_by_role("link", name="331").first.click()
    expect(page.get_by_role("region", name="Values")).to_contain_text("Two offences were recorded twice")
    broken += axe(page)
    page.goto("/load")
    page.get_by_role("button", name="Undo: entered Most serious violent crime").click()
    expect(page.get_by_role("status")).to_contain_text("Undone")
    assert broken == []


def test_commentary_stands_on_the_page_and_on_the_tile(page: Page, axe: Axe) -> None:
    page.goto("/enter?partnership=warwickshire&indicator=ni-15&period=2010-11&what=commentary")
    page.get_by_label("Figure or commentary").fill("More victims came forward after the spring campaign.")
    sign(page, "Quarterly return")
    publish(page)
    visit(page, INDICATOR)
    expect(page.locator("#indicator-more")).to_contain_text("More victims came forward")
    broken = axe(page)
    visit(page, "/?partnership=warwickshire&period=2010-11")
    expect(page.locator(".tile", has_text="Most serious violent crime").first).to_contain_text(
        "More victims came forward"
    )
    assert axe(page) + broken == []


def test_the_forms_need_no_script_and_fit_a_phone(browser: Browser, server: str) -> None:
    context = browser.new_context(base_url=server, java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    for path in ("/enter?partnership=warwickshire", "/indicators?partnership=warwickshire", "/partnerships"):
        page.goto(path)
        assert page.locator("html").evaluate("(one) => one.scrollWidth <= one.clientWidth")
    page.get_by_label("Name of the partnership").fill("Newshire")
    page.get_by_label("Its areas").fill("North\nSouth, E07999999")
    sign(page, "Set up this year")
    expect(page.get_by_text("New partnership: Newshire.")).to_be_visible()
    page.get_by_role("button", name="Publish").click()
    page.get_by_role("link", name="Look again").click()
    context.close()


def test_a_preview_and_what_is_published_are_not_scrolled_sideways_on_a_phone(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto("/enter?partnership=warwickshire&indicator=ni-15&period=2010-11&what=actual")
    page.get_by_label("Figure or commentary").fill("332")
    sign(page, "Counted again")
    expect(page.get_by_role("region", name="Changes")).to_contain_text("332")
    assert page.locator(".table-scroll:has(> table.cards)").count() == 3
    wide = "boxes => boxes.filter((box) => box.scrollWidth > box.clientWidth + 1).length"
    assert page.locator(".table-scroll").evaluate_all(wide) == 0
    publish(page)
    page.goto("/load")
    assert page.locator(".table-scroll").evaluate_all(wide) == 0
    visit(page, INDICATOR)
    page.locator("#indicator-history").get_by_role("link", name="332").first.click()
    expect(page.get_by_role("region", name="Values")).to_contain_text("Counted again")
    assert page.locator(".table-scroll").evaluate_all(wide) == 0
