"""What stands behind the street-level pages: every month with its file, every other file, the rows not taken."""

import json
from typing import Any, cast

import pytest
from plotly.utils import PlotlyJSONEncoder

from dashboard.questions.store import Store
from dashboard.questions.street import Arrival, HeldMonth, Rejected, Searches
from dashboard.reports.desk import Desk
from dashboard.reports.evidence.street_files import FILE_COLUMNS, MONTH_COLUMNS, LoadLog, load_log, tables
from dashboard.reports.made_up import INVENTED_SOURCE
from dashboard.reports.pages.data import data
from layouts.components import load_log as page
from layouts.components.markup import as_markup
from tests.layouts.regions import read_region
from tests.layouts.trees import named, text_of
from tests.reports.sample_files import SampleFiles
from tests.reports.streets import OTHER, TOWN, month, months, view


def arrival(number: int, name: str, kind: str, *, source: str = "", rejected: int = 0) -> Arrival:
    return Arrival(number, name, kind, source, "b" * 64, "2026-11-20T09:00:00+00:00", 10, 100, rejected, "")


class Shelf:
    """A store that holds a few files of Warwickshire and of the invented county."""

    def __init__(self, held: list[HeldMonth]) -> None:
        self._held = tuple(held)
        self.rows = {
            3: (Rejected(3, "2026-01.csv", 7, "month", "x"), Rejected(3, "other-street.csv", 8, "month", "y")),
            4: (Rejected(4, "population.csv", 9, "number", "z"),),
        }

    def street_root(self, partnership: str) -> object:
        return TOWN if self._held and partnership in ("warwickshire", "sampleshire") else None

    def held_months(self, _force: int | None) -> tuple[HeldMonth, ...]:
        return self._held

    def arrivals(self) -> tuple[Arrival, ...]:
        return (
            arrival(5, "made-up-targets.csv", "street-targets", source=INVENTED_SOURCE),
            arrival(4, "population.csv", "population", rejected=1),
            arrival(3, "police.zip", "street", rejected=2),
            arrival(2, "searches.csv", "stop-search"),
            arrival(1, "nothing.csv", ""),
        )

    def rejected(self, number: int) -> tuple[Rejected, ...]:
        return self.rows[number]

    def searches(self, _force: str) -> tuple[Searches, ...]:
        return (Searches("warwickshire", 24312, "Arrest", 3), Searches("warwickshire", 24312, "Warning", 5))


def log_of(partnership: str, held: list[HeldMonth]) -> LoadLog:
    return load_log(cast(Store, Shelf(held)), view().with_(partnership=partnership))


HELD = months("2025-12", "2026-01")


def test_files_with_incidents_stand_in_the_months_and_the_others_beside_them() -> None:
    assert [item.name for item in log_of("warwickshire", HELD).files] == ["population.csv"]


def test_files_of_the_invented_county_and_real_ones_never_stand_together() -> None:
    assert [item.name for item in log_of("sampleshire", HELD).files] == ["made-up-targets.csv"]


def test_rows_not_taken_are_those_of_the_months_shown_and_of_the_other_files() -> None:
    assert [item.line for item in log_of("warwickshire", HELD).rejected] == [9, 7]


def test_without_a_file_there_is_no_log() -> None:
    log = log_of("warwickshire", [])
    assert (log, tables(log)) == (LoadLog(), ())
    assert page.load_log(log, view()) == []


def test_the_log_as_a_file_has_a_table_for_each_part() -> None:
    found = {table.name: table for table in tables(log_of("warwickshire", HELD))}
    assert list(found) == ["months", "files", "rejected", "stop-and-search"]
    assert (found["months"].columns, found["files"].columns) == (MONTH_COLUMNS, FILE_COLUMNS)
    assert [row["month"] for row in found["months"].rows] == ["2025-12", "2026-01"]
    assert [(row["month"], row["outcome"], row["n"]) for row in found["stop-and-search"].rows] == [
        ("2026-01", "Arrest", 3),
        ("2026-01", "Warning", 5),
    ]


def test_months_of_several_forces_are_counted_once() -> None:
    log = log_of("warwickshire", [*HELD, month("2026-01", force=OTHER, rows=50)])
    (card,) = page.load_log(log, view())
    assert "250 incidents in 2 months: 2025-12 to 2026-01" in [text_of(item) for item in named(plain(card), "P")]


def test_the_screen_counts_searches_and_arrests_by_month() -> None:
    (card,) = page.load_log(log_of("warwickshire", HELD), view())
    found = named(read_region(as_markup(card)), "Table")
    searches = next(table for table in found if "Stop and search" in text_of(named(table, "Caption")))
    assert [text_of(cell) for cell in named(searches, "Th", "Td")][-3:] == ["2026-01", "8", "3"]


def plain(component: object) -> Any:  # noqa: ANN401 - as it is sent
    return json.loads(json.dumps(component, cls=PlotlyJSONEncoder))


def test_the_log_of_the_invented_county_holds_the_files_it_was_made_from(
    desk: Desk, store: Store, sample_files: SampleFiles
) -> None:
    log = load_log(store, desk.filters("partnership=sampleshire"))
    named_files = {item.file for item in log.months} | {item.name for item in log.files}
    searched = {path.name for path in sample_files.paths if "stop-and-search" in path.name}
    assert named_files == {path.name for path in sample_files.paths} - searched
    assert {item.month: item.rows for item in log.months} == {
        int(text[:4]) * 12 + int(text[5:]) - 1: n for text, n in sample_files.by("Month").items()
    }
    assert log.rejected == ()
    assert len({item.month for item in log.searches}) == len(searched)


@pytest.mark.parametrize("partnership", ["warwickshire", "derby"])
def test_a_published_partnership_without_files_has_no_log(desk: Desk, store: Store, partnership: str) -> None:
    report = data(store, desk.filters(f"partnership={partnership}"))
    assert report.log == LoadLog()
    assert "months" not in [table.name for table in report.tables]
