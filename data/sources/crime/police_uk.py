"""Knows police.uk's street-level files: a force and a month each, counted by map point, crime type and outcome."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import TypeVar

from dashboard.domain.errors import RefusedFile, UnreadablePeriod
from dashboard.domain.periods.months import month_number, month_text
from dashboard.domain.street.crime import NO_LOCATION
from data.parcel_rows import CountColumns, PointColumns, StreetCounts, packed, unpacked
from data.parcels import StreetMonth
from data.sources.containers.sheets import Sheet
from data.sources.geography.coordinates import NOWHERE, Spot, spot
from data.sources.rejections import Rejections
from data.sources.words import is_plain, shown

KIND, NAME = "street", "police.uk street-level crime"
COLUMNS = (
    *("Crime ID", "Month", "Reported by", "Falls within", "Longitude", "Latitude"),
    *("Location", "LSOA code", "LSOA name", "Crime type", "Last outcome category", "Context"),
)
#: What is kept of a row; the Crime ID is not a key, and the context is always blank.
WHERE = ("Longitude", "Latitude", "Location", "LSOA code", "LSOA name")
WHAT = ("Month", "Reported by", "Crime type", "Last outcome category")
SEPARATOR = "\0"  # of texts that are joined: it stands in no text file
CRIME_TYPES = frozenset(
    {
        *("Anti-social behaviour", "Bicycle theft", "Burglary", "Criminal damage and arson", "Drugs"),
        *("Other crime", "Other theft", "Possession of weapons", "Public disorder and weapons", "Public order"),
        *("Robbery", "Shoplifting", "Theft from the person", "Vehicle crime", "Violence and sexual offences"),
        "Violent crime",
    }
)
FEWEST_ALIKE = 20  # incidents of a month, which are hardly all of one type
MOST_OUTCOMES = 200  # police.uk has about thirty; more, and the columns hold something else
CODE = re.compile(r"[A-Z0-9]{6,12}")
NAMED_MONTH = re.compile(r"(\d{4}-\d{2})-.*street")

Item = TypeVar("Item")
Kept = tuple[str, ...]  # of a row: where it happened, or what happened


def recognises(heading: tuple[str, ...]) -> bool:
    """A street file has most of its columns; with one missing it is refused by name, not passed over."""
    return len(set(COLUMNS) & set(heading)) > len(COLUMNS) // 2 and not is_outcomes(heading)


def is_outcomes(heading: tuple[str, ...]) -> bool:
    """Whether this is the file of outcomes that police.uk puts beside the street files."""
    return "Outcome type" in heading and not {"Crime type", "Last outcome category"} & set(heading)


def read(sheet: Sheet) -> Iterator[StreetMonth]:
    """Yield one parcel: force, month, places, and counts by place, crime type and outcome.

    Identical rows are separate incidents and are all counted. Raises RefusedFile with one sentence.
    """
    _refuse_other_columns(sheet)
    tally = _tally(sheet)
    if not any(what.strip(SEPARATOR) for what in tally.what):
        raise RefusedFile(f"{sheet.name} has a heading and no rows that can be read.")
    force, month = _force_and_month(sheet.name, tally)
    places = [judged(key.split(SEPARATOR)) for key in tally.where]
    rules = [_rule(key, force, month_text(month)) for key in tally.what]
    rejections = Rejections()
    if tally.ragged or any(rules) or str in map(type, places):
        _reject(sheet, tally, (places, rules), rejections)
    parcel = _counted(tally, places, rules)
    if len(parcel["outcomes"]) > MOST_OUTCOMES:
        raise RefusedFile(f"{sheet.name} has more than {MOST_OUTCOMES} outcomes: its columns are mixed up.")
    taken = sum(unpacked(parcel["counts"][-1]))
    sheet.remarks += alike(parcel["types"], taken)
    yield StreetMonth(**rejections.taken(sheet, taken), **parcel, force=force, month=month)


def alike(types: Sequence[str], taken: int) -> list[str]:
    """What has to be said where all of so many rows are of one crime type."""
    if len(types) != 1 or taken < FEWEST_ALIKE:
        return []
    said = f"Every row is {types[0]}: if somebody filtered the file, sums of crime lack all other types;"
    return [f"{said} load the month as police.uk publishes it."]


def _refuse_other_columns(sheet: Sheet) -> None:
    """Another order is read by name and said, a missing column is refused."""
    missing = [name for name in COLUMNS if name not in sheet.heading]
    if missing:
        others = shown(", ".join(name for name in sheet.heading if name not in COLUMNS)) or "none"
        raise RefusedFile(f"{sheet.name} has no column “{missing[0]}”; its unknown columns: {others}.")
    if sheet.heading != COLUMNS:
        sheet.remarks.append("The columns stand in another order than police.uk's; they were read by name.")


def _kept(sheet: Sheet, columns: Kept) -> Callable[[list[str]], str]:
    """What gives the texts of a row in *columns*, joined."""
    chosen = itemgetter(*map(sheet.heading.index, columns))
    return lambda row: SEPARATOR.join(chosen(row))


@dataclass(frozen=True, slots=True)
class _Tally:
    """How often each pair of place and incident stands, both numbered in the order of the file."""

    where: list[str]  # texts joined by the separator, as those of *what* are
    what: list[str]
    pairs: tuple[Sequence[int], Sequence[int]]  # the number of the place and of the incident of each pair
    times: Sequence[int]
    ragged: int = 0  # rows with another number of fields


def _tally(sheet: Sheet) -> _Tally:
    where_of, what_of, width = _kept(sheet, WHERE), _kept(sheet, WHAT), len(sheet.heading)
    where, what, ragged = dict[str, int](), dict[str, int](), 0
    counts: dict[tuple[int, int], int] = {}
    for row in sheet.rows():
        if len(row) != width:
            ragged += 1
            continue
        pair = where.setdefault(where_of(row), len(where)), what.setdefault(what_of(row), len(what))
        counts[pair] = counts.get(pair, 0) + 1
    places, incidents = zip(*counts, strict=True) if counts else ((), ())
    return _Tally(list(where), list(what), (places, incidents), list(counts.values()), ragged)


def _force_and_month(name: str, tally: _Tally) -> tuple[str, int]:
    """The force most rows name, and the month of the file's name, or else of most rows."""
    months, forces, rows = Counter[str](), Counter[str](), [0] * len(tally.what)
    for what, times in zip(tally.pairs[1], tally.times, strict=True):
        rows[what] += times
    for what_happened, times in zip(tally.what, rows, strict=True):
        month, force, _, _ = what_happened.split(SEPARATOR)
        months[month] += times
        forces[force.strip()] += times
    named, usual = NAMED_MONTH.search(name), months.most_common(1)[0][0]
    if named and named[1] not in months:
        raise RefusedFile(f"{name} is named for {named[1]}, but its rows are of {shown(usual, 20)}.")
    force = forces.most_common(1)[0][0]
    if not force or not is_plain(force):
        raise RefusedFile(f"{name} does not say which force reported it.")
    try:
        return force, month_number(named[1] if named else usual)
    except UnreadablePeriod as fault:
        raise RefusedFile(f"{name}: {shown(str(fault))}") from fault


