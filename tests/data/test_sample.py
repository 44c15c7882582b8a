"""Sampleshire is the same at every writing, looks like the real downloads, and holds the stories it promises."""

import json
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from dashboard.domain.statistics.hotspots import HotspotClass, classes
from dashboard.domain.targets.status import Certainty, Status
from data.sample import aims
from data.sample.county import write_county
from data.sample.places import COUNTY_CENTRE, EMERGING, FADING, LOCALITIES, RISING
from data.sample.rates import ASB, BURGLARY, CRIME_TYPES, SHOPLIFTING, VEHICLE_CRIME
from data.sample.shapes import Cell, inside, polygons
from tests.data.sample_county import (
    CODE_AT,
    COUNTY_TOWN,
    LOCALITY_OF,
    VIOLENCE,
    Places,
    Rings,
    Row,
    counted,
    monthly,
    placed,
    queen_neighbours,
    read,
    verdict,
    year,
)

SEARCHED_MONTHS = [f"{2024 + at // 12}-{at % 12 + 1:02}" for at in range(9, 33)]
PLAN = ("actions", "risks", "meetings", "campaigns", "priorities", "survey")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sampleshire")
    write_county(folder)
    return folder


@pytest.fixture(scope="module")
def incidents(folder: Path) -> list[Row]:
    return [row for path in sorted(folder.glob("street/*.csv")) for row in read(path)]


@pytest.fixture(scope="module")
def rings(folder: Path) -> Rings:
    features = json.loads((folder / "boundaries-neighbourhoods.geojson").read_text())["features"]
    return {row["properties"]["LSOA21CD"]: row["geometry"]["coordinates"][0] for row in features}


def test_two_runs_write_the_same_42_months_byte_for_byte(folder: Path, tmp_path: Path) -> None:
    written = write_county(tmp_path)
    names = [path.relative_to(tmp_path).as_posix() for path in written]
    assert names[8] == "street/2023-04-sampleshire-street.csv"
    assert names[49] == "street/2026-09-sampleshire-street.csv"
    assert len([name for name in names if name.startswith("street/")]) == 42
    assert [name[:17] for name in names[50:74]] == [f"searches/{month}-"[:17] for month in SEARCHED_MONTHS]
    assert names[74:] == ["incidents.csv", *(f"plan/{name}.csv" for name in PLAN)]
    assert [path.read_bytes() for path in written] == [
        (folder / path.relative_to(tmp_path)).read_bytes() for path in written
    ]


def test_each_header_is_the_publishers_own(folder: Path) -> None:
    headers = {path.name: path.read_bytes().partition(b"\n")[0].decode() for path in folder.glob("*.csv")}
    assert headers == {
        "lookup-neighbourhoods.csv": "LSOA21CD,LSOA21NM,WD24CD,WD24NM,LAD24CD,LAD24NM",
        "lookup-force.csv": "LAD24CD,LAD24NM,CSP24CD,CSP24NM,PFA24CD,PFA24NM",
        "population-mid-2024.csv": "lsoa21_name,lsoa21_code,total_population",
        "localities.csv": "partnership,locality,code",
        "similar-areas.csv": "Set,From,Area code,Similar area code,Rank",
        "targets.csv": "partnership,area,crime,period,target,tolerance,note",
        "harm-weights.csv": "Offence code,Crime type,Weight,Lowest,Highest,Year,Source",
        "incidents.csv": "Crime reference,Offence,Date from,Time from,Date to,Time to,LSOA code,Longitude,Latitude,"
        "Officer in case",
    }
    assert {path.read_bytes().partition(b"\n")[0].decode() for path in folder.glob("street/*.csv")} == {
        "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,"
        "Crime type,Last outcome category,Context"
    }


def test_sixty_neighbourhoods_lie_in_twenty_wards_of_five_localities(folder: Path) -> None:
    lookup = read(folder / "lookup-neighbourhoods.csv")
    localities = read(folder / "localities.csv")
    codes = [f"X01{number:06d}" for number in range(1, 61)]
    assert [row["LSOA21CD"] for row in lookup] == codes
    assert len({row["LSOA21NM"] for row in lookup}) == 60
    assert len({row["WD24NM"] for row in lookup}) == len({row["WD24CD"] for row in lookup}) == 20
    assert len({(row["WD24CD"], LOCALITY_OF[row["LSOA21CD"]]) for row in lookup}) == 20  # a ward in one locality
    assert {row["LAD24CD"] for row in lookup} == {"X06000001"}
    assert sorted(row["code"] for row in localities) == codes
    assert {row["locality"] for row in localities} == set(LOCALITIES)
    assert all(1100 <= int(row["total_population"]) <= 2200 for row in read(folder / "population-mid-2024.csv"))


