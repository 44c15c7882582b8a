"""Drives the real server in the system's Chromium, and lets no error on a page go unseen."""

import json
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    Response,
    expect,
    sync_playwright,
)

from tests.running_server import running_server, with_figures

ROOT = Path(__file__).parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CHROMIUM_FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--process-per-site",  # with a tab left open, the next one starts in half the time
]

MILLISECONDS_TO_WAIT = 60_000  # for a condition: long enough where two cores do much else, and no test waits it out
expect.set_options(timeout=MILLISECONDS_TO_WAIT)

Axe = Callable[[Page], list[str]]


@dataclass
class Watch:
    """What went wrong on a page; `allow` names what the test expects to go wrong."""

    server: str
    troubles: list[str] = field(default_factory=list)
    allowed: list[str] = field(default_factory=list)

    def allow(self, text: str) -> None:
        """Expect troubles whose line contains *text*."""
        self.allowed.append(text)

    def unexpected(self) -> list[str]:
        return [line for line in self.troubles if not any(text in line for text in self.allowed)]

    def follow(self, page: Page) -> None:
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.troubles.append(f"page error: {error}"))
        page.on("request", self._asked)
        page.on("requestfailed", self._failed)
        page.on("response", self._answered)

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.troubles.append(f"console {message.type}: {message.text} ({message.location.get('url')})")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((f"{self.server}/", "data:", "blob:")):
            self.troubles.append(f"request off the server: {request.url}")

    def _failed(self, request: Request) -> None:
        # A page that is left takes its open requests with it: that is no failure of the server.
        if request.failure != "net::ERR_ABORTED":
            self.troubles.append(f"request failed: {request.url} ({request.failure})")

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.troubles.append(f"response {response.status}: {response.url}")


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, published_url: str) -> Iterator[str]:
    """The address of the running product, with a database of its own."""
    program = [sys.executable, "-m", "dashboard"]
    own = with_figures(tmp_path_factory.mktemp("server"), published_url)
    with running_server(program, ROOT, own) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium; its absence fails the tests, for `make test` installs it."""
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.fail("Chromium is missing: apt-get install chromium, or run make test", pytrace=False)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="module")
def context(browser: Browser, server: str) -> Iterator[BrowserContext]:
    """A window of 1440 by 900; paths given to `goto` are the server's.

    The tests of a module share it, and so its cached scripts; each opens a tab of its own, with no history.
    """
    opened = browser.new_context(base_url=server, viewport={"width": 1440, "height": 900}, locale="en-GB")
    opened.set_default_timeout(MILLISECONDS_TO_WAIT)
    opened.new_page().goto("/health/live")
    yield opened
    opened.close()


@pytest.fixture
def watch(server: str) -> Iterator[Watch]:
    """What goes wrong on the pages of this test; anything not allowed fails it at the end."""
    watching = Watch(server)
    yield watching
    if watching.unexpected():
        pytest.fail("\n".join(watching.unexpected()), pytrace=False)


@pytest.fixture
def new_page(context: BrowserContext, watch: Watch) -> Iterator[Callable[[], Page]]:
    """Open one more page in the same window; every console message, request and response is watched."""

    def opened() -> Page:
        page = context.new_page()
        watch.follow(page)
        return page

    yield opened
    for page in context.pages[1:]:
        page.close()


@pytest.fixture
def page(new_page: Callable[[], Page]) -> Page:
    return new_page()


@pytest.fixture(scope="session")
def axe() -> Axe:
    """Ask axe-core what is wrong with a page as it stands now: one line for each broken rule.

    The source goes in through the debugger, so the page's Content-Security-Policy stays in force.
    """
    if not AXE.is_file():
        pytest.fail("axe-core is missing: npm ci, or run make test", pytrace=False)
    source = AXE.read_text(encoding="utf-8")
    options = json.dumps({"runOnly": AXE_TAGS, "resultTypes": ["violations"]})

    def broken(page: Page) -> list[str]:
        page.evaluate(source)
        found = page.evaluate(f"async () => (await axe.run(document, {options})).violations")
        return [_broken_rule(item) for item in found]

    return broken


def _broken_rule(violation: dict[str, Any]) -> str:
    """The rule and the first three places where it is broken."""
    nodes = violation["nodes"]
    places = " ".join(node["html"][:160] for node in nodes[:3])
    return f"{violation['id']}: {violation['help']}; {len(nodes)} times: {places}"
