"""Knows the stops and searches of the invented county: how many a month, where, what for, and how they ended."""

from random import Random

from data.sample.places import SEED
from data.sample.rates import MONTHS, month_name

HEADER = (
    "Type,Date,Part of a policing operation,Policing operation,Latitude,Longitude,Gender,Age range,"
    "Self-defined ethnicity,Officer-defined ethnicity,Legislation,Object of search,Outcome,"
    "Outcome linked to object of search,Removal of more than just outer clothing"
)
SEARCHED = range(MONTHS - 24, MONTHS)  # the force began to publish them two years ago
FEWEST, MOST = 48, 72  # a month
VAGUE_SHARE = 0.2  # without a location
KINDS = ("Person search",) * 3 + ("Person and Vehicle search",)
OBJECTS = (
    ("Controlled drugs",) * 11 + ("Offensive weapons",) * 4 + ("Stolen goods",) * 3 + ("Article for use in theft",) * 2
)
NO_ACTION = "A no further action disposal"
OUTCOMES = (NO_ACTION,) * 14 + ("Arrest",) * 3 + ("Community resolution",) * 2 + ("Summons / charged by post",)
LINKED_SHARE, LINKED_WITHOUT_ACTION, UNSAID_SHARE = 0.8, 0.03, 0.02


def search_text(month: int, points: list[str]) -> str:
    """The file of a month, as police.uk would publish it; each search at one of *points*, or without a location."""
    chance = Random(f"{SEED} searches {month_name(month)}")
    rows = sorted(_row(month_name(month), points, chance) for _ in range(chance.randint(FEWEST, MOST)))
    return "\n".join([HEADER, *(f"{kind},{date},{rest}" for date, kind, rest in rows), ""])


def _row(month: str, points: list[str], chance: Random) -> tuple[str, str, str]:
    """Date, type, and the columns after the date."""
    moment = f"{month}-{chance.randint(1, 28):02}T{chance.randint(0, 22):02}:{chance.randint(0, 59):02}:00+00:00"
    longitude, latitude = ("", "") if chance.random() < VAGUE_SHARE else chance.choice(points).split(",")
    outcome = chance.choice(OUTCOMES)
    linked = chance.random() < (LINKED_WITHOUT_ACTION if outcome == NO_ACTION else LINKED_SHARE)
    said = "" if chance.random() < UNSAID_SHARE else str(linked)
    found = f"{chance.choice(OBJECTS)},{outcome},{said},False"
    return moment, chance.choice(KINDS), f",,{latitude},{longitude},,,,,,{found}"
