"""Knows how harmful street-level crime is by a table of weights: each type's estimate, its range and its share.

It is of the 12 months up to the newest of the view, and stands alone: an estimate is compared with no other time.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.harm.severity import Harm, HarmShare, NoHarm, Weightless, of_types, shares
from dashboard.domain.harm.weights import NEVER_WEIGHED, WeightTable
from dashboard.domain.periods.calendar import MONTHS_IN_YEAR, first_month
from dashboard.domain.periods.period import Period, run_of_months
from dashboard.domain.street.crime import CrimeType, Level, Place
from dashboard.questions.store import Store
from dashboard.questions.street import CountQuery
from dashboard.reports.harm.loaded_weights import weights_for
from dashboard.reports.report import Cell, Table
from dashboard.reports.street.place_context import StreetContext

SEVERITY = (
    *("severity", "severity_low", "severity_high", "severity_per_1000", "harm_share_pct"),
    *("share_low_pct", "share_high_pct", "is_estimate", "why_none", "weights_year", "weights_source"),
)
MOST_LACKING = 3  # types that are named
COLUMNS = ("crime_type", "crime_name", "period", "period_slug", "incidents", *SEVERITY)
AREA_COLUMNS = ("area_code", "area", "level", "people", "period", "period_slug", "incidents", *SEVERITY)
NOT_IN_SUM = "Anti-social behaviour has no weight and is in no sum."
ESTIMATE = "Most types of police.uk mix offences, so what they weigh is an estimate with its range."


@dataclass(frozen=True, slots=True)
class HarmRow:
    """One crime type: what was counted, what it weighs or why it has no weight, and its share of all harm."""

    crime: CrimeType
    count: int
    harm: Harm | Weightless
    share: HarmShare | Weightless


@dataclass(frozen=True, slots=True)
class StreetHarm:
    """A place's harm in 12 months; *total* is of every type in the view."""

    table: WeightTable
    period: Period
    place: Place
    rows: tuple[HarmRow, ...]
    total: Harm | Weightless

    @property
    def per_thousand(self) -> Harm | None:
        """Of the total; None where it is not known, or how many live there."""
        return per_thousand(self.total, self.place)


@dataclass(frozen=True, slots=True)
class HarmPlace:
    """A place one step in: what was counted in the same 12 months, what it weighs, its share of all of them."""

    place: Place
    count: int
    harm: Harm | Weightless
    share: HarmShare | Weightless


def per_thousand(found: Harm | Weightless, place: Place) -> Harm | None:
    """What a severity is for 1,000 residents; None where either is not known."""
    if isinstance(found, Weightless) or not place.population:
        return None
    return found.per_thousand(place.population)


def street_harm(store: Store, partnership: str, context: StreetContext, last: int) -> StreetHarm | None:
    """Return the harm of the view's place in the 12 months to month *last*, or to the newest held before it.

    None without a table of weights, at a map point, and where a month of the 12 is not held.
    """
    table = weights_for(store, partnership)
    end = last_of_year(context, last)
    if table is None or end is None or context.place.level in (Level.POINT, Level.COUNTRY):
        return None
    counts = _counts(store, context, (context.place,), end).get(context.place.id, {})
    return _weighed(table, context, counts, run_of_months(end - MONTHS_IN_YEAR + 1, MONTHS_IN_YEAR))


def last_of_year(context: StreetContext, last: int) -> int | None:
    """The newest month held up to *last*; None where it or one of the eleven before it is not held."""
    months = {item.month for item in context.held if item.month <= last}
    end = max(months, default=None)
    return end if end is not None and months >= set(range(end - MONTHS_IN_YEAR + 1, end + 1)) else None


def harm_places(
    store: Store, context: StreetContext, found: StreetHarm, inner: tuple[Place, ...]
) -> tuple[HarmPlace, ...]:
    """Return what the *inner* places weigh in the same 12 months, by the estimate for 1,000 residents."""
    counts = _counts(store, context, inner, first_month(found.period) + MONTHS_IN_YEAR - 1)
    slugs = {item.number: item.slug for item in context.types}
    held = {item.id: {slugs[number]: n for number, n in counts.get(item.id, {}).items()} for item in inner}
    weighed = {item.key: of_types(held[item.id], found.table) for item in inner}
    parts = shares(weighed)
    rows = [HarmPlace(item, sum(held[item.id].values()), weighed[item.key], parts[item.key]) for item in inner]
    return tuple(sorted((row for row in rows if row.count), key=_rate_of, reverse=True))


def _rate_of(row: HarmPlace) -> tuple[bool, float, int]:
    each = per_thousand(row.harm, row.place)
    return each is not None, float(each.value) if each else 0.0, row.count


Counted = Mapping[int, Mapping[int, int]]  # by place and crime type


def _counts(store: Store, context: StreetContext, places: tuple[Place, ...], last: int) -> Counted:
    numbers = tuple(item.number for item in context.types)
    first = last - MONTHS_IN_YEAR + 1
    asked = CountQuery(tuple(item.id for item in places), numbers, first, last, MONTHS_IN_YEAR, by_type=True)
    found: dict[int, dict[int, int]] = defaultdict(dict)
    for item in store.counts(asked):
        found[item.place][item.crime_type] = found[item.place].get(item.crime_type, 0) + item.n
    return found


