"""Knows which names of a table are hardly new areas of its partnership: regions, other partnerships, misspelt ones."""

import re
from collections.abc import Mapping

from data.names import slug
from data.own.areas.gazetteer import Gazetteer
from data.own.areas.homes import PRINTED_CODES, Home
from data.own.areas.identity import Disputed
from data.sources.words import shown

WIDER = ("E92", "W92", "S92", "N92", "K0", "E12", "E47")  # codes of countries, regions, combined authorities
REGIONS = frozenset(
    {
        *("east-midlands", "west-midlands", "east-of-england", "yorkshire-and-the-humber", "yorkshire-and-humber"),
        *("england", "england-and-wales", "wales", "scotland", "northern-ireland", "greater-london"),
    }
)
DISTRICTS = ("E06", "E07", "E08", "E09", "E10", "W06", "S12", "N09", "E22", "W22", "E23", "W15")
COUNTY, DISTRICT = "E10", "E07"
UNITARY = ("E06", "E08", "E09", COUNTY)
FORCE = re.compile(r"\b(?:police|constabulary|police (?:force|service))$", re.IGNORECASE)
SHORTEST, LONG = 5, 8  # letters of a word in which one too many, or another one, is a slip


def is_wider(code: str, name: str) -> bool:
    """Whether a country, region or police force is meant, which is no part of a partnership."""
    return code.upper().startswith(WIDER) or slug(name) in REGIONS or FORCE.search(name) is not None


def other_partnership(home: Home, names: Mapping[str, str], code: str, name: str) -> str:
    """The name of another partnership with documents that is meant, or nothing; a county's district is a part of it."""
    owners = (area for area, codes in PRINTED_CODES.items() if code.upper() in codes)
    whole = next((area for area in (*owners, slug(name)) if area in names and area in PRINTED_CODES), home.slug)
    tiers = [PRINTED_CODES.get(area, ("",))[0][:3] for area in (home.slug, whole)]
    return "" if whole == home.slug or tiers == [COUNTY, DISTRICT] else names[whole]


def refuse_stranger(home: Home, gazetteer: Gazetteer, names: Mapping[str, str], said: tuple[str, str]) -> str:
    """Raise Disputed where a new area of *home* would be another partnership, lie elsewhere, or be misspelt.

    Returns the partnership that becomes an area of a new one, if any.
    """
    code, name = said
    words, other = f"“{shown(name or code)}”", other_partnership(home, names, code, name)
    if other and not home.is_new:
        raise Disputed(f"{words} is a partnership of its own and no area of {home.name}: {_move(other)}")
    if _is_as_large(home, code) or _lies_elsewhere(home, gazetteer, code, slug(name)):
        raise Disputed(f"{words} lies outside {home.name}, as its code or the lookups say: {_move(name or code)}")
    if not code and (meant := next((known for known in home.names.values() if is_slip(name, known)), "")):
        raise Disputed(
            f"{words} is no area of {home.name} so far: is it “{shown(meant)}”? Correct the name; if it is an area of"
            " its own, give its code in a column “Area code”."
        )
    return other


def refuse_unknown(home: Home, code: str, name: str) -> None:
    """Raise Disputed for a name without a code among areas that *home* has: Coventry beside Rugby."""
    if code:
        return
    raise Disputed(
        f"“{shown(name)}” is no area of {home.name} so far, and others in the table are: take the row out. If it is "
        "an area of it, give its code in a column “Area code”, or load it in a table without the areas known already."
    )


def _move(name: str) -> str:
    return f"take the row out, or load it in a file of its own with the partnership “{shown(name)}”."


def _is_as_large(home: Home, code: str) -> bool:
    """Whether a code is of a county or of a district outside counties, of which none is part of another."""
    return code.upper().startswith(UNITARY) and home.has_documents and home.bearing(code) is None


def _lies_elsewhere(home: Home, gazetteer: Gazetteer, code: str, key: str) -> bool:
    """Whether lookups place every district of this code or name outside a partnership whose own place they know."""
    own = {known for area in home.names for known in home.codes_of(area)}
    found = [code] if code else gazetteer.codes(key)
    around = [gazetteer.around(item) for item in found if item.upper().startswith(DISTRICTS)]
    is_placed = any(gazetteer.around(item) or gazetteer.names(item) for item in own)
    return bool(around) and is_placed and all(wider and wider.isdisjoint(own) for wider in around)


def is_slip(name: str, known: str) -> bool:
    """Whether two names differ in one word by a letter too many, two turned round, or another one if it is long."""
    pairs = [slug(words).split("-") for words in (name, known)]
    if len(pairs[0]) != len(pairs[1]):
        return False
    differing = [(one, other) for one, other in zip(*pairs, strict=True) if one != other]
    return len(differing) == 1 and _differ_by_a_letter(*differing[0])


def _differ_by_a_letter(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(long) < SHORTEST or not (one + other).isalpha():
        return False
    if len(long) - len(short) == 1:
        return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
    if len(long) != len(short):
        return False
    at = [place for place in range(len(long)) if long[place] != short[place]]
    if len(at) == 1:
        return len(long) >= LONG
    return len(at) == 2 and at[1] == at[0] + 1 and long[at[0]] == short[at[1]] and long[at[1]] == short[at[0]]
