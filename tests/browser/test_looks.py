"""What a reader sees at first: the verdict on a phone, no tile alone in its row, forms as wide as their fields."""

import pytest
from playwright.sync_api import Page

from tests.browser.views import partnerships, visit

pytestmark = pytest.mark.browser

PHONE, PROJECTOR = 390, 1920
ENDS = """(selector) => [...document.querySelectorAll(selector)].map((one) => {
  const { left, right } = one.getBoundingClientRect();
  return [left, right];
})"""
IN_ROWS = """() => {
  const rows = {};
  for (const tile of document.querySelectorAll(".tiles > .tile")) {
    const top = Math.round(tile.getBoundingClientRect().top);
    rows[top] = (rows[top] || 0) + 1;
  }
  return Object.keys(rows).map(Number).sort((a, b) => a - b).map((top) => rows[top]);
}"""
# Every table but those that follow time, or stand as they were printed, is a list of cards on a phone.
CARDS = ("/", "/year-end", "/trends", "/indicator", "/plan", "/data")
SIDEWAYS = """() => [...document.querySelectorAll(".table-scroll:has(> table.cards)")]
  .filter((box) => box.scrollWidth > box.clientWidth + 1).map((box) => box.getAttribute("aria-label"))"""
CUT_OFF = """() => [...document.querySelectorAll(".table-scroll")]
  .filter((box) => box.scrollWidth > box.clientWidth + 1).map((box) => box.getAttribute("aria-label"))"""
LABELS = """(selector) => [...document.querySelectorAll(selector)]
  .filter((cell) => !cell.matches(".standing, .subject") && cell.getClientRects().length)
  .map((cell) => getComputedStyle(cell, "::before").content)"""
TILES = """(count) => {
  const tiles = Object.assign(document.createElement("div"), { className: "tiles" });
  tiles.innerHTML = '<article class="tile">A tile</article>'.repeat(count);
  document.body.replaceChildren(tiles);
}"""
HIDDEN_BY_VERDICT = """() => [...document.querySelectorAll(".ranking tbody tr")].filter((row) => {
  const [count, verdict] = ["td.n", ".verdict"].map((kind) => row.querySelector(kind).getBoundingClientRect());
  return count.right > verdict.left + 1;
}).length"""


@pytest.mark.parametrize(
    ("address", "verdicts"),
    [
        ("/year-end?partnership=warwickshire", "table.year-end td:last-child .tag"),
        ("/year-end?partnership=sampleshire", "table.year-end td:last-child .tag"),
        ("/year-end?partnership=sampleshire", "table.year-end td:nth-child(5)"),
        ("/hotspots?partnership=sampleshire", ".ranking .verdict > *"),
    ],
)
def test_a_verdict_is_seen_on_a_phone_without_scrolling_sideways(page: Page, address: str, verdicts: str) -> None:
    page.set_viewport_size({"width": PHONE, "height": 844})
    visit(page, address)
    ends = page.evaluate(ENDS, verdicts)
    assert ends
    assert all(0 <= left < right <= PHONE for left, right in ends)


@pytest.mark.parametrize("partnership", ["warwickshire", "south-staffordshire", "sampleshire"])
def test_no_table_with_a_verdict_is_scrolled_sideways_on_a_phone(page: Page, partnership: str) -> None:
    page.set_viewport_size({"width": PHONE, "height": 844})
    for path in CARDS:
        visit(page, f"{path}?partnership={partnership}")
        assert page.evaluate(SIDEWAYS) == [], path


@pytest.mark.parametrize(
    ("address", "table"),
    [
        ("/trends?partnership=south-staffordshire", "Every series"),
        ("/indicator?partnership=warwickshire&indicator=ni-15", "Every period"),
        ("/indicator?partnership=sampleshire", "Areas compared"),
        ("/data?partnership=warwickshire", "Checks on what was published"),
        ("/year-end?partnership=warwickshire", "Targets for 2011/12"),
        ("/plan?partnership=staffordshire", "Actions"),
    ],
)
def test_each_cell_of_a_card_on_a_phone_says_what_it_is_and_is_seen(page: Page, address: str, table: str) -> None:
    page.set_viewport_size({"width": PHONE, "height": 844})
    visit(page, address)
    page.evaluate("document.querySelectorAll('.card-fold, .row-fold').forEach((one) => { one.open = true; })")
    cells = f'[aria-label="{table}"] table.cards td'
    assert {words for words in page.evaluate(LABELS, cells) if words in {"none", '""'}} == set()
    assert all(0 <= left < right <= PHONE for left, right in page.evaluate(ENDS, cells))


def test_a_worked_example_is_read_on_a_phone_without_scrolling_sideways(page: Page) -> None:
    page.set_viewport_size({"width": PHONE, "height": 844})
    page.goto("/method/status")
    assert page.evaluate(SIDEWAYS) == []
    ends = page.evaluate(ENDS, ".worked table.cards td")
    assert ends
    assert all(0 <= left < right <= PHONE for left, right in ends)
    assert len({left for left, _ in ends}) == 1


