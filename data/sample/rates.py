"""Knows how many incidents of each type a Sampleshire neighbourhood may expect in a month, and the stories in them."""

from dataclasses import dataclass
from math import cos, pi
from random import Random

from data.sample.places import EMERGING, FADING, RISING, SEED, TOWN_CENTRES, Neighbourhood

ASB = "Anti-social behaviour"
BURGLARY = "Burglary"
SHOPLIFTING = "Shoplifting"
VEHICLE_CRIME = "Vehicle crime"
FIRST_YEAR = 2023
FIRST_MONTH = 4
MONTHS = 42
RISING_TREND = 1.08
EMERGING_EXTRA = (*[0] * 39, 7, 8, 7)  # vehicle crimes a month in each of its neighbourhoods, from 2026-07
FADING_EXTRA = (*[5] * 15, 3, 2, 1, *[0] * 24)  # burglaries a month in each: high until 2024-06


@dataclass(frozen=True, slots=True)
class CrimeType:
    """One of police.uk's types with its level and its shape over the years, the months and the map."""

    name: str
    monthly: float  # in the county in 2023-04, season apart
    trend: float  # a year later
    swing: float  # seasonal, as a share
    peak: int  # month of the year
    centre: float  # times a quiet neighbourhood's
    unevenness: float = 0.35  # between the other neighbourhoods


CRIME_TYPES = (
    CrimeType(ASB, 266, 0.88, 0.32, 7, 5),
    CrimeType("Bicycle theft", 13, 0.92, 0.35, 7, 7),
    CrimeType(BURGLARY, 52, 0.94, 0.22, 12, 1.5),
    CrimeType("Criminal damage and arson", 112, 0.95, 0.08, 6, 2.5),
    CrimeType("Drugs", 36, 1.0, 0.05, 5, 6),
    CrimeType("Other crime", 30, 1.02, 0.04, 3, 2),
    CrimeType("Other theft", 88, 0.97, 0.08, 7, 4),
    CrimeType("Possession of weapons", 13, 1.02, 0.05, 6, 5),
    CrimeType("Public order", 88, 0.97, 0.14, 7, 6),
    CrimeType("Robbery", 12, 0.96, 0.08, 11, 6),
    CrimeType(SHOPLIFTING, 104, 1.07, 0.08, 12, 16, 0.7),
    CrimeType("Theft from the person", 11, 1.0, 0.12, 12, 15),
    CrimeType(VEHICLE_CRIME, 78, 1.01, 0.08, 11, 1.5),
    CrimeType("Violence and sexual offences", 396, 0.985, 0.08, 7, 7),
)


def month_name(month: int) -> str:
    """Return the month *month* months after the first as police.uk writes it: 2025-06."""
    years, rest = divmod(FIRST_MONTH - 1 + month, 12)
    return f"{FIRST_YEAR + years}-{rest + 1:02d}"


def shares(places: tuple[Neighbourhood, ...]) -> list[list[float]]:
    """Return for each crime type how it spreads over *places*: shares that sum to 1."""
    rng = Random(f"{SEED} shares")
    rows = [[_weight(crime, place, rng) for place in places] for crime in CRIME_TYPES]
    return [[weight / sum(row) for weight in row] for row in rows]


def expected(month: int, places: tuple[Neighbourhood, ...], spread: list[list[float]]) -> list[float]:
    """Return the expected incidents of *month*: by place, and within each by crime type."""
    levels = [crime.monthly * crime.trend ** (month / 12) * _season(crime, month) for crime in CRIME_TYPES]
    asb = [crime.name for crime in CRIME_TYPES].index(ASB)
    rising = (RISING_TREND / CRIME_TYPES[asb].trend) ** (month / 12)
    rates: list[float] = []
    for index, place in enumerate(places):
        usual = [level * row[index] for level, row in zip(levels, spread, strict=True)]
        usual[asb] *= rising if place.locality == RISING else 1
        rates += [rate + _extra(crime, place, month) for rate, crime in zip(usual, CRIME_TYPES, strict=True)]
    return rates


def _weight(crime: CrimeType, place: Neighbourhood, rng: Random) -> float:
    draw = TOWN_CENTRES.get(place.cell, 0.0)
    own = rng.lognormvariate(0, 0.1 if draw else crime.unevenness)
    return place.population * own * (1 + draw * (crime.centre - 1))


def _season(crime: CrimeType, month: int) -> float:
    return 1 + crime.swing * cos(2 * pi * (FIRST_MONTH + month - crime.peak) / 12)


def _extra(crime: CrimeType, place: Neighbourhood, month: int) -> float:
    """What the two passing stories add."""
    if crime.name == VEHICLE_CRIME and place.cell in EMERGING:
        return EMERGING_EXTRA[month]
    if crime.name == BURGLARY and place.cell in FADING:
        return FADING_EXTRA[month]
    return 0
