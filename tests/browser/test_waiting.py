"""While the database is away a page says so in place and goes on by itself; a form keeps what was typed."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import ROOT, Axe, Watch
from tests.browser.views import visit
from tests.running_server import running_server, with_figures

pytestmark = pytest.mark.browser

SIZES = [(1440, 900), (1920, 1080), (390, 844)]
TITLE = "h1"
MOST_SAID = 20  # lines of the console: one page asks a few times, and does not storm


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory, published_url: str) -> Path:
    return with_figures(tmp_path_factory.mktemp("waiting"), published_url)


@pytest.fixture(scope="module")
def server(own: Path) -> Iterator[str]:
    """A product of this module's own, whose database goes away and comes back."""
    with running_server([sys.executable, "-m", "dashboard"], ROOT, own) as address:
        yield address


@pytest.fixture
def file(own: Path) -> Iterator[Path]:
    """The file of the database, which is put back whatever the test did."""
    file, aside = own / "outturn.db", own / "aside.db"
    yield file
    if aside.exists():
        aside.rename(file)


def test_a_page_says_that_the_database_is_away_and_goes_on_where_it_was_asked_to(
    page: Page, file: Path, axe: Axe, watch: Watch
) -> None:
    watch.allow("503")  # the browser tells of the answers by itself; no script may fail
    visit(page, "/year-end?partnership=warwickshire")
    expect(page.locator("main .place").first).to_contain_text("Warwickshire")
    file.rename(file.with_name("aside.db"))
    page.locator("#filter-partnership").select_option("derby")
    waiting = page.locator("#waiting")
    expect(waiting).to_contain_text("The database does not answer. What you see is from before.")
    assert axe(page) == []
    file.with_name("aside.db").rename(file)
    expect(waiting).to_be_empty(timeout=60_000)
    expect(page.locator("main .place").first).to_contain_text("Derby")
    assert len(watch.troubles) < MOST_SAID


@pytest.mark.parametrize("size", SIZES)
def test_a_page_that_is_opened_meanwhile_breaks_no_rule(
    page: Page, file: Path, axe: Axe, watch: Watch, size: tuple[int, int]
) -> None:
    watch.allow("503")
    page.set_viewport_size({"width": size[0], "height": size[1]})
    file.rename(file.with_name("aside.db"))
    page.goto("/year-end?partnership=derby")
    expect(page.locator(TITLE)).to_have_text("The database does not answer")
    assert axe(page) == []
    assert page.evaluate("() => document.scrollingElement.scrollWidth") <= size[0]
    file.with_name("aside.db").rename(file)
    page.get_by_role("link", name="Try again").click()
    expect(page.locator("main .place").first).to_contain_text("Derby")


def test_a_form_is_sent_again_as_it_was_typed(page: Page, file: Path, axe: Axe, watch: Watch) -> None:
    watch.allow("503")
    page.goto("/checks?partnership=warwickshire")
    form = page.locator("form:has([name=finding])").first
    form.locator("[name=words]").fill("Counted twice & mended")
    form.locator("[name=who]").fill("Jo Bloggs")
    form.locator("[name=standing]").first.evaluate("(box) => box.tagName === 'SELECT' || box.click()")
    with closing(sqlite3.connect(file)) as other:
        other.execute("BEGIN IMMEDIATE")
        form.get_by_role("button", name="Record it").click()
        expect(page.locator(TITLE)).to_have_text("Somebody else is writing to the database", timeout=20_000)
        other.rollback()
    expect(page.get_by_text("Counted twice & mended")).to_be_visible()
    assert axe(page) == []
    page.get_by_role("button", name="Send it again").click()
    expect(page.get_by_text("Jo Bloggs").first).to_be_visible()
    assert page.url.endswith("/checks?partnership=warwickshire")