def test_polygons_close_counter_clockwise_in_the_north_sea(rings: Rings) -> None:
    assert rings.keys() == LOCALITY_OF.keys()
    for ring in rings.values():
        assert ring[0] == ring[-1]
        assert sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise(ring)) > 0
        assert all(2.5 < longitude < 3.3 and 53.8 < latitude < 54.4 for longitude, latitude in ring)


def test_every_inner_edge_is_used_by_exactly_two_polygons_and_one_coast_runs_round_them(rings: Rings) -> None:
    edges = Counter((*a, *b) for ring in rings.values() for a, b in pairwise(ring))
    assert set(edges.values()) == {1}  # each direction once
    coast = {edge[:2]: edge[2:] for edge in edges if (*edge[2:], *edge[:2]) not in edges}
    assert len(edges) - len(coast) >= 2 * 2 * (9 * 6 + 10 * 5)  # two sides, and every inner edge bends
    start = point = next(iter(coast))
    walked = [point := coast[point] for _ in coast]
    assert walked[-1] == start
    assert len(set(walked)) == len(coast)  # a gap would have a coast of its own


def test_incidents_are_shown_at_a_few_points_inside_their_neighbourhood(incidents: list[Row]) -> None:
    shown = {(row["LSOA code"], row["Longitude"], row["Latitude"]) for row in incidents if placed(row)}
    ring_of = {CODE_AT[cell]: ring for cell, ring in polygons().items()}
    assert all(inside((float(longitude), float(latitude)), ring_of[code]) for code, longitude, latitude in shown)
    assert all(8 <= points <= 18 for points in Counter(code for code, _, _ in shown).values())
    assert all(re.fullmatch(r"\d+\.\d{6}", degrees) for _, *point in shown for degrees in point)


def test_an_incident_reads_as_police_uk_prints_it(incidents: list[Row]) -> None:
    assert {(row["Reported by"], row["Falls within"], row["Context"]) for row in incidents} == {
        ("Sampleshire Police", "Sampleshire Police", "")
    }
    assert {row["Crime type"] for row in incidents} == {crime.name for crime in CRIME_TYPES}
    assert len(CRIME_TYPES) == 14
    assert {row["Location"].startswith("On or near ") for row in incidents if placed(row)} == {True}


def test_only_anti_social_behaviour_has_no_crime_id_and_no_outcome(incidents: list[Row]) -> None:
    identities = [row["Crime ID"] for row in incidents if row["Crime type"] != ASB]
    assert {row["Crime ID"] + row["Last outcome category"] for row in incidents if row["Crime type"] == ASB} == {""}
    assert all(re.fullmatch("[0-9a-f]{64}", identity) for identity in identities)
    assert len(set(identities)) == len(identities)
    assert all(row["Last outcome category"] for row in incidents if row["Crime type"] != ASB)


def test_recent_cases_are_open_more_often(incidents: list[Row]) -> None:
    cases = Counter(row["Month"] for row in incidents if row["Crime ID"])
    still_open = Counter(row["Month"] for row in incidents if row["Last outcome category"] == "Under investigation")
    assert still_open["2026-09"] > 0.7 * cases["2026-09"]
    assert still_open["2024-09"] < 0.1 * cases["2024-09"]


def test_the_force_began_to_place_incidents_in_january_2025(incidents: list[Row]) -> None:
    def nowhere(rows: list[Row]) -> float:
        return sum(row["Location"] == "No Location" for row in rows) / len(rows)

    blank = {(row["Longitude"], row["Latitude"], row["LSOA name"]) for row in incidents if not placed(row)}
    assert blank == {("", "", "")}
    assert nowhere([row for row in incidents if row["Month"] <= "2024-12"]) == pytest.approx(0.06, abs=0.005)
    assert nowhere([row for row in incidents if row["Month"] > "2024-12"]) == pytest.approx(0.01, abs=0.003)


def test_some_rows_are_printed_twice_and_all_of_them_are_anti_social_behaviour(incidents: list[Row]) -> None:
    repeats = [row for row, times in Counter(tuple(row.values()) for row in incidents).items() if times > 1]
    assert len(repeats) > 100
    assert {row[9] for row in repeats} == {ASB}


