"""Reads the files of Sampleshire as anyone would, and counts what they hold."""

import csv
from collections import Counter
from collections.abc import Callable, Iterable
from decimal import Decimal
from pathlib import Path

from dashboard.domain.targets.status import Certainty, Polarity, Status, judge
from dashboard.domain.values.printed import Value, ValueType
from data.sample import aims
from data.sample.places import TOWN_CENTRES, neighbourhoods
from data.sample.rates import ASB
from data.sample.shapes import Cell

VIOLENCE = "Violence and sexual offences"
TYPE_OF = {"anti-social-behaviour": ASB, "violent-crime": VIOLENCE}
LOCALITY_OF = {place.code: place.locality for place in neighbourhoods()}
CODE_AT = {place.cell: place.code for place in neighbourhoods()}
COUNTY_TOWN = [cell for cell, draw in TOWN_CENTRES.items() if draw > 0.4]

Row = dict[str, str]
Rings = dict[str, list[list[float]]]
Places = Callable[[Row], bool]


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def year(row: Row) -> str:
    """The financial year of an incident: 2025/26."""
    started = int(row["Month"][:4]) - (row["Month"][5:] < "04")
    return f"{started}/{started % 100 + 1}"


def counted(incidents: list[Row], crime: str, period: str, where: Places) -> int:
    return sum(row["Crime type"] == crime and year(row) == period and where(row) for row in incidents)


def placed(row: Row) -> bool:
    return bool(row["LSOA code"])


def monthly(incidents: list[Row], crime: str, cells: Iterable[Cell]) -> Counter[str]:
    codes = {CODE_AT[cell] for cell in cells}
    return Counter(row["Month"] for row in incidents if row["Crime type"] == crime and row["LSOA code"] in codes)


def queen_neighbours(rings: Rings) -> list[list[int]]:
    """For each polygon the positions of those that share a vertex with it."""
    vertices = [{(east, north) for east, north in ring} for ring in rings.values()]
    return [[at for at, its in enumerate(vertices) if its & own and its is not own] for own in vertices]


def verdict(incidents: list[Row], crime: str, where: Places) -> tuple[Status, Certainty | None]:
    actual = Value(Decimal(counted(incidents, TYPE_OF.get(crime, crime), "2025/26", where)))
    target = Value(Decimal(aims.COUNTY[crime][aims.PERIODS.index("2025/26")].replace(",", "")))
    found = judge(actual, target, ValueType.COUNT, Polarity.LOWER, Decimal(aims.TOLERANCE))
    return found.status, found.certainty
