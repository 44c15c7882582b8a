"""Many figures are read as views ask for them; the pages say the same as of figures that are read in one go."""

from collections.abc import Callable

import pytest

from dashboard.domain.filters import Filters
from dashboard.domain.records import Indicator, Scope
from dashboard.questions.store import Store
from dashboard.reports.desk import Desk
from dashboard.reports.evidence.checks import checks, checks_on
from dashboard.reports.indicators import figures_read
from dashboard.reports.indicators.ledger import Ledger
from dashboard.reports.pages.data import data
from dashboard.reports.pages.indicator import indicator_file
from dashboard.reports.pages.overview import overview
from dashboard.reports.pages.trends import trends
from dashboard.reports.pages.year_end import year_end
from dashboard.reports.report import Report

VIEWS = (
    "partnership=warwickshire",
    "partnership=warwickshire&period=2009-10&area=rugby",
    "partnership=warwickshire&indicator=ni-15&measure=index",
    "partnership=south-staffordshire",
    "partnership=south-staffordshire&area=locality-5",
    "partnership=south-staffordshire&period=2009-10&category=acquisitive-crime",
    "partnership=staffordshire&indicator=ni-15",
    "partnership=shropshire&period=2010",
)
PAGES: tuple[Callable[[Store, Filters], Report], ...] = (overview, year_end, trends, indicator_file, data)


def said(desk: Desk, page: Callable[[Store, Filters], Report], view: str) -> list[object]:
    """Everything a page says and its file holds."""
    found = desk.show(page, view)
    rows = [[*table.rows] for table in found.tables]
    return [found.title, found.lede, found.notes, found.empty, found.going_on, found.inside, rows, [*found.sources]]


@pytest.mark.parametrize("most_alone", [0, pytest.param(2, marks=pytest.mark.drill), 1_000])
@pytest.mark.parametrize("view", VIEWS)
def test_pages_say_the_same_however_figures_are_read(
    store: Store, monkeypatch: pytest.MonkeyPatch, view: str, most_alone: int
) -> None:
    at_once = [said(Desk(store), page, view) for page in PAGES]
    monkeypatch.setattr(figures_read, "MANY", 0)
    monkeypatch.setattr(figures_read, "MOST_ALONE", most_alone)
    assert [said(Desk(store), page, view) for page in PAGES] == at_once


def test_of_many_figures_those_of_one_area_are_read(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figures_read, "MANY", 0)
    desk = Desk(store)
    ledger = Ledger(store, desk.filters("partnership=south-staffordshire&area=locality-5"))
    assert not ledger.reads_all
    ledger.read_all()
    assert ledger.reads_all


@pytest.mark.parametrize("partnership", ["warwickshire", "south-staffordshire", "staffordshire", "shropshire"])
def test_the_findings_on_one_indicator_are_those_of_all_that_name_it(
    store: Store, monkeypatch: pytest.MonkeyPatch, partnership: str
) -> None:
    monkeypatch.setattr(figures_read, "MANY", 0)
    every, indicators = checks(store, partnership), store.indicators(Scope(partnership))

    def named(item: Indicator) -> list[object]:
        return [found for found in every if item.id in found.indicators]

    assert [list(checks_on(store, partnership, item)) for item in indicators] == [named(item) for item in indicators]


def test_periods_are_known_without_the_figures(store: Store) -> None:
    scope = Scope("south-staffordshire", areas=frozenset({"south-staffordshire/locality-5"}))
    figures = {(item.indicator, item.period) for item in store.observations(scope)}
    known = {(key, period) for key, periods in store.measured_periods(scope).items() for period in periods}
    assert figures == known
    targets = {(item.indicator, item.period) for item in store.targets(Scope("warwickshire"))}
    aimed = store.aimed_periods(Scope("warwickshire"))
    assert targets == {(key, period) for key, periods in aimed.items() for period in periods}