@pytest.mark.parametrize(
    "path",
    [
        "/baselines?partnership=sampleshire&indicator=burglary",
        "/method/control-chart",
        "/method/markers",
        "/method/hotspots",
    ],
)
def test_no_column_of_a_plain_page_is_cut_off_on_a_phone(page: Page, path: str) -> None:
    page.set_viewport_size({"width": PHONE, "height": 844})
    page.goto(path)
    assert page.evaluate(CUT_OFF) == []


def test_the_fields_of_a_finding_are_as_wide_as_each_other_on_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": PHONE, "height": 844})
    page.goto("/checks?partnership=warwickshire")
    ends = page.evaluate(ENDS, "form.inline :is(select, input[type=text])")
    assert len(ends) > 3
    assert len({tuple(pair) for pair in ends}) == 1


@pytest.mark.parametrize("path", ["/checks", "/baselines"])
def test_a_page_to_choose_on_leads_back(page: Page, path: str) -> None:
    page.goto(path)
    assert page.locator(".back a").count() == 1


def test_a_long_list_to_choose_from_stands_in_columns_on_a_screen(page: Page) -> None:
    page.goto("/baselines")
    assert len({left for left, _ in page.evaluate(ENDS, ".choices li")}) == 3
    page.set_viewport_size({"width": PHONE, "height": 844})
    assert len({left for left, _ in page.evaluate(ENDS, ".choices li")}) == 1


def test_the_verdict_on_a_hotspot_hides_no_count(page: Page) -> None:
    page.set_viewport_size({"width": PHONE, "height": 844})
    visit(page, "/hotspots?partnership=sampleshire")
    assert page.evaluate(HIDDEN_BY_VERDICT) == 0


@pytest.mark.parametrize("partnership", partnerships())
def test_no_tile_stands_alone_in_its_row(page: Page, partnership: str) -> None:
    visit(page, f"/?partnership={partnership}")
    for width in (1050, 1120, 1366, 1440, 1680, PROJECTOR):
        page.set_viewport_size({"width": width, "height": 1080})
        rows = page.evaluate(IN_ROWS)
        assert len(rows) < 2 or rows[-1] > 1, (width, rows)


def test_no_tile_stands_alone_however_many_there_are(page: Page) -> None:
    page.goto("/method")
    for width in (1050, 1120, 1366, 1440, 1680, PROJECTOR):
        page.set_viewport_size({"width": width, "height": 1080})
        for count in range(2, 22):
            page.evaluate(TILES, count)
            rows = page.evaluate(IN_ROWS)
            assert sum(rows) == count
            assert len(rows) < 2 or rows[-1] > 1, (width, rows)


@pytest.mark.parametrize("path", ["/enter?partnership=warwickshire", "/indicators", "/partnerships", "/load"])
def test_a_form_is_as_wide_as_its_fields_on_a_projector(page: Page, path: str) -> None:
    page.set_viewport_size({"width": PROJECTOR, "height": 1080})
    page.goto(path)
    [field, *_] = page.evaluate(ENDS, "main .form .field")
    [card, *_] = page.evaluate(ENDS, "main .card:is(.form, :has(.form))")
    assert card[1] - field[1] < 120


def test_each_download_on_the_data_page_says_of_what_it_is(page: Page) -> None:
    visit(page, "/data?partnership=warwickshire")
    words = page.locator("p.downloads").all_inner_texts()
    assert len(words) == len(set(words)) > 3


@pytest.mark.parametrize(
    "address",
    [
        "/?partnership=south-staffordshire",
        "/trends?partnership=south-staffordshire",
        "/drill-down?partnership=sampleshire",
        "/hotspots?partnership=sampleshire",
    ],
)
def test_what_a_control_shows_is_not_cut(page: Page, address: str) -> None:
    visit(page, address)
    cut = page.evaluate(
        """() => [...document.querySelectorAll("#filters .f:not([hidden]) select")].filter((control) => {
             const style = getComputedStyle(control), pen = document.createElement("canvas").getContext("2d");
             pen.font = `${style.fontSize} ${style.fontFamily}`;
             const room = control.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
             return pen.measureText(control.selectedOptions[0]?.label ?? "").width > room + 1;
           }).map((control) => control.id)"""
    )
    assert cut == []


def test_what_is_said_beside_a_status_stands_on_lines_of_its_own(page: Page) -> None:
    visit(page, "/year-end?partnership=sampleshire&period=2025-26")
    beside = """() => [...document.querySelectorAll("td.standing")].flatMap((cell) => {
      const said = [...cell.querySelectorAll(".chance")].map((words) => words.getBoundingClientRect());
      return said.slice(1).map((box, at) => box.top >= said[at].bottom - 1);
    })"""
    apart = page.evaluate(beside)
    assert apart
    assert all(apart)
