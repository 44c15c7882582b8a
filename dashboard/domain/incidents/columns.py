"""Knows what a column of an incident list may be, how somebody says it, and which sayings cannot be right."""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum

from dashboard.domain.errors import RefusedFile

LETTERS = 26


class ColumnRole(StrEnum):
    """What a column holds; FROM and TO may hold date and time in one cell."""

    REFERENCE = "reference"
    OFFENCE = "offence"
    CODE = "code"
    FROM = "from"
    FROM_TIME = "time-from"
    TO = "to"
    TO_TIME = "time-to"
    EASTING = "easting"
    NORTHING = "northing"
    LONGITUDE = "longitude"
    LATITUDE = "latitude"
    AREA = "area"


WORDS: Mapping[ColumnRole, str] = {
    ColumnRole.REFERENCE: "Reference (never kept)",
    ColumnRole.OFFENCE: "Offence in words",
    ColumnRole.CODE: "Home Office code",
    ColumnRole.FROM: "Date, or first date; its time too",
    ColumnRole.FROM_TIME: "Time, or first time",
    ColumnRole.TO: "Last date; its time too",
    ColumnRole.TO_TIME: "Last time",
    ColumnRole.EASTING: "Easting",
    ColumnRole.NORTHING: "Northing",
    ColumnRole.LONGITUDE: "Longitude",
    ColumnRole.LATITUDE: "Latitude",
    ColumnRole.AREA: "Area: its code or name",
}
PAIRS = ((ColumnRole.EASTING, ColumnRole.NORTHING), (ColumnRole.LONGITUDE, ColumnRole.LATITUDE))
TIMES = (ColumnRole.FROM_TIME, ColumnRole.TO_TIME)
SAID = re.compile(r"([a-z-]+) ([A-Za-z]{1,2})")
EXAMPLE = "offence B, from C, time-from D, area F"


def letter_of(column: int) -> str:
    """0 is A, 25 is Z, 26 is AA, as a spreadsheet heads its columns."""
    first, last = divmod(column, LETTERS)
    return f"{chr(ord('A') + first - 1) if first else ''}{chr(ord('A') + last)}"


def column_of(letters: str) -> int:
    """The position of the column that is headed so: the other way round."""
    found = 0
    for letter in letters.upper():
        found = found * LETTERS + ord(letter) - ord("A") + 1
    return found - 1


def said_columns(roles: Mapping[str, int]) -> str:
    """*roles* by their columns as an answer says them: 'offence B, from C'."""
    return ", ".join(f"{role} {letter_of(column)}" for role, column in roles.items())


def read_columns(text: str) -> dict[str, int]:
    """The column of each role in an answer such as EXAMPLE; raises RefusedFile for what cannot be right."""
    found: list[tuple[str, int]] = []
    for part in filter(None, map(str.strip, text.split(","))):
        said = SAID.fullmatch(part)
        if said is None or said[1] not in set(ColumnRole):
            raise RefusedFile(
                f"“{part}” says no column: write it as in “{EXAMPLE}”; there are {', '.join(ColumnRole)}."
            )
        found.append((said[1], column_of(said[2])))
    return matched(found)


def matched(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    """The column of each role; raises RefusedFile where one has two, or too little is said for an incident."""
    found: dict[str, int] = {}
    taken: dict[int, str] = {}
    for role, column in pairs:
        words = WORDS[ColumnRole(role)]
        if role in found:
            both = f"{letter_of(found[role])} and {letter_of(column)}"
            raise RefusedFile(f"Columns {both} are both said to be “{words}”: choose one of them.")
        if column in taken:
            raise RefusedFile(f"Column {letter_of(column)} is said to be two things: choose one of them.")
        found[role], taken[column] = column, role
    _refuse_too_little(found)
    return found


def _refuse_too_little(found: Mapping[str, int]) -> None:
    if ColumnRole.FROM not in found:
        raise RefusedFile(f"No column is said to be the date: choose one as “{WORDS[ColumnRole.FROM]}”.")
    if ColumnRole.OFFENCE not in found and ColumnRole.CODE not in found:
        raise RefusedFile("No column is said to be the offence or its code: choose one.")
    for one, other in PAIRS:
        if (one in found) is not (other in found):
            raise RefusedFile(f"{WORDS[one]} and {WORDS[other].lower()} go together: choose both columns, or neither.")
