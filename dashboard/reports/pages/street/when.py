"""Knows when incidents happen: weekday by hour from an office's own lists, by type and place, band by band."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from dashboard.domain.filters import Filters
from dashboard.domain.incidents.hours import Hours, concentration, hours_of
from dashboard.domain.incidents.week import BY_SLUG, CELLS, HOURS, WEEK, WEEKDAYS, HourBand, band_of, clock
from dashboard.domain.street.crime import Level, Place
from dashboard.questions.incidents import HourPart, SplitBy
from dashboard.questions.store import Store
from dashboard.reports.incidents.setting import NO_POINT, ListView, list_view, name_of, set_in
from dashboard.reports.incidents.when_words import decimal, lede, notes, title
from dashboard.reports.report import Cell, Report, Table

HOUR_COLUMNS = ("weekday", "from_hour", "to_hour", "band", "incidents", "share_pct")
BAND_COLUMNS = ("weekday", "from_hour", "to_hour", "band", "incidents", "share_pct", "times_even")
TYPE_COLUMNS = ("crime_type", "crime_name", "band", "in_band", "incidents", "share_pct")
AREA_COLUMNS = ("area_key", "area", "band", "in_band", "incidents", "share_pct")
MONTH_COLUMNS = ("month", "band", "in_band", "incidents", "share_pct")
BESIDE_COLUMNS = ("time_known", "incidents")
NO_LIST = (
    "Load your office’s extract, a row an incident with its date and time, offence and place, as CSV or xlsx. Until"
    " then, Sampleshire, an invented county, shows the page."
)
DIGITS = 6  # after the point
NO_HOURS = hours_of([0] * CELLS, 0, 0, 0)
UNSORTED = "No crime type"
ELSEWHERE = "No known place"


@dataclass(frozen=True, slots=True)
class WhenPart:
    """A crime type, an area or a month: its incidents in the band that is looked at, of all that tell an hour."""

    key: str
    name: str
    in_band: Fraction
    timed: int
    share: Fraction


@dataclass(frozen=True, kw_only=True, slots=True)
class When(Report):
    """*band* is the one that is looked at, the busiest where none is *chosen*."""

    view: ListView | None = None
    hours: Hours = NO_HOURS
    chosen: HourBand | None = None
    band: HourBand | None = None
    types: tuple[WhenPart, ...] = ()
    areas: tuple[WhenPart, ...] = ()
    months: tuple[WhenPart, ...] = ()


def when(store: Store, filters: Filters) -> When:
    """Return the week of the view's incidents."""
    view = list_view(store, filters)
    if view is None:
        return _nothing(store, filters)
    place = store.place(filters.partnership, filters.area)
    return _no_point(filters, place) if place and place.level is Level.POINT else _when(store, filters, view)


def _when(store: Store, filters: Filters, view: ListView) -> When:
    found = _hours(store.incident_hours(view.query(filters)))
    chosen = BY_SLUG.get(filters.hours)
    band = chosen or found.busiest
    types, areas, months = _split(store, filters, view, band)
    return When(
        page="when",
        filters=filters,
        title=title(view, found, chosen),
        lede=lede(view, found, chosen),
        place=set_in(view),
        notes=notes(view, found),
        tables=_tables(found, band, (types, areas, months)),
        view=view,
        hours=found,
        chosen=chosen,
        band=band,
        types=types,
        areas=areas,
        months=months,
    )


def _nothing(store: Store, filters: Filters) -> When:
    name = name_of(store, filters.partnership)
    said = f"No incident list is loaded for {name}"
    return When(page="when", filters=filters, title=said, lede="", place=name, empty=NO_LIST, elsewhere="load")


def _no_point(filters: Filters, place: Place) -> When:
    heading = f"No hours are counted at {place.known_as}"
    return When(page="when", filters=filters, title=heading, lede="", place=place.full_name, empty=NO_POINT)


def _hours(parts: Iterable[HourPart]) -> Hours:
    return next((part.hours for part in parts), NO_HOURS)


Parts = tuple[WhenPart, ...]


