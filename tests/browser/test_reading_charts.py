"""Figures are read off charts by mouse, finger and keyboard and nothing moves; plotly comes when it is asked for."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Axe
from tests.browser.views import control, visit

pytestmark = pytest.mark.browser

READ = ".read-off b"
TRENDS = "/trends?partnership=south-staffordshire"
CHARTS = {
    "trends": (TRENDS, "#trends-chart", "Locality 3, 2009/10: 925"),
    "trends with targets": (
        "/trends?partnership=warwickshire&indicator=ni-15",
        "#trends-chart",
        "Warwickshire, 2010/11: 335, target 288",
    ),
    "overview": ("/?partnership=south-staffordshire", "#overview-trend", "Locality 5, 2009/10: 770"),
    "indicator": ("/indicator?partnership=south-staffordshire", "#indicator-chart", "Locality 1, 2009/10: 432"),
    "control chart": ("/indicator?partnership=sampleshire", "#indicator-control", None),
    "year ahead": ("/indicator?partnership=sampleshire", "#indicator-fan", None),
    "rates": ("/indicator?partnership=sampleshire", "#indicator-intervals", None),
    "funnel": ("/hotspots?partnership=sampleshire", "#hotspots-funnel-card", None),
}
BOXES = """() => {
  const parts = [...document.querySelectorAll("#page *:not(.read-off, .read-off *)")];
  return JSON.stringify(parts.map((part) => part.getBoundingClientRect()));
}"""
MIDDLE = """([chart, words]) => {
  const plot = chart.querySelector(".still-plot") ?? chart;
  const [x, y] = chart.dataset.points.split("\\n").find((line) => line.endsWith(words)).split(" ").map(Number);
  const box = plot.getBoundingClientRect();
  return [box.left + (x * box.width) / 1000, box.top + (y * box.height) / 1000];
}"""
TICKS = "() => [...document.querySelectorAll('#trends-chart .ytick')].map((one) => one.textContent).join()"
WORDS = "chart => chart.dataset.points.split('\\n').map((line) => line.split(' ').slice(2).join(' '))"


def words_of(page: Page, chart: str, words: str | None) -> str:
    """The words to look for: those that are given, else those of a point in the middle of the chart."""
    every: list[str] = page.locator(f"{chart} [data-points]").evaluate(WORDS)
    assert words is None or words in every
    return words or every[len(every) // 2]


@pytest.mark.parametrize(("address", "chart", "words"), CHARTS.values(), ids=CHARTS)
def test_a_point_is_read_by_mouse_and_each_by_keyboard(page: Page, address: str, chart: str, words: str | None) -> None:
    visit(page, address)
    the_mouse_reads_a_point_and_nothing_moves(page, chart, words)
    every_point_is_reached_by_keyboard_and_spoken(page, chart)


def the_mouse_reads_a_point_and_nothing_moves(page: Page, chart: str, words: str | None) -> None:
    drawn = page.locator(f"{chart} [data-points]")
    drawn.scroll_into_view_if_needed()
    wanted, before = words_of(page, chart, words), page.evaluate(BOXES)
    page.mouse.move(*drawn.evaluate(f"(chart, words) => ({MIDDLE})([chart, words])", wanted))
    expect(page.locator(READ)).to_have_text(wanted)
    assert page.evaluate(BOXES) == before
    page.keyboard.press("Escape")
    expect(page.locator(READ)).to_have_count(0)
    page.mouse.move(2, 2)
    expect(page.locator(READ)).to_have_count(0)


def every_point_is_reached_by_keyboard_and_spoken(page: Page, chart: str) -> None:
    drawn = page.locator(f"{chart} [data-points]")
    every = drawn.evaluate(WORDS)
    drawn.focus()
    page.keyboard.press("Home")
    page.keyboard.press("Home")
    read = []
    for _ in every[:60]:
        read.append(page.locator(READ).inner_text())
        expect(page.locator("#spoken")).to_have_text(read[-1])
        page.keyboard.press("ArrowRight")
    assert read == [" ".join(words.split()) for words in every[:60]]
    page.keyboard.press("Tab")
    expect(page.locator(READ)).to_have_count(0)


def test_up_and_down_go_from_line_to_line_at_one_period(page: Page) -> None:
    visit(page, TRENDS)
    page.locator("#trends-chart [data-points]").focus()
    page.keyboard.press("End")
    page.keyboard.press("End")
    heard = []
    for key in ("ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowDown"):
        page.keyboard.press(key)
        heard.append(page.locator(READ).inner_text())
    assert all("2009/10" in words for words in heard)
    assert heard[-2] == "Locality 3, 2009/10: 925"
    assert heard[-1] != heard[-2]


def test_a_finger_reads_a_point_and_lets_go_elsewhere(browser: Browser, server: str) -> None:
    phone = browser.new_page(base_url=server, viewport={"width": 390, "height": 844}, has_touch=True, locale="en-GB")
    visit(phone, TRENDS)
    drawn = phone.locator("#trends-chart [data-points]")
    drawn.scroll_into_view_if_needed()
    for words in ("Locality 3, 2009/10: 925", "Locality 2, 2006/07: 385"):
        phone.touchscreen.tap(*drawn.evaluate(f"(chart, words) => ({MIDDLE})([chart, words])", words))
        expect(phone.locator(READ)).to_have_text(words)
        box = phone.locator(READ).bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
    assert phone.evaluate("() => document.scrollingElement.scrollWidth") <= 390
    phone.locator("h1").tap()
    expect(phone.locator(READ)).to_have_count(0)
    phone.close()


def test_a_chart_is_zoomed_into_follows_the_filters_and_goes_back(page: Page, axe: Axe) -> None:
    visit(page, TRENDS)
    assert not page.evaluate("() => 'Plotly' in window")
    page.get_by_role("button", name="Zoom into this chart").click()
    lines = page.locator("#trends-chart .scatterlayer .trace")
    expect(lines).to_have_count(5)
    assert axe(page) == []
    control(page, "Area").select_option(label="Locality 2")
    expect(lines).to_have_count(1)
    page.set_viewport_size({"width": 700, "height": 900})
    expect(page.locator("#trends-chart .main-svg").first).to_have_attribute("width", re.compile("^6"))
    back = page.get_by_role("button", name="Back to the whole chart")
    expect(back).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#trends-chart [data-points]")).to_have_count(1)
    expect(page.get_by_role("button", name="Zoom into this chart")).to_be_focused()


def test_a_part_of_a_chart_is_drawn_large(page: Page) -> None:
    visit(page, TRENDS)
    page.get_by_role("button", name="Zoom into this chart").click()
    expect(page.locator("#trends-chart .scatterlayer .trace")).to_have_count(5)
    box = page.locator("#trends-chart .nsewdrag").bounding_box()
    assert box is not None
    before = page.evaluate(TICKS)
    page.mouse.move(box["x"] + box["width"] * 0.4, box["y"] + box["height"] * 0.2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.9, box["y"] + box["height"] * 0.5, steps=4)
    page.mouse.up()
    page.wait_for_function(f"(before) => ({TICKS})() !== before", arg=before)


def test_paper_has_no_reading_and_no_button(page: Page) -> None:
    visit(page, TRENDS)
    page.locator("#trends-chart [data-points]").focus()
    page.keyboard.press("Home")
    expect(page.locator(READ)).to_have_count(1)
    page.emulate_media(media="print")
    expect(page.locator(".read-off")).to_be_hidden()
    expect(page.get_by_role("button", name="Zoom into this chart")).to_be_hidden()
