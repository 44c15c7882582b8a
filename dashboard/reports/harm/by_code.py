"""Knows what 12 months weigh by offence code: exact, beside the 12 before, with what the table has no weight for."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.harm.severity import (
    Harm,
    HarmChange,
    HarmShare,
    NoHarm,
    WeighedCodes,
    Weightless,
    harm_change,
    of_codes,
    share_of,
    weighed_codes,
)
from dashboard.domain.harm.weights import Weight, WeightTable
from dashboard.domain.periods.period import Period
from dashboard.domain.values.numbers import show
from dashboard.domain.wording import plural
from dashboard.reports.harm.street_harm import SEVERITY, range_words, severity_cells
from dashboard.reports.report import Cell, Table

MOST_NAMED = 5
COLUMNS = (
    *("counted_by", "offence_code", "offence", "weight", "weight_cell", "period", "period_slug", "offences"),
    *("offences_before", "previous_period", *SEVERITY, "severity_before", "change_pct"),
)


@dataclass(frozen=True, slots=True)
class CodedYear:
    """Offences of 12 months by code or, where they have none, by their words; *before* those of the 12 before."""

    source: str  # who counted them, inside a sentence
    key: str  # the same for addresses and files
    period: Period
    counts: Mapping[str, int]
    names: Mapping[str, str]  # of a code
    before: Mapping[str, int] | None = None
    why_alone: str = ""  # why there is no *before*
    people: int | None = None
    place: str = ""
    cautions: tuple[str, ...] = ()
    is_rounded: bool = False  # its counts, for these eyes
    arrivals: tuple[tuple[int, str], ...] = ()  # number, 0 where none can be fetched, and name of the files counted


@dataclass(frozen=True, slots=True)
class CodeRow:
    """One offence code with its weight, count, the count before, and its part of the severity."""

    code: str
    name: str
    weight: Weight | None
    count: int
    before: int | None
    harm: Harm | Weightless
    share: HarmShare | Weightless


@dataclass(frozen=True, slots=True)
class CodedHarm:
    """The severity of a year by offence code."""

    table: WeightTable
    year: CodedYear
    weighed: WeighedCodes
    rows: tuple[CodeRow, ...]  # those that have a weight, the most harmful first, then the others
    change: HarmChange | None
    why_alone: str

    @property
    def per_thousand(self) -> Harm | None:
        found, people = self.weighed.harm, self.year.people
        return found.per_thousand(people) if isinstance(found, Harm) and people else None


def coded_harm(table: WeightTable, year: CodedYear) -> CodedHarm:
    """Return what *year* weighs, and how that differs from the year before in the offences that have a weight."""
    weighed, change, why = weighed_codes(year.counts, table), None, year.why_alone
    if year.before is not None:
        change = harm_change(weighed.counts, weighed_codes(year.before, table).counts, table)
        why = "" if change else "one of the two has no offence with a weight"
    rows = [_row(table, year, weighed, code) for code in (*weighed.counts, *weighed.left_out)]
    return CodedHarm(table, year, weighed, tuple(sorted(rows, key=_size, reverse=True)), change, why)


def _row(table: WeightTable, year: CodedYear, weighed: WeighedCodes, code: str) -> CodeRow:
    count, weight = year.counts[code], table.of_code(code)
    found = of_codes({code: count}, table) if weight else Weightless(NoHarm.NONE_AT_ALL, (code,))
    before = year.before.get(code, 0) if year.before is not None else None
    share = share_of(found, weighed.harm)
    return CodeRow(code, year.names.get(code, code), weight, count, before, found, share)


def _size(row: CodeRow) -> tuple[bool, Decimal, int]:
    """The most harmful first; what has no weight comes last."""
    weighs = isinstance(row.harm, Harm)
    return weighs, row.harm.value if isinstance(row.harm, Harm) else Decimal(0), row.count


def coded_words(found: CodedHarm) -> tuple[str, ...]:
    """The severity with its rate, how it moved, and what is left out of it."""
    year, weighed = found.year, found.weighed.harm
    if isinstance(weighed, Weightless):
        return (f"None of its offences has a weight in the table{_left_out(found)}.",)
    each = found.per_thousand
    people = f", {range_words(each)} per 1,000 people" if each else ""
    way = "rounded count by offence code" if year.is_rounded else "count by offence code, so exact"
    said = [f"{range_words(weighed)} in {year.period.label}{people}: weight × {way}."]
    said.append(_moved(found))
    if found.weighed.left_out:
        said.append(f"Left out for want of a weight: {_left_out(found).removeprefix(': ')}.")
    if not each:
        said.append("There is no rate: who lives in this area is not known.")
    return (*said, *year.cautions)


def coded_title(found: CodedHarm, where: str) -> str:
    """How it moved where chance does not explain that, else how much it is."""
    label, change = found.year.period.label, found.change
    if change is not None and change.real and change.percent is not None:
        verb = "rose" if change.percent > 0 else "fell"
        return f"Harm of crime {where} {verb} {show(abs(change.percent), 1, percent=True)} in {label}"
    if isinstance(found.weighed.harm, Weightless):
        return f"Harm of crime {where}"
    return f"Harm of crime {where}: {range_words(found.weighed.harm)} in {label}"


def _moved(found: CodedHarm) -> str:
    change = found.change
    if change is None:
        return f"No change over time: {found.why_alone}."
    before = found.year.period.previous().label
    percent = show(change.percent, 1, percent=True, signed=True) if change.percent is not None else ""
    if change.percent == 0:
        return f"{before} had as much."
    verdict = "more than chance explains" if change.real else "chance explains that much"
    return f"{before} had {range_words(change.before)}{f' ({percent})' if percent else ''}: {verdict}."


def _left_out(found: CodedHarm) -> str:
    """': 2 offences, 1,204 counted (ASB - Nuisance 1,200, …)'."""
    left = found.weighed.left_out
    named = [f"{found.year.names.get(code, code)} {count:,}" for code, count in list(left.items())[:MOST_NAMED]]
    more = ", …" if len(left) > MOST_NAMED else ""
    return (
        f": {plural(len(left), 'offence')}, {sum(left.values()):,} counted ({', '.join(named)}{more})" if left else ""
    )


def coded_table(every: tuple[CodedHarm, ...]) -> tuple[Table, ...]:
    """Every offence of every source in one table of a file; nothing without any."""
    rows = [_cells(found, row) for found in every for row in found.rows]
    return (Table.of("harm-offences", "Harm of 12 months by offence code", COLUMNS, rows),) if rows else ()


def _cells(found: CodedHarm, row: CodeRow) -> dict[str, Cell]:
    year = found.year
    before = of_codes({row.code: row.before}, found.table) if row.before is not None else None
    was = before.value if isinstance(before, Harm) and row.weight else None
    now = row.harm.value if isinstance(row.harm, Harm) else None
    return {
        "counted_by": year.key,
        "offence_code": row.code if row.weight or row.code != row.name else None,
        "offence": row.name,
        "weight": row.weight.value if row.weight else None,
        "weight_cell": row.weight.place if row.weight else None,
        "period": year.period.label,
        "period_slug": year.period.slug,
        "offences": row.count,
        "offences_before": row.before,
        "previous_period": year.period.previous().label if year.before is not None else None,
        **severity_cells(found.table, row.harm, row.share, year.people),
        "severity_before": was,
        "change_pct": (now - was) * 100 / was if now is not None and was else None,
    }
