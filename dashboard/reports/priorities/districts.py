"""Knows how the tables of districts stand beside that of their county: each one's scores, and what they come to."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from dashboard.domain.filters import Filters
from dashboard.domain.priorities.county import INSIDE, CountyScore, DistrictScore, county_score
from dashboard.domain.priorities.ranking import Rank, places_of, rank_words, ranks_of
from dashboard.domain.records import Area, LensCategory, Partnership
from dashboard.domain.street.crime import Level
from dashboard.questions.store import Store
from dashboard.reports.priorities.assessment import ScoredColumns, scored_columns
from dashboard.reports.priorities.setting import AssessmentSetting, assessment_setting
from dashboard.reports.store_memory import worked_out

COUNTED = (Level.CSP, Level.DISTRICT)  # what of street-level places a county is made of


@dataclass(frozen=True, slots=True)
class DistrictTable:
    """One district's own table: score and rank of each category that it has; *filters* lead to it."""

    name: str
    level: str
    filters: Filters
    people: int | None
    scores: tuple[tuple[str, Fraction, Rank | None], ...]  # category, score, rank
    is_page: bool = True

    def of(self, category: str) -> tuple[Fraction | None, Rank | None]:
        return next(((score, rank) for name, score, rank in self.scores if name == category), (None, None))


@dataclass(frozen=True, slots=True)
class DistrictColumns:
    """A district's columns before they are weighed."""

    area: Area
    filters: Filters
    columns: ScoredColumns
    is_page: bool = True  # False for a place that only street-level pages show


@dataclass(frozen=True, slots=True)
class CountyRow:
    """A category of the county with what the districts' tables come to."""

    own: LensCategory
    made: CountyScore
    place: Rank | None

    @property
    def rank_words(self) -> str:
        return rank_words(self.place)


@dataclass(frozen=True, slots=True)
class CountyTable:
    districts: tuple[DistrictTable, ...] = ()
    rows: tuple[CountyRow, ...] = ()


def county_table(setting: AssessmentSetting) -> CountyTable:
    """What the tables of the view's districts make; empty where none has a score."""
    found = tuple(item for item in _districts(setting) if item.scores)
    if not found:
        return CountyTable()
    made = [_made(own.category, found) for own in setting.lens]
    places = places_of(ranks_of([item.score for item in made]))
    rows = [
        CountyRow(own, item, place)
        for own, item, place in zip(setting.lens, made, places, strict=True)
        if item.score is not None
    ]
    return CountyTable(found, tuple(sorted(rows, key=lambda row: -(row.made.score or 0))))


def _made(category: str, districts: tuple[DistrictTable, ...]) -> CountyScore:
    return county_score([DistrictScore(item.of(category)[0], item.people) for item in districts])


def _districts(setting: AssessmentSetting) -> tuple[DistrictTable, ...]:
    """Each district's table under the view's weights."""

    def make() -> tuple[DistrictColumns, ...]:
        return tuple(_inside(setting))

    every = worked_out(setting.store, (DistrictColumns, setting.key), make)
    return tuple(_table(item, setting) for item in every)


def _inside(setting: AssessmentSetting) -> Iterator[DistrictColumns]:
    """The places right inside the view's area, and partnerships of their own that lie in it."""
    store, filters = setting.store, setting.filters.with_(weights=frozenset())
    known = [area for area in store.areas(filters.partnership) if area.parent == filters.area_slug]
    homes = () if filters.area else tuple(item for item in store.partnerships() if _lies_in(item, filters))
    for area in known:
        yield _columns(store, filters.with_(area=area.key), area)
    for home in homes:
        period = filters.period if setting.street else home.default_period
        view = filters.with_(partnership=home.slug, period=period)
        yield from (_columns(store, view, area) for area in store.areas(home.slug) if area.slug == home.area)
    named = {area.name for area in known} | {home.name for home in homes}
    for place in store.inward(setting.street.place.id) if setting.street and not known else ():
        if place.level in COUNTED and place.name not in named:
            view = filters.with_(area=place.key)
            yield _columns(store, view, assessment_setting(store, view).area, is_page=False)


def _lies_in(home: Partnership, filters: Filters) -> bool:
    return INSIDE.get(home.slug) == filters.partnership


def _columns(store: Store, filters: Filters, area: Area, *, is_page: bool = True) -> DistrictColumns:
    return DistrictColumns(area, filters, scored_columns(assessment_setting(store, filters)), is_page)


def _table(found: DistrictColumns, setting: AssessmentSetting) -> DistrictTable:
    area, columns, weights = found.area, found.columns, setting.weights
    rows = zip(columns.lens, columns.totals(weights), columns.places(weights), strict=True)
    scores = tuple((own.category, total.score, rank) for own, total, rank in rows if total.score is not None)
    view = found.filters.with_(weights=setting.filters.weights)
    return DistrictTable(area.name, area.level, view, area.population, scores, found.is_page)
