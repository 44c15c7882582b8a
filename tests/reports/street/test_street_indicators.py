"""Targets on street-level crime: judged like published ones, each figure leading to the counts it is made of."""

from decimal import Decimal
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient

from dashboard.domain.doors import Door
from dashboard.domain.periods.calendar import By
from dashboard.domain.records import Scope
from dashboard.domain.targets.status import Status
from dashboard.domain.values.printed import Reason
from dashboard.questions.store import Store
from dashboard.reports.desk import Desk
from dashboard.reports.made_up import INVENTED_WORDS
from dashboard.reports.pages.drill_down import drill_down
from dashboard.reports.pages.indicator import indicator_file
from dashboard.reports.pages.overview import overview
from dashboard.reports.pages.trends import trends
from dashboard.reports.pages.year_end import year_end
from dashboard.reports.report import Cell, Report
from data.sample.aims import COUNTY, PERIODS
from layouts.components.links import door_href
from tests.reports.sample_files import SampleFiles, of_types, within

SAMPLE = "partnership=sampleshire"
VIOLENT = ("Violence and sexual offences", "Possession of weapons")
YEAR = within("2025-04", "2026-03")


def rows(report: Report, table: str) -> list[dict[str, Cell]]:
    return [row for item in report.tables if item.name == table for row in item.rows]


def status_of(actual: Cell, target: Cell, tolerance: int = 5) -> str:
    """What the rule comes to where lower is better, worked out here once more."""
    assert isinstance(actual, Decimal)
    assert isinstance(target, Decimal)
    if actual <= target:
        return "met"
    return "near" if actual <= target * (100 + tolerance) / 100 else "missed"


@pytest.mark.parametrize("period", ["2024-25", "2025-26"])
def test_a_whole_year_is_judged_by_its_target(desk: Desk, period: str) -> None:
    found = rows(desk.show(year_end, f"{SAMPLE}&period={period}"), "year-end")
    assert len(found) == 7
    assert [row["status"] for row in found] == [status_of(row["actual"], row["target"]) for row in found]


def test_an_actual_is_the_count_of_the_files(desk: Desk, sample_files: SampleFiles) -> None:
    found = {
        row["indicator"]: row["actual"] for row in rows(desk.show(year_end, f"{SAMPLE}&period=2025-26"), "year-end")
    }
    assert found["Burglary"] == sample_files.count(YEAR, of_types(["Burglary"]))
    assert found["Violent crime"] == sample_files.count(YEAR, of_types(VIOLENT))


def test_a_locality_is_judged_by_its_own_target(desk: Desk, sample_files: SampleFiles) -> None:
    found = rows(desk.show(year_end, f"{SAMPLE}&area=tarrowfold&period=2025-26"), "year-end")
    judged = {row["indicator"]: row for row in found if row["target"] is not None}
    assert set(judged) == {"Anti-social behaviour", "Vehicle crime"}
    for name, row in judged.items():
        here = sample_files.in_locality("Tarrowfold")
        assert row["actual"] == sample_files.count(YEAR, here, of_types([str(name)]))
        assert row["status"] == status_of(row["actual"], row["target"])


def test_a_part_year_is_not_judged(desk: Desk) -> None:
    found = rows(desk.show(year_end, f"{SAMPLE}&period=2026-27"), "year-end")
    assert {row["status"] for row in found} == {str(Status.NOT_JUDGED)}
    assert {row["status_reason"] for row in found if row["target"]} == {str(Reason.PART_YEAR)}
    assert {row["months_covered"] for row in found} == {6}


def test_a_target_to_be_confirmed_is_not_judged(desk: Desk) -> None:
    found = rows(desk.show(year_end, f"{SAMPLE}&period=2026-27"), "year-end")
    (robbery,) = [row for row in found if row["indicator"] == "Robbery"]
    assert (robbery["target"], robbery["target_text"]) == (None, "TBC")
    assert (robbery["status"], robbery["target_reason"]) == ("not judged", str(Reason.TO_BE_CONFIRMED))


def test_the_overview_counts_what_the_year_end_judges(desk: Desk) -> None:
    tiles = rows(desk.show(overview, f"{SAMPLE}&period=2025-26"), "tiles")
    judged = rows(desk.show(year_end, f"{SAMPLE}&period=2025-26"), "year-end")
    assert {row["indicator"]: row["status"] for row in tiles} == {row["indicator"]: row["status"] for row in judged}


