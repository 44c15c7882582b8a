"""Knows how harmful street-level crime is by a table of weights: each type's estimate, its range and its share.

It is of the 12 months up to the newest of the view, and stands alone: an estimate is compared with no other time.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.domain.harm.severity import Harm, HarmShare, Weightless, of_types, shares
from dashboard.domain.harm.weights import WeightTable, newest
from dashboard.domain.periods.calendar import MONTHS_IN_YEAR
from dashboard.domain.periods.period import Period, run_of_months
from dashboard.domain.street.crime import CrimeType, Level, Place
from dashboard.questions.store import Store
from dashboard.questions.street import CountQuery
from dashboard.reports.report import Cell, Table
from dashboard.reports.street.grid import by_type
from dashboard.reports.street.place_context import StreetContext

COLUMNS = (
    *("crime_type", "crime_name", "period", "period_slug", "incidents", "severity", "severity_low", "severity_high"),
    *("severity_per_person", "harm_share_pct", "share_low_pct", "share_high_pct", "is_estimate", "why_none"),
    *("weights_year", "weights_source"),
)


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
    def per_person(self) -> Harm | None:
        """Of the total; None where it is not known, or how many live there."""
        if isinstance(self.total, Weightless) or not self.place.population:
            return None
        return self.total.per_person(self.place.population)


def street_harm(store: Store, context: StreetContext, last: int) -> StreetHarm | None:
    """Return the harm of the view's place in the 12 months to month *last*, or to the newest held before it.

    None without a table of weights, at a map point, and where a month of the 12 is not held.
    """
    table = newest(store.harm_weights())
    months = {item.month for item in context.held if item.month <= last}
    if table is None or not months or context.place.level in (Level.POINT, Level.COUNTRY):
        return None
    end = max(months)
    if not months >= set(range(end - MONTHS_IN_YEAR + 1, end + 1)):
        return None
    counts = _counts(store, context, end - MONTHS_IN_YEAR + 1, end)
    return _weighed(table, context, counts, run_of_months(end - MONTHS_IN_YEAR + 1, MONTHS_IN_YEAR))


def _counts(store: Store, context: StreetContext, first: int, last: int) -> dict[CrimeType, int]:
    numbers = tuple(item.number for item in context.types)
    asked = CountQuery((context.place.id,), numbers, first, last, MONTHS_IN_YEAR, by_type=True)
    found = by_type(store.counts(asked))
    return {item: sum(found[item.number].values()) for item in context.types if item.number in found}


def _weighed(table: WeightTable, context: StreetContext, counts: Mapping[CrimeType, int], period: Period) -> StreetHarm:
    found = {item: of_types({item.slug: count}, table) for item, count in counts.items()}
    parts = shares({item.slug: harm for item, harm in found.items()})
    rows = [HarmRow(item, counts[item], harm, parts[item.slug]) for item, harm in found.items()]
    total = of_types({item.slug: count for item, count in counts.items()}, table)
    return StreetHarm(table, period, context.place, tuple(sorted(rows, key=_size, reverse=True)), total)


def _size(row: HarmRow) -> tuple[bool, float, int]:
    """The most harmful first; what has no weight comes last."""
    return isinstance(row.harm, Harm), float(row.harm.value) if isinstance(row.harm, Harm) else 0.0, row.count


def harm_words(found: StreetHarm) -> tuple[str, ...]:
    """How much it is together, by whose weights, and how far it may be trusted."""
    said = []
    if isinstance(found.total, Harm):
        each = found.per_person
        a_person = f", {range_words(each, 1)} a resident" if each else ""
        said.append(f"Together {range_words(found.total)}{a_person}.")
    else:
        said.append(f"Together it has no number: {why_words(found.total)}.")
    said.append(f"Weights: {found.table.name}.")
    if any(isinstance(row.harm, Harm) and row.harm.is_estimate for row in found.rows):
        said.append(
            "Most types of police.uk mix offences, so what they weigh is an estimate with its range, compared with"
            " no other time."
        )
    return tuple(said)


def range_words(harm: Harm, places: int = 0) -> str:
    """'10,000 (8,000 to 12,000)'; a number alone where no range is known."""
    value, low, high = (f"{number:,.{places}f}" for number in (harm.value, harm.low, harm.high))
    said = f"about {value}" if harm.is_estimate else value
    return said if low == high else f"{said} ({low} to {high})"


def share_words(share: HarmShare | Weightless) -> str:
    """'24% (20% to 28%)'."""
    if isinstance(share, Weightless):
        return "–"
    value, low, high = (f"{number:.0f}%" for number in (share.value, share.low, share.high))
    return value if low == high else f"{value} ({low} to {high})"


def why_words(found: Weightless) -> str:
    """Why there is no severity; which crime types lack a weight."""
    lacking = f" ({', '.join(item.replace('-', ' ') for item in found.lacking)})" if found.lacking else ""
    return f"{found.reason}{lacking}"


def harm_table(found: StreetHarm | None) -> tuple[Table, ...]:
    """The table of a file; nothing without weights."""
    if found is None:
        return ()
    rows = [_row(found, row.crime.slug, row.crime.name, row) for row in found.rows]
    return (Table.of("harm", "Harm of 12 months by crime type", COLUMNS, rows),)


def _row(found: StreetHarm, slug: str, name: str, row: HarmRow) -> dict[str, Cell]:
    cells: dict[str, Cell] = dict.fromkeys(COLUMNS)
    cells |= {"crime_type": slug, "crime_name": name, "period": found.period.label, "period_slug": found.period.slug}
    cells |= {"incidents": row.count, "weights_year": found.table.year, "weights_source": found.table.source}
    if isinstance(row.harm, Weightless):
        return cells | {"why_none": why_words(row.harm)}
    people = found.place.population
    cells |= {"severity": row.harm.value, "severity_low": row.harm.low, "severity_high": row.harm.high}
    cells |= {"severity_per_person": row.harm.per_person(people).value if people else None}
    if isinstance(row.share, HarmShare):
        share = row.share
        cells |= {"harm_share_pct": share.value, "share_low_pct": share.low, "share_high_pct": share.high}
    return cells | {"is_estimate": row.harm.is_estimate}
