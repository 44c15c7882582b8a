"""Proves that nobody is told of no target where the months or quarters of the year have targets."""

import pytest

from dashboard.domain.filters import Filters
from dashboard.domain.periods.period import Period, financial_quarter, financial_year, from_slug, month
from dashboard.domain.records import Indicator, Scope
from dashboard.questions.store import Store
from dashboard.reports.pages.indicator import indicator_file
from dashboard.reports.pages.overview import overview
from dashboard.reports.pages.year_end import year_end
from tests.reports.overlaid import aimed, counted, overlaid

COUNTY = "warwickshire"
BURGLARY = f"{COUNTY}/domestic-burglary"
YEAR = financial_year(2012)
QUARTERS = tuple(financial_quarter(2012, at) for at in (1, 2, 3, 4))
WHOLE, PARTS = "no target is published", "no target for the year is published"
CASES = [
    ("each quarter", [(period, "240") for period in QUARTERS], PARTS),
    ("one quarter", [(QUARTERS[2], "240")], PARTS),
    ("a month", [(month(2012, 7), "80")], PARTS),
    ("words for a quarter", [(QUARTERS[0], "TBC")], PARTS),
    ("none", [], WHOLE),
    ("a blank cell", [(QUARTERS[0], " ")], WHOLE),
    ("a quarter of another year", [(financial_quarter(2011, 2), "240")], WHOLE),
]


def burglary(store: Store) -> Indicator:
    return next(item for item in store.indicators(Scope(COUNTY)) if item.id == BURGLARY)


def with_targets(store: Store, targets: list[tuple[Period, str]]) -> Store:
    """Two years of quarters of one count, with *targets* on it."""
    key = (BURGLARY, COUNTY)
    figures = [
        counted(key, financial_quarter(year, at), 300 - year % 10) for year in (2011, 2012) for at in (1, 2, 3, 4)
    ]
    return overlaid(store, figures, [aimed(key, period, text, burglary(store)) for period, text in targets])


@pytest.mark.parametrize(("targets", "said"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_titles_tell_targets_of_parts_from_none(store: Store, targets: list[tuple[Period, str]], said: str) -> None:
    filled = with_targets(store, targets)
    filters = Filters(partnership=COUNTY, period=YEAR)
    assert overview(filled, filters).title.endswith(said)
    assert year_end(filled, filters).title.endswith("a target for the year" if said == PARTS else "none with a target")
    alone = indicator_file(
        filled, Filters(partnership=COUNTY, period=YEAR, indicators=frozenset({"domestic-burglary"}))
    )
    why = "no target for the year" if said == PARTS else WHOLE
    assert alone.title.endswith(why)


def test_a_quarter_is_judged_on_its_own_target(store: Store) -> None:
    filled = with_targets(store, [(from_slug("2012-13-q2"), "240")])
    assert "missed" in overview(filled, Filters(partnership=COUNTY, period=QUARTERS[1])).title
