"""Knows how to write Sampleshire, an invented county, as the files a real user would download."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from data.sample.aims import HEADER as TARGETS_HEADER
from data.sample.aims import WEIGHTS_HEADER, targets, weights
from data.sample.alike import HEADER as SIMILAR_HEADER
from data.sample.alike import alike
from data.sample.incidents import StreetFiles
from data.sample.lists import happened, list_text
from data.sample.places import (
    DISTRICT,
    DISTRICT_CODE,
    FORCE_CODE,
    PARTNERSHIP,
    PARTNERSHIP_CODE,
    Neighbourhood,
    neighbourhoods,
)
from data.sample.plan import plan_files
from data.sample.rates import MONTHS, month_name
from data.sample.searches import SEARCHED, search_text
from data.sample.shapes import Cell, Ring, polygons

Row = tuple[object, ...]


def write_county(folder: Path) -> tuple[Path, ...]:
    """Write every file into *folder* and return them in the order to load them; each run writes the same bytes."""
    for name in ("street", "searches", "plan"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    return tuple(_written(folder / name, text) for name, text in _files())


def _files() -> Iterator[tuple[str, str]]:
    places, rings = neighbourhoods(), polygons()
    yield "lookup-neighbourhoods.csv", _lookup(places)
    yield "lookup-force.csv", _force()
    yield "population-mid-2024.csv", _population(places)
    yield "boundaries-neighbourhoods.geojson", _boundaries(places, rings)
    yield "localities.csv", _localities(places)
    yield "similar-areas.csv", _csv(SIMILAR_HEADER, alike(places))
    yield "targets.csv", _csv(TARGETS_HEADER, targets())
    yield "harm-weights.csv", _csv(WEIGHTS_HEADER, weights())
    street = StreetFiles(places, rings)
    for month in range(MONTHS):
        yield f"street/{month_name(month)}-{PARTNERSHIP}-street.csv", street.text(month)
    points = street.points
    for month in SEARCHED:
        yield f"searches/{month_name(month)}-{PARTNERSHIP}-stop-and-search.csv", search_text(month, points)
    yield "incidents.csv", list_text(happened(street, places))
    for name, header, lines in plan_files():
        yield f"plan/{name}", _csv(header, lines)


def _lookup(places: tuple[Neighbourhood, ...]) -> str:
    rows = ((row.code, row.name, row.ward_code, row.ward, DISTRICT_CODE, DISTRICT) for row in places)
    return _csv("LSOA21CD,LSOA21NM,WD24CD,WD24NM,LAD24CD,LAD24NM", rows)


def _force() -> str:
    row = (DISTRICT_CODE, DISTRICT, PARTNERSHIP_CODE, DISTRICT, FORCE_CODE, DISTRICT)
    return _csv("LAD24CD,LAD24NM,CSP24CD,CSP24NM,PFA24CD,PFA24NM", [row])


def _population(places: tuple[Neighbourhood, ...]) -> str:
    return _csv("lsoa21_name,lsoa21_code,total_population", ((row.name, row.code, row.population) for row in places))


def _localities(places: tuple[Neighbourhood, ...]) -> str:
    return _csv("partnership,locality,code", ((PARTNERSHIP, row.locality, row.code) for row in places))


def _boundaries(places: tuple[Neighbourhood, ...], rings: dict[Cell, Ring]) -> str:
    features = [
        {
            "type": "Feature",
            "properties": {"LSOA21CD": row.code, "LSOA21NM": row.name},
            "geometry": {"type": "Polygon", "coordinates": [rings[row.cell]]},
        }
        for row in places
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}) + "\n"


def _csv(header: str, rows: Iterable[Row]) -> str:
    sheet = io.StringIO()
    sheet.write(header + "\n")
    csv.writer(sheet, lineterminator="\n").writerows(rows)
    return sheet.getvalue()


def _written(path: Path, text: str) -> Path:
    path.write_bytes(text.encode())
    return path
