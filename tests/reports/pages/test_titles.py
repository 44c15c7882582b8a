"""Sentences are true: every number in the title or paragraph about a place is in the tables of the same page."""

from decimal import Decimal

import pytest

from dashboard.domain.filters import Filters
from dashboard.domain.periods.period import financial_year
from dashboard.pages import PAGES, Page
from dashboard.questions.store import Store
from dashboard.reports.desk import Desk
from dashboard.reports.report import Report, Table
from tests.reports.sentences import unfounded
from tests.reports.titles import Actions, wrong_numbers

PLACES = ("", "quenbury", "no-location", "X01000001", "X01000020")
STREET_VIEWS = tuple(
    f"partnership=sampleshire{f'&area={area}' if area else ''}{more}"
    for area in PLACES
    for more in (
        "&period=2026-27",
        "&by=month&period=2026-27&measure=rolling",
        "&by=year&crime=robbery",
        "&by=quarter&crime=burglary&crime=drugs",
        "&from=2023-M04&to=2024-M03&by=month",
        "&from=2026-M04&to=2026-M09&category=acquisitive-crime",
    )
)


@pytest.mark.parametrize("page", [page for page in PAGES if page.shows_street_places], ids=lambda page: page.name)
@pytest.mark.parametrize("query", STREET_VIEWS)
def test_every_number_about_a_place_is_in_its_tables(store: Store, desk: Desk, page: Page, query: str) -> None:
    filters = desk.filters(query, shows_street_places=True)
    report = page.report(store, filters)
    assert not wrong_numbers(Actions(store), report, desk.choices().of("sampleshire")), (report.title, report.lede)


COLUMNS = ("status", "target_text", "target", "actual", "variance_pct")
TILES = Table.of(
    "tiles",
    "Targets",
    COLUMNS,
    [
        {
            "status": "missed",
            "target_text": "288",
            "target": Decimal(288),
            "actual": Decimal(335),
            "variance_pct": Decimal("16.319"),
        },
        {
            "status": "met",
            "target_text": "304",
            "target": Decimal(304),
            "actual": Decimal(301),
            "variance_pct": Decimal("-0.987"),
        },
        {"status": "not judged", "target_text": "TBC", "target": None, "actual": None, "variance_pct": None},
    ],
)


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("One of two targets that can be judged was missed; 335 is 16.3% above 288.", []),
        ("One target cannot be judged.", []),
        ("Both of two.", ["two"]),
        (
            "Two of two targets that can be judged were missed.",
            ["Two of two targets that can be judged were missed"],
        ),
        ("Two targets cannot be judged.", ["Two targets cannot be judged"]),
        ("It finished 16.4% above target.", ["16.4%"]),
        ("It finished at 336.", ["336"]),
        ("Five stars.", ["Five"]),
    ],
)
def test_a_number_that_is_in_no_table_is_caught(sentence: str, wrong: list[str]) -> None:
    filters = Filters("warwickshire", financial_year(2010))
    report = Report(page="any", filters=filters, title=sentence, lede="", place="", tables=(TILES,))
    assert unfounded(report, sentence) == wrong
