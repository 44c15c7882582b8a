"""Knows which months of a force's street-level files look incomplete, by the force's own other months."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from dashboard.domain.periods.calendar import MONTHS_IN_YEAR
from dashboard.domain.street.sortings import SECOND, THIRD

WHOLE = 0  # the number of the crime type that stands for all of them
FEWEST_OTHERS = 3  # months to compare with; with fewer nothing is judged
FEWEST_INCIDENTS = 10  # usual in a month; under them half as many is chance
EXPECTED = 10  # of a type in a month: none at all is more than chance then
AROUND = 3  # months before and after, whose level a month may have too
LASTING = 3  # months in a row: a level that lasts so long may be no slip of one file
SETTLED = 7  # months in a row: so many files are not cut alike
#: From these months on police.uk sorts crime into other types; a type is only missed among months of one sorting.
SORTINGS = (SECOND, THIRD)

Counts = Mapping[int, Mapping[int, int]]  # month (year x 12 + month - 1) -> crime type -> incidents


@dataclass(frozen=True, slots=True, order=True)
class Doubt:
    """A month that looks incomplete: as a whole, or because a crime type is missing that every other month has."""

    month: int
    crime_type: int  # WHOLE, or the number of the type that is missing
    n: int  # incidents of the month
    usual: Decimal  # incidents of the whole month, or of the type, as its other months have them


def doubts(counts: Counts) -> tuple[Doubt, ...]:
    """Return every doubt about the months of one force.

    A month is in doubt as a whole when it has under half of its usual incidents: the median of the other years' same
    month and the months beside it (or else of all other months), or of the months around it if that is more. Three or
    more such months in a row are a lower level, not cut files, where it comes or goes by degrees. A month is in doubt
    for a crime type when it has none of it and every other month at a usual level, of the same sorting into types, has
    some, or ten or more are usual; one of a lower level only where ten or more were to be expected at that level.
    """
    totals = {month: sum(of_type.values()) for month, of_type in counts.items()}
    usual = {month: found for month in totals if (found := _usual(totals, month)) is not None}
    low = {month for month, level in usual.items() if totals[month] * 2 < level}
    cut = {month for month in low if not _lasts(totals, low, month)}
    doubted = [Doubt(month, WHOLE, totals[month], usual[month]) for month in cut]
    for month in set(counts) - cut:
        level = totals[month] / usual[month] if month in low else Decimal(1)
        doubted += (item for item in _missing(counts, low, month) if month not in low or item.usual * level >= EXPECTED)
    return tuple(sorted(doubted))


def _usual(totals: Mapping[int, int], month: int) -> Decimal | None:
    """The usual level at the time of year, or else of any month; None where it cannot be told."""
    others = [other for other in totals if other != month]
    season = [other for other in others if abs(other - month) > 1 and _months_apart(other, month) <= 1]
    around = [other for other in others if abs(other - month) <= AROUND]
    yearly = season if len(season) >= FEWEST_OTHERS else others
    chosen = [months for months in (yearly, around) if len(months) >= FEWEST_OTHERS]
    if not chosen:
        return None
    level = max(Decimal(median([totals[other] for other in months])) for months in chosen)
    return level if level >= FEWEST_INCIDENTS else None


def _months_apart(one: int, other: int) -> int:
    """How far two months lie apart in the round of the year."""
    apart = (one - other) % MONTHS_IN_YEAR
    return min(apart, MONTHS_IN_YEAR - apart)


def _lasts(totals: Mapping[int, int], low: set[int], month: int) -> bool:
    """Whether a *low* month belongs to a level that lasts, and does not fall far out of that too."""
    first = last = month
    while first - 1 in low:
        first -= 1
    while last + 1 in low:
        last += 1
    beside = [totals[other] for other in (month - 1, month + 1) if other in totals]
    is_slip = bool(beside) and totals[month] * 2 < min(beside)
    length = last - first + 1
    return length >= LASTING and not is_slip and (length >= SETTLED or _by_degrees(totals, first, last))


def _by_degrees(totals: Mapping[int, int], first: int, last: int) -> bool:
    """Whether the level of some months came or went without a jump from one month to the next."""
    ends = [(first, first - 1), (last, last + 1)]
    return any(totals[end] * 2 >= totals[beside] for end, beside in ends if beside in totals)


def _missing(counts: Counts, low: set[int], month: int) -> Iterator[Doubt]:
    """A doubt for each crime type that *month* lacks and other months of its sorting have, *low* ones aside."""
    others = [counts[other] for other in set(counts) - low - {month} if _sorting(other) == _sorting(month)]
    if len(others) < FEWEST_OTHERS:
        return
    for kind in sorted({kind for of_type in others for kind in of_type}):
        found = [of_type.get(kind, 0) for of_type in others]
        usual = Decimal(median(found))
        if not counts[month].get(kind) and (all(found) or usual >= EXPECTED):
            yield Doubt(month, kind, sum(counts[month].values()), usual)


def _sorting(month: int) -> int:
    return sum(month >= first for first in SORTINGS)
