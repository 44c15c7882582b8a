"""Knows how to open a view of the product and when it stands still."""

import csv
import json
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, Response

from dashboard.pages import PAGES

ROOT = Path(__file__).parents[2]
EVERY_NAME = {page.path: page.name for page in PAGES}
PAGE_NAMES = {page.path: page.name for page in PAGES if page.in_menu}

# Dash has taken over, nothing asked, nothing on its way, the text in its own font.
STANDS_STILL = """() => {
  const state = window.store?.getState();
  if (!state || state.isLoading || document.getElementById("first")) return false;
  if (!document.querySelector("#page h1")) return false;
  if (Object.entries(state.callbacks).some(([kind, items]) => kind !== "completed" && items.length)) return false;
  return document.fonts.status === "loaded";
}"""
TWO_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))"


def partnerships() -> list[str]:
    """The slugs of the partnerships that the product ships, the invented one last."""
    with (ROOT / "data" / "published" / "partnerships.csv").open(encoding="utf-8", newline="") as lines:
        return [*(row["partnership"] for row in csv.DictReader(lines)), "sampleshire"]


def settle(page: Page) -> None:
    """Wait until the page has drawn what its address asks for."""
    page.wait_for_function(STANDS_STILL)
    page.evaluate(TWO_FRAMES)
    page.wait_for_function(STANDS_STILL)


def follow(page: Page, door: Locator) -> None:
    """Click a *door* that changes the address, and wait until what it leads to is drawn."""
    before = page.url
    door.click()
    page.wait_for_url(lambda url: url != before)
    settle(page)


def go_back(page: Page) -> None:
    """Go back, and wait until the view before is drawn."""
    left = page.url
    page.go_back()
    page.wait_for_url(lambda url: url != left)
    settle(page)


def choose(page: Page, label: str, value: str) -> None:
    """Choose in a control of the filter bar, and wait until the view it asks for is drawn."""
    before = page.url
    control(page, label).select_option(value)
    page.wait_for_url(lambda url: url != before)
    settle(page)


def visit(page: Page, address: str) -> Response:
    """Open *address*, a path with its query, as if it were typed in, and return the server's answer."""
    answer = page.goto(address, wait_until="commit")
    assert answer is not None
    settle(page)
    return answer


def query(page: Page) -> dict[str, list[str]]:
    """The filters that the address bar names."""
    return parse_qs(urlsplit(page.url).query)


def control(page: Page, label: str) -> Locator:
    """The control of the filter bar that *label* names."""
    return page.locator("#filters").get_by_label(label, exact=True)


def chip(page: Page, words: str) -> Locator:
    """What a reader clicks on: the words of a category; its box lies under them."""
    return page.locator("#filters").get_by_text(words, exact=True)


def in_sight(thing: Locator) -> bool:
    """Whether *thing* itself lies on top where its first line has its middle."""
    box = "const box = thing.getClientRects()[0];"
    top = "document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)"
    return bool(thing.evaluate(f"(thing) => {{ {box} return thing.contains({top}); }}"))


def finding(page: Page) -> str:
    return page.locator("#page h1").inner_text()


def exported_title(page: Page) -> str:
    """The title that the file of the same view has."""
    parts = urlsplit(page.url)
    answer = page.request.get(f"/export/{EVERY_NAME[parts.path]}.json?{parts.query}")
    title: str = json.loads(answer.body())["title"]
    return title


def cells(table: Locator) -> list[list[str]]:
    """The text of a table, row by row, headings first."""
    read = "table => [...table.rows].map(row => [...row.cells].map(cell => cell.innerText.trim()))"
    found: list[list[str]] = table.evaluate(read)
    return found
