"""Knows which crime type an offence of an incident list is: by its Home Office code, a type's name, or plain words."""

import re
from collections.abc import Mapping
from enum import StrEnum


class Telling(StrEnum):
    """What tells which crime type an offence is."""

    SAID = "said"  # by somebody
    NAME = "name"  # of a crime type
    CODE = "code"
    WORDS = "words"
    NOTHING = "nothing"


#: Home Office offence codes by the crime type that police.uk counts them under; a code's letter is looked at first.
#: Home Office, Counting rules for recorded crime; police.uk, About the data: crime categories.
VIOLENCE, ROBBERY, BURGLARY = "violence-and-sexual-offences", "robbery", "burglary"
VEHICLE, BICYCLE, PERSON, SHOP = "vehicle-crime", "bicycle-theft", "theft-from-the-person", "shoplifting"
THEFT, DAMAGE, DRUGS, WEAPONS = "other-theft", "criminal-damage-and-arson", "drugs", "possession-of-weapons"
ORDER, OTHER, ASB = "public-order", "other-crime", "anti-social-behaviour"
CODES: Mapping[str, tuple[str, ...]] = {
    VIOLENCE: (
        *("1", "2", "3", "3A", "3B", "4.1", "4.10", "4.2", "4.3", "4.4", "4.6", "4.7", "4.8", "4.9", "5D", "5E"),
        *("8L", "8M", "8N", "8P", "8Q", "8R", "8S", "8T", "8U", "11A", "13", "14", "36", "37.1", "104", "105A"),
        *("105B", "106", "16", "17", "17A", "17B", "19C", "19D", "19E", "19F", "19G", "19H", "20A", "20B", "21"),
        *("22A", "22B", "23", "70", "71", "72", "73", "88A", "88C", "88D", "88E"),
    ),
    ROBBERY: ("34A", "34B"),
    BURGLARY: (
        *("28", "28A", "28B", "28C", "28D", "28E", "28F", "28G", "28H", "29", "29A", "30", "30A", "30B", "30C", "30D"),
        *("31", "31A"),
    ),
    VEHICLE: ("37.2", "45", "48", "126"),
    BICYCLE: ("44",),
    PERSON: ("39",),
    SHOP: ("46",),
    THEFT: ("35", "40", "41", "42", "43", "47", "49", "49A"),
    DAMAGE: ("56", "56A", "56B", "57", "58A", "58B", "58C", "58D", "58J"),
    DRUGS: ("77", "92A", "92C", "92D", "92E", "93B"),
    WEAPONS: ("10A", "10B", "10C", "10D", "81", "90"),
    ORDER: ("9A", "9B", "62A", "65", "66", "125", "125B"),
    OTHER: (
        *("15", "24", "26", "27", "33", "33A", "38", "54", "59", "60", "61", "67", "68", "69", "75", "76", "79"),
        *("80", "83", "86", "95", "96", "99", "802", "814"),
    ),
}
_BY_CODE = {code: crime for crime, codes in CODES.items() for code in codes}
#: Words by what they tell, the most particular first.
WORDS: tuple[tuple[str, str], ...] = (
    (r"anti.?social|\basb\b|nuisance|rowdy|inconsiderate", ASB),
    (r"shop.?lift|theft from (a )?shop", SHOP),
    (r"(pedal )?cycle|bicycle", BICYCLE),
    (r"robbery", ROBBERY),
    (r"burglary|break.?in", BURGLARY),
    (r"vehicle|twoc|theft of (a )?(car|motor)|interfer\w+ with (a )?motor", VEHICLE),
    (r"theft from (the |a )?person|pickpocket|snatch", PERSON),
    (r"criminal damage|arson|vandalism|graffiti", DAMAGE),
    (r"drug|cannabis|cocaine|misuse of", DRUGS),
    (r"weapon|knife|blade|firearm", WEAPONS),
    (r"public order|affray|riot|violent disorder", ORDER),
    (r"assault|violence|\babh\b|\bgbh\b|wounding|harass|stalk|homicide|murder|sexual|rape", VIOLENCE),
    (r"theft|stealing|blackmail|making off", THEFT),
)
CODE = re.compile(r"0*(\d{1,3}(?:\.\d{1,2})?[A-Z]?)\b")


def crime_of(words: str, names: Mapping[str, str]) -> str:
    """The crime type of an offence as a list says it; empty where nothing tells it.

    *names* are the crime types by their names in small letters.
    """
    return told_of(words, names)[0]


def told_of(words: str, names: Mapping[str, str]) -> tuple[str, Telling]:
    """The same, and what tells it."""
    plain = " ".join(words.split())
    if found := names.get(plain.casefold()):
        return found, Telling.NAME
    if found := _by_code(plain):
        return found, Telling.CODE
    found = _by_words(plain)
    return found, Telling.WORDS if found else Telling.NOTHING


def code_of(words: str) -> str:
    """The Home Office offence code that an offence begins with, without its leading zeros; empty where none does."""
    found = CODE.match(" ".join(words.split()).upper())
    return found[1] if found else ""


def _by_code(words: str) -> str:
    """What a Home Office code says, alone or before its description: 28E, 08N, 8N Assault."""
    found = CODE.match(words.upper())
    if found is None:
        return ""
    code = found[1]
    return _BY_CODE.get(code) or _BY_CODE.get(code.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), "")


def _by_words(words: str) -> str:
    said = words.casefold()
    return next((crime for pattern, crime in WORDS if re.search(pattern, said)), "")
