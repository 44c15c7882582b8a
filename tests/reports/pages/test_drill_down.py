"""The drill-down on the invented county: both tables, the file and the original files give the same totals."""

from collections.abc import Iterator
from dataclasses import replace
from html import unescape

import pytest

from dashboard.domain.periods.calendar import By
from dashboard.domain.periods.period import financial_year, from_slug
from dashboard.domain.street.crime import Level
from dashboard.questions.store import Store
from dashboard.reports.desk import Desk
from dashboard.reports.made_up import INVENTED_WORDS
from dashboard.reports.pages.drill_down import DrillDown, drill_down
from dashboard.reports.pages.drill_down_file import drill_down_file
from dashboard.reports.street.grid import GridRow
from dashboard.reports.street.notes import notes, recording_moved
from layouts.pages.drill_down import body
from tests.layouts.regions import read_region
from tests.layouts.trees import named, text_of
from tests.reports.sample_files import SampleFiles, at_point, in_neighbourhood, of_types, within
from tests.reports.streets import context, months

SAMPLE = "partnership=sampleshire"
HOOD = "X01000001"
ACQUISITIVE = (*("Burglary", "Vehicle crime", "Robbery", "Theft from the person", "Bicycle theft", "Other theft"),)
CRIMES = {
    "": None,
    "&category=acquisitive-crime": ACQUISITIVE,
    "&crime=shoplifting": ("Shoplifting",),
    "&crime=burglary&crime=drugs": ("Burglary", "Drugs"),
}
#: How periods are asked for, and which months then stand in the table.
PERIODS = {
    "&by=month&period=2025-26": ("2025-04", "2026-03"),
    "&by=month&period=2026-27": ("2026-04", "2026-09"),
    "&by=quarter&period=2025-26": ("2024-04", "2026-03"),
    "&by=year": ("2023-04", "2026-09"),
    "": ("2024-10", "2026-09"),
    "&by=year&period=2026-27": ("2023-04", "2026-09"),
    "&from=2024-M02&to=2024-M11&by=month": ("2024-02", "2024-11"),
}


def ask(desk: Desk, query: str) -> DrillDown:
    return desk.report(drill_down_file, desk.filters(query, shows_street_places=True))


def point_of(desk: Desk) -> str:
    """The key of the map point of a neighbourhood with the most incidents."""
    report = ask(desk, f"{SAMPLE}&area={HOOD}&by=year")
    return max(report.places, key=lambda row: sum(square.n or 0 for square in row.squares)).key


def areas(desk: Desk, files: SampleFiles) -> Iterator[tuple[str, list[object]]]:
    """Each level from the county to a map point, and how its incidents are found in the files."""
    yield "", []
    yield "tarrowfold", [files.in_locality("Tarrowfold")]
    yield HOOD, [in_neighbourhood(HOOD)]
    key = point_of(desk)
    yield key, [at_point(*key.partition("@")[2].split(","))]
    yield "no-location", [lambda row: not row["LSOA code"]]


def counts(row: GridRow) -> list[int]:
    return [square.n or 0 for square in row.squares]


def added(rows: tuple[GridRow, ...]) -> list[int]:
    """The sum of rows, period by period; groups are sums already."""
    return [sum(column) for column in zip(*(counts(row) for row in rows if not row.is_group), strict=True)]


def filed(report: DrillDown) -> list[int]:
    """The sum of the file's rows, period by period."""
    sums: dict[object, int] = {}
    for row in report.tables[0].rows:
        sums[row["period"]] = sums.get(row["period"], 0) + int(str(row["count"] or 0))
    return list(sums.values())


@pytest.mark.parametrize("crimes", CRIMES)
@pytest.mark.parametrize("period", PERIODS)
def test_tables_file_and_original_files_give_one_total(
    desk: Desk, sample_files: SampleFiles, period: str, crimes: str
) -> None:
    for area, found in areas(desk, sample_files):
        report = ask(desk, f"{SAMPLE}{period}{crimes}{f'&area={area}' if area else ''}")
        assert report.total is not None
        wanted = [within(*PERIODS[period]), *found]
        wanted += [of_types(names)] if (names := CRIMES[crimes]) else []
        assert sum(counts(report.total)) == sample_files.count(*wanted)  # type: ignore[arg-type]
        assert added(report.crimes) in (counts(report.total), [])
        assert added(report.places) in (counts(report.total), [])
        assert filed(report) == counts(report.total)


def test_each_month_is_that_of_its_file(desk: Desk, sample_files: SampleFiles) -> None:
    report = ask(desk, f"{SAMPLE}&by=month&period=2025-26")
    assert report.total is not None
    assert counts(report.total) == [
        n for _, n in sorted(sample_files.by("Month", within("2025-04", "2026-03")).items())
    ]


def test_each_crime_type_and_each_locality_is_that_of_the_files(desk: Desk, sample_files: SampleFiles) -> None:
    report = ask(desk, f"{SAMPLE}&by=month&period=2026-M05")
    may = within("2026-05", "2026-05")
    assert {row.name: row.squares[0].n for row in report.crimes if not row.is_group} == sample_files.by(
        "Crime type", may
    )
    places = {row.name: row.squares[0].n for row in report.places}
    names = set(sample_files.localities.values())
    assert set(places) == names | {"No location"}
    assert {name: places[name] for name in names} == {
        name: sample_files.count(may, sample_files.in_locality(name)) for name in names
    }
    assert report.total is not None
    assert sum(filter(None, places.values())) == report.total.squares[0].n


