"""What street-level pages compare with: the months that the address names, recounted from the files."""

import pytest
from flask.testing import FlaskClient

from dashboard.domain.choices import ComparedWith
from dashboard.domain.periods.period import Period, from_slug
from dashboard.reports.desk import Desk
from dashboard.reports.pages.drill_down import DrillDown
from dashboard.reports.pages.drill_down_file import drill_down_file
from dashboard.reports.pages.hotspot_file import hotspots_file
from dashboard.reports.pages.hotspots import Hotspots
from dashboard.reports.street.moving.ways import narrowed
from layouts.pages import hotspots as page
from tests.reports.sample_files import SampleFiles, in_neighbourhood, within

SAMPLE = "partnership=sampleshire"
HOOD = "X01000001"
#: How it is asked for, which months those are, and how the column over them is called.
COMPARED = {
    "": ("2025-26-Q2", "A year before"),
    "&against=year-before": ("2025-26-Q2", "A year before"),
    "&against=2026-27-Q1": ("2026-27-Q1", "The quarter before"),
    "&against=2024-25-Q2": ("2024-25-Q2", "Q2 2024/25"),
}
AREAS = {"": lambda row: bool(row["LSOA code"]), f"&area={HOOD}": in_neighbourhood(HOOD)}


def ranking(desk: Desk, more: str) -> Hotspots:
    return desk.report(hotspots_file, desk.filters(f"{SAMPLE}{more}", shows_street_places=True))


def drilled(desk: Desk, more: str) -> DrillDown:
    return desk.report(drill_down_file, desk.filters(f"{SAMPLE}{more}", shows_street_places=True))


def months(period: Period) -> tuple[str, str]:
    """The first and the last month of a period as police.uk writes them."""
    return f"{period.start:%Y-%m}", f"{period.end:%Y-%m}"


@pytest.mark.parametrize("against", COMPARED)
@pytest.mark.parametrize("area", AREAS)
def test_hotspots_stand_beside_the_months_asked_for(
    desk: Desk, sample_files: SampleFiles, against: str, area: str
) -> None:
    slug, heading = COMPARED[against]
    report = ranking(desk, f"&period=2026-27-Q2{against}{area}")
    assert report.total_before == sample_files.count(within(*months(from_slug(slug))), AREAS[area])
    assert report.total == sample_files.count(within("2026-07", "2026-09"), AREAS[area])
    assert f">{heading}</th>" in page.body(report)
    assert any(line.startswith(f"Compared with {from_slug(slug).label}") for line in report.notes)


@pytest.mark.parametrize("against", COMPARED)
def test_the_drill_down_and_its_file_compare_with_the_months_asked_for(
    desk: Desk, sample_files: SampleFiles, against: str
) -> None:
    slug, _ = COMPARED[against]
    report = drilled(desk, f"&period=2026-27-Q2{against}")
    before = sample_files.count(within(*months(from_slug(slug))))
    assert report.crime_drivers is not None
    assert report.standing is not None
    assert (report.crime_drivers.before, report.standing.looked_at.before) == (before, before)
    newest = [row for row in report.tables[0].rows if row["period_slug"] == "2026-27-Q2"]
    assert {row["previous_period"] for row in newest} == {from_slug(slug).label}
    assert sum(int(str(row["previous_count"])) for row in newest) == before
    assert report.filters.described()["against"] == (against.partition("=")[2] or "year-before")


def test_an_earlier_quarter_is_compared_as_far_back_as_the_one_looked_at(desk: Desk) -> None:
    rows = drilled(desk, "&period=2026-27-Q2&against=2026-27-Q1").tables[0].rows
    pairs = {(row["period"], row["previous_period"]) for row in rows}
    assert {("Q2 2026/27", "Q1 2026/27"), ("Q1 2026/27", "Q4 2025/26"), ("Q3 2024/25", "Q2 2024/25")} <= pairs


def test_a_step_into_a_quarter_compares_as_the_view_does(desk: Desk) -> None:
    report = drilled(desk, "&period=2026-27-Q2&against=2026-27-Q1")
    assert report.columns is not None
    column = next(item for item in report.columns.shown if item.period.label == "Q4 2025/26")
    assert narrowed(report.filters, column, report.columns).against == from_slug("2025-26-Q3")
    years = drilled(desk, "&by=year&period=2026-27-Q2&against=2026-27-Q1")
    assert years.columns is not None
    assert narrowed(years.filters, years.columns.shown[1], years.columns).against is ComparedWith.YEAR_BEFORE


