"""The sentences on a county whose small numbers are covered are true of the figures that are shown, and no others."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.access.people import Reach
from dashboard.domain.disclosure.rule import Mode
from dashboard.domain.filters import Filters
from dashboard.domain.periods.period import from_slug
from dashboard.questions.disclosed import disclosed
from dashboard.questions.store import Store
from dashboard.reports.desk import Desk
from data.store import SqlStore
from tests.data.own.conftest import quick_engine, reader
from tests.data.own.rutland import HEADING, HOME, WARDS, under
from tests.data.own.typed import load, text_file, wish
from tests.reports.pages.test_every_view import faults
from tests.reports.titles import Actions, wrong_numbers
from tests.views import page_named, reports

__all__ = ["quick_engine", "reader"]
YEARS = {
    "Hate crimes": {"2022/23": (6, 12, 30), "2023/24": (3, 12, 25), "2024/25": (8, 30, 60)},
    "Burglaries": {"2022/23": (60, 120, 30), "2023/24": (50, 130, 2), "2024/25": (20, 80, 4)},
    "Fires": {"2023/24": (2, 1, 3), "2024/25": (3, 3, 3)},
}
MONTHS = {"Apr 2025": (6, 9, 30), "May 2025": (6, 12, 20), "Jun 2025": (2, 15, 8)}
AREAS = ("", "oakham")
VIEWS = [Filters(HOME, from_slug(at), area) for at in ("2024-25", "2025-26") for area in AREAS]
PAGES = ("overview", "year-end", "trends", "indicator", "data")


def lines() -> list[str]:
    """The county's table: years with a target each, and three months of a year in progress without."""
    figures = [(name, at, row, "40") for name, years in YEARS.items() for at, row in years.items()]
    figures += [("Hate crimes", at, row, "") for at, row in MONTHS.items()]
    return [HEADING] + [
        f"{name},{area},{at},{number},{target},incidents,lower"
        for name, at, row, target in figures
        for area, number in zip((*WARDS, "Rutland"), (*row, sum(row)), strict=True)
    ]


@pytest.fixture
def in_a_child() -> bool:
    return False


@pytest.fixture(params=[pytest.param(Mode.ROUND, marks=pytest.mark.drill), Mode.SUPPRESS])
def seen(request: pytest.FixtureRequest, quick_engine: Engine, tmp_path: Path) -> Store:
    """The county as somebody sees it who may not see its small numbers."""
    load(quick_engine, text_file(tmp_path, "counts.csv", *lines()), wish=wish(partnership="Rutland"))
    under(quick_engine, request.param)
    return disclosed(SqlStore(quick_engine), Reach())


@pytest.mark.no_cover  # a walk of what other tests measure
def test_every_sentence_is_true_of_what_is_shown(seen: Store) -> None:
    actions, [home] = Actions(seen), [item for item in Desk(seen).choices().partnerships if item.partnership == HOME]
    for name in PAGES:
        for report in reports(page_named(name), seen, VIEWS):
            found = report.filters.to_query(), report.title, report.lede
            assert not wrong_numbers(actions, report, home), found
            assert not faults(report), found
            assert ": suppressed:" not in report.lede, found
