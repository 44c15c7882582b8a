"""Drilling into street-level crime and its hotspots with mouse and keyboard, on the invented county."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.views import choose, control, finding, follow, go_back, query, settle, visit

pytestmark = pytest.mark.browser

CRIMES = "table.heat >> nth=0"
PLACES = "table.heat >> nth=-1"


def number(text: str) -> int:
    return int(text.replace(",", ""))


def total(page: Page) -> list[int]:
    """The total row of the table of crime types."""
    cells = page.locator(f"{CRIMES} >> tr.total >> td")
    return [number(text) for text in cells.all_inner_texts()]


def first_row(page: Page) -> Locator:
    return page.locator(f"{PLACES} >> tbody tr >> nth=0")


def row_counts(row: Locator) -> list[int]:
    return [number(text) for text in row.locator("td").all_inner_texts()]


def test_each_step_in_shows_the_counts_of_the_row_that_was_clicked(page: Page) -> None:
    visit(page, "/drill-down?partnership=sampleshire")
    for level in ("locality", "neighbourhood", "map point"):
        row = first_row(page)
        expected = row_counts(row)
        follow(page, row.locator("th a"))
        shown = total(page)
        assert shown[-len(expected) :] == expected[-len(shown) :], level
    expect(page.locator(".crumbs .trail").first.locator("a")).to_have_count(3)
    go_back(page)
    follow(page, page.locator(".crumbs").get_by_text("Sampleshire", exact=True))
    assert "area" not in query(page)


def test_a_square_leads_to_its_crime_type_and_its_months(page: Page) -> None:
    visit(page, "/drill-down?partnership=sampleshire")
    row = page.locator(f"{CRIMES} >> tbody tr", has_text="Burglary")
    count = number(row.locator("td >> nth=-1").inner_text())
    follow(page, row.locator("td a >> nth=-1"))
    assert query(page)["crime"] == ["burglary"]
    assert query(page)["by"] == ["month"]
    assert sum(total(page)) == count


def test_a_column_leads_to_its_months(page: Page) -> None:
    visit(page, "/drill-down?partnership=sampleshire&by=year")
    follow(page, page.locator(f"{CRIMES} >> thead a", has_text="2024/25"))
    assert (query(page)["period"], query(page)["by"]) == (["2024-25"], ["quarter"])


def test_the_bar_chooses_crime_type_place_and_measure(page: Page) -> None:
    visit(page, "/drill-down?partnership=sampleshire")
    choose(page, "Crime type", "vehicle-crime")
    assert finding(page).startswith("Vehicle crime")
    choose(page, "Area", "tarrowfold")
    choose(page, "Measure", "rate")
    assert query(page) == {
        "partnership": ["sampleshire"],
        "area": ["tarrowfold"],
        "crime": ["vehicle-crime"],
        "measure": ["rate"],
    }
    expect(control(page, "Crime type")).to_have_value("vehicle-crime")


def test_after_a_step_by_keyboard_the_reader_stands_at_the_heading(page: Page) -> None:
    visit(page, "/drill-down?partnership=sampleshire")
    before = page.url
    first_row(page).locator("th a").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != before)
    settle(page)
    expect(page.locator("#page h1")).to_be_focused()


def test_a_place_without_indicators_is_said_to_be_left_out_on_other_pages(page: Page) -> None:
    visit(page, "/drill-down?partnership=sampleshire&area=X01000007")
    follow(page, page.get_by_role("navigation", name="Pages").get_by_text("Year end"))
    expect(page.locator("#notice")).to_contain_text("counted on Drill-down and Hotspots only")


def test_list_and_map_mark_each_other(page: Page) -> None:
    visit(page, "/hotspots?partnership=sampleshire")
    row = page.locator(".ranking tbody tr >> nth=2")
    place = row.get_attribute("data-place")
    shape = page.locator(f'.area-map [data-place="{place}"]')
    row.get_by_role("button").press("Enter")
    expect(shape).to_have_class(re.compile("chosen"))
    other = page.locator(".ranking tbody tr >> nth=0")
    page.locator(f'.area-map [data-place="{other.get_attribute("data-place")}"]').click()
    expect(other).to_have_class(re.compile("chosen"))
    page.wait_for_function("() => Boolean(document.activeElement.closest('.ranking'))")


def test_a_place_is_found_by_its_name_and_one_that_is_not_there_is_said(page: Page) -> None:
    visit(page, "/hotspots?partnership=sampleshire&crime=burglary")
    field = page.get_by_label("This page for a place in Sampleshire")
    field.focus()
    page.wait_for_function("() => document.querySelectorAll('#known-places option').length > 60")
    field.fill("Atlantis")
    field.press("Enter")
    assert "area" not in query(page)
    assert field.evaluate("field => field.validationMessage") == "Choose a place from the list."
    field.fill("sampleshire 007d")
    before = page.url
    field.press("Enter")
    page.wait_for_url(lambda url: url != before)
    settle(page)
    assert (query(page)["area"], query(page)["crime"]) == (["X01000032"], ["burglary"])


def test_any_place_of_the_map_says_what_it_holds_and_has_a_door(page: Page) -> None:
    visit(page, "/hotspots?partnership=sampleshire")
    listed = page.locator(".ranking tbody tr").evaluate_all("rows => rows.map(row => row.dataset.place)")
    shape = page.locator(".area-map path").evaluate_all(
        "(shapes, listed) => shapes.find(shape => !listed.includes(shape.dataset.place)).dataset.place", listed
    )
    expect(page.locator(".map-said a")).to_be_hidden()
    path = page.locator(f'.area-map [data-place="{shape}"]')
    path.dispatch_event("click")
    expect(page.locator(".map-said")).to_contain_text("per 1,000 people")
    area = path.get_attribute("data-area")
    follow(page, page.locator(".map-said a"))
    assert query(page)["area"] == [area]
    assert page.url.partition("?")[0].endswith("/drill-down")


def test_the_map_is_shaded_by_rates_by_choice(page: Page) -> None:
    visit(page, "/hotspots?partnership=sampleshire")
    follow(page, page.get_by_role("navigation", name="Shaded by").get_by_text("Per 1,000 people"))
    assert query(page)["measure"] == ["rate"]
    expect(page.locator(".map-card")).to_contain_text("by incidents per 1,000 people")


def test_the_months_of_the_ranking_are_links(page: Page) -> None:
    visit(page, "/hotspots?partnership=sampleshire")
    follow(page, page.get_by_role("navigation", name="Months").get_by_text(re.compile("^Newest month")))
    assert query(page)["from"] == query(page)["to"] == ["2026-M09"]
    expect(page.get_by_role("navigation", name="Months").locator("[aria-current]")).to_have_count(1)


def test_a_neighbourhood_is_ranked_by_map_points_and_says_that_they_are_approximate(page: Page) -> None:
    visit(page, "/hotspots?partnership=sampleshire&area=X01000007")
    expect(page.locator(".area-map rect").first).to_be_visible()
    expect(page.locator(".map-card")).to_contain_text("Approximate locations")


@pytest.mark.parametrize(
    "path", ["/", "/year-end", "/trends", "/drill-down", "/hotspots", "/indicator", "/plan", "/data", "/when"]
)
def test_every_page_of_the_invented_county_says_so(page: Page, path: str) -> None:
    visit(page, f"{path}?partnership=sampleshire")
    expect(page.locator("#invented")).to_be_visible()
    visit(page, f"{path}?partnership=warwickshire")
    expect(page.locator("#invented")).to_be_hidden()


def test_a_page_without_street_level_crime_says_what_to_load(page: Page) -> None:
    visit(page, "/drill-down?partnership=derby")
    expect(page.locator(".empty")).to_contain_text("outturn load")


ENDS = """() => {
  const cell = document.querySelector(".ranking tbody .verdict"), box = cell.closest(".table-scroll");
  return [cell.getBoundingClientRect().right, box.getBoundingClientRect().right + 1];
}"""


def test_the_class_of_a_neighbourhood_is_seen_without_scrolling_sideways(page: Page) -> None:
    visit(page, "/hotspots?partnership=sampleshire")
    for width in (320, 390, 1024, 1200, 1366, 1440, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        ends = page.evaluate(ENDS)
        assert ends[0] <= ends[1], width
