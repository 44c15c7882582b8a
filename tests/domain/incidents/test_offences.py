"""Which crime type an offence is: codes, names and words as officers' lists have them."""

import csv
from pathlib import Path

import pytest

from dashboard.domain.incidents.offences import CODES, crime_of

NAMES = {"violence and sexual offences": "violence-and-sexual-offences", "drugs": "drugs"}


@pytest.mark.parametrize(
    ("words", "crime"),
    [
        ("Violence and sexual offences", "violence-and-sexual-offences"),
        ("8N", "violence-and-sexual-offences"),
        ("08N", "violence-and-sexual-offences"),
        ("8N Assault with injury", "violence-and-sexual-offences"),
        ("105A", "violence-and-sexual-offences"),
        ("28E", "burglary"),
        ("28", "burglary"),
        ("37.2", "vehicle-crime"),
        ("37.1", "violence-and-sexual-offences"),
        ("37/2 Aggravated vehicle taking", "vehicle-crime"),
        ("44", "bicycle-theft"),
        ("39", "theft-from-the-person"),
        ("46", "shoplifting"),
        ("58C", "criminal-damage-and-arson"),
        ("10D", "possession-of-weapons"),
        ("66", "public-order"),
        ("34B", "robbery"),
        ("Theft from a motor vehicle", "vehicle-crime"),
        ("THEFT FROM SHOP", "shoplifting"),
        ("Theft of pedal cycle", "bicycle-theft"),
        ("Theft from the person", "theft-from-the-person"),
        ("Other theft", "other-theft"),
        ("ASB - Nuisance", "anti-social-behaviour"),
        ("Burglary Residential", "burglary"),
        ("Common assault", "violence-and-sexual-offences"),
        ("Possession of an article with a blade or point", "possession-of-weapons"),
        ("Criminal damage to a dwelling", "criminal-damage-and-arson"),
        ("Bilking", ""),
        ("", ""),
        ("999", ""),
    ],
)
def test_crime_of(words: str, crime: str) -> None:
    assert crime_of(words, NAMES) == crime


def test_no_code_is_two_types() -> None:
    every = [code for codes in CODES.values() for code in codes]
    assert len(every) == len(set(every))


PUBLISHED = (
    Path(__file__).parents[4] / "shared/realdata/home-office-recorded-crime/offence_code_to_policeuk_category.csv"
)


@pytest.mark.realdata
@pytest.mark.skipif(not PUBLISHED.is_file(), reason="the published files of ../shared/realdata are not there")
def test_every_code_is_what_police_uk_counts_it_under() -> None:
    with PUBLISHED.open(encoding="utf-8", newline="") as lines:
        rows = [(row["Offence_Code"], row["Police.uk_Cat"]) for row in csv.DictReader(lines)]
    numbered = [(code, crime) for code, crime in rows if code[0].isdigit()]
    assert len(numbered) == 128
    assert [code for code, crime in numbered if crime_of(code, NAMES) != crime.lower().replace(" ", "-")] == []
