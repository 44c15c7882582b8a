"""No number without its source: from a figure to the printed cell in at most two clicks, and out as a file."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Watch
from tests.browser.views import cells, finding, in_sight, query, settle, visit

pytestmark = pytest.mark.browser


def expect_marked(page: Page, text: str) -> None:
    """The Data page shows one marked cell, open, in sight and focused, with *text* as printed."""
    marked = page.locator(".pointed-at")
    expect(marked).to_have_text(text)
    settle(page)
    assert urlsplit(page.url).path == "/data"
    assert in_sight(marked)
    expect(marked).to_be_focused()


def test_a_tile_leads_to_the_printed_cell_in_one_click(page: Page) -> None:
    visit(page, "/?partnership=warwickshire")
    page.get_by_role("link", name=re.compile("^Source of Most serious violent crime")).click()
    expect_marked(page, "335")


def test_a_tile_leads_to_every_number_of_its_indicator_in_two_clicks(page: Page) -> None:
    visit(page, "/?partnership=warwickshire")
    page.locator(".tile").get_by_role("link", name="Most serious violent crime", exact=True).click()
    page.get_by_role("link", name=re.compile("^288: source Table 1")).click()
    expect_marked(page, "288")


def test_a_locality_s_figure_leads_to_the_cell_it_was_read_from(page: Page) -> None:
    visit(page, "/trends?partnership=south-staffordshire")
    page.get_by_role("link", name="Locality 5 2009/10 770: source").click()
    expect_marked(page, "770")
    page.go_back()
    expect(page.locator("h1")).to_contain_text("Anti-social behaviour fell")
    page.get_by_role("link", name="Locality 2 2009/10 237: source").click()
    expect_marked(page, "237")


def test_an_address_of_a_cell_opens_at_the_cell(page: Page) -> None:
    visit(page, "/year-end?partnership=warwickshire")
    address = page.get_by_role("link", name=re.compile("^7,195: source")).first.get_attribute("href")
    assert address
    visit(page, address)
    expect_marked(page, "7,195")


def test_a_closed_table_is_fetched_when_it_is_opened_by_keyboard(page: Page) -> None:
    visit(page, "/data?partnership=warwickshire")
    fold = page.locator("#data-tables details").first
    expect(fold.locator("table")).to_have_count(0)
    fold.locator("summary").focus()
    with page.expect_response("**/data/tables/*"):
        page.keyboard.press("Enter")
    expect(fold.locator("table")).to_be_visible()
    expect(fold.locator("summary")).to_be_focused()
    expect(fold.locator(".printed-cell").first).to_be_visible()


def test_a_table_that_cannot_be_fetched_leaves_the_way_to_its_page(page: Page, watch: Watch) -> None:
    watch.allow("data/tables/")
    watch.allow("Failed to load resource")
    visit(page, "/data?partnership=warwickshire")
    page.route("**/data/tables/*", lambda route: route.fulfill(status=503, body="busy"), times=1)
    fold = page.locator("#data-tables details").first
    fold.locator("summary").click()
    fold.get_by_role("link", name=re.compile("on a page of its own")).click()
    page.wait_for_url("**/data/tables/*")
    expect(page.locator("h1")).to_contain_text("as printed")


# Table 1 of the Warwickshire agreement as printed; note marks stand beside the number.
TABLE_1 = {
    "NI 15": ["294", "323", "288", "335"],
    "NI 16": ["7,582", "6,937", "7,195", "6,346"],
    "NI 21": ["26.3%", "25%", "29.5%", "N/A1 [x]"],
    "NI 30": ["285", "120", "29%", "TBC2 [x]\nIn the text: 29% reduction"],
    "NI 40": ["1,063", "1,140", "1,074", "1,1283 [p]"],
    "NI 47": ["389", "308", "304", "301"],
}
WORKED_OUT = {
    "NI 15": ["+3.7%\nwithin chance", "+16.3%"],
    "NI 16": ["−8.5%\na real change", "−11.8%"],
    "NI 47": ["−2.3%\nwithin chance", "−1.0%"],
}


def test_the_year_end_shows_the_printed_table_as_printed(page: Page) -> None:
    visit(page, "/year-end?partnership=warwickshire&period=2010-11")
    rows = {row[0][:5]: row for row in cells(page.locator("table.year-end"))[1:]}
    assert {code: row[1:5] for code, row in rows.items()} == TABLE_1
    assert {code: rows[code][5:7] for code in WORKED_OUT} == WORKED_OUT
    notes = page.locator("#year-end-table .foot").first.inner_text()
    for start in ("1", "2", "3"):
        assert re.search(rf"^\(?{start}\b", notes, re.MULTILINE), notes


def unlinked(table: Locator) -> list[str]:
    """Targets and actuals with a digit that lead to no cell."""
    found: list[str] = table.evaluate(
        """table => [...table.tBodies[0].rows].flatMap((row) => [...row.cells].slice(1, 5))
            .filter((cell) => /[0-9]/.test(cell.innerText) && !cell.querySelector('a[href*="#cell-"]'))
            .map((cell) => cell.innerText)"""
    )
    return found


@pytest.mark.parametrize("period", ["2009-10", "2010-11", "2011-12"])
def test_every_number_of_the_year_end_leads_to_its_cell(page: Page, period: str) -> None:
    visit(page, f"/year-end?partnership=warwickshire&period={period}")
    assert unlinked(page.locator("table.year-end")) == []


def test_on_paper_there_is_neither_bar_nor_button(page: Page) -> None:
    visit(page, "/year-end?partnership=warwickshire")
    page.emulate_media(media="print")
    for left_out in ("#filters select", "#filters .chips", "#nav", ".tools", ".take-away", "footer"):
        assert not page.locator(left_out).first.is_visible(), left_out
    for printed in ("h1", "table.year-end", "#year-end-table .foot"):
        assert page.locator(printed).first.is_visible(), printed
    sheets = re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))
    assert len(sheets) <= 2


def downloaded(page: Page, link: Locator) -> tuple[str, str]:
    """The name and the text of the file that *link* gives."""
    with page.expect_download() as waiting:
        link.click()
    text = Path(waiting.value.path()).read_text(encoding="utf-8")
    return waiting.value.suggested_filename, text


def file_of_page(page: Page, form: str) -> Locator:
    """The link of the menu, which is opened."""
    page.locator(".take-away summary").click()
    return page.get_by_role("link", name=f"Download {form}", exact=True)


def records(text: str) -> list[dict[str, Any]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_the_year_end_can_be_taken_away_as_a_table(page: Page) -> None:
    visit(page, "/year-end?partnership=warwickshire&category=violent-crime")
    name, text = downloaded(page, file_of_page(page, "CSV"))
    assert name == "outturn-warwickshire-year-end-2010-11.csv"
    assert [(row["indicator_code"], row["target"], row["actual"], row["status"]) for row in records(text)] == [
        ("NI 15", "288", "335", "missed")
    ]


def test_the_year_end_can_be_taken_away_with_its_sources(page: Page) -> None:
    visit(page, "/year-end?partnership=warwickshire&category=violent-crime")
    name, text = downloaded(page, file_of_page(page, "JSON"))
    body = json.loads(text)
    assert name == "outturn-warwickshire-year-end-2010-11.json"
    assert (body["page"], body["title"]) == ("year-end", finding(page))
    assert body["filters"]["category"] == query(page)["category"]
    assert "335" in [source["text"] for source in body["sources"]]


def test_next_year_s_targets_can_be_taken_away(page: Page) -> None:
    visit(page, "/year-end?partnership=warwickshire")
    _, text = downloaded(page, page.get_by_role("link", name="Download CSV of next year's targets"))
    assert ("Domestic burglary", "2021") in [(row["indicator"], row["actual"]) for row in records(text)]


def test_the_file_of_a_chart_holds_the_series_that_is_drawn(page: Page) -> None:
    visit(page, "/trends?partnership=south-staffordshire&indicator=asb")
    link = file_of_page(page, "CSV")
    assert parse_qs(urlsplit(link.get_attribute("href") or "").query) == query(page) | {"period": ["2009-10"]}
    name, text = downloaded(page, link)
    assert name == "outturn-south-staffordshire-trends-2009-10.csv"
    rows = [row for row in records(text) if row["area"] == "Locality 5"]
    assert [row["value"] for row in rows] == ["1001", "839", "722", "770"]
