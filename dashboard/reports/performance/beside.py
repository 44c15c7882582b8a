"""Knows the figures of a view's period beside those of the period that its address names to compare with."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.domain.filters import Filters
from dashboard.domain.periods.period import Period
from dashboard.domain.records import Area, Indicator, Observation
from dashboard.domain.statistics.many import among_many
from dashboard.domain.targets.status import Difference, chance_of_change, change
from dashboard.domain.values.printed import Reason, Value
from dashboard.reports.indicators.ledger import Ledger
from dashboard.reports.indicators.runs import run_of
from dashboard.reports.report import Cell, Table, reason_text

COLUMNS = (
    *("indicator", "area", "period", "value", "value_reason", "previous_period", "previous_value"),
    *("previous_value_reason", "change_pct", "change_absolute", "change_points", "change_reason", "change_real"),
)
NONE = Value(None, Reason.NOT_AVAILABLE)


@dataclass(frozen=True, slots=True)
class AreaBeside:
    """One area in both periods; *real* is None where the change is not tested."""

    area: Area
    now: Observation | None
    before: Observation | None
    change: Difference
    real: bool | None

    @property
    def is_known(self) -> bool:
        return any(item is not None and item.value.number is not None for item in (self.now, self.before))


@dataclass(frozen=True, slots=True)
class PeriodsBeside:
    """An indicator in *period* and in *against*: the view's area first, its parts judged among each other."""

    indicator: Indicator
    period: Period
    against: Period
    rows: tuple[AreaBeside, ...]  # none where the two are not as long as each other, or nothing is known of them

    @property
    def is_as_long(self) -> bool:
        return self.period.months == self.against.months


def beside_of(ledger: Ledger, indicator: Indicator, filters: Filters, *, parts: bool) -> PeriodsBeside | None:
    """Return the two periods of a view side by side, with the *parts* of its area if wished; None without another."""
    if not isinstance(filters.against, Period):
        return None
    period = filters.span or filters.period
    found = PeriodsBeside(indicator, period, filters.against, ())
    if not found.is_as_long:
        return found
    area = ledger.area(filters.area_slug)
    rows = [_row(ledger, found, area)]
    if parts:
        rows += _among_each_other([_row(ledger, found, item) for item in ledger.children(area.slug)])
    return replace(found, rows=tuple(row for row in rows if row.is_known))


def _row(ledger: Ledger, pair: PeriodsBeside, area: Area) -> AreaBeside:
    now, before = (_figure(ledger, pair.indicator, area.slug, period) for period in (pair.period, pair.against))
    kind = pair.indicator.at(pair.period).value_type
    actual, earlier = (item.value if item else NONE for item in (now, before))
    difference = change(actual, earlier, kind, reason=_why_not(pair, now, before))
    _, real = (None, None) if difference.reason else chance_of_change(actual.number, earlier.number, kind)
    return AreaBeside(area, now, before, difference, real)


def _figure(ledger: Ledger, indicator: Indicator, area: str, period: Period) -> Observation | None:
    """What is published of *period*, or what its months or quarters come to."""
    return ledger.actual(indicator, area, period) or run_of(ledger, indicator, area, period)


def _why_not(pair: PeriodsBeside, now: Observation | None, before: Observation | None) -> Reason | None:
    if any(item is not None and item.is_part for item in (now, before)):
        return Reason.PART_YEAR
    first, last = sorted((pair.period, pair.against))
    broken = now is not None and before is not None and pair.indicator.broken_between(first, last)
    return Reason.NOT_COMPARABLE if broken else None


def _among_each_other(rows: Sequence[AreaBeside]) -> list[AreaBeside]:
    """*rows* with what is real among all of them, as on the charts of localities."""
    tested = among_many([_counts(row) for row in rows])
    return [replace(row, real=item.real if item else None) for row, item in zip(rows, tested, strict=True)]


def _counts(row: AreaBeside) -> tuple[int, int] | None:
    if row.real is None or row.now is None or row.before is None:
        return None
    now, before = row.now.value.number, row.before.value.number
    return None if now is None or before is None else (int(now), int(before))


def beside_table(found: PeriodsBeside | None) -> Table:
    """The two periods as rows of a file: none where the address names no other period."""
    rows = [_file_row(found, row) for row in found.rows] if found else []
    return Table.of("beside", "Beside the other period", COLUMNS, rows)


def _file_row(found: PeriodsBeside, row: AreaBeside) -> dict[str, Cell]:
    now, before = (item.value if item else NONE for item in (row.now, row.before))
    return {
        "indicator": found.indicator.name,
        "area": row.area.name,
        "period": found.period.label,
        "value": now.number,
        "value_reason": reason_text(now.reason),
        "previous_period": found.against.label,
        "previous_value": before.number,
        "previous_value_reason": reason_text(before.reason),
        "change_pct": row.change.percent,
        "change_absolute": row.change.absolute,
        "change_points": row.change.points,
        "change_reason": reason_text(row.change.reason),
        "change_real": row.real,
    }
