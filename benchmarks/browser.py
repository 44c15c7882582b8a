"""Knows how to measure what a reader waits for, in Chromium: a page from its address, and from a change of a filter."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, Page, sync_playwright

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

#: On each page the view and the control whose choices are taken one after the other.
CHANGES = {
    "overview": ("/?partnership=sampleshire", "period"),
    "year-end": ("/year-end?partnership=sampleshire", "period"),
    "trends": ("/trends?partnership=sampleshire", "area"),
    "drill-down": ("/drill-down?partnership=sampleshire", "crime"),
    "hotspots": ("/hotspots?partnership=sampleshire", "crime"),
    "indicator": ("/indicator?partnership=sampleshire", "area"),
    "plan": ("/plan?partnership=warwickshire", "partnership"),
    "data": ("/data?partnership=warwickshire", "partnership"),
}
SLOW = {"offline": False, "latency": 40, "downloadThroughput": 10e6 / 8, "uploadThroughput": 10e6 / 8}
WARM = 3  # changes before those that are measured

#: Takes the next choice of a control and resolves with the milliseconds until no callback waits and a frame is painted.
CHANGE = """async (name) => {
  const idle = () => {
    const state = window.store.getState();
    return !Object.entries(state.callbacks).some(([kind, items]) => kind !== "completed" && items.length > 0);
  };
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const control = document.getElementById(`filter-${name}`);
  const before = window.location.search;
  const next = control.options[(control.selectedIndex + 1) % control.options.length].value;
  const began = performance.now();
  Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value").set.call(control, next);
  control.dispatchEvent(new Event("change", {bubbles: true}));
  while (window.location.search === before) await frame();
  do { await frame(); } while (!idle());
  await frame();
  return performance.now() - began;
}"""

#: Draws the chart of Trends once more, alone: what the browser needs for the drawing whatever we do.
DRAW = """async () => {
  const graph = document.querySelector("#trends-chart .js-plotly-plot");
  const layout = {...graph.layout, datarevision: Math.random()};
  const began = performance.now();
  await window.Plotly.react(graph, graph.data.map((trace) => ({...trace})), layout);
  await new Promise((done) => requestAnimationFrame(done));
  return performance.now() - began;
}"""

#: Notes when the title is there, and when Dash has drawn the page that the first answer carried.
NOTE = """
  window.noted = {};
  const look = () => {
    const drawn = document.querySelector("#react-entry-point #page h1");
    if (!noted.title && document.querySelector("#page h1")) noted.title = performance.now();
    if (!noted.drawn && drawn) noted.drawn = performance.now();
    if (!noted.drawn) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
"""
DRAWN = "() => window.noted.drawn"


@dataclass(frozen=True, slots=True)
class Opened:
    """A page that nobody had opened before: milliseconds to its title and until it can be used, bytes transferred."""

    title: float
    drawn: float
    size: int


@contextmanager
def chromium() -> Iterator[Browser]:
    """Yield a browser with nothing kept."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def shown(address: str, path: str) -> Iterator[Page]:
    """Yield the page at *path*, drawn and quiet."""
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.add_init_script(NOTE)
        page.goto(f"{address}{path}")
        page.wait_for_function(DRAWN)
        page.wait_for_load_state("networkidle")
        yield page


def repaints(address: str, name: str, count: int, partnership: str = "") -> list[float]:
    """Return the milliseconds of *count* changes of a filter on the page called *name*, each until it is painted."""
    path, control = CHANGES[name]
    path = f"{path.partition('?')[0]}?partnership={partnership}" if partnership else path
    with shown(address, path) as page:
        taken = [float(page.evaluate(CHANGE, control)) for _ in range(WARM + count)]
    return taken[WARM:]


def drawings(address: str, count: int) -> list[float]:
    """Return the milliseconds of *count* bare drawings of the chart of Trends."""
    with shown(address, CHANGES["trends"][0]) as page:
        page.get_by_role("button", name="Zoom into this chart").click()
        page.wait_for_selector("#trends-chart .js-plotly-plot .trace")
        return [float(page.evaluate(DRAW)) for _ in range(count)]


def openings(address: str, name: str, count: int, *, slow: bool = False) -> list[Opened]:
    """Return *count* first visits of a page, nothing kept from one to the next; *slow*: over 10 Mbit/s and 40 ms."""
    with chromium() as browser:
        return [_opening(browser, f"{address}{CHANGES[name][0]}", slow=slow) for _ in range(count)]


def _opening(browser: Browser, address: str, *, slow: bool) -> Opened:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.add_init_script(NOTE)
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    if slow:
        network.send("Network.emulateNetworkConditions", SLOW)
    sizes: list[int] = []
    network.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    page.goto(address)
    page.wait_for_function(DRAWN)
    page.wait_for_load_state("networkidle")
    noted = page.evaluate("() => window.noted")
    page.context.close()
    return Opened(noted["title"], noted["drawn"], sum(sizes))
