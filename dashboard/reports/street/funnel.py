"""Knows the funnel of the ranked neighbourhoods: incidents per 1,000 residents between the limits of chance."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.domain.statistics.comparison import PER
from dashboard.domain.statistics.funnel import Funnel, FunnelPlace, NoFunnel, funnel
from dashboard.domain.statistics.hotspots import HotspotClass
from dashboard.domain.street.crime import Level
from dashboard.domain.street.crime import Place as Neighbourhood
from dashboard.domain.wording import number_word, plural
from dashboard.questions.store import Store
from dashboard.reports.comparison.words import near_words, outside_words, spread_words
from dashboard.reports.report import Cell, Table
from dashboard.reports.street.place_context import StreetContext
from dashboard.reports.street.ranking import rankable

MOST_DRAWN = 2_000  # of more neighbourhoods nobody can tell one point from another
COLUMNS = ("area_code", "area", "count", "population", "per_1000", "funnel", "known_as", "class")
HOT = (HotspotClass.PERSISTENT, HotspotClass.EMERGING, HotspotClass.INTERMITTENT)
ABOVE = (FunnelPlace.ABOVE_95, FunnelPlace.ABOVE_998)
TWO_QUESTIONS = (
    "The list asks where many incidents lie side by side month after month, the funnel where there are more than the"
    " number of residents would lead one to expect."
)
RESIDENTS = "Rates are for residents: a centre with shops has more people in it than live there."

Row = tuple[Neighbourhood, int, float, FunnelPlace]  # incidents, per 1,000 people, where that lies


@dataclass(frozen=True, slots=True)
class HotspotFunnel:
    """Every neighbourhood with a population, its incidents, and the funnel over them, in one order."""

    drawn: Funnel
    places: tuple[Neighbourhood, ...]
    counts: tuple[int, ...]
    kinds: tuple[HotspotClass, ...]  # in the list

    @property
    def classes(self) -> dict[int, HotspotClass]:
        """The class of each neighbourhood in the list, by its number."""
        return {place.id: kind for place, kind in zip(self.places, self.kinds, strict=True)}

    @property
    def rows(self) -> list[Row]:
        """Every neighbourhood, the highest rate first."""
        found = zip(self.places, self.counts, self.drawn.places, strict=True)
        rated = [(place, n, n * PER / (place.population or 1), at) for place, n, at in found]
        return sorted(rated, key=lambda row: -row[2])


def hotspot_funnel(
    store: Store, context: StreetContext, ranked: Mapping[int, tuple[int, HotspotClass]]
) -> HotspotFunnel | None:
    """The funnel of the view's neighbourhoods, *ranked* with incidents and class; None for few, many or no people."""
    if context.place.level in (Level.LSOA, Level.POINT):
        return None
    places = tuple(place for place in rankable(store, context) if place.population)
    if len(places) > MOST_DRAWN:
        return None
    found = [ranked.get(place.id, (0, HotspotClass.NOT_HOT)) for place in places]
    numbers = tuple(n for n, _ in found)
    drawn = funnel(numbers, [place.population or 1 for place in places])
    return (
        None if isinstance(drawn, NoFunnel) else HotspotFunnel(drawn, places, numbers, tuple(kind for _, kind in found))
    )


def words(found: HotspotFunnel) -> list[str]:
    """What the funnel says, a sentence each."""
    named = [(place.in_words, at) for place, _, _, at in found.rows]
    finding = outside_words(found.drawn, named, "neighbourhoods")
    said = [near_words(named), beside_the_list(found)]
    return [finding, *filter(None, said), spread_words(found.drawn), RESIDENTS]


def beside_the_list(found: HotspotFunnel) -> str:
    """Which hotspots of the list lie above the limits and which do not, and why; empty where none is classed."""
    hot = {number for number, kind in found.classes.items() if kind in HOT}
    above = {place.id for place, _, _, at in found.rows if at in ABOVE}
    if HotspotClass.NOT_JUDGED in found.kinds or not (hot or above):
        return ""
    both = len(hot & above)
    return (
        f"Of {plural(len(hot), 'hotspot')} in the list, {number_word(both)} {'is' if both == 1 else 'are'} above the"
        f" limits; {number_word(len(above - hot))} above them {'is' if len(above - hot) == 1 else 'are'} no hotspot"
        f" there. {TWO_QUESTIONS}"
    )


def funnel_table(found: HotspotFunnel | None) -> Table:
    classes = found.classes if found else {}
    rows = [_cells(row, classes) for row in found.rows] if found else []
    return Table.of("funnel", "Rates in a funnel", COLUMNS, rows)


def _cells(row: Row, classes: Mapping[int, HotspotClass]) -> dict[str, Cell]:
    place, n, rate, at = row
    kind = classes[place.id]
    named = None if kind is HotspotClass.NOT_JUDGED else str(kind)
    values = (place.code, place.name, n, place.population, rate, str(at), place.known_as, named)
    return dict(zip(COLUMNS, values, strict=True))
