"""Knows what is said of an incident list when it is loaded: what it holds, what is not known, what it replaces."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from dashboard.domain.incidents.lists import IncidentList
from dashboard.domain.incidents.parts import NO_TIME, long_spans, timed
from dashboard.domain.incidents.spans import too_many_midnights
from dashboard.domain.incidents.week import MINUTES_IN_DAY
from dashboard.domain.periods.months import month_text
from dashboard.domain.wording import listed, so_many
from data.incidents.areas import Area
from data.incidents.packed import Columns, day_text, months_of
from data.incidents.standing import Offences
from data.parcels import IncidentTable

MOST_NAMED = 5
Known = tuple[Sequence[Area], Offences, int]


def remarks(parcel: IncidentTable, found: Columns, known: Known, before: Sequence[IncidentList]) -> list[str]:
    """One sentence for each thing that the reader of a preview has to know."""
    areas, types, lost = known
    said = [_extent(found), *_times(found), *_midnights(found), *_types(parcel, found, types), *_places(found, areas)]
    if lost:
        said.append(f"Left out, as the end is before the beginning once the order of dates is known: {lost:,}.")
    return [*said, *_replaces(parcel, found, types, before)]


def _extent(found: Columns) -> str:
    first, last = day_text(int(found.day.min())), day_text(int(found.day.max()))
    return f"{so_many(len(found.day), 'incident')} from {first} to {last}."


def _times(found: Columns) -> list[str]:
    n = len(found.day)
    known, long = int(timed(found.start, found.end).sum()), int(long_spans(found.start, found.end).sum())
    said = [f"{so_many(known, 'tells', 'tell')} the hour, or the hours of at most a day."]
    if long:
        kept = "it is counted and lies" if long == 1 else "they are counted and lie"
        said.append(f"{so_many(long, 'is', 'are')} spread over more than 24 hours: {kept} in no hour.")
    if unknown := n - known - long:
        kept = "it is" if unknown == 1 else "they are"
        said.append(f"{so_many(unknown, 'tells', 'tell')} no time: {kept} counted apart.")
    return said


def _midnights(found: Columns) -> list[str]:
    exact = found.start[(found.start != NO_TIME) & (found.start == found.end)] % MINUTES_IN_DAY
    midnight, before, after = (int((exact == minute).sum()) for minute in (0, 23 * 60, 60))
    if not too_many_midnights(midnight, before, after):
        return []
    exactly = f"{so_many(midnight, 'stands', 'stand')} at exactly 00:00"
    return [f"{exactly}, far more than at 23:00 or 01:00: that may mean “no time”."]


def _types(parcel: IncidentTable, found: Columns, types: Offences) -> list[str]:
    counts = np.bincount(found.offence, minlength=len(parcel.offences))
    crimes = {types.crime(words) for words in parcel.offences} - {""}
    told = so_many(len(parcel.offences), "offence is", "offences are")
    said = [f"{told} told as {so_many(len(crimes), 'crime type')}."]
    unknown = [(int(counts[at]), words) for at, words in enumerate(parcel.offences) if not types.crime(words)]
    if unknown:
        named = [f"“{words or 'blank'}”" for _, words in sorted(unknown, key=lambda item: -item[0])[:MOST_NAMED]]
        n = sum(count for count, _ in unknown)
        among = f"{'It counts' if n == 1 else 'They count'} among all incidents."
        said.append(f"No crime type is known of {so_many(n, 'incident')}: {listed(named)}. {among}")
    return said


def _places(found: Columns, areas: Sequence[Area]) -> list[str]:
    code = np.array([bool(code) for _, code in areas], np.bool_)[found.area]
    if code.all():
        return []
    words: Counter[str] = Counter()
    for at, n in zip(*np.unique(found.area[~code], return_counts=True), strict=True):
        words[areas[int(at)][0]] += int(n)
    named = [f"“{said}”" for said, _ in words.most_common(MOST_NAMED) if said]
    why = f"; areas that are none of the partnership’s: {listed(named)}" if named else ""
    n = int((~code).sum())
    lie, count = ("lies", "It counts") if n == 1 else ("lie", "They count")
    return [f"{n:,} {lie} in no known place of the partnership{why}. {count} in its total."]


def _replaces(parcel: IncidentTable, found: Columns, types: Offences, before: Sequence[IncidentList]) -> list[str]:
    month = months_of(found.day)
    first, last = int(month.min()), int(month.max())
    crimes = {types.crime(words) for words in parcel.offences}
    said = []
    for item in before:
        if item.first <= last and first <= item.last and not crimes.isdisjoint(item.crimes):
            months = f"{month_text(max(first, item.first))} to {month_text(min(last, item.last))}"
            said.append(f"It takes the place of {item.file}, loaded on {item.moment[:10]}, in {months}.")
    return said
