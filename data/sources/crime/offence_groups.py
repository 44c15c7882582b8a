"""Knows of which groups and subgroups recorded crime consists, so that no sum of a filtered table is called a total."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from dashboard.domain.periods.period import from_slug
from data.sources.words import shown

TOTAL = "Total recorded crime (excluding fraud)"
FRAUD = "fraud"  # how the groups begin that the headline leaves out

OTHER = "other-crime"
#: Groups and subgroups, by the category of published indicators that each belongs to.
OF_CATEGORY = {
    "all-crime": (TOTAL,),
    "violent-crime": (
        *("Violence against the person", "Violence with injury", "Violence without injury", "Stalking and harassment"),
        *("Death or serious injury caused by illegal driving", "Death or serious injury - unlawful driving"),
        "Possession of weapons offences",  # as police.uk's
    ),
    "most-serious-violence": ("Homicide",),
    "sexual-offences": ("Sexual offences", "Rape offences", "Rape", "Other sexual offences"),
    "robbery": ("Robbery", "Robbery of business property", "Robbery of personal property"),
    "acquisitive-crime": ("Theft offences", "Burglary", "Non-domestic burglary", "Non-residential burglary"),
    "domestic-burglary": ("Domestic burglary", "Residential burglary"),
    "vehicle-crime": ("Vehicle offences", "Vehicle interference"),
    "theft-from-vehicle": ("Theft from a vehicle",),
    "theft-of-vehicle": ("Theft of a motor vehicle",),
    "theft": ("Theft from the person", "Bicycle theft", "Other theft offences"),
    "shop-theft": ("Shoplifting",),
    "criminal-damage": ("Criminal damage and arson", "Criminal damage", "Arson"),
    "drugs": ("Drug offences", "Possession of drugs", "Trafficking of drugs"),
    "public-order": ("Public order offences",),
}
CATEGORIES = {name.casefold(): category for category, names in OF_CATEGORY.items() for name in names}

Part = tuple[str, ...]  # one subgroup under every name it was published by
VEHICLES = "Vehicle offences"  # once for all three
#: What each group has to hold to be whole; those without a part here are one subgroup of the same name.
PARTS: dict[str, tuple[Part, ...]] = {
    "Violence against the person": (("Homicide",), ("Violence with injury",), ("Violence without injury",)),
    "Sexual offences": (("Rape offences", "Rape"), ("Other sexual offences",)),
    "Robbery": (("Robbery of business property",), ("Robbery of personal property",)),
    "Theft offences": (
        ("Domestic burglary", "Residential burglary"),
        ("Non-domestic burglary", "Non-residential burglary"),
        ("Theft from a vehicle", VEHICLES),
        ("Theft of a motor vehicle", VEHICLES),
        ("Vehicle interference", "Interfering with a motor vehicle", VEHICLES),
        *(("Theft from the person",), ("Bicycle theft",), ("Shoplifting",)),
        ("Other theft offences", "All other theft offences"),
    ),
    "Criminal damage and arson": (("Criminal damage",), ("Arson",)),
    "Drug offences": (("Possession of drugs",), ("Trafficking of drugs",)),
    "Possession of weapons offences": (),
    "Public order offences": (),
}
#: The ninth group has two names.
MISCELLANEOUS = ("Miscellaneous crimes against society", "Miscellaneous crimes")
MOST_NAMED = 4

Place = tuple[str, str]  # an area and the slug of a quarter


@dataclass(slots=True)
class Held:
    """The subgroups that a table has rows of, by area, quarter and group."""

    found: dict[Place, dict[str, set[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(set)))
    missing: dict[str, dict[Place, list[str]]] = field(default_factory=lambda: defaultdict(dict))

    def add(self, place: Place, group: str, subgroup: str) -> None:
        self.found[place][group.casefold()].add(subgroup.casefold())

    def lacks(self, indicator: str, place: Place) -> bool:
        """Whether a total or group lacks rows there, so that its sum would be less than what its name says."""
        groups = self.found[place]
        lacking = list(_lacking_groups(groups) if indicator == TOTAL else _lacking_parts(indicator, groups))
        if lacking:
            self.missing[indicator][place] = lacking
        return bool(lacking)

    def remarks(self) -> list[str]:
        """Which sums were not made, and for want of what."""
        return [_remark(indicator, places) for indicator, places in self.missing.items()]


def _lacking_groups(groups: dict[str, set[str]]) -> Iterator[str]:
    """The groups that are not there, or not whole."""
    for group in PARTS:
        if group.casefold() not in groups or any(_lacking_parts(group, groups)):
            yield group
    if not any(name.casefold() in groups for name in MISCELLANEOUS):
        yield MISCELLANEOUS[0]


def _lacking_parts(group: str, groups: dict[str, set[str]]) -> Iterator[str]:
    """The subgroups that a group lacks; one that has a row of its own name is whole."""
    held = groups.get(group.casefold(), set())
    whole = not held or group.casefold() in held
    for names in () if whole else _parts(group):
        if held.isdisjoint(map(str.casefold, names)):
            yield names[0]


def _parts(group: str) -> tuple[Part, ...]:
    """What a group consists of; one without parts is a subgroup of its own name."""
    return PARTS.get(group) or ((group,),) if group in (*PARTS, *MISCELLANEOUS) else ()


def _remark(indicator: str, places: dict[Place, list[str]]) -> str:
    (area, period), lacking = next(iter(places.items()))
    some = ", ".join(lacking[:MOST_NAMED]) + (", …" if len(lacking) > MOST_NAMED else "")
    where = "one area and quarter" if len(places) == 1 else f"{len(places):,} areas and quarters"
    return (
        f"No figure of “{shown(indicator)}” is made for {where}, because the file lacks rows that belong to it:"
        f" {shown(area)}, {from_slug(period).label} has none of {some}. Load the table unfiltered for totals."
    )
