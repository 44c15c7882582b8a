"""On a phone each row of every table shows its name, its verdict and the newest period without scrolling sideways."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.views import PAGE_NAMES, partnerships, visit

pytestmark = pytest.mark.browser

PHONE: ViewportSize = {"width": 390, "height": 844}
#: With street-level crime and every kind of table; the other partnerships are looked at in the drill.
AT_LEAST = ("sampleshire",)
VIEWS = [
    pytest.param(f"{path}?partnership={name}", marks=() if name in AT_LEAST else pytest.mark.drill)
    for name in partnerships()
    for path in PAGE_NAMES
]
OTHERS = [
    "/trends?partnership=sampleshire&by=month",
    "/trends?partnership=sampleshire&by=quarter&measure=index",
    "/year-end?partnership=sampleshire&period=2025-26-Q2",
    "/year-end?partnership=warwickshire&period=2009-10",
    "/?partnership=sampleshire&period=2026-27",
    "/indicator?partnership=sampleshire&indicator=burglary",
    "/indicator?partnership=warwickshire&indicator=ni-30",
    "/drill-down?partnership=sampleshire&by=month",
    "/drill-down?partnership=sampleshire&by=year",
    "/drill-down?partnership=sampleshire&measure=change",
    "/hotspots?partnership=sampleshire&crime=burglary",
    "/hotspots?partnership=sampleshire&crime=burglary&measure=rate",
    "/when?partnership=sampleshire",
]
PLAIN = [
    "/load?partnership=warwickshire",
    "/checks?partnership=south-staffordshire",
    "/baselines?partnership=sampleshire",
    "/indicators?partnership=warwickshire",
    "/partnerships",
    "/lists?partnership=sampleshire",
    "/method/status",
    "/method/control-chart",
    "/method/comparison",
    "/find?q=rugby",
    "/data/tables/1",
    "/data/tables/7",
]

# Every table opened: what of a row that has to be seen lies beyond the screen.
BEYOND = """() => {
  const VERDICT = ".standing, .verdict, td:has(> .tag), td:has(> .change)";
  document.querySelectorAll("main details").forEach((fold) => (fold.open = true));
  const isSeen = (cell) => {
    const box = cell.getBoundingClientRect();
    return box.width > 0 && box.left >= -1 && box.right <= window.innerWidth + 1;
  };
  const told = [];
  for (const table of document.querySelectorAll("main table")) {
    if (!table.offsetParent) continue;
    for (const row of table.tBodies[0].rows) {
      const wanted = [row.querySelector("th"), ...row.querySelectorAll(VERDICT)];
      if (table.matches(".by-period")) wanted.push(row.lastElementChild);
      const lost = wanted.filter((cell) => cell && cell.textContent.trim() && !isSeen(cell));
      told.push(...lost.map((cell) => `${table.caption?.textContent}: ${cell.textContent}`));
    }
  }
  return told;
}"""
WIDTH = "() => document.scrollingElement.scrollWidth"


@pytest.fixture(scope="module")
def phone(browser: Browser, server: str) -> Iterator[Page]:
    """A phone that runs no script: the first answer carries the page, and is laid out the same."""
    page = browser.new_page(base_url=server, viewport=PHONE, java_script_enabled=False, locale="en-GB")
    yield page
    page.close()


@pytest.mark.parametrize("address", [*VIEWS, *OTHERS, *PLAIN])
def test_name_and_verdict_of_every_row_are_seen(phone: Page, address: str) -> None:
    answer = phone.goto(address)
    assert answer is not None
    assert answer.ok
    assert phone.evaluate(BEYOND) == []
    assert phone.evaluate(WIDTH) <= PHONE["width"]


def test_a_row_that_runs_out_of_the_screen_would_be_told(phone: Page) -> None:
    phone.goto("/trends?partnership=south-staffordshire")
    phone.evaluate("() => { document.querySelector('.by-period').style.width = '900px'; }")
    phone.evaluate("() => { document.querySelector('.by-period').parentElement.style.direction = 'ltr'; }")
    assert "Anti-social behaviour by area and period: 432 [e]" in " ".join(phone.evaluate(BEYOND))


def test_what_is_scrolled_to_keeps_its_name_beside_it(page: Page) -> None:
    page.set_viewport_size(PHONE)
    visit(page, "/drill-down?partnership=sampleshire")
    first = page.locator(".by-period tbody tr").first
    first.locator("td").first.scroll_into_view_if_needed()
    scrolled = (
        "row => [row.querySelector('td'), row.querySelector('th')].map((cell) => cell.getBoundingClientRect().left)"
    )
    oldest, name = first.evaluate(scrolled)
    assert 0 <= name < oldest < PHONE["width"]