@pytest.mark.parametrize("more", ["", "&crime=burglary", "&area=quenbury", "&area=X01000001&crime=vehicle-crime"])
def test_a_period_and_the_newest_12_months_stand_beside_those_before(
    desk: Desk, sample_files: SampleFiles, more: str
) -> None:
    wanted = {
        "": [],
        "&crime=burglary": [lambda row: row["Crime type"] == "Burglary"],
        "&area=quenbury": [sample_files.in_locality("Quenbury")],
        "&area=X01000001&crime=vehicle-crime": [
            in_neighbourhood(HOOD),
            lambda row: row["Crime type"] == "Vehicle crime",
        ],
    }[more]
    stands = drilled(desk, more).standing
    assert stands is not None
    assert stands.period_before is not None
    assert stands.year is not None
    for step in (stands.looked_at, stands.period_before, stands.year):
        assert step.n == sample_files.count(within(*months(step.span)), *wanted)
        assert step.before == sample_files.count(within(*months(step.against)), *wanted)
    spans = [(step.span.slug, step.against.slug) for step in (stands.looked_at, stands.period_before, stands.year)]
    assert spans == [
        ("2026-27-Q2", "2025-26-Q2"),
        ("2026-27-Q2", "2026-27-Q1"),
        ("2025-10--2026-09", "2024-10--2025-09"),
    ]


def test_a_year_stands_alone_and_an_older_quarter_beside_the_year_up_to_its_end(desk: Desk) -> None:
    year = drilled(desk, "&period=2025-26").standing
    assert year is not None
    assert (year.looked_at.span.label, year.period_before, year.year) == ("2025/26", None, None)
    older = drilled(desk, "&period=2025-26-Q1").standing
    assert older is not None
    assert older.year is not None
    assert older.year.span.label == "Jul 2024 to Jun 2025"


def test_a_title_names_a_change_that_is_more_than_chance_and_else_the_count(
    desk: Desk, sample_files: SampleFiles
) -> None:
    now, before = (sample_files.count(within(*months(from_slug(slug)))) for slug in ("2026-27-Q2", "2025-26-Q2"))
    report = drilled(desk, "")
    assert report.title == f"{now:,} incidents in Sampleshire in Q2 2026/27"
    assert report.lede.startswith(f"{now:,} in Q2 2026/27, {before:,} in Q2 2025/26, a year before: counts of")
    assert "chance" not in report.title
    vehicles = [
        sample_files.count(within(*months(from_slug(slug))), lambda row: row["Crime type"] == "Vehicle crime")
        for slug in ("2026-27-Q2", "2025-26-Q2")
    ]
    share = (vehicles[0] - vehicles[1]) / vehicles[1] * 100
    title = drilled(desk, "&crime=vehicle-crime").title
    assert title == f"Vehicle crime in Sampleshire rose {share:.1f}% in Q2 2026/27"


@pytest.mark.parametrize("area", ["", "&area=quenbury", "&area=marlhaven", f"&area={HOOD}", "&area=no-location"])
@pytest.mark.parametrize("period", ["", "&period=2025-26", "&period=2026-27", "&period=2026-M05", "&from=2026-M04"])
@pytest.mark.parametrize("against", ["", "&against=2025-26-Q1"])
def test_no_title_is_longer_than_twelve_words_nor_speaks_of_chance(
    desk: Desk, area: str, period: str, against: str
) -> None:
    filters, _ = desk.nearest(f"{SAMPLE}{area}{period}{against}", shows_street_places=True)
    for title in (desk.report(drill_down_file, filters).title, desk.report(hotspots_file, filters).title):
        assert len(title.split()) <= 12, title
        assert "chance" not in title


def test_what_is_asked_for_and_loaded_in_part_is_named(desk: Desk) -> None:
    report = ranking(desk, "&from=2023-M06&to=2023-M08&against=2023-03--2023-05")  # files begin with April
    reasons = {row["previous_reason"] for row in report.tables[0].rows}
    assert reasons == {"Mar 2023 to May 2023, which it is compared with, is not all loaded and complete"}
    assert report.total_before is None


def test_a_chip_compares_as_far_back_as_the_view_does(desk: Desk) -> None:
    report = ranking(desk, "&period=2026-27-Q2&against=2026-27-Q1")
    asked = {words: report.of_span(span).against for words, span in report.spans}
    assert asked == {
        "Newest quarter": from_slug("2026-27-Q1"),
        "Newest month": from_slug("2026-M06"),
        "Year to date": ComparedWith.YEAR_BEFORE,  # six months do not fit into three
        "Newest 12 months": ComparedWith.YEAR_BEFORE,
    }


@pytest.mark.parametrize(
    ("against", "status"),
    [("year-before", 200), ("2025-26-Q1", 200), ("2025-26", 400), ("2010-11-Q1", 400), ("x", 400)],
)
@pytest.mark.parametrize("name", ["drill-down", "hotspots"])
def test_a_file_refuses_what_cannot_be_compared(client: FlaskClient, name: str, against: str, status: int) -> None:
    found = client.get(f"/export/{name}.json?{SAMPLE}&period=2026-27-Q2&against={against}")
    assert found.status_code == status
    if status == 200:
        assert found.json is not None
        assert found.json["filters"]["against"] == against
