"""Charts are drawn whole, inside their cards, and move nothing around them."""

import pytest
from playwright.sync_api import Browser, Page, Request, Route, expect

from tests.browser.views import TWO_FRAMES, control, settle, visit

pytestmark = pytest.mark.browser

POINTS = "path[stroke-linecap='round']"
WIDTHS = ((390, 844), (1440, 900), (1920, 1080))
CHARTED = {
    "overview": "/?partnership=south-staffordshire",
    "overview with gaps": "/?partnership=warwickshire",
    "trends": "/trends?partnership=south-staffordshire",
    "trend with targets": "/trends?partnership=staffordshire",
    "indicator": "/indicator?partnership=south-staffordshire",
    "indicator by month": "/indicator?partnership=sampleshire",
}

# For each visible chart: whatever is drawn beyond its box or card, or lies where the next block begins.
STRAY = """() => [...document.querySelectorAll(".card:not([hidden]) :is(.chart, .still)")].flatMap((chart) => {
  if (!chart.offsetParent) return [];
  const box = chart.getBoundingClientRect();
  const card = chart.parentElement.matches(".chart-scroll") ? box : chart.closest(".card").getBoundingClientRect();
  const next = chart.nextElementSibling?.getBoundingClientRect();
  const ofPlotly = ".main-svg, .trace, .annotation-text-g, .xtick, .ytick, .points path";
  const marks = [...chart.querySelectorAll(`${ofPlotly}, .still-plot > span`)];
  const strays = marks.filter((mark) => {
    const own = mark.getBoundingClientRect();
    if (!own.width && !own.height) return false;
    return own.left < card.left || own.right > card.right || own.top < card.top || own.bottom > box.bottom + 1;
  });
  const name = chart.firstChild.id || chart.closest("[id]").id;
  const told = strays.map((mark) => `${name}: ${mark.getAttribute("class")} ${mark.textContent}`);
  if (box.height < 100) told.push(`${name} is ${box.height} pixels high`);
  if (next && next.height && next.top < box.bottom - 1) told.push(`${name} lies on the block below`);
  return told;
})"""

CALLBACKS = "**/_dash-update-component*"
ADD_UP_SHIFTS = """
  window.shifted = 0;
  const add = (list) => list.forEach((shift) => (window.shifted += shift.value));
  window.shifts = new PerformanceObserver((list) => add(list.getEntries()));
  window.shifts.observe({ type: "layout-shift", buffered: true });
  window.addUp = () => { add(window.shifts.takeRecords()); return window.shifted; };
"""
# Every answer is drawn but those held back; what waits for them waits too.
ONLY_LATE = """(late) => {
  const found = window.store?.getState()?.callbacks;
  if (!found || found.requested.length || found.prioritized.length || found.executed.length) return false;
  const asked = [...found.executing, ...found.watched];
  return asked.length > 0 && asked.every((item) => JSON.stringify(item.callback.output).includes(late));
}"""
# Everything that the page has asked for has come.
ALL_CAME = "() => performance.getEntriesByType('resource').every((entry) => entry.responseEnd > 0)"


@pytest.mark.parametrize(
    ("address", "points"),
    [
        ("/trends?partnership=south-staffordshire", 5 * 4),
        ("/trends?partnership=south-staffordshire&area=locality-5", 4),
        ("/trends?partnership=south-staffordshire&measure=index", 6 * 4),
    ],
)
def test_the_trend_has_a_line_for_each_locality(page: Page, address: str, points: int) -> None:
    visit(page, address)
    expect(page.locator(f"#trends-chart {POINTS}")).to_have_count(points)
    assert not page.evaluate("() => 'Plotly' in window")


def test_the_overview_draws_without_plotly_a_line_for_each_locality_and_a_bar_for_each_judged_target(
    page: Page,
) -> None:
    visit(page, "/?partnership=south-staffordshire")
    expect(page.locator(f"#overview-trend {POINTS}")).to_have_count(5 * 4)
    visit(page, "/indicator?partnership=south-staffordshire&indicator=burglary")
    expect(page.locator(f"#indicator-chart {POINTS}")).to_have_count(5 * 4)
    visit(page, "/?partnership=warwickshire")
    expect(page.locator("#overview-gap svg path[fill^='#']")).to_have_count(3)
    assert not page.evaluate("() => 'Plotly' in window")


@pytest.mark.parametrize("address", CHARTED.values(), ids=CHARTED)
def test_every_chart_stays_in_its_card_at_every_width(page: Page, address: str) -> None:
    strays = {}
    for width, height in WIDTHS:
        page.set_viewport_size({"width": width, "height": height})
        visit(page, address)
        strays[width] = page.evaluate(STRAY)
    assert strays == {width: [] for width, _ in WIDTHS}


def test_a_change_of_filters_draws_the_chart_anew(page: Page) -> None:
    visit(page, "/trends?partnership=south-staffordshire")
    control(page, "Area").select_option(label="Locality 2")
    expect(page.locator(f"#trends-chart {POINTS}")).to_have_count(4)
    control(page, "Partnership").select_option(label="Warwickshire")
    expect(page.locator("#trends-chart .still-plot > span").filter(has_text="Target")).to_have_count(1)
    settle(page)
    assert page.evaluate(STRAY) == []


@pytest.mark.parametrize(
    ("path", "late"),
    [
        ("/", "overview-head"),
        ("/trends", "trends-head"),
        ("/indicator", "indicator-head"),
    ],
)
def test_a_page_fills_without_a_jump_whichever_answer_comes_last(page: Page, path: str, late: str) -> None:
    """Web Vitals call a cumulative layout shift under 0.1 good."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route) if is_late(route.request) else route.continue_()

    def is_late(request: Request) -> bool:
        return late in (request.post_data or "")

    page.add_init_script(ADD_UP_SHIFTS)
    page.route(CALLBACKS, hold)
    with page.expect_request(is_late):
        page.goto(f"{path}?partnership=south-staffordshire", wait_until="commit")
    page.wait_for_function(ONLY_LATE, arg=late)
    page.evaluate(TWO_FRAMES)
    late = "nothing any more"
    for route in held:
        route.continue_()
    settle(page)
    page.evaluate(TWO_FRAMES)
    assert page.evaluate("() => window.addUp()") < 0.1


@pytest.mark.parametrize("path", ["/", "/trends?partnership=south-staffordshire"])
def test_the_first_view_is_light(browser: Browser, server: str, path: str) -> None:
    """All that a browser with nothing cached fetches for a page, in bytes on the wire."""
    fetched: list[int] = []
    page = browser.new_page(base_url=server)
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: fetched.append(event["encodedDataLength"]))
    visit(page, path)
    page.wait_for_function(ALL_CAME)
    page.context.close()
    assert len(fetched) > 10
    assert sum(fetched) < 450_000
