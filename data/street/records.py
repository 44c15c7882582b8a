"""Knows how counts and lines of a targets file become partnerships, areas, indicators, actuals and targets."""

import calendar
from collections.abc import Container, Set
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from dashboard.domain.doors import Door, LoadDoor
from dashboard.domain.filters import Filters
from dashboard.domain.periods.calendar import MONTHS_IN_YEAR, By, first_month, period_with
from dashboard.domain.periods.period import Period, PeriodKind, from_slug
from dashboard.domain.records import Area, Indicator, Observation, Partnership, Scope, SourceCell, Target
from dashboard.domain.street.crime import ALL_CRIME, Level, Place
from dashboard.domain.targets.status import Polarity
from dashboard.domain.targets.target import read_target
from dashboard.domain.values.printed import Reason, Value, ValueType
from data.geography.area_tree import COUNTRY
from data.names import LEFT_OVER
from data.schema import Fields

POLICE = "police.uk"
FORCE_KIND = "police force area"
MONTHLY = "Monthly"
BESIDE = "-police-uk"  # ends the id of a counted indicator beside a printed one
LEVEL_NAMES = {level: str(level) for level in Level} | {Level.FORCE: FORCE_KIND}


def partnership_of(slug: str, name: str, months: Set[int]) -> Partnership:
    """A partnership that starts in the newest financial year with every month, or else in the newest."""
    years = {period_with(month, By.YEAR) for month in months}
    whole = [year for year in years if set(range(first_month(year), first_month(year) + MONTHS_IN_YEAR)) <= months]
    kind = "country" if slug == COUNTRY else FORCE_KIND
    return Partnership(slug, name.removeprefix(LEFT_OVER), kind, slug, max(whole or years), has_documents=False)


def area_of(partnership: str, place: Place) -> Area:
    return of_place(f"{partnership}/{place.key}", place, partnership)


def of_place(slug: str, place: Place, parent: str = "") -> Area:
    return Area(slug, place.name, LEVEL_NAMES[place.level], parent, place.population, code=place.code)


def in_scope(item: Indicator, scope: Scope) -> bool:
    inside = scope.categories is None or item.category in scope.categories
    return inside and (scope.indicators is None or item.id in scope.indicators)


def _cell(row: Fields, column: str, text: str) -> SourceCell:
    """A cell of a targets file."""
    door = LoadDoor(row["partnership"], row["arrival"])
    return SourceCell(0, row["file"], "", f"line {row['line']}", column, text, door)


class Crime(NamedTuple):
    """What a target may be set on: a crime type, a category that holds some, or all of them."""

    slug: str
    name: str
    category: str


def street_id(partnership: str, crime: str, taken: Container[str]) -> str:
    """The id of an indicator that is counted in street-level files; a printed one of the same id keeps its own."""
    found = f"{partnership}/{crime}"
    while found in taken:
        found += BESIDE
    return found


def counted_indicator(number: str, crime: Crime, tolerance: Decimal, source: SourceCell) -> Indicator:
    """The indicator with id *number* that a target on *crime* makes."""
    what = f"{crime.name}: recorded crime and anti-social behaviour" if crime.slug == ALL_CRIME else crime.name
    return Indicator(
        id=number,
        code="",
        name=crime.name,
        category=crime.category,
        polarity=Polarity.LOWER,
        value_type=ValueType.COUNT,
        multiplier=1,
        unit="incidents",
        period_kind=PeriodKind.FINANCIAL_YEAR,
        tolerance=tolerance,
        frequency=MONTHLY,
        definition=f"{what}: incidents in police.uk’s street-level files, those without a location only in the total.",
        part_of="",
        source=source,
        crime=crime.slug,
    )


def indicator_of(number: str, crime: Crime, row: Fields) -> Indicator:
    """The same from a row of the targets that lie under every release."""
    return counted_indicator(number, crime, Decimal(row["tolerance"]), _cell(row, "crime", crime.name))


def target_of(row: Fields, indicator: str) -> Target:
    partnership = row["partnership"]
    return Target(
        indicator=indicator,
        area=f"{partnership}/{row['area']}" if row["area"] else partnership,
        period=from_slug(row["period"]),
        rule=read_target(row["target"], ValueType.COUNT),
        base_period=None,
        source=_cell(row, "target", row["target"]),
    )


class Counted(NamedTuple):
    """What an indicator counts: the numbers of its crime types, and the filters that ask for them."""

    indicator: Indicator
    numbers: frozenset[int]
    categories: frozenset[str]
    crimes: frozenset[str]

    def view(self, partnership: str, area: str, period: Period) -> Door:
        """The view that breaks a count down by month."""
        filters = Filters(partnership, period, area, self.categories, crimes=self.crimes, by=By.MONTH)
        return Door("drill-down", filters)


def observation_of(counted: Counted, slug: str, place: Place, n: int, when: tuple[Period, list[int]]) -> Observation:
    """The count of a place in a period of which some months are held; its source is the view that breaks it down."""
    period, held = when
    files = f"{len(held)} month{'s' if len(held) > 1 else ''} of files"
    partnership, _, key = slug.partition("/")
    text, row, door = f"{n:,}", f"{period.label}: {files}", counted.view(partnership, key, period)
    return Observation(
        indicator=counted.indicator.id,
        area=slug,
        period=period,
        value=Value(Decimal(n), raw=text),
        sources=(SourceCell(0, POLICE, counted.indicator.name, place.name, row, text, door),),
        covers_to=None if len(held) == period.months else _end(held[-1]),
        held=len(held),
    )


def left_out_of(counted: Counted, slug: str, place: Place, at: tuple[Period, Reason]) -> Observation:
    """No count, with the reason: every file of the period looks incomplete, or is of a time without such a type."""
    period, reason = at
    door = LoadDoor(slug.partition("/")[0])
    cell = SourceCell(0, POLICE, counted.indicator.name, place.name, period.label, "", door)
    value = Value(None, reason)
    return Observation(counted.indicator.id, slug, period, value, (cell,))


def _end(month: int) -> date:
    year, number = month // MONTHS_IN_YEAR, month % MONTHS_IN_YEAR + 1
    return date(year, number, calendar.monthrange(year, number)[1])
