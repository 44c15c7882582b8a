"""Knows the funnel of the ranked neighbourhoods: incidents per 1,000 residents between the limits of chance."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.domain.statistics.comparison import PER
from dashboard.domain.statistics.funnel import Funnel, FunnelPlace, NoFunnel, funnel
from dashboard.domain.street.crime import Level
from dashboard.domain.street.crime import Place as Neighbourhood
from dashboard.questions.store import Store
from dashboard.reports.comparison.words import near_words, outside_words, spread_words
from dashboard.reports.report import Table
from dashboard.reports.street.place_context import StreetContext
from dashboard.reports.street.ranking import rankable

MOST_DRAWN = 2_000  # of more neighbourhoods nobody can tell one point from another
COLUMNS = ("area_code", "area", "count", "population", "per_1000", "funnel", "known_as")
RESIDENTS = "Rates are for residents: a centre with shops has more people in it than live there."

Row = tuple[Neighbourhood, int, float, FunnelPlace]  # incidents, per 1,000 people, where that lies


@dataclass(frozen=True, slots=True)
class HotspotFunnel:
    """Every neighbourhood with a population, its incidents, and the funnel over them, in one order."""

    drawn: Funnel
    places: tuple[Neighbourhood, ...]
    counts: tuple[int, ...]

    @property
    def rows(self) -> list[Row]:
        """Every neighbourhood, the highest rate first."""
        found = zip(self.places, self.counts, self.drawn.places, strict=True)
        rated = [(place, n, n * PER / (place.population or 1), at) for place, n, at in found]
        return sorted(rated, key=lambda row: -row[2])


def hotspot_funnel(store: Store, context: StreetContext, counts: Mapping[int, int]) -> HotspotFunnel | None:
    """The funnel of the view's neighbourhoods, of which *counts* has the incidents; None for few, many or no people."""
    if context.place.level in (Level.LSOA, Level.POINT):
        return None
    places = tuple(place for place in rankable(store, context, counts.keys()) if place.population)
    if len(places) > MOST_DRAWN:
        return None
    numbers = tuple(counts.get(place.id, 0) for place in places)
    drawn = funnel(numbers, [place.population or 1 for place in places])
    return None if isinstance(drawn, NoFunnel) else HotspotFunnel(drawn, places, numbers)


def words(found: HotspotFunnel) -> list[str]:
    """What the funnel says, a sentence each."""
    named = [(place.in_words, at) for place, _, _, at in found.rows]
    finding = outside_words(found.drawn, named, "neighbourhoods")
    return [finding, *filter(None, [near_words(named)]), spread_words(found.drawn), RESIDENTS]


def funnel_table(found: HotspotFunnel | None) -> Table:
    rows = found.rows if found else []
    values = (
        (place.code, place.name, n, place.population, rate, str(at), place.known_as) for place, n, rate, at in rows
    )
    return Table.of("funnel", "Rates in a funnel", COLUMNS, [dict(zip(COLUMNS, row, strict=True)) for row in values])
