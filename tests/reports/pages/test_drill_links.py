"""Links of the drill-down: each is followed, and the view it leads to has the total of its cell."""

import pytest
from flask.testing import FlaskClient

from dashboard.domain.filters import Filters
from dashboard.reports.desk import Desk
from dashboard.reports.pages.drill_down import DrillDown, drill_down
from dashboard.reports.pages.drill_down_file import drill_down_file
from dashboard.reports.street.grid import GridRow
from dashboard.reports.street.moving.ways import narrowed, row_view
from layouts.pages.drill_down import body, page_top
from tests.layouts.regions import read_region
from tests.layouts.trees import named
from tests.reports.streets import view

SAMPLE = "partnership=sampleshire"

HOOD = "X01000001"


def ask(desk: Desk, query: str) -> DrillDown:
    return desk.report(drill_down_file, desk.filters(query, shows_street_places=True))


def step_into(report: DrillDown, row: GridRow) -> Filters:
    return row_view(report.filters, row, report.category_names)


def counts(row: GridRow) -> list[int]:
    return [square.n or 0 for square in row.squares]


LINKED = (
    *(
        "&by=year",
        "&by=quarter&period=2025-26",
        "&by=month&period=2025-26-Q2",
        "&by=month&area=quenbury&period=2026-27",
    ),
    *("&by=quarter&category=acquisitive-crime&area=marlhaven", "&by=year&crime=burglary&crime=drugs"),
    *(f"&by=year&area={HOOD}", f"&by=quarter&area={HOOD}&crime=drugs&period=2024-25", "&by=year&area=no-location"),
    "&from=2024-M04&to=2025-M03&by=quarter",
)


def total_within(report: DrillDown, shown: Filters, cell: Filters) -> int:
    """The total of the months that *cell* names among the columns of *report*."""
    assert report.total is not None
    assert report.columns is not None
    start, end = (cell.start, cell.end) if cell.start and cell.end else (shown.period, shown.period)
    pairs = zip(report.columns.shown, report.total.squares, strict=True)
    inside = (square.n or 0 for column, square in pairs if start.start <= column.period.start <= end.end)
    return sum(inside)


@pytest.mark.no_cover  # a walk of what other tests measure
@pytest.mark.parametrize("more", [*LINKED[::3], *(pytest.param(more, marks=pytest.mark.drill) for more in LINKED)])
def test_every_cell_leads_to_a_view_whose_total_is_the_cell(desk: Desk, more: str) -> None:
    report = ask(desk, f"{SAMPLE}{more}")
    assert report.columns is not None
    assert report.total is not None
    for row in (*report.crimes, *report.places, report.total):
        for column, square in zip(report.columns.shown, row.squares, strict=True):
            if square.n is not None:
                asked = narrowed(step_into(report, row), column, report.columns)
                followed = desk.filters(asked.to_query(), shows_street_places=True)  # refuses what cannot be followed
                assert followed == asked
                assert total_within(desk.report(drill_down, followed), followed, asked) == square.n


@pytest.mark.parametrize("more", LINKED)
def test_every_heading_and_row_name_leads_to_a_view_with_the_same_columns(desk: Desk, more: str) -> None:
    report = ask(desk, f"{SAMPLE}{more}")
    for row in (*report.crimes, *report.places):
        inner = desk.report(drill_down, desk.filters(step_into(report, row).to_query(), shows_street_places=True))
        assert inner.total is not None
        assert counts(inner.total) == counts(row)


def test_a_category_the_partnership_has_no_word_for_is_followed_as_its_crime_types() -> None:
    filters = view().with_(partnership="staffordshire")
    own = GridRow("a", "A", (), is_group=True, crimes=frozenset({"drugs"}))
    foreign = GridRow("acquisitive-crime", "B", (), is_group=True, crimes=frozenset({"robbery", "burglary"}))
    assert row_view(filters, own, {"a": "A"}) == filters.with_(categories=frozenset({"a"}))
    assert row_view(filters, foreign, {"a": "A"}) == filters.with_(crimes=frozenset({"robbery", "burglary"}))


def test_every_link_that_is_drawn_answers(client: FlaskClient, desk: Desk) -> None:
    report = desk.report(drill_down, desk.filters(f"{SAMPLE}&by=quarter&area=quenbury", shows_street_places=True))
    hrefs = {item["props"]["href"] for item in named([read_region(page_top(report)), read_region(body(report))], "A")}
    files = [href for href in hrefs if href.startswith("/export/")]
    assert len(hrefs) > 50
    assert {client.get(href).status_code for href in files} == {200}
    for href in hrefs - set(files):
        desk.filters(href.partition("?")[2], shows_street_places=True)
