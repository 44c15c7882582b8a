"""Proves that a crime type has no count, and no zero, in months of a time before police.uk had it."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.periods.calendar import By
from dashboard.domain.records import Scope
from dashboard.domain.values.printed import Reason
from dashboard.reports.desk import Desk
from dashboard.reports.pages.drill_down import DrillDown, drill_down
from dashboard.reports.pages.drill_down_file import drill_down_file
from dashboard.reports.street.incomplete import NO_TYPE
from data.store import SqlStore
from tests.data.street.testshire import incident, load, lookup_files, month_file, written

ONE = "E01990001"
MONTHS = {
    **{"2011-07": ("Violent crime", "Other crime"), "2012-06": ("Violent crime", "Shoplifting", "Other theft")},
    "2013-06": ("Violence and sexual offences", "Bicycle theft", "Shoplifting", "Other theft"),
}


@pytest.fixture
def years(engine: Engine, tmp_path: Path) -> Engine:
    """A month of each of the three times."""
    files = [
        month_file(
            tmp_path,
            *(incident(ONE, kind, month) for kind in ("Burglary", *kinds)),
            name=f"{month}-testshire-street.csv",
        )
        for month, kinds in MONTHS.items()
    ]
    load(engine, *lookup_files(tmp_path), *files)
    return engine


def grid(engine: Engine, query: str) -> DrillDown:
    desk = Desk(SqlStore(engine))
    return desk.report(
        drill_down, desk.filters(f"partnership=testshire&from=2011-M07&to=2013-M06{query}", shows_street_places=True)
    )


def shown(found: DrillDown, name: str, *months: str) -> list[int | None]:
    """The counts of one row in some months; of the total where none has the *name*."""
    assert found.columns is not None
    assert found.total is not None
    squares = {item.name: item for item in found.crimes}.get(name, found.total).squares
    known = {column.period.slug: square.n for column, square in zip(found.columns.shown, squares, strict=True)}
    return [known[month] for month in months]


THREE = ("2011-M07", "2012-M06", "2013-M06")


def test_a_type_has_no_count_before_it_existed_and_none_since_it_does_no_more(years: Engine) -> None:
    found = grid(years, "&by=month")
    assert {
        name: shown(found, name, *THREE) for name in ("Burglary", "Bicycle theft", "Violent crime", "Shoplifting")
    } == {
        **{"Burglary": [1, 1, 1], "Bicycle theft": [None, None, 1]},
        **{"Violent crime": [1, 1, None], "Shoplifting": [None, 1, 1]},
    }
    assert shown(found, "total", *THREE) == [3, 4, 5]


@pytest.mark.parametrize(
    ("query", "counts"),
    [
        ("&crime=bicycle-theft", [None, None, 1]),
        ("&crime=bicycle-theft&crime=other-theft&crime=theft-from-the-person", [None, 1, 2]),
        ("&crime=violence-and-sexual-offences&crime=violent-crime-before-2013", [1, 1, 1]),
        ("&crime=burglary&crime=shoplifting", [None, 2, 2]),
        ("&crime=burglary", [1, 1, 1]),
    ],
)
def test_a_sum_counts_where_every_type_of_it_was_counted(years: Engine, query: str, counts: list[int | None]) -> None:
    assert shown(grid(years, f"&by=month{query}"), "total", *THREE) == counts


def test_the_file_says_why_and_a_year_holds_only_the_months_that_count(years: Engine) -> None:
    desk = Desk(SqlStore(years))
    filters = desk.filters("partnership=testshire&by=month&from=2011-M07&to=2013-M06", shows_street_places=True)
    rows = {
        (item["crime_type"], item["period_slug"]): item
        for item in desk.report(drill_down_file, filters).tables[0].rows
        if item["area"] == "Testbury"
    }
    bicycles = rows["bicycle-theft", "2012-M06"]
    assert (bicycles["count"], bicycles["count_reason"], bicycles["months_incomplete"]) == (None, NO_TYPE, 0)
    assert rows["burglary", "2012-M06"]["count"] == 1
    yearly = grid(years, "&by=year&crime=bicycle-theft")
    assert any("sorted incidents into other crime types" in words for words in yearly.notes)


def test_a_target_on_a_type_has_no_actual_before_it(years: Engine, tmp_path: Path) -> None:
    lines = "partnership,area,crime,period,target\ntestshire,,bicycle-theft,2013/14,5\n"
    load(years, written(tmp_path, "targets.csv", lines))
    found = SqlStore(years).observations(Scope("testshire", by=By.MONTH))
    values = {item.period.slug: (item.value.number, item.value.reason) for item in found if item.area == "testshire"}
    assert values == {
        **{"2011-M07": (None, Reason.NOT_AVAILABLE), "2012-M06": (None, Reason.NOT_AVAILABLE)},
        "2013-M06": (1, None),
    }
