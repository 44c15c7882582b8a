"""Knows how the names of forces, areas and crime become one key, however a file writes them."""

import re

#: "Police Service of Northern Ireland" is of Northern Ireland, "Kent Police" of Kent.
FORCE_WORDS = re.compile(
    r"^(?:the )?police (?:service|force) of (?:the )?|\b(?:police (?:service|force)|police|constabulary|service)\b",
    re.IGNORECASE,
)
#: Forces that are named for no area keep their names.
OF_NO_AREA = re.compile(r"(?:British Transport|Ministry of Defence) Police|Civil Nuclear Constabulary", re.IGNORECASE)
LEFT_OVER = "of "  # before the names of areas that were cut from such forces in older databases
#: The last word of a neighbourhood's name is its number: what stands before is the district.
NEIGHBOURHOOD = re.compile(r"(.+) \d{3}[A-Z]")


#: What a council adds to the name of its area.
OF_A_COUNCIL = re.compile(
    r"[ ,]+(?:(?:metropolitan |london |royal )?(?:borough|district|city|county|unitary)? ?council|mbc|mdc|bc|dc|cc|csp"
    r"|community safety partnership|london borough|borough)",
    re.IGNORECASE,
)
COUNCIL_OF = re.compile(r"(?:(?:metropolitan|london|royal) )?borough of ", re.IGNORECASE)


def slug(name: str) -> str:
    """Return lower-case words joined by hyphens: "Locality 1" is locality-1."""
    return "-".join(re.findall(r"[a-z0-9]+", name.lower().replace("&", " and ").replace("'", "")))


def force_slug(name: str) -> str:
    """Return one key for "Staffordshire Police" and "Staffordshire", "London, City of" and "City of London Police"."""
    words = FORCE_WORDS.sub("", name.lower())
    last, comma, first = words.partition(",")
    return slug(f"{first} {last}" if comma else words) or slug(name)


def council_slug(name: str) -> str:
    """Return the key of an area whose council is named: "Rugby Borough Council" is of rugby."""
    words = name.strip()
    end = next((found.start() for found in OF_A_COUNCIL.finditer(words) if found.end() == len(words)), len(words))
    return slug(COUNCIL_OF.sub("", words[:end], count=1)) or slug(name)


def force_area(name: str) -> str:
    """Return the area a force is named for: "Warwickshire Police" is Warwickshire."""
    if OF_NO_AREA.fullmatch(name):
        return name
    return " ".join(FORCE_WORDS.sub("", name).split()) or name


def district_name(neighbourhood: str) -> str:
    """Return the district in a neighbourhood's name ("South Staffordshire 008A"), or nothing."""
    found = NEIGHBOURHOOD.fullmatch(neighbourhood)
    return found[1] if found else ""
