"""Knows how to measure what a room waits for: from an arrow key to the next screen, painted."""

from urllib.parse import urlencode

from playwright.sync_api import Page

from benchmarks.browser import chromium

VIEW = "/?partnership=sampleshire"
PAUSE = 500  # milliseconds that a screen is looked at, in which the next one is fetched

#: Presses an arrow key and resolves with the milliseconds until another screen stands there and a frame is painted.
PRESS = """async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const item = () => document.getElementById("stage").dataset.item;
  const before = item();
  const began = performance.now();
  document.body.dispatchEvent(new KeyboardEvent("keydown", {key: "ArrowRight", bubbles: true}));
  while (item() === before) await frame();
  await frame();
  return performance.now() - began;
}"""
MORE = '() => Boolean(document.getElementById("stage").dataset.next)'


def next_items(address: str, walks: int, pause: int = PAUSE) -> list[float]:
    """Return the milliseconds of every step of *walks* through a view, each screen shown for a *pause*."""
    taken: list[float] = []
    with chromium() as browser:
        for _ in range(walks):
            page = browser.new_page(viewport={"width": 1920, "height": 1080})
            page.goto(f"{address}/present?{urlencode({'deck': VIEW, 'item': '1'})}")
            taken += _walk(page, pause)
            page.context.close()
    return taken


def _walk(page: Page, pause: int) -> list[float]:
    taken: list[float] = []
    while page.evaluate(MORE):
        page.wait_for_timeout(pause)
        taken.append(float(page.evaluate(PRESS)))
    return taken
