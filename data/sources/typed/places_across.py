"""Knows whether the columns of a table are places: read as measures, each would become an indicator."""

import re
from collections.abc import Sequence

from dashboard.domain.errors import RefusedFile
from dashboard.domain.periods.parts import unperioded
from data.sources.containers.grids import Grid
from data.sources.typed.measure_columns import MOST_SHOWN, MeasureTable
from data.sources.words import shown

PLACES = re.compile(
    r"\b(?:ward|wards|locality|localities|district|borough|parish|north|south|east|west|central|town|neighbourhood)\b",
    re.IGNORECASE,
)
BY_PLACE = re.compile(r"\bby (?:ward|locality|district|area|borough|csp|neighbourhood)\b", re.IGNORECASE)
#: How names of English places end: Northton, Southham, Ashby, Testshire.
NAMED_SO = re.compile(
    r"(?:[A-Z][a-z]+[ -](?:and |upon |on |in |le |under |next )?(?:the )?)*[A-Z][a-z]*"
    r"(?:ton|ham|shire|ford|bury|borough|burgh|wich|wick|mouth|pool|chester|caster|cester|minster|worth|combe|hurst"
    r"|stead|thorpe|dale|leigh|ley|stoke|by|don|cote|hill|vale|forest|moors|bridge)",
)
#: Words of what is counted, and those that a title may have for other reasons too.
SUBJECTS = (
    r"crimes?|offen[cd]\w*|incidents?|asb|anti-?social|burglar\w*|robber\w*|thefts?|shoplift\w*|violen\w*"
    r"|assaults?|arson|frauds?|drugs?|weapons?|kni(?:fe|ves)|guns?|vehicles?|damage|hate|abuse|sexual|rapes?"
    r"|homicides?|murders?|stalking|harass\w*|disorder|nuisance|noise|graffiti|fly-?tip\w*|litter|fires?"
    r"|complaints?|referrals?|arrests?|victims?|re-?offend\w*|casualt\w*|ksi|collisions?|injur\w*|deaths?"
    r"|admissions?|homeless\w*|evictions?|alcohol"
)
SUBJECT = re.compile(rf"\b(?:{SUBJECTS})\b", re.IGNORECASE)
COUNTED = re.compile(
    rf"%|\b(?:{SUBJECTS}|reports?|visits?|calls?|cases?|people|persons?|children|numbers?|rates?|per ?cent\w*|per"
    r"|average|satisf\w*|confidence|search\w*|detections?|outcomes?|cost|spend|days|hours|minutes"
    r"|[a-z]{3,}ed|[a-z]{4,}ing)\b",
    re.IGNORECASE,
)


def refuse_places(grid: Grid, table: MeasureTable, titles: Sequence[str]) -> None:
    """Raise RefusedFile where the columns seem to be places."""
    names = list(dict.fromkeys(item.name for item in table.measures))
    places = [name for name in names if PLACES.search(name)]
    said = len(places) * 2 > len(names) or any(map(BY_PLACE.search, titles))
    counted = "" if "area" in table.labels else _counted(names, titles)
    alike = "area" not in table.labels and not any(map(COUNTED.search, names)) and _are_named_so(names)
    if said or counted or alike:
        raise RefusedFile(_asked(grid, names, counted))


def _counted(names: Sequence[str], titles: Sequence[str]) -> str:
    """The title that says what is counted, where no column does: its columns are then what it is counted of."""
    if any(map(COUNTED.search, names)):
        return ""
    return next((title for title in titles if SUBJECT.search(unperioded(title))), "")


def _are_named_so(names: Sequence[str]) -> bool:
    return 2 * sum(NAMED_SO.fullmatch(name) is not None for name in names) > len(names)


def _asked(grid: Grid, names: Sequence[str], title: str) -> str:
    listed = ", ".join(f"“{shown(name)}”" for name in names[:MOST_SHOWN])
    words = f"{grid.file}: are {listed} areas, or measures? Put areas in a column “Area”, one a row, and head the "
    if not title:
        return f"{words}other columns with the measures or with years."
    name = shown(unperioded(title))
    return (
        f"{words}other columns with the measures or with years, such as Area, Month, {name}. If they are measures, "
        f"say in each heading what is counted ({name}: {shown(names[0])}), or leave “{name}” out of the line above."
    )
