"""Knows how to measure what a reader waits for: from a click on a filter to the repainted page, in Chromium."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, sync_playwright

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

#: Clicks a category and resolves with the milliseconds until no callback waits and two frames have been painted.
CLICK = """async (selector) => {
  const idle = () => {
    const state = window.store.getState();
    return !Object.entries(state.callbacks).some(([kind, items]) => kind !== "completed" && items.length > 0);
  };
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const before = window.location.search;
  const began = performance.now();
  document.querySelector(selector).click();
  while (window.location.search === before) await frame();
  do { await frame(); } while (!idle());
  await frame();
  return performance.now() - began;
}"""

#: Chooses the next crime type and resolves with the milliseconds until the page is painted again.
CHOOSE = """async () => {
  const idle = () => {
    const state = window.store.getState();
    return !Object.entries(state.callbacks).some(([kind, items]) => kind !== "completed" && items.length > 0);
  };
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const control = document.getElementById("filter-crime");
  const before = window.location.search;
  const began = performance.now();
  const next = control.options[(control.selectedIndex + 1) % control.options.length].value;
  Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value").set.call(control, next);
  control.dispatchEvent(new Event("change", {bubbles: true}));
  while (window.location.search === before) await frame();
  do { await frame(); } while (!idle());
  await frame();
  return performance.now() - began;
}"""

#: Draws the chart of the page once more, alone: what the browser needs for the drawing whatever we do.
DRAW = """async () => {
  const graph = document.querySelector("#overview-trend .js-plotly-plot");
  const layout = {...graph.layout, datarevision: Math.random()};
  const began = performance.now();
  await window.Plotly.react(graph, graph.data.map((trace) => ({...trace})), layout);
  await new Promise((done) => requestAnimationFrame(done));
  return performance.now() - began;
}"""


@contextmanager
def overview(address: str) -> Iterator[Page]:
    """Yield the overview of South Staffordshire, loaded and quiet."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(f"{address}/?partnership=south-staffordshire")
        page.wait_for_selector("#overview-trend .js-plotly-plot .trace")
        page.wait_for_load_state("networkidle")
        yield page
        browser.close()


def choices(address: str, path: str, count: int) -> list[float]:
    """Return the milliseconds of *count* choices of another crime type on the street-level page at *path*."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(f"{address}{path}")
        page.wait_for_selector("#page h1")
        page.wait_for_load_state("networkidle")
        taken = [float(page.evaluate(CHOOSE)) for _ in range(count)]
        browser.close()
    return taken


def clicks(page: Page, count: int) -> list[float]:
    """Return the milliseconds of *count* clicks on category chips, each from click to repaint."""
    chips = ("anti-social-behaviour", "violent-crime", "road-safety", "acquisitive-crime")
    page.evaluate("document.getElementById('more-categories').click()")
    return [float(page.evaluate(CLICK, f"input[value='{chips[at % len(chips)]}']")) for at in range(count)]


def drawings(page: Page, count: int) -> list[float]:
    """Return the milliseconds of *count* bare drawings of the chart."""
    return [float(page.evaluate(DRAW)) for _ in range(count)]


def first_load_bytes(address: str) -> int:
    """Return the bytes that a first visit transfers, headers left out."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page()
        network = page.context.new_cdp_session(page)
        network.send("Network.enable")
        sizes: list[int] = []
        network.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
        page.goto(address)
        page.wait_for_selector("#page h1")
        page.wait_for_load_state("networkidle")
        browser.close()
    return sum(sizes)
