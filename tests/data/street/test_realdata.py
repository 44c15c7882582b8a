"""Proves that real downloads load as they are, and that every number is a count of their rows made without us."""

import csv
import gzip
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dashboard.reports.desk import Desk
from dashboard.reports.pages.drill_down_file import drill_down_file
from dashboard.reports.pages.hotspot_file import hotspots_file
from data.engine import open_engine
from data.intake.pipeline import Wish, load_files
from data.intake.published import ensure_published
from data.store import SqlStore

REAL = Path(__file__).parents[4] / "shared" / "realdata"
STREET = REAL / "police-uk-street"
CHANGES = REAL / "geography/lookups/lsoa11_lsoa21_lad22_changes.csv.gz"
GEOGRAPHY = (
    "geography/lookups/lsoa21_ward24_lad24.csv.gz",
    "geography/lookups/lad24_csp24_pfa24.csv",
    "geography/lookups/lsoa11_lsoa21_lad22_changes.csv.gz",
    "population/mid2020_lsoa11_by_single_year.csv.gz",
    "population/mid2020_lad21_by_single_year.csv",
)
NEWEST = ("warwickshire/2025-*", "derbyshire/2025-*")

pytestmark = [
    pytest.mark.realdata,
    pytest.mark.skipif(not STREET.is_dir(), reason="the published files of ../shared/realdata are not there"),
]

Row = dict[str, str]


def rows(pattern: str) -> Iterator[Row]:
    """Every row of the street files that match, as the csv module reads them."""
    for path in sorted(STREET.glob(pattern)):
        with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
            yield from csv.DictReader(lines)


def of_2011() -> dict[str, str]:
    """The code of 2011 of each part of a neighbourhood that was split since."""
    with gzip.open(CHANGES, "rt", encoding="utf-8", newline="") as lines:
        return {row["lsoa21_code"]: row["lsoa11_code"] for row in csv.DictReader(lines) if row["change_code"] == "S"}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """All of Staffordshire, the newest year of two others, and the lookups of the country."""
    engine = open_engine(f"sqlite:///{tmp_path_factory.mktemp('real') / 'outturn.db'}")
    ensure_published(engine)
    street = [path for pattern in ("staffordshire/*", *NEWEST) for path in sorted(STREET.glob(pattern))]
    maps = sorted((REAL / "geography/boundaries/lsoa21").glob("*.geojson.gz"))
    summary = load_files(engine, [*street, *(REAL / name for name in GEOGRAPHY), *maps], Wish(datetime.now(UTC)))
    assert (summary.refused, summary.loaded) == ([], True)
    yield Desk(SqlStore(engine))
    engine.dispose()


def counts(desk: Desk, query: str, *columns: str) -> Counter[tuple[str, ...]]:
    """The product's counts of a view, summed by *columns*."""
    found: Counter[tuple[str, ...]] = Counter()
    report = desk.report(drill_down_file, desk.filters(query, shows_street_places=True))
    for row in report.tables[0].rows:
        found[tuple(str(row[name]) for name in columns)] += int(str(row["count"] or 0))
    return +found


def months(year: int) -> str:
    return f"by=month&from={year}-M01&to={year}-M12"


def label(month: str) -> str:
    return datetime.strptime(f"{month}-01 +0000", "%Y-%m-%d %z").strftime("%b %Y")


@pytest.mark.parametrize(
    ("partnership", "pattern"), [("staffordshire", "staffordshire/*"), ("warwickshire", NEWEST[0])]
)
def test_a_force_holds_every_row_by_month_and_crime_type(desk: Desk, partnership: str, pattern: str) -> None:
    expected = Counter((label(row["Month"]), row["Crime type"]) for row in rows(pattern) if row["Month"] > "2025")
    assert counts(desk, f"partnership={partnership}&{months(2025)}", "period", "crime_name") == expected


def test_all_months_of_staffordshire_are_there(desk: Desk) -> None:
    assert counts(desk, "partnership=staffordshire&by=year&period=2025-26") == {(): 235_214}


@pytest.mark.parametrize(
    ("partnership", "district", "pattern"),
    [
        ("south-staffordshire", "South Staffordshire", "staffordshire/2025-*"),
        ("derby", "Derby", NEWEST[1]),
        ("warwickshire&area=E07000220", "Rugby", NEWEST[0]),
    ],
)
def test_a_district_holds_the_rows_of_its_neighbourhoods(
    desk: Desk, partnership: str, district: str, pattern: str
) -> None:
    inside = (row for row in rows(pattern) if row["LSOA name"].rpartition(" ")[0] == district)
    expected = Counter((label(row["Month"]), row["Crime type"]) for row in inside)
    assert counts(desk, f"partnership={partnership}&{months(2025)}", "period", "crime_name") == expected


def test_a_district_of_2014_holds_the_rows_of_the_neighbourhoods_of_2011(desk: Desk) -> None:
    inside = (row for row in rows("staffordshire/2014-*") if row["LSOA name"].startswith("South Staffordshire "))
    expected = Counter((label(row["Month"]),) for row in inside)
    query = "partnership=south-staffordshire&by=month&from=2014-M01&to=2014-M11"
    assert counts(desk, query, "period") == expected


def test_rows_without_a_location_and_outside_the_area_stay_with_the_force(desk: Desk) -> None:
    found = counts(desk, "partnership=staffordshire&by=year&period=2025-26", "area_code")
    assert found["staffordshire/no-location",] == sum(
        row["Location"] == "No Location" for row in rows("staffordshire/*")
    )
    assert found["staffordshire/outside",] == 1_058


def test_neighbourhoods_are_ranked_by_their_rows(desk: Desk) -> None:
    report = desk.show(
        hotspots_file, "partnership=derby&from=2025-M01&to=2025-M12&crime=shoplifting", shows_street_places=True
    )
    inside = (
        row for row in rows(NEWEST[1]) if row["LSOA name"].startswith("Derby ") and row["Crime type"] == "Shoplifting"
    )
    split = of_2011()
    expected = Counter(split.get(row["LSOA code"], row["LSOA code"]) for row in inside)
    assert expected["E01013479"] == 527  # Derby 013F, whose parts are 013G and 013H
    assert {str(row["area_code"]): row["count"] for row in report.tables[0].rows} == expected


def test_map_points_of_a_neighbourhood_hold_its_rows(desk: Desk) -> None:
    code = "E01029613"
    expected = Counter(
        (f"{float(row['Longitude']):.6f},{float(row['Latitude']):.6f}",)
        for row in rows("staffordshire/2025-*")
        if row["LSOA code"] == code
    )
    found = counts(desk, f"partnership=south-staffordshire&area={code}&{months(2025)}", "area_code")
    assert {(key[0].partition("@")[2],): n for key, n in found.items()} == expected


@pytest.mark.parametrize("force", ["city-of-london", "derbyshire", "staffordshire", "warwickshire"])
def test_no_complete_month_looks_incomplete_and_a_cut_one_does(force: str, sqlite_url: str, tmp_path: Path) -> None:
    engine = open_engine(sqlite_url)
    ensure_published(engine)
    paths, now = sorted((STREET / force).iterdir()), Wish(datetime.now(UTC))
    assert load_files(engine, paths, now).incomplete == []
    whole = paths[len(paths) // 3]
    cut = tmp_path / whole.name.removesuffix(".gz")
    lines = gzip.decompress(whole.read_bytes()).splitlines(keepends=True)
    cut.write_bytes(b"".join(lines[: len(lines) // 4]))
    [said] = load_files(engine, [cut], now).incomplete
    assert "looks incomplete" in said
    engine.dispose()
