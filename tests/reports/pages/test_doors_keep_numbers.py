"""Every link of a street-level page is followed: the pair of numbers it stands on is on the page it leads to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

import pytest

from dashboard.domain.choices import Measure
from dashboard.reports.desk import Desk
from dashboard.reports.pages.drill_down import DrillDown, drill_down
from dashboard.reports.pages.hotspots import Hotspots, hotspots
from dashboard.reports.pages.indicator import indicator_file
from dashboard.reports.pages.trends import trends
from dashboard.reports.street.periods_table import periods_table
from layouts.components.markup import written
from layouts.pages import drill_down as drill_page
from layouts.pages import hotspots as hotspots_page
from layouts.pages import indicator as indicator_page
from layouts.pages import trends as trends_page
from tests.layouts.regions import read_region
from tests.layouts.trees import Component, named, text_of

pytestmark = pytest.mark.no_cover  # a walk of what other tests measure

SAMPLE = "partnership=sampleshire"
HOOD = "X01000001"
DRILLED = (
    "",
    f"&area={HOOD}&period=2026-27-Q1&against=2025-26-Q4",
    "&period=2025-26-Q1&against=2023-24-Q1&measure=rate&area=quenbury",
    "&from=2026-M04&to=2026-M06&by=month&measure=change",
    "&period=2023-24-Q3",  # of which no year before is loaded
    "&from=2023-M07&to=2023-M08",
    "&by=year",
    "&period=2025-26&by=month&measure=index&area=tarrowfold",
    "&period=2026-27",
    "&from=2025-M11&to=2026-M03&against=2025-06--2025-10&crime=burglary&crime=drugs",
    "&period=2026-27-Q2&against=2026-27-Q1",
    "&category=acquisitive-crime&period=2026-27-Q2&measure=rolling",
    "&period=2010-11",  # of which nothing is loaded
)
RANKED = (
    "",
    "&measure=change",
    "&period=2026-27-Q2&against=2026-27-Q1&measure=change",
    "&period=2023-24-Q3",
    "&from=2023-M10&to=2024-M03",  # falls back to the six months before
    "&period=2026-27",
    "&from=2025-M10&to=2026-M09&measure=rate&area=quenbury",
    f"&area={HOOD}&period=2026-27-Q2&against=2026-27-Q1",
    "&period=2026-M08&crime=burglary&measure=rate",
    "&from=2024-M04&to=2026-M09",  # longer than a year
)
LABEL = re.compile(r": ([\d,]+)(?: in [^;]*)?; [^:;]+: ([\d,]+) \(")
ARROW = re.compile(r"([\d,]+) → ([\d,]+)")
BEFORE = re.compile(r" on [^:]+: ([\d,]+)")


@dataclass(frozen=True)
class Way:
    """One link: where it leads, and the numbers that it stands on, the newer first."""

    href: str
    pair: tuple[str, str] | None
    text: str

    @property
    def page(self) -> str:
        return self.href.partition("?")[0].strip("/")

    @property
    def query(self) -> str:
        return unescape(self.href).partition("?")[2]


def ways(markup: str) -> Iterator[Way]:
    """Every link to a page with the numbers of its row, its card or its label."""
    tree = read_region(markup)
    known = {id(anchor): pair for anchor, pair in [*_drivers(tree), *_standing(tree), *_ranked(tree), *_cells(tree)]}
    for anchor in named(tree, "A"):
        if not anchor["props"]["href"].startswith("/export/"):
            yield Way(anchor["props"]["href"], known.get(id(anchor)), text_of(anchor))


Found = Iterator[tuple[Component, tuple[str, str]]]


def _with_class(tree: object, kind: str, look: str) -> list[Component]:
    return [item for item in named(tree, kind) if look in str(item["props"].get("class", "")).split()]


def _drivers(tree: object) -> Found:
    for item in _with_class(tree, "Ul", "drivers"):
        for line in named(item, "Li"):
            if found := ARROW.search(text_of(line)):
                yield named(line, "A")[0], (found[2], found[1])


def _cells(tree: object) -> Found:
    for anchor in named(tree, "A"):
        if found := LABEL.search(str(anchor["props"].get("aria-label", ""))):
            yield anchor, (found[1], found[2])


def _standing(tree: object) -> Found:
    for section in [item for card in _with_class(tree, "Div", "now-and-before") for item in named(card, "Section")]:
        (now,) = [text_of(item) for item in _with_class(section, "B", "big")]
        for at, line in enumerate(named(section, "Li")):
            before = BEFORE.search(text_of(line))
            anchors = named(line, "A") if at else named(section, "A")[:1]
            if before:
                yield from ((anchor, (now, before[1])) for anchor in anchors)


def _ranked(tree: object) -> Found:
    for table in _with_class(tree, "Table", "ranking"):
        is_moves = "moves" in table["props"]["class"].split()
        headings = [text_of(item) for item in named(table, "Th") if item["props"].get("scope") == "col"]
        if not is_moves and "Share" in headings[2]:
            continue  # nothing is compared
        for row in [item for item in named(table, "Tr") if "data-place" in item["props"]]:
            first, second = (str(item["props"]["children"][0]) for item in named(row, "Td")[:2])
            yield named(row, "A")[0], (second, first) if is_moves else (first, second)


def drilled(desk: Desk, query: str) -> DrillDown:
    return desk.report(drill_down, desk.filters(query, shows_street_places=True))


def ranking(desk: Desk, query: str) -> Hotspots:
    return desk.report(hotspots, desk.filters(query, shows_street_places=True))


def shown(report: DrillDown, body: str) -> set[tuple[str, str]]:
    """The pairs of a drill-down that its page and its file say."""
    card, end, _ = body.partition("</section></div>")
    said = {pair for _, pair in _standing(read_region(f"{card}{end}"))}
    stands = report.standing
    assert stands is not None
    rows = periods_table((stands.looked_at, stands.period_before, stands.year), 0).rows
    filed = {(f"{row['count']:,}", f"{row['previous_count']:,}") for row in rows if row["previous_count"] is not None}
    assert said == filed
    return said


def followed(desk: Desk, markup: str, measure: Measure) -> int:
    """How many links were followed that stand on numbers; each must be found again."""
    count = 0
    for way in sorted({*ways(markup)}, key=lambda way: way.href):
        if way.page == "hotspots" or way.pair is None:
            desk.filters(way.query, shows_street_places=True)
            continue
        assert way.page == "drill-down"
        report = drilled(desk, way.query)
        body = drill_page.body(report)
        assert way.pair in shown(report, body), (way, shown(report, body))
        is_number = re.fullmatch(r"[+−]?[\d,.]+%?", way.text) and measure != Measure.INDEX
        assert not is_number or way.text in body, way
        count += 1
    return count


def some(views: tuple[str, ...], every: int) -> list[object]:
    """One of so many in each run, the others in drills."""
    return [view if at % every == 1 else pytest.param(view, marks=pytest.mark.drill) for at, view in enumerate(views)]


@pytest.mark.parametrize("more", some(DRILLED, 4))
def test_every_link_of_a_drill_down_leads_to_its_pair_of_numbers(desk: Desk, more: str) -> None:
    filters, _ = desk.nearest(f"{SAMPLE}{more}", shows_street_places=True)
    report = desk.report(drill_down, filters)
    markup = drill_page.page_top(report) + drill_page.body(report)
    assert followed(desk, markup, filters.measure) > 5


@pytest.mark.parametrize("more", some(RANKED, 3))
def test_every_link_of_hotspots_leads_to_its_pair_of_numbers(desk: Desk, more: str) -> None:
    report = ranking(desk, f"{SAMPLE}{more}")
    markup = hotspots_page.page_top(report) + hotspots_page.body(report)
    count = followed(desk, markup, Measure.COUNT)
    assert count > 5 or report.total_before is None or f"area={HOOD}" in more


@pytest.mark.parametrize(
    "more",
    ["&period=2026-27-Q1&against=2025-26-Q4", "&from=2026-M04&to=2026-M05&against=2026-02--2026-03&area=quenbury"],
)
def test_the_yearly_pages_show_the_pair_that_a_drill_down_stood_on(desk: Desk, more: str) -> None:
    query = f"{SAMPLE}{more}"
    stands = drilled(desk, f"{query}&crime=burglary").standing
    assert stands is not None
    pair = (stands.looked_at.n, stands.looked_at.before)
    own = desk.report(indicator_file, desk.filters(f"{query}&indicator=burglary"))
    lines = desk.report(trends, desk.filters(f"{query}&indicator=burglary"))
    for report, head in ((own, indicator_page.head(own)), (lines, trends_page.head(lines))):
        [first, *_] = next(table for table in report.tables if table.name == "beside").rows
        assert (first["value"], first["previous_value"]) == pair
        markup = written(head)
        assert all(f">{number:,}<" in markup for number in pair)
        assert "stand beside a year before" not in markup
    longer = desk.report(indicator_file, desk.filters(f"{SAMPLE}&period=2026-27&against=2025-26-Q4&indicator=burglary"))
    assert "which is not as long" in written(indicator_page.head(longer))
