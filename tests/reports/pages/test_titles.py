"""Sentences are true: every number in a title or paragraph is in the tables of the same page."""

import re
from decimal import Decimal

import pytest

from dashboard.domain.choices import Offer
from dashboard.domain.filters import Filters
from dashboard.domain.periods.period import financial_year
from dashboard.domain.statistics.series import year_of
from dashboard.pages import PAGES, Page
from dashboard.questions.store import Store
from dashboard.reports.desk import Desk
from dashboard.reports.pages.drill_down import DrillDown
from dashboard.reports.pages.hotspots import Hotspots
from dashboard.reports.pages.indicator import IndicatorFile
from dashboard.reports.report import Report, Table
from tests.reports.sentences import WORDS, unfounded
from tests.views import every_report, page_named

Street = DrillDown | Hotspots


def without_names(text: str, report: Report, offer: Offer) -> str:
    """*text* without periods and the names of indicators, areas and categories, which hold numbers of their own."""
    periods = {label for period in offer.periods for label in (period.label, period.previous().label)}
    shown = report.filters.period
    periods |= {period.label for period in (shown, shown.previous(), year_of(shown))}
    cells = [row.get(name) for table in report.tables for row in table.rows for name in ("period", "previous_period")]
    names = {name for _, _, name in offer.indicators} | {name for _, name in offer.areas}
    names |= {place.name for place in report.scene.path} if isinstance(report, Street) and report.scene else set()
    names |= {wording for _, wording in offer.categories} | {str(cell) for cell in cells if cell} | periods
    for name in sorted(names, key=len, reverse=True):
        text = re.sub(rf"(?<![\w,.]){re.escape(name)}(?![\w%])", "·", text, flags=re.IGNORECASE)
    return text


def plan_actions(store: Store, report: Report) -> int:
    """The actions of the view, counted on the Plan page."""
    plan: Report = page_named("plan").report(store, report.filters.with_(area=""))  # plans know no finer places
    return len(next(table.rows for table in plan.tables if table.name == "actions"))


def finding_of(report: Report) -> str:
    """The paragraph; without the definition, which is no finding."""
    definition = report.indicator.definition if isinstance(report, IndicatorFile) and report.indicator else ""
    return report.lede.removeprefix(definition)


def wrong_numbers(store: Store, report: Report, offer: Offer) -> list[str]:
    actions = plan_actions(store, report)
    text = without_names(f"{report.title}. {finding_of(report)}", report, offer)
    said = WORDS[actions] if actions < len(WORDS) else str(actions)
    text = re.sub(rf"\b{said} actions?(?= and no figures|\.)", "·", text, flags=re.IGNORECASE)
    return unfounded(report, text)


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_every_number_of_a_sentence_is_in_the_tables_of_its_page(store: Store, desk: Desk, page: Page) -> None:
    offers = {offer.partnership: offer for offer in desk.choices().offers}
    wrong = {
        report.filters.to_query(): (found, report.title, report.lede)
        for report in every_report(page, store)
        if (found := wrong_numbers(store, report, offers[report.filters.partnership]))
    }
    assert not wrong


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
    assert not wrong_numbers(store, report, desk.choices().of("sampleshire")), (report.title, report.lede)


COLUMNS = ("status", "target_text", "actual", "variance_pct")
TILES = Table.of(
    "tiles",
    "Targets",
    COLUMNS,
    [
        {"status": "missed", "target_text": "288", "actual": Decimal(335), "variance_pct": Decimal("16.319")},
        {"status": "met", "target_text": "304", "actual": Decimal(301), "variance_pct": Decimal("-0.987")},
        {"status": "not judged", "target_text": "TBC", "actual": None, "variance_pct": None},
    ],
)


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("One of the two targets that can be judged was missed; 335 is 16.3% above 288.", []),
        ("One target cannot be judged.", []),
        ("Both of two.", ["two"]),
        (
            "Two of the two targets that can be judged were missed.",
            ["Two of the two targets that can be judged were missed"],
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
