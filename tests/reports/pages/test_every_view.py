"""Every page in every view that an address can name: it shows something or says why not, and its sentences are true."""

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from typing import Any

import pytest

from dashboard.domain.filters import Filters
from dashboard.pages import PAGES, Page
from dashboard.questions.store import Store
from dashboard.reports.desk import Desk
from dashboard.reports.report import Report, Table
from dashboard.reports.words.titles import fits
from tests.reports.titles import Actions, wrong_numbers
from tests.views import every_filters, filters_by_turns, reports

NAMES = [page.name for page in PAGES]
CHANCE = re.compile("chance")
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
    return blank + [
        row for row in judged if (row["status"] in (None, "not judged")) != (row["status_reason"] is not None)
    ]


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


Way = Callable[[Desk], Iterator[Filters]]
# Each category on every page, by turns over the periods and areas, meets each rule: half of these views on one page,
# the others on the next. The drill asks for all of them.
WAYS = [
    pytest.param(filters_by_turns, id="by-turns"),
    pytest.param(every_filters, id="every", marks=pytest.mark.drill),
]


@dataclass
class Walk:
    """What is wrong in the views of a page, by their addresses; each report is worked out once for all questions."""

    views: int = 0
    faults: dict[str, list[str]] = field(default_factory=dict)
    numbers: dict[str, tuple[list[str], str, str]] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)


Walked = Callable[[Page, Way], Walk]


@pytest.fixture(scope="module")
def walked(store: Store, desk: Desk) -> Walked:
    partnerships = {item.partnership: item for item in desk.choices().partnerships}
    actions = Actions(store)

    @cache
    def walk(page: Page, way: Way) -> Walk:
        found = Walk()
        first, step = (0, 1) if way is every_filters else (PAGES.index(page) % 2, 2)
        for report in reports(page, store, islice(way(desk), first, None, step)):
            query, found.views = report.filters.to_query(), found.views + 1
            if wrong := faults(report):
                found.faults[query] = wrong[:2]
            if not fits(report.title) or CHANCE.search(f"{report.title} {report.place}"):
                found.titles[query] = report.title
            if said := wrong_numbers(actions, report, partnerships[report.filters.partnership]):
                found.numbers[query] = (said, report.title, report.lede)
        return found

    return walk


# Single views of each page are measured elsewhere; over a thousand more cover no further line, and take twice as long.
@pytest.mark.no_cover
@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_every_view_shows_something_or_says_why_not(walked: Walked, page: Page, way: Way) -> None:
    walk = walked(page, way)
    assert walk.views > (1000 if way is every_filters else 100)
    assert not walk.faults


def test_views_by_turns_meet_every_place_and_every_category(desk: Desk) -> None:
    every, met = set(every_filters(desk)), set(filters_by_turns(desk))
    assert met < every
    assert {(one.partnership, one.period, one.area) for one in met} == {
        (one.partnership, one.period, one.area) for one in every
    }
    assert {(one.partnership, one.categories) for one in met} == {(one.partnership, one.categories) for one in every}


@pytest.mark.no_cover
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_every_number_of_a_sentence_is_in_the_tables_of_its_page(walked: Walked, page: Page, way: Way) -> None:
    assert not walked(page, way).numbers


@pytest.mark.no_cover
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_every_title_has_twelve_words_at_most_and_none_is_about_chance(walked: Walked, page: Page, way: Way) -> None:
    assert not walked(page, way).titles


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
