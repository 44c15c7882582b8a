"""Knows which street-level views to ask for: addresses of varied places, crime types and periods, none twice."""

from collections import defaultdict
from dataclasses import dataclass, field
from random import Random

from sqlalchemy import Engine, select

from benchmarks.street_areas import LAST_MONTH, SEED
from dashboard.domain.address import nearest
from dashboard.domain.choices import Choices
from dashboard.domain.filters import Filters
from dashboard.domain.periods.calendar import MONTHS_IN_YEAR, By
from dashboard.domain.periods.period import run_of_months
from dashboard.domain.street.crime import Level
from dashboard.questions.street import RankQuery
from dashboard.reports.store_memory import remembering
from dashboard.reports.view_context import choices
from data.geography.area_tree import COUNTRY
from data.store import SqlStore
from data.tables import street as tables

SPAN = 60  # months back from the newest: what every size holds
APRIL = 3
Span = tuple[int, int]
SPANS = {
    "newest month": (LAST_MONTH, LAST_MONTH),
    "year to date": (LAST_MONTH - (LAST_MONTH - APRIL) % MONTHS_IN_YEAR, LAST_MONTH),
    "rolling 12 months": (LAST_MONTH - MONTHS_IN_YEAR + 1, LAST_MONTH),
}


@dataclass
class Views:
    """Draws views of one database; what the pages keep between two answers is kept here too."""

    engine: Engine
    chance: Random = field(default_factory=lambda: Random(SEED))
    asked: set[object] = field(default_factory=set)
    places: dict[tuple[str, Level], list[tuple[int, str]]] = field(default_factory=lambda: defaultdict(list))
    with_points: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self.bare = SqlStore(self.engine)
        self.store = remembering(self.bare)
        self.choices: Choices = choices(self.store)
        place, force = tables.place.c, tables.force.c
        query = select(force.slug, place.level, place.id, place.code).join(tables.force, force.id == place.force)
        points = select(force.slug).where(force.id.in_(select(tables.point_count.c.force).distinct()))
        with self.engine.connect() as connection:
            for slug, level, number, code in connection.execute(query):
                self.places[slug, Level(level)].append((number, code))
            self.with_points = frozenset(connection.execute(points).scalars())
        self.forces = sorted({slug for slug, level in self.places if level == Level.FORCE})
        self.has_country = any(item.partnership == COUNTRY for item in self.choices.partnerships)

    @property
    def largest(self) -> str:
        return max(self.forces, key=lambda slug: len(self.places[slug, Level.LSOA]))

    def span(self, months: int, *, newest: bool = False) -> Span:
        """Some months of those with a year before them; *newest*: they may end with the newest."""
        first = LAST_MONTH - SPAN + 1 + MONTHS_IN_YEAR
        last = self.chance.randint(first + months - 1, LAST_MONTH - (0 if newest else 1))
        return last - months + 1, last

    def filters(self, level: Level, span: Span, by: By | None, wanted: dict[str, str]) -> Filters:
        """A view of a place of *level*; *wanted*: a force, and a "crime" or "category" ("some": any one)."""
        forces = sorted(self.with_points) if level == Level.LSOA else self.forces
        slug = COUNTRY if level == Level.COUNTRY else wanted.get("force") or self.chance.choice(forces)
        inside = level not in (Level.COUNTRY, Level.FORCE)
        area = self.chance.choice(self.places[slug, level])[1] if inside else ""
        start, end = (run_of_months(month, 1).slug for month in span)
        pairs = {"partnership": slug, "area": area, "from": start, "to": end, "by": by or ""}
        pairs |= {
            key: self._some(slug, key) if value == "some" else value for key, value in wanted.items() if key != "force"
        }
        found, problems = nearest("&".join(f"{key}={value}" for key, value in pairs.items()), self.choices)
        if problems:
            raise ValueError(" ".join(problems))
        return found

    def _some(self, slug: str, key: str) -> str:
        item = self.choices.of(slug)
        offered = item.street.crimes if key == "crime" and item.street else item.categories
        return self.chance.choice(offered)[0]

    def ranking(self, level: Level, span: Span, numbers: tuple[int, ...] = (0,)) -> RankQuery:
        """A ranking of the neighbourhoods of some place of *level*."""
        if level == Level.COUNTRY:
            root = self.bare.street_root(self.forces[0])
            return RankQuery((root.parent if root else 0) or 0, numbers, *span, 40_000)
        places = self.places[self.chance.choice(self.forces), level]
        return RankQuery(self.chance.choice(places)[0], numbers, *span, 40_000)

    def some_type(self) -> tuple[int, ...]:
        return (self.chance.choice(self.store.crime_types()).number,)