def _weighed(table: WeightTable, context: StreetContext, held: Mapping[int, int], period: Period) -> StreetHarm:
    counts = {item: held[item.number] for item in context.types if item.number in held}
    found = {item: of_types({item.slug: count}, table) for item, count in counts.items()}
    parts = shares({item.slug: harm for item, harm in found.items()})
    rows = [HarmRow(item, counts[item], harm, parts[item.slug]) for item, harm in found.items()]
    total = of_types({item.slug: count for item, count in counts.items()}, table)
    return StreetHarm(table, period, context.place, tuple(sorted(rows, key=_size, reverse=True)), total)


def _size(row: HarmRow) -> tuple[bool, float, int]:
    """The most harmful first; what has no weight comes last."""
    return isinstance(row.harm, Harm), float(row.harm.value) if isinstance(row.harm, Harm) else 0.0, row.count


def harm_words(found: StreetHarm) -> tuple[str, ...]:
    """How much it is together, and how far it may be trusted."""
    said = []
    if isinstance(found.total, Harm):
        each = found.per_thousand
        people = f", {range_words(each)} per 1,000 people" if each else ""
        said.append(f"Together {range_words(found.total)}{people}.")
    else:
        said.append(f"Together it has no number: {why_words(found.total)}.")
    if len(found.rows) > 1 and any(row.crime.slug in NEVER_WEIGHED for row in found.rows):
        said.append(NOT_IN_SUM)
    if any(isinstance(row.harm, Harm) and row.harm.is_estimate for row in found.rows):
        said.append(ESTIMATE)
    return tuple(said)


def range_words(harm: Harm) -> str:
    """'10,000 (8,000 to 12,000)'; a number alone where no range is known."""
    low, high = (f"{number:,.0f}" for number in (harm.low, harm.high))
    return value_words(harm) if low == high else f"{value_words(harm)} ({low} to {high})"


def value_words(harm: Harm) -> str:
    """'about 10,000'; without its range for a title alone."""
    return f"about {harm.value:,.0f}" if harm.is_estimate else f"{harm.value:,.0f}"


def share_words(share: HarmShare | Weightless) -> str:
    """'24% (20% to 28%)'."""
    if isinstance(share, Weightless):
        return "–"
    value, low, high = (_percent(number) for number in (share.value, share.low, share.high))
    return value if low == high else f"{value} ({low} to {high})"


def _percent(number: Decimal) -> str:
    """Whole percent; what is less than one with one decimal."""
    return f"{number:.1f}%" if 0 < number < 1 else f"{number:.0f}%"


def why_words(found: Weightless) -> str:
    """Why there is no severity; which crime types lack a weight, or how many where they are not few."""
    if found.reason is not NoHarm.NO_WEIGHT:
        return str(found.reason)
    names = ", ".join(item.replace("-", " ") for item in found.lacking)
    return f"{found.reason} ({names if len(found.lacking) <= MOST_LACKING else f'{len(found.lacking)} types'})"


def share_heading(found: StreetHarm) -> str:
    """What shares are of: where some types have no weight, not of all harm."""
    return "Share of all harm" if isinstance(found.total, Harm) else "Share of what has a weight"


def harm_table(found: StreetHarm | None) -> tuple[Table, ...]:
    """The table of a file; nothing without weights."""
    if found is None:
        return ()
    rows = [
        {"crime_type": row.crime.slug, "crime_name": row.crime.name, **_period_cells(found, row.count)}
        | severity_cells(found.table, row.harm, row.share, found.place.population)
        for row in found.rows
    ]
    return (Table.of("harm", "Harm of 12 months by crime type", COLUMNS, rows),)


def area_table(found: StreetHarm, places: tuple[HarmPlace, ...]) -> Table:
    """The same of the places one step in."""
    rows = [
        {"area_code": row.place.code, "area": row.place.name, "level": row.place.level, "people": row.place.population}
        | _period_cells(found, row.count)
        | severity_cells(found.table, row.harm, row.share, row.place.population)
        for row in places
    ]
    return Table.of("harm-areas", "Harm of 12 months by area", AREA_COLUMNS, rows)


def _period_cells(found: StreetHarm, count: int) -> dict[str, Cell]:
    return {"period": found.period.label, "period_slug": found.period.slug, "incidents": count}


def severity_cells(
    table: WeightTable, harm: Harm | Weightless, share: HarmShare | Weightless, people: int | None
) -> dict[str, Cell]:
    """What a file says of a severity: number, range, share and whose weights, or why there is none."""
    cells: dict[str, Cell] = dict.fromkeys(SEVERITY)
    cells |= {"weights_year": table.year, "weights_source": table.source}
    if isinstance(harm, Weightless):
        return cells | {"why_none": why_words(harm)}
    cells |= {"severity": harm.value, "severity_low": harm.low, "severity_high": harm.high}
    cells |= {"severity_per_1000": harm.per_thousand(people).value if people else None}
    if isinstance(share, HarmShare):
        cells |= {"harm_share_pct": share.value, "share_low_pct": share.low, "share_high_pct": share.high}
    return cells | {"is_estimate": harm.is_estimate}
