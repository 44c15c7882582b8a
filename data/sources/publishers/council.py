"""Knows long tables of figures as councils publish them: one row a value, with its indicator, area and period."""

import re
from collections import defaultdict
from collections.abc import Iterator

from dashboard.domain.periods.period import Period, run_of_months
from data.parcels import FigureTable
from data.sources.containers.grids import Grid
from data.sources.publishers.long_tables import (
    FEW_AREAS,
    PER,
    Stated,
    Subject,
    SubjectKey,
    Table,
    contents,
    find_table,
    gathered,
    open_table,
    parcel,
    period_of,
    subjects_of,
)
from data.sources.words import is_plain

SOURCE = "council"
NEEDED = frozenset({"areacode", "areaname", "period", "value", "indicator", "measure"})
READ = NEEDED | {"unit", "group", "note"}

TOTAL = re.compile(r"(?:total|all|overall)(?: (?:recorded )?(?:crimes?|offences?|incidents?))?", re.IGNORECASE)
MONTHS = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2]) (?:to|-|\u2013) ([0-9]{4})-(0[1-9]|1[0-2])")
MEASURES = {
    "percentage": ("percentage", ""),
    "percent": ("percentage", ""),
    "per cent": ("percentage", ""),
    "%": ("percentage", ""),
    "count": ("count", ""),
    "number": ("count", ""),
    "score": ("rate", "1"),
    "rate": ("rate", ""),
}


def recognises(grid: Grid) -> bool:
    return find_table(grid, NEEDED) is not None


def read(grid: Grid) -> Iterator[FigureTable]:
    """Yield the figures; an indicator of several groups or measures is one indicator for each."""
    table = open_table(grid, NEEDED, READ)
    table.least = table.width  # a blank group would be the total
    found = gathered(table, table.rows(), _key, "note")
    measures = defaultdict(set)
    for key in found:
        measures[key.subject[0]].add(key.subject)
    declared = {subject: _declared(subject, several=len(measures[subject[0]]) > 1) for subject in subjects_of(found)}
    remarks = [*_spans(table, found), *table.left_out()]
    national = len(table.areas) > FEW_AREAS
    yield parcel(SOURCE, table, remarks, contents(table, found, declared), national=national)


def _key(table: Table, row: int) -> SubjectKey | str:
    """What a row is of, or the rule it breaks."""
    indicator, group = table.words(row, "indicator"), table.words(row, "group")
    code, area = table.words(row, "areacode"), table.words(row, "areaname")
    name = f"{indicator}: {group}" if group and not TOTAL.fullmatch(group) else indicator
    subject = (name, table.words(row, "measure"), table.words(row, "unit"))
    if not (indicator and area):
        return "code-blank"
    if not all(map(is_plain, (*subject, code, area))):
        return "words-unreadable"
    period = _period(table.words(row, "period"))
    if period is None:
        return "period-unreadable"
    return SubjectKey(subject, table.area(code, area), period)


def _period(text: str) -> Period | None:
    """Also “2017-10 to 2018-11”; two financial years (“2010-11 to 2011-12”) are not told from months."""
    if run := MONTHS.fullmatch(text):
        first, last = int(run[1]) * 12 + int(run[2]) - 1, int(run[3]) * 12 + int(run[4]) - 1
        are_years = all((int(run[at]) + 1) % 100 == int(run[at + 1]) for at in (1, 3))
        return None if are_years or last < first else run_of_months(first, last - first + 1)
    return period_of(text)


def _declared(subject: Subject, *, several: bool) -> dict[str, str]:
    name, measure, unit = subject
    per = PER.search(measure)
    kind, multiplier = ("rate", per[1].replace(",", "")) if per else MEASURES.get(measure.casefold(), ("", ""))
    told = ", ".join(filter(None, (measure, unit)))
    said = {"value_type": kind, "multiplier": multiplier, "unit": unit}
    return {"name": f"{name} ({told})" if several and told else name} | said


def _spans(table: Table, found: dict[SubjectKey, Stated]) -> list[str]:
    """How periods that name their months were read."""
    spans = {table.words(stated.row, "period"): key.period for key, stated in found.items()}
    read = ((text, period) for text, period in spans.items() if MONTHS.fullmatch(text))
    return [f"“{text}” is read as {period.months} months: {period.label}." for text, period in read]
