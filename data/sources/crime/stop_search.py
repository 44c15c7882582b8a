"""Knows police.uk's stop and search files: UTC times, of which the local month decides; no force is named inside."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from dashboard.domain.errors import RefusedFile, UnreadablePeriod
from dashboard.domain.periods.months import month_number
from data.parcels import StopSearches
from data.sources.containers.sheets import Sheet
from data.sources.geography.coordinates import NOWHERE, Spot, spot
from data.sources.rejections import Rejections
from data.sources.words import is_plain

KIND = StopSearches.kind
COLUMNS = (
    *("Type", "Date", "Part of a policing operation", "Policing operation", "Latitude", "Longitude", "Gender"),
    *("Age range", "Self-defined ethnicity", "Officer-defined ethnicity", "Legislation", "Object of search"),
    *("Outcome", "Outcome linked to object of search", "Removal of more than just outer clothing"),
)
LOCAL = ZoneInfo("Europe/London")
#: How a file says whether the outcome is linked to the object of search; anything else is not said.
LINKED = {"true": "yes", "false": "no"}
NAMED = re.compile(r"(\d{4}-\d{2})-(.+)-stop-and-search")

Search = tuple[int, str, str, str, str, int, int]  # local month, type, object, outcome, linked, longitude, latitude


def recognises(heading: tuple[str, ...]) -> bool:
    return len(set(COLUMNS) & set(heading)) > len(COLUMNS) // 2


def read(sheet: Sheet) -> Iterator[StopSearches]:
    """Yield searches counted by local month, place, type, object and outcome; the file's month is replaced whole."""
    missing = [name for name in COLUMNS if name not in sheet.heading]
    if missing:
        raise RefusedFile(f"{sheet.name} has no column “{missing[0]}”.")
    force, month = _force_and_month(sheet.name)
    rejections = Rejections()
    counts: Counter[Search] = Counter()
    for line, row in rejections.whole(sheet):
        search = _search(dict(zip(sheet.heading, row, strict=True)), month)
        if isinstance(search, str):
            rejections.add(line, search, row)
        else:
            counts[search] += 1
    if not counts:
        raise RefusedFile(f"{sheet.name} has a heading and no rows that can be read.")
    if moved := sum(times for key, times in counts.items() if key[0] != month):
        sheet.remarks.append(f"Searches that fall in another month by local time: {moved:,}.")
    searches = [(*key, times) for key, times in counts.items()]
    yield StopSearches(**rejections.taken(sheet, counts.total()), force=force, month=month, searches=searches)


def _force_and_month(name: str) -> tuple[str, int]:
    """What only the file's name says."""
    named = NAMED.search(name)
    if named is None:
        like = "2019-01-city-of-london-stop-and-search"
        raise RefusedFile(f"{name} names no force and month: keep police.uk's name, such as {like}.")
    try:
        return named[2], month_number(named[1])
    except UnreadablePeriod as fault:
        raise RefusedFile(f"{name}: {fault}") from fault


def _search(fields: dict[str, str], file_month: int) -> Search | str:
    """The search that a row tells of, or the rule it breaks."""
    try:
        moment = datetime.fromisoformat(fields["Date"])
        local = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(LOCAL)
    except (ValueError, OverflowError):
        return "date-unreadable"
    month = local.year * 12 + local.month - 1
    if abs(month - file_month) > 1:
        return "month-in-wrong-file"
    words = (fields["Type"], fields["Object of search"], fields["Outcome"])
    if not all(map(is_plain, words)):
        return "words-unreadable"
    place: Spot | str = Spot(*NOWHERE, "", "", "")
    if fields["Longitude"] or fields["Latitude"]:
        place = spot(fields["Longitude"], fields["Latitude"], "", "", "")
    linked = LINKED.get(fields["Outcome linked to object of search"].strip().lower(), "")
    return place if isinstance(place, str) else (month, *words, linked, place.longitude, place.latitude)
