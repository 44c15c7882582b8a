"""Crime types that police.uk no longer has are counted in no month: every street-level page says so and none fails."""

import pytest

from dashboard.pages import PAGES
from dashboard.reports.desk import Desk
from dashboard.reports.report import Report

FORMER = ("violent-crime-before-2013", "public-disorder-and-weapons")
VIEWS = (
    "",
    "&area=quenbury",
    "&area=X01000001",
    "&by=month",
    "&period=2023-24",
    "&period=2026-M09",
    "&against=2025-26-Q1",
)


@pytest.mark.parametrize("crime", FORMER)
@pytest.mark.parametrize("page", [page for page in PAGES if page.shows_street_places], ids=lambda page: str(page.name))
def test_a_former_type_has_a_page(desk: Desk, page: object, crime: str) -> None:
    builder = next(item.report for item in PAGES if item is page)
    for view in VIEWS:
        report: Report = desk.show(builder, f"partnership=sampleshire&crime={crime}{view}", shows_street_places=True)
        assert report.title
        counts = [row for table in report.tables if table.name == "counts" for row in table.rows]
        assert all(row["count"] is None and row["count_reason"] for row in counts)


def test_every_type_that_can_be_chosen_has_a_page(desk: Desk) -> None:
    street = desk.choices().of("sampleshire").street
    assert street is not None
    for crime, _ in street.crimes:
        for page in PAGES:
            search = f"partnership=sampleshire&crime={crime}"
            assert desk.show(page.report, search, shows_street_places=page.shows_street_places).title