def _rule(what: str, force: str, month: str) -> str:
    """The rule that what a row says of its incident breaks, if any."""
    own_month, own_force, kind, outcome = what.split(SEPARATOR)
    if kind not in CRIME_TYPES:
        return "crime-type-unknown"
    if own_month != month:
        return "month-in-wrong-file"
    if own_force.strip() != force:
        return "force-in-wrong-file"
    return "" if is_plain(outcome) else "words-unreadable"


def _reject(sheet: Sheet, tally: _Tally, judged: tuple[list[Spot | str], list[str]], rejections: Rejections) -> None:
    """Read the file once more for the lines of the rows that break a rule."""
    where_of, what_of = _kept(sheet, WHERE), _kept(sheet, WHAT)
    places, rules = dict(zip(tally.where, judged[0], strict=True)), dict(zip(tally.what, judged[1], strict=True))
    for line, row in rejections.whole(sheet):
        place, rule = places[where_of(row)], rules[what_of(row)]
        if rule or isinstance(place, str):
            rejections.add(line, rule or str(place), row)


def _counted(tally: _Tally, places: list[Spot | str], rules: list[str]) -> StreetCounts:
    """In columns: places (millionths of a degree, name, LSOA code and name), and the rows of each by what happened."""
    used: Iterable[int] = range(len(places))
    if any(rules):
        used = dict.fromkeys(where for where, what in zip(*tally.pairs, strict=True) if not rules[what])
    points = _numbers(place for place in map(places.__getitem__, used) if isinstance(place, Spot))
    said = [tuple(what.split(SEPARATOR)[2:]) for what in tally.what]
    kinds = [pair for pair, rule in zip(said, rules, strict=True) if not rule]
    types, outcomes = _numbers(kind for kind, _ in kinds), _numbers(outcome for _, outcome in kinds)
    at = [points.get(place, -1) if isinstance(place, Spot) else -1 for place in places]
    of = [
        (-1, -1) if rule else (types[kind], outcomes[outcome])
        for (kind, outcome), rule in zip(said, rules, strict=True)
    ]
    return {
        "after": None,
        "points": columns_of(points),
        "types": list(types),
        "outcomes": list(outcomes),
        "counts": _summed(tally, at, of),
    }


def _summed(tally: _Tally, at: list[int], of: list[tuple[int, int]]) -> CountColumns:
    """Point, type, outcome, rows; a row that breaks a rule is none, places written in two ways are added up."""
    counts: dict[tuple[int, int, int], int] = {}
    for where, what, times in zip(*tally.pairs, tally.times, strict=True):
        key = (at[where], *of[what])
        if -1 not in key:
            counts[key] = counts.get(key, 0) + times
    points, types, outcomes = zip(*counts, strict=True) if counts else ((), (), ())
    return packed(points), packed(types), packed(outcomes), packed(counts.values())


def columns_of(points: Collection[Spot]) -> PointColumns:
    longitudes, latitudes, names, codes, areas = zip(*points, strict=True) if points else ((), (), (), (), ())
    return packed(longitudes), packed(latitudes), list(names), list(codes), list(areas)


def _numbers(items: Iterable[Item]) -> dict[Item, int]:
    """Each of *items* once, with its number from zero."""
    return {item: number for number, item in enumerate(dict.fromkeys(items))}


def judged(where: Sequence[str]) -> Spot | str:
    """The place of a row, or the rule that it breaks; without any it is nowhere."""
    longitude, latitude, name, code, area = where
    if not longitude and not latitude and not code:
        return Spot(*NOWHERE, NO_LOCATION, "", NO_LOCATION)
    if not is_plain("".join(where)) and not all(map(is_plain, where)):
        return "words-unreadable"
    code = code.strip()
    if code and not CODE.fullmatch(code):
        return "code-unreadable"
    # A neighbourhood's name without its code says nothing.
    return spot(longitude, latitude, name.strip(), code, area.strip() if code else "")