def test_a_group_is_the_sum_of_the_crime_types_under_it(desk: Desk) -> None:
    report = ask(desk, f"{SAMPLE}&by=year")
    groups = [row for row in report.crimes if row.is_group]
    assert {row.key for row in groups} == {"acquisitive-crime", "violent-crime"}
    inside = {row.key: row for row in report.crimes if row.depth}
    for group in groups:
        parts = tuple(inside[slug] for slug in group.crimes if slug in inside)
        assert added(parts) == counts(group)


def test_a_map_point_says_that_its_location_is_approximate(desk: Desk) -> None:
    report = ask(desk, f"{SAMPLE}&area={point_of(desk)}")
    assert report.context is not None
    assert report.context.place.level == Level.POINT
    assert ("(approximate location)" in report.place, report.places) == (True, ())
    assert any("a point is never an address" in line for line in report.notes)
    assert [place.level for place in report.context.path] == ["force", "locality", "lsoa", "point"]


def test_what_lies_in_no_neighbourhood_stands_last_and_is_explained(desk: Desk) -> None:
    report = ask(desk, f"{SAMPLE}&by=year")
    assert report.places[-1].name == "No location"
    (said,) = [line for line in report.notes if "No Location" in line]
    assert said.startswith("Incidents with “No Location” are in the total, in no district:")


@pytest.mark.parametrize(("later", "moved"), [(10, False), (11, True)])
def test_a_share_without_location_that_moves_five_points_is_not_like_for_like(later: int, moved: bool) -> None:
    held = [replace(item, no_location=6 if item.month < 24303 else later) for item in months("2024-04", "2026-03")]
    years = (financial_year(2024), financial_year(2025))
    assert recording_moved(context(held), years) is moved
    said = " ".join(notes(context(held), years, ()))
    assert ("not like for like" in said, f"2024/25 6.0% and 2025/26 {later}.0%" in said) == (moved, True)


def test_the_share_without_location_is_that_of_the_two_periods_compared() -> None:
    """Sixty in a hundred in a year that nobody compares, six in the others: nothing is said to have moved."""
    held = [replace(item, no_location=60 if item.month < 24303 else 6) for item in months("2024-04", "2026-11")]
    periods = (from_slug("2025-M11"), from_slug("2026-M11"))
    assert not recording_moved(context(held), periods)
    assert any("Nov 2025 6.0% and Nov 2026 6.0% of the force’s." in line for line in notes(context(held), periods, ()))


def test_a_part_year_says_its_months_and_is_compared_with_nothing(desk: Desk) -> None:
    report = ask(desk, f"{SAMPLE}&by=year&period=2026-27")
    rows = [row for row in report.tables[0].rows if row["period_slug"] == "2026-27"]
    assert {(row["months_held"], row["previous_count"], row["previous_reason"]) for row in rows} == {
        (6, None, "not all of its months are loaded")
    }


def test_a_period_without_a_file_is_no_zero_in_the_file(desk: Desk) -> None:
    report = ask(desk, f"{SAMPLE}&by=quarter&from=2026-M04&to=2026-M09")
    assert {row["count_reason"] for row in report.tables[0].rows} == {None}
    assert "files" in [table.name for table in report.tables]


def test_the_file_names_every_original_file_once(desk: Desk, sample_files: SampleFiles) -> None:
    table = next(table for table in ask(desk, f"{SAMPLE}&by=year&period=2026-27").tables if table.name == "files")
    named_files = [str(row["file"]) for row in table.rows]
    streets = [path.name for path in sample_files.paths if path.name.endswith("-street.csv")]
    assert (sorted(named_files), len(set(named_files))) == (sorted(streets), len(named_files))
    rows = {str(row["month"]): int(str(row["rows"])) for row in table.rows}
    assert rows == sample_files.by("Month")


def test_a_period_without_street_level_crime_is_said(desk: Desk, store: Store) -> None:
    filters = desk.filters(SAMPLE).with_(period=desk.choices().of("warwickshire").default_period)
    report = drill_down(store, filters)
    assert "No street-level crime is loaded for 2010/11; the newest months are shown." in report.lede


@pytest.mark.parametrize("query", ["partnership=warwickshire", "partnership=derby&by=year&measure=rolling"])
def test_a_partnership_without_files_says_what_to_load(desk: Desk, query: str) -> None:
    report = ask(desk, query)
    assert (report.tables, report.title.startswith("No street-level crime is loaded for")) == ((), True)
    assert "outturn load" in report.empty


@pytest.mark.parametrize("area", ["", "&area=tarrowfold", f"&area={HOOD}", "&area=no-location"])
def test_every_view_of_the_invented_county_says_that_it_is_invented(desk: Desk, area: str) -> None:
    assert ask(desk, f"{SAMPLE}{area}").notes[0] == INVENTED_WORDS


def test_the_page_shows_what_the_report_counts(desk: Desk) -> None:
    report = desk.report(drill_down, desk.filters(f"{SAMPLE}&by=month&period=2026-M05", shows_street_places=True))
    tables = named(read_region(body(report)), "Table")
    assert report.total is not None
    assert report.columns is not None
    assert report.columns.by == By.MONTH
    for table in tables[1:]:  # the first is of harm, which is no count
        last = named(table, "Tr")[-1]
        assert [text_of(cell) for cell in named(last, "Td")] == [f"{n:,}" for n in counts(report.total)]
    assert unescape(body(report)).count("May 2026") > 2
