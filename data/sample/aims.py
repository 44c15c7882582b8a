"""Knows the targets that Sampleshire's invented partnership set itself, as one of its officers typed them.

Typed, never worked out from the counts: a target that follows its actual could not be missed.
"""

from collections.abc import Iterator

from dashboard.reports.made_up import INVENTED_WEIGHTS
from data.sample.places import DUNNOCKSEA, MARLHAVEN, PARTNERSHIP, PELLISTOCK, QUENBURY, TARROWFOLD

HEADER = "partnership,area,crime,period,target,tolerance,note"
TOLERANCE = 5  # % of the target
TO_BE_CONFIRMED = "TBC"
WHOLE_COUNTY = ""
PERIODS = ("2024/25", "2025/26", "2026/27")
COUNTY = {
    "anti-social-behaviour": ("3,000", "2,720", "2,520"),
    "violent-crime": ("4,700", "4,550", "4,500"),
    "Burglary": ("765", "600", "495"),
    "Criminal damage and arson": ("1,300", "1,275", "1,225"),
    "Robbery": ("135", "125", TO_BE_CONFIRMED),
    "Shoplifting": ("1,250", "1,330", "1,500"),
    "Vehicle crime": ("940", "855", "950"),
}
LOCALITY_PERIOD = "2025/26"
LOCALITIES = {
    "anti-social-behaviour": {
        MARLHAVEN: "880",
        QUENBURY: "350",
        TARROWFOLD: "440",
        PELLISTOCK: "505",
        DUNNOCKSEA: "415",
    },
    "Vehicle crime": {
        MARLHAVEN: "240",
        QUENBURY: "142",
        TARROWFOLD: "110",
        PELLISTOCK: "185",
        DUNNOCKSEA: "175",
    },
}
NOTES = {
    ("Robbery", "2026/27"): "For the board to agree in December 2026",
    ("Shoplifting", "2025/26"): "Agreed with the retailers' forum",
    ("Vehicle crime", "2026/27"): "Agreed before the thefts at Dunnocksea Cliffs in July 2026",
}

Target = tuple[str, str, str, str, str, int, str]


def targets() -> Iterator[Target]:
    """Return every target in the order of the header: the county's, then the localities'."""
    for crime, numbers in COUNTY.items():
        for period, number in zip(PERIODS, numbers, strict=True):
            note = NOTES.get((crime, period), "")
            yield PARTNERSHIP, WHOLE_COUNTY, crime, period, number, TOLERANCE, note
    for crime, by_locality in LOCALITIES.items():
        for locality, number in by_locality.items():
            yield PARTNERSHIP, locality, crime, LOCALITY_PERIOD, number, TOLERANCE, ""


#: What offences weigh there: numbers that are made up, under a name that says so.
WEIGHTS_HEADER = "Offence code,Crime type,Weight,Lowest,Highest,Year,Source"
WEIGHTS_YEAR = "2025/26"
WEIGHED_CODES = (
    *(("39", 35), ("44", 45), ("46", 20)),  # those that are a crime type of police.uk each
    *(("8N", 180), ("28E", 390), ("58C", 25), ("9A", 30), ("45", 60)),  # those of the office's own list
)
WEIGHED_TYPES = (
    *(("Burglary", 320, 260, 400), ("Criminal damage and arson", 40, 20, 90), ("Drugs", 75, 40, 140)),
    *(("Other crime", 110, 60, 180), ("Other theft", 45, 30, 70), ("Possession of weapons", 150, 110, 200)),
    *(("Public order", 35, 25, 60), ("Robbery", 650, 520, 800), ("Vehicle crime", 85, 60, 120)),
    ("Violence and sexual offences", 270, 210, 340),
)


def weights() -> Iterator[tuple[object, ...]]:
    """A row an offence code, then one a crime type with its range."""
    for code, weight in WEIGHED_CODES:
        yield code, "", weight, "", "", WEIGHTS_YEAR, INVENTED_WEIGHTS
    for crime, weight, low, high in WEIGHED_TYPES:
        yield "", crime, weight, low, high, WEIGHTS_YEAR, INVENTED_WEIGHTS
