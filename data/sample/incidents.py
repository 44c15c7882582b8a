"""Knows the monthly street files: which incidents happened in Sampleshire, where they are shown and how they ended."""

from itertools import accumulate
from math import sqrt
from random import Random

from data.sample.outcomes import hundred_cases
from data.sample.places import DISTRICT, SEED, TOWN_CENTRES, Neighbourhood
from data.sample.rates import ASB, CRIME_TYPES, MONTHS, SHOPLIFTING, expected, month_name, shares
from data.sample.shapes import Cell, Point, Ring, map_points

HEADER = (
    "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,"
    "Crime type,Last outcome category,Context"
)
FORCE = f"{DISTRICT} Police"
NOWHERE = ",,No Location,,"
LAST_VAGUE_MONTH = "2024-12"  # the force then began to place incidents it used to leave without a location
VAGUE_SHARE, PRECISE_SHARE = 0.06, 0.01
NAMELESS = [crime.name for crime in CRIME_TYPES].index(ASB)  # police.uk gives anti-social behaviour no ID
PREMISES = ("Supermarket", "Shopping Area", "Parking Area", "Petrol Station")
STREET_NAMES = (
    *("Kiln", "Mill", "Chapel", "Orchard", "Ropewalk", "Tanner", "Cooper", "Saddler", "Barley", "Hazel", "Linnet"),
    *("Plover", "Bramble", "Foundry", "Granary", "Weaver", "Meadow", "Lantern", "Thatcher", "Quarry", "Heron"),
    *("Almond", "Bellfounder", "Cartwright", "Damson", "Farrier", "Gooseberry", "Hopfield", "Juniper", "Larkspur"),
)
STREET_KINDS = ("Street", "Lane", "Road", "Close", "Avenue", "Court", "Way", "Rise", "Walk", "Drive")

Spots = list[str]  # the columns from longitude to LSOA name, a busy point more than once


class StreetFiles:
    """The text of each month's file; every month has its own stream of chance, so none depends on another."""

    def __init__(self, places: tuple[Neighbourhood, ...], rings: dict[Cell, Ring]) -> None:
        self._places = places
        self._shares = shares(places)
        rng = Random(f"{SEED} map points")
        self._spots = [spots for place in places for spots in _spots_by_type(place, rings[place.cell], rng)]

    @property
    def points(self) -> list[str]:
        """The map points of the county, each as longitude,latitude; a busy one more than once."""
        busiest = self._spots[:: len(CRIME_TYPES)]
        return [",".join(spot.split(",")[:2]) for spots in busiest for spot in spots]

    def text(self, month: int) -> str:
        """Return the file of the month *month* months after the first, as police.uk would publish it."""
        name = month_name(month)
        rng = Random(f"{SEED} {name}")
        before = f",{name},{FORCE},{FORCE},"
        vague = VAGUE_SHARE if name <= LAST_VAGUE_MONTH else PRECISE_SHARE
        chance, identity = rng.random, rng.getrandbits
        endings = [_endings(crime.name, MONTHS - 1 - month) for crime in CRIME_TYPES]
        placed, nowhere = [HEADER], []
        for cell in self._drawn(month, rng):
            kind = cell % len(CRIME_TYPES)
            ends, spots = endings[kind], self._spots[cell]
            who = "" if kind == NAMELESS else f"{identity(256):064x}"
            end = ends[int(chance() * len(ends))]
            if chance() < vague:
                nowhere.append(who + before + NOWHERE + end)
            else:
                placed.append(who + before + spots[int(chance() * len(spots))] + end)
        return "\n".join([*placed, *nowhere, ""])

    def drawn(self, month: int) -> list[int]:
        """The incidents of *month* as they stand in its file, each as place x crime type."""
        return self._drawn(month, Random(f"{SEED} {month_name(month)}"))

    def spots(self, cell: int) -> Spots:
        """The map points at which a place's incidents of a type are shown."""
        return self._spots[cell]

    def _drawn(self, month: int, rng: Random) -> list[int]:
        """The month's incidents in file order, each as place x crime type: Poisson counts, as their sum is drawn so."""
        rates = list(accumulate(expected(month, self._places, self._shares)))
        total = round(rng.gauss(rates[-1], sqrt(rates[-1])))  # a Poisson count over 1,000 is as good as normal
        return sorted(rng.choices(range(len(rates)), cum_weights=rates, k=total))


def _endings(crime_type: str, age: int) -> list[str]:
    return [f",{crime_type},{outcome}," for outcome in hundred_cases(crime_type, age)]


def _spots_by_type(place: Neighbourhood, ring: Ring, rng: Random) -> list[Spots]:
    """Where each crime type is shown: shop thefts at the premises, if the neighbourhood has any."""
    shops = PREMISES if place.cell in TOWN_CENTRES else ()
    points = map_points(ring, rng)
    names = [*shops, *_street_names(len(points) - len(shops), rng)]
    spots = [_spot(point, name, place) for point, name in zip(points, names, strict=True)]
    busy = [spot for spot in spots for _ in range(rng.choice((1, 1, 1, 2, 2, 3)))]
    selling = spots[: len(shops)] * 3 + spots[len(shops) :] if shops else busy
    return [selling if crime.name == SHOPLIFTING else busy for crime in CRIME_TYPES]


def _street_names(count: int, rng: Random) -> list[str]:
    return [f"{name} {rng.choice(STREET_KINDS)}" for name in rng.sample(STREET_NAMES, count)]


def _spot(point: Point, name: str, place: Neighbourhood) -> str:
    return f"{point[0]:.6f},{point[1]:.6f},On or near {name},{place.code},{place.name}"
