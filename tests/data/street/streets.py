"""Writes small street files of a force that does not exist, in police.uk's own columns."""

from collections.abc import Sequence
from pathlib import Path
from random import Random

from data.sources.crime.police_uk import COLUMNS

FORCE = "Testshire Police"
TYPES = ("Anti-social behaviour", "Burglary", "Drugs", "Vehicle crime", "Violence and sexual offences")


def row(month: str, place: int, crime_type: str, force: str = FORCE) -> tuple[str, ...]:
    """One incident at one of a hundred map points, ten to a neighbourhood."""
    hood = place // 10
    where = (f"{-1 - place / 1000:.6f}", f"{52 + place / 1000:.6f}", f"On or near Road {place}")
    area = (f"E0199{hood:04}", f"Testbury {hood // 5 + 1:03}{'ABCDE'[hood % 5]}")
    outcome = "" if crime_type == TYPES[0] else "Under investigation"
    return ("", month, force, force, *where, *area, crime_type, outcome, "")


def street_text(rows: Sequence[Sequence[str]], heading: Sequence[str] = COLUMNS) -> str:
    return "".join(",".join(fields) + "\n" for fields in (heading, *rows))


def street_file(folder: Path, month: str, rows: int, seed: int = 1) -> Path:
    """A month of *rows* incidents at random, the same for the same *seed*."""
    chance = Random(f"{month} {seed}")
    drawn = [row(month, chance.randrange(100), chance.choice(TYPES)) for _ in range(rows)]
    path = folder / f"{month}-testshire-street.csv"
    path.write_text(street_text(drawn), encoding="utf-8")
    return path
