"""Knows of which area of a partnership each figure of a file is, and which are no business of the partnership's."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.domain.errors import RefusedFile
from data.releases.known import Home, Known
from data.sources.words import shown

TYPED = ("tidy", "wide", "declarations")  # by the partnership's own officers: every area in them is its own
WIDER = ("E92", "W92", "S92", "N92", "K0", "E12", "E47")  # codes of countries, regions, combined authorities
MOST_OWN = 60  # areas of a table that names none of the partnership, taken as its own
MOST_NAMED = 3

Said = Mapping[str, Any]
Area = tuple[str, str]  # its code and name, as a file gives them


def places(parcel: Mapping[str, Any], figures: Sequence[Said], known: Known, home: Home) -> dict[Area, str | None]:
    """The slug of each area that the *figures* name; None for one outside the partnership.

    Raises RefusedFile where a table of the whole country holds nothing of the partnership.
    """
    named = dict.fromkeys((said["area_code"], said["area"]) for said in figures)
    if parcel["source"] in TYPED or not figures:
        return {area: _known_or_new(area, known, home) for area in named}
    own = {area: known.area(home, *area) for area in named}
    strangers = [area for area, found in own.items() if found is None]
    if len(strangers) < len(own):
        # A table that names the partnership, or areas of it, compares it with the others.
        return own
    if (home.is_new or not parcel["national"]) and len(strangers) <= MOST_OWN:
        return {area: None if _is_wider(area) else _known_or_new(area, known, home) for area in named}
    some = ", ".join(shown(name or code, 40) for code, name in strangers[:MOST_NAMED])
    raise RefusedFile(
        f"{parcel['file']} holds {len(strangers):,} areas, and none of them is {home.name} or an area of it "
        f"({some}, …): choose another partnership, or load its areas first."
    )


def _known_or_new(area: Area, known: Known, home: Home) -> str:
    """The area's slug; asked once more, since the same name may stand twice in other letters."""
    return known.area(home, *area) or known.new_area(home, *area)


def _is_wider(area: Area) -> bool:
    return area[0].startswith(WIDER)


def outside(areas: Mapping[Area, str | None], figures: Sequence[Said]) -> Counter[Area]:
    """How many figures of each area are left out."""
    left = ((said["area_code"], said["area"]) for said in figures)
    return Counter(area for area in left if areas[area] is None)