def _split(store: Store, filters: Filters, view: ListView, band: HourBand | None) -> tuple[Parts, Parts, Parts]:
    """Crime types and areas, those with most in the band first, and months in their order."""
    if band is None:
        return (), (), ()
    types = {item.slug: item.name for item in store.crime_types()} | {"": UNSORTED}
    place = store.place(filters.partnership, filters.area)
    areas = {item.key: item.known_as for item in store.inward(place.id)} if place else {}
    areas |= {"": ELSEWHERE}
    by_type, by_area, by_month = (
        store.incident_hours(view.query(filters, by)) for by in (SplitBy.TYPE, SplitBy.AREA, SplitBy.MONTH)
    )
    found = [_ranked(by_type, types, band), _ranked(by_area, areas, band)]
    months = tuple(
        _part(item, _month(int(item.key)), band) for item in sorted(by_month, key=lambda item: int(item.key))
    )
    alone = len(found[1]) == 1 and found[1][0].key == ""
    return found[0], () if alone else found[1], months


def _month(number: int) -> str:
    return f"{number // 12}-{number % 12 + 1:02}"


def _ranked(parts: Iterable[HourPart], names: dict[str, str], band: HourBand) -> Parts:
    found = [_part(item, names.get(item.key, item.key), band) for item in parts if item.hours.total]
    return tuple(sorted(found, key=lambda item: (-item.in_band, item.name)))


def _part(item: HourPart, name: str, band: HourBand) -> WhenPart:
    return WhenPart(item.key, name, item.hours.of(band), item.hours.timed, item.hours.share(band))


def _tables(found: Hours, band: HourBand | None, parts: tuple[Parts, Parts, Parts]) -> tuple[Table, ...]:
    types, areas, months = parts
    label = band.label if band else ""
    return (
        Table.of("hours", "Incidents by weekday and hour", HOUR_COLUMNS, _hour_rows(found)),
        Table.of("bands", "Incidents by four hours", BAND_COLUMNS, _band_rows(found)),
        Table.of("types", "Types of incident", TYPE_COLUMNS, _part_rows(types, label, ("crime_type", "crime_name"))),
        Table.of("areas", "Areas", AREA_COLUMNS, _part_rows(areas, label, ("area_key", "area"))),
        Table.of("months", "Months", MONTH_COLUMNS, _part_rows(months, label, ("", "month"))),
        Table.of("beside", "What is known of their times", BESIDE_COLUMNS, _beside_rows(found)),
    )


def _hour_rows(found: Hours) -> Iterator[dict[str, Cell]]:
    for cell in range(CELLS):
        day, hour = divmod(cell, HOURS)
        share = found.at(cell) / found.timed if found.timed else Fraction(0)
        said = {"weekday": WEEKDAYS[day], "from_hour": clock(hour), "to_hour": clock(hour + 1)}
        yield {**said, "band": band_of(cell).label, **_numbers(found.at(cell), share)}


def _band_rows(found: Hours) -> Iterator[dict[str, Cell]]:
    for band in WEEK:
        said = {"weekday": WEEKDAYS[band.day], "from_hour": clock(band.start), "to_hour": clock(band.end)}
        times = {"times_even": _finite(concentration(found, band))}
        yield {**said, "band": band.label, **_numbers(found.of(band), found.share(band)), **times}


def _numbers(number: Fraction, share: Fraction) -> dict[str, Cell]:
    return {"incidents": decimal(number), "share_pct": _finite(share * 100)}


def _finite(number: Fraction) -> Decimal:
    """A share as a file has it: a third has no end."""
    return round(decimal(number), DIGITS)


def _part_rows(parts: Parts, label: str, named: tuple[str, str]) -> Iterator[dict[str, Cell]]:
    key, name = named
    for item in parts:
        said: dict[str, Cell] = {key: item.key, name: item.name, "band": label}
        counts: dict[str, Cell] = {"in_band": decimal(item.in_band), "incidents": item.timed}
        yield said | counts | {"share_pct": _finite(item.share * 100)}


def _beside_rows(found: Hours) -> Iterator[dict[str, Cell]]:
    kinds = (("an hour", found.timed), ("no time", found.unknown), ("over 24 hours", found.spread_wide))
    for words, n in (*kinds, ("all", found.total)):
        yield {"time_known": words, "incidents": n}
