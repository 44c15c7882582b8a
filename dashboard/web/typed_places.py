"""Knows a partnership with its areas as somebody types it: a line an area, and what is wrong with each field."""

import re
from collections.abc import Mapping, Sequence

from data.names import slug
from data.sources.words import LONGEST, is_name

MOST_AREAS = 500
CODED = re.compile(r"(?P<name>.*\S)\s*[,;\t]\s*(?P<code>[A-Za-z]\d{8})")


def area_of(line: str) -> dict[str, str]:
    """A line of the form as columns: a name, and a code behind a comma."""
    found = CODED.fullmatch(line)
    return {"Area": found["name"], "Area code": found["code"].upper()} if found else {"Area": line}


def place_faults(name: str, areas: Sequence[str], known: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """What is wrong with the name of a partnership, or with the lines of its areas."""
    faults = []
    if not is_name(name):
        faults.append(("name", "Enter the name of the partnership: it needs a letter or a digit."))
    if len(name) > LONGEST:
        faults.append(("name", f"The name must be {LONGEST} characters or fewer: it has {len(name):,}."))
    if slug(name) in {*known, *map(slug, known.values())}:
        faults.append(("name", f"There is a partnership called {name} already."))
    if len(areas) > MOST_AREAS:
        faults.append(("areas", f"Enter {MOST_AREAS} areas or fewer; load a file for more."))
    keys = [slug(area_of(line)["Area"]) for line in areas]
    for line, key in zip(areas, keys, strict=True):
        if not key or len(line) > LONGEST:
            faults.append(("areas", f"“{line[:60]}” is no name of an area: letters or digits, at most {LONGEST}."))
            break
        if keys.count(key) > 1:
            faults.append(("areas", f"“{line[:60]}” stands twice: keep one of them."))
            break
    return tuple(faults)
