"""Takes the README's pictures afresh: `make pictures` runs the product on a new database and photographs its pages."""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser.conftest import CHROMIUM_FLAGS
from tests.browser.guides import take_guides
from tests.browser.views import ROOT, settle
from tests.running_server import running_server

FOLDER = ROOT / "docs" / "pictures"
WINDOW = (1440, 900)
VIEWS = {
    "overview": "/?partnership=warwickshire&period=2010-11",
    "year-end": "/year-end?partnership=warwickshire&period=2010-11",
    "trends": "/trends?partnership=south-staffordshire",
    "forecast": "/year-end?partnership=sampleshire&period=2026-27",
    "drill-down": "/drill-down?partnership=sampleshire",
    "hotspots": "/hotspots?partnership=sampleshire",
}
#: A table as an officer types it: one figure revised, one indicator new, one cell with a slip.
TYPED = """Indicator,2009/10 Actual,2010/11 Target,2010/11 Actual
NI 16 Serious acquisitive crime,6880,6420,6345
Doorstep crime,"1,1283",TBC,42
"""


def take(page: Page, name: str, address: str) -> None:
    page.goto(address)
    settle(page)
    page.screenshot(path=FOLDER / f"{name}.png")


def take_preview(page: Page, typed: Path) -> None:
    """What a typed table would change, before it is published."""
    typed.write_text(TYPED, encoding="utf-8")
    page.goto("/load?partnership=warwickshire")
    page.get_by_label("Files").set_input_files(typed)
    page.get_by_label("Your name").fill("A. Officer")
    page.get_by_role("button", name="See what would change").click()
    page.get_by_role("heading", name="Figure by figure").wait_for()
    page.screenshot(path=FOLDER / "load.png", full_page=True)


def main() -> None:
    with tempfile.TemporaryDirectory() as own, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM_FLAGS)
        with running_server([sys.executable, "-m", "dashboard"], ROOT, Path(own)) as server:
            page = browser.new_page(base_url=server, viewport={"width": WINDOW[0], "height": WINDOW[1]})
            for name, address in VIEWS.items():
                take(page, name, address)
            take_guides(page, FOLDER)
            take_preview(page, Path(own) / "performance.csv")
        browser.close()


if __name__ == "__main__":
    main()
