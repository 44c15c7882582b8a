"""A plan in short, and published changes: counted again from the plan and from the print."""

from collections import Counter

import pytest

from dashboard.domain.records import Scope
from dashboard.questions.store import Store
from dashboard.reports.desk import Desk
from dashboard.reports.pages.overview import overview
from dashboard.reports.performance.objectives import due_sentence, objectives_of
from dashboard.reports.performance.published_changes import fallen_words
from layouts.components.markup import written
from layouts.pages.overview import tiles
from layouts.pages.overview_more import more
from tests.layouts.regions import read_region
from tests.layouts.trees import text_of


@pytest.mark.parametrize("partnership", ["derby", "staffordshire", "shropshire", "warwickshire"])
def test_objectives_count_every_action_once_by_when_it_is_due(store: Store, partnership: str) -> None:
    actions = store.actions(Scope(partnership))
    found = objectives_of(actions)
    assert {item.name: item.actions for item in found} == Counter(item.objective for item in actions)
    assert sum(item.dated for item in found) == sum(item.due_date is not None for item in actions)
    assert sum(item.undated for item in found) == sum(not item.due.strip() for item in actions)
    assert all(item.actions == item.dated + item.worded + item.undated for item in found)


def test_nothing_is_due_without_actions() -> None:
    assert due_sentence(objectives_of([])) == ""


def test_derbys_plan_is_the_first_card_of_its_overview_and_no_objective_is_said_twice(desk: Desk) -> None:
    report = desk.show(overview, "partnership=derby")
    words = text_of(read_region(written(tiles(report))))
    assert report.lede == "Ten actions due by a date, 19 due in words only and one without a printed date."
    assert words.count("Objective ") == 8
    assert "Three by a date, the first 31 May 2003" in words
    assert "Develop and analyse high quality data" not in text_of(read_region(written(more(report))))


NINE = {
    "Robbery": "+7.89%",
    "Reports of anti social behaviour": "+2.49%",
    "Theft of a vehicle": "0%",
    "Criminal damage": "−8.14%",
    "All recorded crime": "−10.54%",
    "Assault less serious injury": "−16.29%",
    "Domestic burglary": "−17.01%",
    "Serious acquisitive crime": "−18.68%",
    "Theft from a motor vehicle": "−26.47%",
}


@pytest.mark.parametrize("period", ["2010-11", "2008-10--2009-09"])
def test_shropshires_nine_changes_are_bars_with_the_worst_on_top(desk: Desk, period: str) -> None:
    report = desk.show(overview, f"partnership=shropshire&period={period}")
    assert [item.indicator.name for item in report.changes] == list(NINE)
    fell = sum(text.startswith("−") for text in NINE.values())
    assert (fell, fallen_words(report.changes)) == (6, "Six of nine measures fell in Oct 2008 to Sep 2009")
    drawn = written(tiles(report))
    words = " ".join(text_of(read_region(drawn)).split())
    assert all(f"{name}{change}" in words for name, change in NINE.items())
    assert drawn.count('width="320"') == len(NINE)


@pytest.mark.parametrize(
    "query", ["partnership=warwickshire&period=2010-11", "partnership=shropshire&category=all-crime"]
)
def test_few_changes_stay_in_their_tiles(desk: Desk, query: str) -> None:
    assert desk.show(overview, query).changes == ()
