"""What comes out on paper: colours whatever the browser is told, few pages, and under each where it is from."""

import re
import zlib

import pytest
from playwright.sync_api import Page

from tests.browser.views import partnerships, visit

pytestmark = pytest.mark.browser

PAGE_OBJECT = re.compile(rb"/Type\s*/Page\b(?!s)")
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
FILL = re.compile(rb"([\d.]+) ([\d.]+) ([\d.]+) rg")
MISSED, MET = (0xA3, 0x19, 0x5B), (0x0F, 0x6E, 0x5C)
A4_WIDTH = {"portrait": 720, "landscape": 1050}  # CSS pixels between the margins, about
MARGINS = """() => [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
  .filter((rule) => rule instanceof CSSPageRule).map((rule) => rule.cssText).join(" ")"""
ROOT = "(name) => getComputedStyle(document.documentElement).getPropertyValue(name)"
BEFORE_PRINT = "() => window.dispatchEvent(new Event('beforeprint'))"
WIDER = """() => [...document.querySelectorAll("main *")].filter((one) => one.getClientRects().length &&
  one.getBoundingClientRect().right > document.documentElement.clientWidth + 2 && !one.closest("svg, .visually-hidden"))
  .map((one) => one.outerHTML.slice(0, 120))"""
SHOWN = """() => [...document.querySelectorAll("select, input, button, #nav a")]
  .filter((one) => one.checkVisibility()).length"""


def printed(page: Page, *, lying: bool = False, backgrounds: bool = True) -> bytes:
    return page.pdf(format="A4", landscape=lying, print_background=backgrounds)


def pages_of(document: bytes) -> int:
    return len(PAGE_OBJECT.findall(document))


def fills(document: bytes) -> set[tuple[int, ...]]:
    """The colours that anything on its pages is filled with."""
    found = set()
    for stream in STREAM.findall(document):
        try:
            drawn = zlib.decompress(stream)
        except zlib.error:
            continue
        found |= {tuple(round(float(part) * 255) for part in fill) for fill in FILL.findall(drawn)}
    return found


@pytest.mark.parametrize("partnership", partnerships())
def test_an_overview_fits_two_pages(page: Page, partnership: str) -> None:
    visit(page, f"/?partnership={partnership}")
    tiles = page.locator("#overview-tiles .tile").count()
    assert pages_of(printed(page)) <= (2 if tiles <= 7 else 3)


@pytest.mark.parametrize(("partnership", "tiles"), [("sampleshire", 7), ("warwickshire", 6)])
def test_an_overview_of_seven_tiles_fits_two_pages_lying_too(page: Page, partnership: str, tiles: int) -> None:
    visit(page, f"/?partnership={partnership}")
    assert page.locator("#overview-tiles .tile").count() == tiles
    assert pages_of(printed(page, lying=True)) <= 2


@pytest.mark.parametrize("backgrounds", [True, False])
def test_statuses_and_bars_keep_their_colours(page: Page, *, backgrounds: bool) -> None:
    visit(page, "/year-end?partnership=warwickshire")
    colours = fills(printed(page, backgrounds=backgrounds))
    assert {MISSED, MET} <= colours


@pytest.mark.parametrize("path", ["/?partnership=warwickshire", "/method/status", "/load"])
def test_each_page_says_its_number_address_day_and_data(page: Page, path: str) -> None:
    if path.startswith("/?"):
        visit(page, path)
    else:
        page.goto(path)
    page.evaluate(BEFORE_PRINT)
    page.emulate_media(media="print")
    margins = page.evaluate(MARGINS)
    assert all(words in margins for words in ("--printed-address", "--printed-on", "--data-version", "counter(pages)"))
    assert page.evaluate(ROOT, "--printed-address") == f'"{page.url}"'
    assert re.fullmatch(r'"printed \d{1,2} [A-Z][a-z]+ \d{4} · "', page.evaluate(ROOT, "--printed-on"))
    version = page.request.get("/paper.css").text()
    assert page.evaluate(ROOT, "--data-version") in version
    assert re.search(r"data version [0-9a-f]{7} ", version)


@pytest.mark.parametrize("path", ["/", "/year-end", "/trends", "/drill-down", "/hotspots", "/indicator", "/plan"])
def test_nothing_is_wider_than_the_paper_and_no_control_is_printed(page: Page, path: str) -> None:
    visit(page, f"{path}?partnership=sampleshire")
    page.evaluate(BEFORE_PRINT)
    page.emulate_media(media="print")
    for way, width in A4_WIDTH.items():
        page.set_viewport_size({"width": width, "height": width // 2 * (3 if way == "portrait" else 1)})
        assert page.evaluate(WIDER) == [], way
        assert page.evaluate(SHOWN) == 0, way
    assert page.locator("#filters").inner_text().startswith("Filters: Sampleshire")


def test_what_is_folded_says_so(page: Page) -> None:
    visit(page, "/data?partnership=warwickshire")
    page.emulate_media(media="print")
    said = "summary => getComputedStyle(summary, '::after').content"
    assert "not printed" in page.locator("main details:not([open]) > summary").first.evaluate(said)
    assert page.locator("thead").first.evaluate("head => getComputedStyle(head).display") == "table-header-group"


def test_a_chart_is_as_wide_as_the_screen_again_after_printing(page: Page) -> None:
    visit(page, "/trends?partnership=south-staffordshire")
    page.get_by_role("button", name="Zoom into this chart").click()
    page.locator(".main-svg").first.wait_for()
    width = "() => document.querySelector('.main-svg')?.getBoundingClientRect().width"
    before = page.evaluate(width)
    printed(page)
    page.wait_for_function(f"(before) => ({width})() === before", arg=before)
