"""Files of street-level crime and its places have no earlier states: what came after a day is listed, and said."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.questions.street import Arrival
from dashboard.reports.desk import Desk
from dashboard.reports.evidence.loaded_since import loaded_since, loaded_table
from dashboard.reports.evidence.street_files import LoadLog
from dashboard.reports.pages.data import data
from dashboard.reports.pages.drill_down import drill_down
from dashboard.reports.pages.hotspots import hotspots
from dashboard.reports.street.moving.held_then import held_then
from layouts.pages import data as page
from tests.reports.streets import context, month, view

DAY = date(2026, 5, 14)
LATE, EARLY = "2026-05-15T00:00:01+00:00", "2026-05-14T23:59:59+00:00"


def arrival(at: int, kind: str, moment: str) -> Arrival:
    return Arrival(at, f"{kind}.csv", kind, "somewhere", "a" * 64, moment, 10, 5, 0, "5 areas.")


LOG = LoadLog(
    months=(
        replace(month("2026-02"), loaded_at=EARLY),
        replace(month("2026-03"), loaded_at=LATE),
        replace(month("2026-04"), loaded_at=LATE, difference="Testshire 2026-04: replaced; −12 incidents (Drugs −12)."),
    ),
    files=(
        arrival(1, "lookup", EARLY),
        arrival(2, "boundaries", "2026-06-01T10:00:00+00:00"),
        arrival(3, "figures", LATE),
    ),
)


def test_files_that_came_after_the_end_of_the_day_are_listed_the_newest_first() -> None:
    found = loaded_since(LOG, DAY)
    assert [(item.kind, item.month, item.remarks) for item in found] == [
        ("boundaries", "", "5 areas."),
        ("street", "2026-03", "first loaded"),
        ("street", "2026-04", "Testshire 2026-04: replaced; −12 incidents (Drugs −12)."),
    ]
    assert loaded_since(LOG, None) == ()
    assert [row["name"] for row in loaded_table(found).rows] == ["boundaries.csv", "2026-03.csv", "2026-04.csv"]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (
            DAY,
            "Street-level crime: of 3 months 2 came after 14 May 2026, 1 in place of an earlier file. They are shown as"
            " they are now: what a month held before is not kept.",
        ),
        (date(2026, 5, 15), "Street-level crime: all 3 months were loaded by 15 May 2026 and stand as they were then."),
    ],
)
def test_a_view_of_an_earlier_day_says_which_months_came_later(day: date, said: str) -> None:
    assert held_then(context(list(LOG.months)), view(as_at=day)) == (said,)


def test_a_view_of_today_says_nothing_of_it() -> None:
    assert held_then(context(list(LOG.months)), view()) == ()


def test_pages_of_street_level_crime_say_it(desk: Desk) -> None:
    asked = desk.filters("partnership=sampleshire&as-at=2026-01-05", shows_street_places=True)
    for notes in (desk.report(drill_down, asked).notes, desk.report(hotspots, asked).notes):
        assert "of 42 months 42 came after 5 January 2026" in " ".join(notes)


def test_the_data_page_lists_them_and_its_file_holds_them(desk: Desk) -> None:
    report = desk.report(data, desk.filters("partnership=sampleshire&since=2026-01-05"))
    said = str(page.findings(report))
    assert "of street-level crime and its places loaded since 5 January 2026" in said
    assert "loaded-since" in {table.name for table in report.tables}
    none = desk.report(data, desk.filters("partnership=sampleshire&since=2026-11-29"))
    assert none.loaded == ()
