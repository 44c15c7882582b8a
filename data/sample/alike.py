"""Knows which of Sampleshire's places a made-up set holds similar: its localities, and wards with wards like them."""

from collections import defaultdict
from collections.abc import Iterator

from data.sample.places import LOCALITIES, PARTNERSHIP, TOWN_CENTRES, Neighbourhood

HEADER = "Set,From,Area code,Similar area code,Rank"
SET, FIRST = "Most similar places (invented)", "2023-04-01"
ALIKE = 11  # wards in a group, so that with its own there are enough for a funnel

Row = tuple[object, ...]


def alike(places: tuple[Neighbourhood, ...]) -> Iterator[Row]:
    """A row a pair: every other locality, and the wards most like a ward by how much of a centre they are."""
    codes = [f"{PARTNERSHIP}/{name.lower()}" for name in LOCALITIES]
    groups = {code: [other for other in codes if other != code] for code in codes}
    for area, others in (groups | _wards(places)).items():
        yield from ((SET, FIRST, area, other, rank) for rank, other in enumerate(others, 1))


def _wards(places: tuple[Neighbourhood, ...]) -> dict[str, list[str]]:
    """The wards nearest to each by its centres' draw, then by its people."""
    draw, people = defaultdict[str, float](float), defaultdict[str, int](int)
    for place in places:
        draw[place.ward_code] += TOWN_CENTRES.get(place.cell, 0.0)
        people[place.ward_code] += place.population

    def apart(one: str, other: str) -> tuple[float, int]:
        return abs(draw[one] - draw[other]), abs(people[one] - people[other])

    def nearest(own: str) -> list[str]:
        others = sorted(set(people) - {own})
        return sorted(others, key=lambda other: apart(own, other))[:ALIKE]

    return {ward: nearest(ward) for ward in sorted(people)}
