"""Writes a file and reads it as the child does, without the child."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from data.intake.child import readings
from data.parcel_rows import Wholes, unpacked
from data.parcels import Parcel, Refused, StreetMonth
from data.sources.crime.police_uk import COLUMNS

HEADING = ",".join(COLUMNS)
FORCE = "Testshire Police"


def street_row(**other: str) -> str:
    """One incident as police.uk writes it, with *other* fields by column (underscores for spaces)."""
    fields = dict.fromkeys(COLUMNS, "") | {
        **{"Month": "2025-06", "Reported by": FORCE, "Falls within": FORCE},
        **{"Longitude": "-2.011000", "Latitude": "52.701000", "Location": "On or near High Street"},
        **{"LSOA code": "E01029613", "LSOA name": "Testbury 008A"},
        **{"Crime type": "Burglary", "Last outcome category": "Under investigation"},
    }
    return ",".join((fields | {name.replace("_", " "): value for name, value in other.items()}).values())


def street(*rows: str, heading: str = HEADING) -> str:
    return "".join(line + "\n" for line in (heading, *rows))


def written(folder: Path, content: str | bytes, name: str = "2025-06-testshire-street.csv") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def read(folder: Path, content: str | bytes, name: str = "2025-06-testshire-street.csv") -> Any:  # noqa: ANN401 - of the kind that the test knows
    """The one parcel of a file with *content*."""
    [parcel] = readings(written(folder, content, name))
    return parcel


def in_rows(columns: Sequence[Any]) -> list[tuple[Any, ...]]:
    """What a parcel holds in *columns*, a row each."""
    return list(
        zip(*(unpacked(Wholes(column)) if isinstance(column, bytes) else column for column in columns), strict=True)
    )


def counted(parcel: StreetMonth) -> list[tuple[int, int, int, int]]:
    """Point, type, outcome and how many incidents of a month are alike in them, in the order of the file."""
    found = Counter[tuple[int, int, int]]()
    for *key, n in in_rows(parcel.counts):
        found[tuple(key)] += n
    return [(*key, n) for key, n in found.items()]


def every(path: Path) -> list[Any]:
    """Every parcel of a file, each of the kind that the test knows."""
    return list(readings(path))


def refusal(folder: Path, content: str | bytes, name: str = "2025-06-testshire-street.csv") -> str:
    """The sentence for which a file with *content* is refused."""
    *_, parcel = readings(written(folder, content, name))
    assert isinstance(parcel, Refused), parcel
    return parcel.sentence


def rejected(parcel: Parcel) -> list[tuple[int, str]]:
    """The line and rule of each rejected row."""
    return [(item["line"], item["rule"]) for item in parcel.rejected]
