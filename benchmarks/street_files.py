"""Knows how to write the made-up county as the files that a force's analyst would download."""

import csv
import json
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from benchmarks.street_areas import (
    COUNTY,
    LAST_MONTH,
    SEED,
    Areas,
    Size,
    code,
    district_name,
    force_name,
    make_up,
    outlines,
)
from benchmarks.street_incidents import TYPES, by_month, expected, of_force
from benchmarks.street_spots import OUTCOMES, TO_A_NEIGHBOURHOOD, spread
from dashboard.domain.periods.months import month_text
from data.intake.published import FOLDER
from data.sources.crime.police_uk import COLUMNS
from data.sources.geography.coordinates import MICRO

NAME = f"{force_name(0)} Police"
IDS = 32  # bytes of a crime's ID


def write_areas(folder: Path, size: Size = COUNTY) -> list[Path]:
    """Write lookups, populations and boundaries; return them in the order to load."""
    folder.mkdir(parents=True, exist_ok=True)
    areas = make_up(size)
    hoods = range(len(areas.ward))
    districts = {code("E07", at): district_name(at) for at in range(len(areas.force))}
    chains = [(areas.name(at), *areas.codes(at)) for at in hoods]
    lookup = [(own, name, ward, f"Ward {ward}", outer, districts[outer]) for name, own, ward, outer, _ in chains]
    owners = zip(districts.items(), areas.force.tolist(), strict=True)
    forces = [(outer, name, code("E23", force), force_name(force)) for (outer, name), force in owners]
    people = [(code("E01", at), areas.name(at), int(areas.people[at])) for at in hoods]
    return [
        _csv(folder / "lookup.csv", "LSOA21CD,LSOA21NM,WD24CD,WD24NM,LAD24CD,LAD24NM", lookup),
        _csv(folder / "forces.csv", "LAD24CD,LAD24NM,PFA24CD,PFA24NM", forces),
        _csv(folder / "population-2024.csv", "LSOA21CD,LSOA21NM,Total", people),
        _boundaries(folder / "boundaries.geojson", areas),
    ]


def _csv(path: Path, header: str, rows: Iterable[tuple[object, ...]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened).writerows([header.split(","), *rows])
    return path


def _boundaries(path: Path, areas: Areas) -> Path:
    features = [
        {
            "type": "Feature",
            "properties": {"LSOA21CD": code("E01", at)},
            "geometry": {"type": "Polygon", "coordinates": [[(x / MICRO, y / MICRO) for x, y in ring]]},
        }
        for at, ring in outlines(areas)
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path


def write_months(folder: Path) -> list[Path]:
    """Write a street file for each month; the same bytes every time."""
    folder.mkdir(parents=True, exist_ok=True)
    areas = make_up(COUNTY)
    counts = of_force(0, expected(areas, COUNTY), by_month(COUNTY))
    spots = [_spot(areas, at, point) for at in range(len(areas.ward)) for point in range(TO_A_NEIGHBOURHOOD)]
    spots += [",,No Location,,"] * TO_A_NEIGHBOURHOOD
    names = type_names()
    written = []
    for at in range(COUNTY.months):
        month = month_text(LAST_MONTH - COUNTY.months + 1 + at)
        chance = np.random.default_rng([SEED, 5, at])
        rows = spread(counts[:, :, at], chance)
        ids = chance.bytes(IDS * len(rows)).hex()
        middle = f",{month},{NAME},{NAME},"
        lines = [
            f"{ids[at * 2 * IDS : (at + 1) * 2 * IDS]}{middle}{spots[place * TO_A_NEIGHBOURHOOD + point]},"
            f"{names[kind]},{OUTCOMES[outcome]},"
            for at, (place, point, kind, outcome) in enumerate(rows.tolist())
        ]
        path = folder / f"{month}-county-01-street.csv"
        path.write_text("\n".join([",".join(COLUMNS), *lines, ""]), encoding="utf-8")
        written.append(path)
    return written


def type_names() -> list[str]:
    """The names of the crime types that are made up, in the order of their numbers."""
    with (FOLDER / "crime_types.csv").open(encoding="utf-8", newline="") as opened:
        known = {int(row["number"]): row["name"] for row in csv.DictReader(opened)}
    return [known[number] for number in TYPES.tolist()]


def _spot(areas: Areas, at: int, point: int) -> str:
    """The columns from longitude to LSOA name."""
    number = at * TO_A_NEIGHBOURHOOD + point
    east, north = -5 + number % 2_000 * 0.002, 50 + number // 2_000 * 0.002
    return f"{east:.6f},{north:.6f},On or near Street {number},{code('E01', at)},{areas.name(at)}"
