"""Knows the invented places of Sampleshire: one district, five localities, twenty wards, sixty neighbourhoods.

Every name is made up, and every code starts with X, as no real area's does.
"""

from dataclasses import dataclass
from random import Random

from dashboard.reports.made_up import INVENTED

SEED = 1908
DISTRICT = "Sampleshire"
DISTRICT_CODE = "X06000001"
PARTNERSHIP_CODE = "X22000001"
FORCE_CODE = "X23000001"
PARTNERSHIP = INVENTED

COLUMNS = 10
ROWS = 6
# North at the top; a letter is a ward, and each ward is three neighbourhoods that touch.
WARD_MAP = (
    "AABBBCCDDD",
    "AEEFFCGGHH",
    "IEJJFKKGLH",
    "IIJMMKNNLL",
    "OOPSMQQNRR",
    "OPPSSQTTTR",
)
MARLHAVEN = "Marlhaven"
QUENBURY = "Quenbury"
TARROWFOLD = "Tarrowfold"
PELLISTOCK = "Pellistock"
DUNNOCKSEA = "Dunnocksea"
LOCALITIES = {
    MARLHAVEN: "CFKMQ",
    QUENBURY: "DGH",
    TARROWFOLD: "ABE",
    PELLISTOCK: "IJOPS",
    DUNNOCKSEA: "LNRT",
}
WARD_NAMES = {
    "A": "Upper Tarrowfold",
    "B": "Gorsecrake",
    "C": "Marlhaven Ropewalk",
    "D": "Quenbury Heights",
    "E": "Lower Tarrowfold",
    "F": "Marlhaven Orchards",
    "G": "Quenbury Market",
    "H": "Hobbleford",
    "I": "Wimmerdale",
    "J": "Pellistock Bridge",
    "K": "Marlhaven Centre",
    "L": "Saltmarrow",
    "M": "Marlhaven Kilns",
    "N": "Dunnocksea Harbour",
    "O": "Ennerwick Moor",
    "P": "Pellistock Weir",
    "Q": "Marlhaven Tanyards",
    "R": "Dunnocksea Cliffs",
    "S": "Fennowby",
    "T": "Osierholt",
}
# Four or five letters a number, as in a real lookup: 8 x 5 + 5 x 4 = 60.
LETTERS = (
    "ABCDE",
    "ABCDE",
    "ABCD",
    "ABCDE",
    "ABCD",
    "ABCDE",
    "ABCDE",
    "ABCD",
    "ABCDE",
    "ABCD",
    "ABCDE",
    "ABCD",
    "ABCDE",
)

# The neighbourhoods the stories are about, each as its column and row on the map.
COUNTY_CENTRE = (5, 2)
MARKET_CENTRES = ((7, 1), (1, 1), (2, 3), (7, 3))
TOWN_CENTRES = {  # how much of the county centre's draw a neighbourhood has: a busy centre fills several
    COUNTY_CENTRE: 1.0,
    **dict.fromkeys([(6, 2), (5, 3)], 0.45),
    **dict.fromkeys([(5, 1), (4, 2), (4, 3)], 0.3),
    **dict.fromkeys(MARKET_CENTRES, 0.2),
}
EMERGING = ((8, 4), (9, 4), (9, 5))  # Dunnocksea Cliffs: vehicle crime, from 2026-07
FADING = ((3, 4), (3, 5), (4, 5))  # Fennowby: burglary, until 2024-06
RISING = TARROWFOLD  # the locality where anti-social behaviour rises


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """One LSOA with the areas it lies in; *cell* is its column and row on the map."""

    code: str
    name: str
    ward: str
    ward_code: str
    locality: str
    cell: tuple[int, int]
    population: int


def neighbourhoods() -> tuple[Neighbourhood, ...]:
    """Return all sixty in the order of their codes: locality by locality, ward by ward."""
    rng = Random(f"{SEED} population")
    names = iter([f"{DISTRICT} {number:03d}{letter}" for number, row in enumerate(LETTERS, 1) for letter in row])
    found: list[Neighbourhood] = []
    wards = [(locality, letter) for locality, letters in LOCALITIES.items() for letter in letters]
    for rank, (locality, letter) in enumerate(wards, 1):
        for cell in _cells(letter):
            code = f"X01{len(found) + 1:06d}"
            ward = (WARD_NAMES[letter], f"X05{rank:06d}")
            found.append(Neighbourhood(code, next(names), *ward, locality, cell, rng.randint(1100, 2200)))
    return tuple(found)


def _cells(ward: str) -> list[tuple[int, int]]:
    rows = enumerate(WARD_MAP)
    return [(column, row) for row, letters in rows for column, letter in enumerate(letters) if letter == ward]