@pytest.mark.parametrize("locality", LOCALITIES)
def test_anti_social_behaviour_falls_in_every_locality_but_one(incidents: list[Row], locality: str) -> None:
    first, last = (
        counted(incidents, ASB, period, lambda row: LOCALITY_OF.get(row["LSOA code"]) == locality)
        for period in ("2023/24", "2025/26")
    )
    assert last > 1.05 * first if locality == RISING else last < 0.9 * first


def test_the_total_falls_a_little_each_year(incidents: list[Row]) -> None:
    total = Counter(map(year, incidents))
    assert 50_000 < len(incidents) < 55_000
    assert 0.95 < total["2024/25"] / total["2023/24"] < 0.99
    assert 0.95 < total["2025/26"] / total["2024/25"] < 0.99


def test_vehicle_crime_emerges_in_july_2026(incidents: list[Row]) -> None:
    months = monthly(incidents, VEHICLE_CRIME, EMERGING)
    assert max(count for month, count in months.items() if month < "2026-07") <= 10
    assert min(months[month] for month in ("2026-07", "2026-08", "2026-09")) > 30


def test_burglary_was_high_until_june_2024(incidents: list[Row]) -> None:
    months = monthly(incidents, BURGLARY, FADING)
    assert min(count for month, count in months.items() if month <= "2024-06") >= 10
    assert max(count for month, count in months.items() if month >= "2024-09") <= 5


@pytest.mark.parametrize(
    ("crime", "last", "told"),
    [
        ("", "2026-03", (COUNTY_TOWN, HotspotClass.PERSISTENT)),
        ("", "2026-09", (COUNTY_TOWN, HotspotClass.PERSISTENT)),
        (VEHICLE_CRIME, "2026-09", (EMERGING, HotspotClass.EMERGING)),
        (BURGLARY, "2025-03", (FADING, HotspotClass.FORMER)),
    ],
)
def test_each_story_is_a_class_of_three_adjoining_neighbourhoods(
    incidents: list[Row], rings: Rings, crime: str, last: str, told: tuple[list[Cell], HotspotClass]
) -> None:
    cells, story = told
    months = sorted({row["Month"] for row in incidents if row["Month"] <= last})[-12:]
    found = Counter((row["LSOA code"], row["Month"]) for row in incidents if crime in ("", row["Crime type"]))
    counts = np.array([[float(found[code, month]) for month in months] for code in rings])
    neighbours = queen_neighbours(rings)
    kinds = classes(counts, neighbours)
    first, *others = [list(rings).index(CODE_AT[cell]) for cell in cells]
    assert [kinds[place] for place in (first, *others)] == [story] * 3
    assert all({first, *others} & {*neighbours[place]} for place in (first, *others))


@pytest.mark.parametrize("crime", [VIOLENCE, SHOPLIFTING])
@pytest.mark.parametrize("period", ["2023/24", "2024/25", "2025/26", "2026/27"])
def test_the_county_centre_is_a_hotspot_in_every_year(incidents: list[Row], crime: str, period: str) -> None:
    ranked = Counter(row["LSOA code"] for row in incidents if row["Crime type"] == crime and year(row) == period)
    (first, most), (_, next_most) = [item for item in ranked.most_common(3) if item[0]][:2]  # not No Location
    assert first == CODE_AT[COUNTY_CENTRE]
    assert most > 1.3 * next_most


@pytest.mark.parametrize("where", [lambda _row: True, placed], ids=["anywhere", "placed"])
def test_the_targets_of_2025_26_are_met_clearly_and_by_chance_and_come_near_and_are_missed(
    incidents: list[Row], where: Places
) -> None:
    assert {crime: verdict(incidents, crime, where) for crime in aims.COUNTY} == {
        "anti-social-behaviour": (Status.MET, Certainty.CLEAR),
        "violent-crime": (Status.NEAR, Certainty.WITHIN_CHANCE),
        "Burglary": (Status.MET, Certainty.CLEAR),
        "Criminal damage and arson": (Status.MET, Certainty.WITHIN_CHANCE),
        "Robbery": (Status.MET, Certainty.WITHIN_CHANCE),
        "Shoplifting": (Status.MISSED, Certainty.CLEAR),
        "Vehicle crime": (Status.MISSED, Certainty.CLEAR),
    }


def test_one_target_is_still_to_be_confirmed(folder: Path) -> None:
    rows = read(folder / "targets.csv")
    assert [(row["crime"], row["period"]) for row in rows if row["target"] == "TBC"] == [("Robbery", "2026/27")]
    assert len(rows) == 7 * 3 + 2 * 5
    assert {row["area"] for row in rows} == {"", *LOCALITIES}