@pytest.mark.parametrize(("by", "whole"), [(By.YEAR, 3), (By.QUARTER, 14), (By.MONTH, 42)])
def test_trends_by_year_quarter_and_month_add_up_to_the_same(
    desk: Desk, sample_files: SampleFiles, by: By, whole: int
) -> None:
    found = rows(desk.show(trends, f"{SAMPLE}&indicator=burglary&by={by}"), "series")
    county = [row for row in found if row["area"] == "Sampleshire"]
    assert (
        len([row for row in county if not row["months_covered"] or int(str(row["months_covered"])) >= by.months])
        == whole
    )
    assert sum(int(str(row["count"])) for row in county) == sample_files.count(of_types(["Burglary"]))


@pytest.mark.parametrize(
    ("by", "slug", "first"), [(By.MONTH, "2026-M03", "2025-04"), (By.QUARTER, "2025-26-Q4", "2025-04")]
)
def test_a_rolling_year_is_the_sum_of_its_12_months(
    desk: Desk, sample_files: SampleFiles, by: By, slug: str, first: str
) -> None:
    found = rows(desk.show(trends, f"{SAMPLE}&indicator=burglary&by={by}&measure=rolling"), "series")
    (row,) = [row for row in found if (row["area"], row["period_slug"]) == ("Sampleshire", slug)]
    assert row["value"] == sample_files.count(within(first, "2026-03"), of_types(["Burglary"]))
    early = [row for row in found if row["period_slug"] == ("2023-M05" if by == By.MONTH else "2023-24-Q2")]
    assert {row["value"] for row in early} == {None}
    assert None not in {row["reason"] for row in early}


def test_a_locality_moves_against_the_county_only_where_it_goes_the_other_way(desk: Desk) -> None:
    for indicator in desk.choices().of("sampleshire").indicators:
        report = desk.show(trends, f"{SAMPLE}&indicator={indicator[0]}")
        moved = report.chosen.movement if report.chosen else None
        assert moved is not None
        step = moved.total.now - moved.total.before
        assert {part.area.name for part in moved.against} == {
            part.area.name for part in moved.parts if (part.now - part.before) * step < 0
        }


def test_the_file_of_an_indicator_holds_its_years_and_targets(desk: Desk) -> None:
    report = desk.show(indicator_file, f"{SAMPLE}&indicator=vehicle-crime&period=2025-26")
    assert report.notes[0] == INVENTED_WORDS
    texts = {str(cell) for table in report.tables for row in table.rows for cell in row.values()}
    assert {"2024/25", "2025/26", COUNTY["Vehicle crime"][PERIODS.index("2025/26")]} <= texts


def test_every_source_leads_to_an_address_that_answers(desk: Desk, store: Store, client: FlaskClient) -> None:
    scope = Scope("sampleshire")
    cells = {cell for by in By for item in store.observations(Scope("sampleshire", by=by)) for cell in item.sources}
    cells |= {item.source for item in store.targets(scope)} | {item.source for item in store.indicators(scope)}
    addresses = {door_href(cell.target) for cell in cells if cell.target}
    assert all(cell.target for cell in cells)
    for address in addresses:
        parts = urlsplit(address)
        desk.filters(parts.query, shows_street_places=parts.path == "/drill-down")  # refuses what cannot be followed
    pages = {urlsplit(address).path for address in addresses}
    assert {path: client.get(path).status_code for path in pages} == {"/drill-down": 200, "/data": 200}
    numbers = {int(urlsplit(address).fragment.removeprefix("arrival-")) for address in addresses if "#" in address}
    assert numbers <= {item.id for item in store.arrivals()}


def test_the_view_behind_an_actual_has_the_same_total(desk: Desk, store: Store) -> None:
    for item in store.observations(Scope("sampleshire")):
        (cell,) = item.sources
        assert isinstance(cell.target, Door)
        report = desk.report(drill_down, cell.target.filters)
        assert report.total is not None
        assert sum(square.n or 0 for square in report.total.squares) == item.value.number, cell.target


def test_a_target_is_found_in_the_line_it_stands_on(desk: Desk, store: Store, sample_files: SampleFiles) -> None:
    (path,) = [path for path in sample_files.paths if path.name == "targets.csv"]
    lines = path.read_text(encoding="utf-8").splitlines()
    for item in store.targets(Scope("sampleshire")):
        line = lines[int(item.source.row.removeprefix("line ")) - 1]
        assert item.source.text in line.replace('"', "")
