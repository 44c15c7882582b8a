"""Every page in every view that an address can name: it shows something or says why not, and hides nothing."""

import math
from typing import Any

import pytest

from dashboard.domain.filters import Filters
from dashboard.pages import PAGES, Page
from dashboard.questions.store import Store
from dashboard.reports.report import Report, Table
from tests.views import every_report

NAMES = [page.name for page in PAGES]
MISSING = {
    "previous_target": "previous_target_reason",
    "previous_actual": "previous_actual_reason",
    "target": "target_reason",
    "actual": "actual_reason",
    "value": "reason",
    "residual": "residual_reason",
    "previous_count": "previous_reason",
    "count": "count_reason",
    "class": "class_reason",
}


def silent(table: Table) -> list[Any]:
    """The rows with a missing value whose reason is missing too, or with both."""
    pairs = [(name, reason) for name, reason in MISSING.items() if {name, reason} <= set(table.columns)]
    return [row for row in table.rows for name, reason in pairs if (row[name] is None) != (row[reason] is not None)]


def unexplained(table: Table) -> list[Any]:
    """The rows whose change or variance is missing in per cent and in points, without a reason."""
    pairs = [("change_pct", "change_points", "change_reason"), ("variance_pct", "variance_points", "variance_reason")]
    known = [names for names in pairs if set(names) <= set(table.columns)]
    return [
        row
        for row in table.rows
        for percent, points, reason in known
        if row[percent] is None and row[points] is None and row[reason] is None
    ]


def untold(table: Table) -> list[Any]:
    """The rows without a status or a certainty that do not say why."""
    pairs = [pair for pair in (("certainty", "certainty_reason"),) if set(pair) <= set(table.columns)]
    blank = [row for row in table.rows for name, reason in pairs if row[name] is None and row[reason] is None]
    judged = [row for row in table.rows if "status_reason" in table.columns]
    return blank + [row for row in judged if (row["status"] == "not judged") != (row["status_reason"] is not None)]


def shapeless(table: Table) -> list[Any]:
    return [row for row in table.rows if tuple(row) != table.columns]


def not_numbers(table: Table) -> list[Any]:
    cells = [cell for row in table.rows for cell in row.values() if isinstance(cell, float)]
    return [cell for cell in cells if not math.isfinite(cell)]


def faults(report: Report) -> list[str]:
    """What is wrong with a report, in words."""
    shown = any(table.rows for table in report.tables)
    found = [] if shown or report.empty.endswith(".") else ["shows nothing and does not say why"]
    found += [] if report.title and report.place else ["has no title or no place"]
    for table in report.tables:
        for name, check in CHECKS.items():
            found += [f"{table.name}: {name}: {row}" for row in check(table)]
    return found


CHECKS = {
    "a value is missing without its reason": silent,
    "a difference is missing without its reason": unexplained,
    "a status is missing without its reason": untold,
    "a row has other columns than its table": shapeless,
    "a number is not finite": not_numbers,
}


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_every_view_shows_something_or_says_why_not(store: Store, page: Page) -> None:
    wrong: dict[str, list[str]] = {}
    views = 0
    for report in every_report(page, store):
        views += 1
        if found := faults(report):
            wrong[report.filters.to_query()] = found[:2]
    assert views > 1000
    assert not wrong


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_a_view_keeps_the_filters_it_was_asked_for(store: Store, page: Page) -> None:
    filters = Filters("warwickshire", store.partnerships()[0].default_period, categories=frozenset({"road-safety"}))
    report = page.report(store, filters)
    assert (report.page, report.filters) == (page.name, filters)


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_tables_of_a_page_have_names_of_their_own(store: Store, page: Page) -> None:
    where = next(
        item
        for item in store.partnerships()
        if item.slug == ("sampleshire" if page.shows_street_places else "warwickshire")
    )
    filters = Filters(where.slug, where.default_period)
    names = [table.name for table in page.report(store, filters).tables]
    assert len(set(names)) == len(names) > 0


def test_a_table_refuses_rows_without_its_columns() -> None:
    with pytest.raises(KeyError):
        Table.of("any", "Any", ("area", "count"), [{"area": "Rugby"}])
