"""Knows how statistical codes are headed in published files: LSOA21CD, lsoa21_code, WD24NM, ltla24_name."""

import re
from dataclasses import dataclass

from dashboard.domain.street.crime import Level

HEADING = re.compile(r"(LSOA|WD|WARD|LAD|LTLA|CSP|PFA)(\d\d)_?(CD|CODE|NM|NAME)", re.IGNORECASE)
LEVELS = {
    "LSOA": Level.LSOA,
    "WD": Level.WARD,
    "WARD": Level.WARD,
    "LAD": Level.DISTRICT,
    "LTLA": Level.DISTRICT,
    "CSP": Level.CSP,
    "PFA": Level.FORCE,
}
#: From the finest to the widest; each lies in the next that a file names.
ORDER = (Level.LSOA, Level.WARD, Level.DISTRICT, Level.CSP, Level.FORCE)


@dataclass(frozen=True, slots=True)
class Coded:
    """A level of areas that a file names: where its code and its name stand, and of which year."""

    level: Level
    vintage: int  # 21 of LSOA21CD
    code: int
    name: int | None


def coded_columns(heading: tuple[str, ...]) -> tuple[Coded, ...]:
    """Return the levels of *heading*, the finest first; a level of two years stands twice."""
    codes: dict[tuple[Level, int], int] = {}
    names: dict[tuple[Level, int], int] = {}
    for at, words in enumerate(heading):
        if found := HEADING.fullmatch(words):
            kind = (LEVELS[found[1].upper()], int(found[2]))
            (codes if found[3].upper() in ("CD", "CODE") else names).setdefault(kind, at)
    ordered = sorted(codes, key=lambda kind: (ORDER.index(kind[0]), kind[1]))
    return tuple(Coded(*kind, codes[kind], names.get(kind)) for kind in ordered)
