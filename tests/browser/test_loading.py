"""An officer's typed table goes in, is looked through, published, seen, traced to its cell, and undone."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import ROOT, Axe, Watch
from tests.browser.views import finding, settle, visit
from tests.running_server import running_server, with_figures

pytestmark = pytest.mark.browser

HEADING = ("Indicator", "2009/10 Target", "2009/10 Actual", "2010/11 Target", "2010/11 Actual")
ROWS = (
    ("NI 15 - Most serious violent crime", 294, 323, 288, 280),
    ("NI21 – Dealing with local concerns about ASB and crime ¹", 0.263, 0.25, 0.295, "N/A"),
    ("NI30 - Re-offending rate of prolific and priority offenders", 285, 120, "29%", "TBC ²"),
    ("NI47 - People killed or seriously injured in road traffic accidents", 389, 308, 304, "30 1"),
    ("LP 1 - Doorstep crime", None, "1,1283", "TBC", 42),
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, published_url: str) -> Iterator[str]:
    """A product of this module's own: what is published here is seen nowhere else."""
    program = [sys.executable, "-m", "dashboard"]
    own = with_figures(tmp_path_factory.mktemp("loading"), published_url)
    with running_server(program, ROOT, own) as address:
        yield address


@pytest.fixture
def typed(tmp_path: Path) -> Path:
    """Warwickshire's Table 1 as somebody types it: a title, percent cells, notes below, a slip or two."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Warwickshire Community Safety Agreement: Table 1"])
    sheet.append([])
    sheet.append(HEADING)
    for row in ROWS:
        sheet.append(row)
    for cell in ("B5", "C5", "D5"):
        sheet[cell].number_format = "0.0%"
    sheet.append([])
    sheet.append(["1 Through the Partnership Place Survey"])
    path = tmp_path / "table-1.xlsx"
    book.save(path)
    return path


def hand_in(page: Page, *paths: Path) -> None:
    page.goto("/load?partnership=warwickshire")
    page.get_by_label("Files").set_input_files([*map(str, paths)])
    page.get_by_label("Your name").fill("A. Officer")
    page.get_by_role("button", name="See what would change").click()
    expect(page.get_by_role("heading", level=1)).not_to_contain_text("being read")


OVERVIEW = "/?partnership=warwickshire&period=2010-11"


def violence(page: Page) -> Locator:
    """The tile of most serious violence on the overview."""
    visit(page, OVERVIEW)
    return page.locator(".tile", has_text="Most serious violent crime").first


def test_a_typed_table_is_looked_through_published_traced_and_undone(page: Page, axe: Axe, typed: Path) -> None:
    hand_in(page, typed)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Two new figures, one figure changed")
    expect(page.get_by_text("“1,1283” looks like 1,128 with note 3: write 1,128 (3).")).to_be_visible()
    expect(page.get_by_text("Not declared whether lower or higher is better")).to_be_visible()
    expect(page.get_by_role("region", name="Changes")).to_contain_text("335")
    broken = axe(page)
    expect(violence(page)).to_contain_text("335")
    page.go_back()
    page.get_by_role("button", name="Publish").click()
    expect(page.locator("p.place")).to_have_text("Published")
    assert broken + axe(page) == []
    trace(page, axe, typed)
    page.goto("/load")
    assert axe(page) == []
    page.get_by_role("button", name="Undo: loaded").click()
    expect(page.get_by_role("status")).to_contain_text("as they were before")
    expect(violence(page)).to_contain_text("335")


def trace(page: Page, axe: Axe, typed: Path) -> None:
    """From the new number to its cell and its file in two clicks."""
    tile = violence(page)
    expect(tile).to_contain_text("280")
    expect(tile).to_contain_text("[r]")
    tile.locator("a[href^='/figures/']").first.click()
    facts = page.locator(".facts")
    expect(facts).to_contain_text("“280” ✓ the same")
    expect(facts).to_contain_text("table-1.xlsx, sheet Sheet, E4")
    expect(page.get_by_role("region", name="Values")).to_contain_text("335")
    assert axe(page) == []
    with page.expect_download() as fetched:
        page.get_by_role("link", name="Fetch the file").click()
    assert Path(fetched.value.path()).read_bytes() == typed.read_bytes()


def test_the_form_says_what_is_missing_and_works_by_keyboard(page: Page, axe: Axe, watch: Watch) -> None:
    watch.allow("response 400")
    watch.allow("status of 400")
    page.goto("/load")
    page.get_by_label("Source").focus()
    page.keyboard.press("Enter")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("Select a file.")
    assert page.title().startswith("Error: ")
    alert.get_by_role("link").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Files")).to_be_focused()
    assert axe(page) == []


def test_a_broken_file_is_answered_with_a_sentence(page: Page, axe: Axe, watch: Watch, tmp_path: Path) -> None:
    watch.allow("response 400")
    watch.allow("status of 400")
    broken = tmp_path / "figures.xlsx"
    broken.write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 600)
    hand_in(page, broken)
    expect(page.get_by_role("alert")).to_contain_text("save it as .xlsx without a password")
    assert axe(page) == []


def test_pages_of_an_earlier_day_say_so_and_lead_back(page: Page, axe: Axe) -> None:
    visit(page, "/?partnership=warwickshire&as-at=2026-01-02")
    expect(page.locator("#notice")).to_contain_text("As known on 2 January 2026")
    assert axe(page) == []
    page.get_by_role("link", name="Show what is known now").click()
    settle(page)
    assert "as-at" not in page.url
    assert finding(page)


def test_findings_are_explained_by_name(page: Page, axe: Axe) -> None:
    page.goto("/checks?partnership=warwickshire")
    assert axe(page) == []
    card = page.locator("section.card").first
    card.get_by_label("Why").fill("Rounded by hand")
    card.get_by_label("Your name").fill("B. Analyst")
    card.get_by_role("button", name="Record it").click()
    expect(page.get_by_text("Rounded by hand (B. Analyst,")).to_be_visible()
    visit(page, "/data?partnership=warwickshire")
    expect(page.get_by_text("Rounded by hand (B. Analyst,")).to_be_visible()


@pytest.mark.parametrize("path", ["/load", "/checks?partnership=derby", "/figures/999999"])
@pytest.mark.parametrize("width", [320, 390])
def test_plain_pages_fit_the_narrowest_screens(page: Page, watch: Watch, path: str, width: int) -> None:
    watch.allow("response 404")
    watch.allow("status of 404")
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(path)
    assert page.evaluate("() => document.scrollingElement.scrollWidth") <= width
