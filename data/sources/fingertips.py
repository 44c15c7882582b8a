"""Knows Fingertips' web download: one row an indicator, sex, age, area and period; deciles stand among the areas."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from dashboard.domain.periods import Period, run_of_months
from data.sources import figure_parcels
from data.sources.grids import Grid
from data.sources.long_tables import (
    PER,
    Key,
    Stated,
    Subject,
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

SOURCE = "fingertips"
NEEDED = frozenset({"indicatorid", "indicatorname", "areacode", "areaname", "timeperiod", "value"})
READ = NEEDED | {"areatype", "sex", "age", "categorytype", "category", "valuenote"}

PERCENTAGE = re.compile(r"%|\bper ?cent(?:age)?\b", re.IGNORECASE)
#: Financial years have a stroke; "2015 - 16" is two calendar years, as "2015 - 17" is three.
TWO_YEARS = re.compile(r"([0-9]{4}) [-\u2013] ([0-9]{2})")


def recognises(grid: Grid) -> bool:
    return find_table(grid, NEEDED) is not None


def read(grid: Grid) -> Iterator[dict[str, Any]]:
    """Yield the figures of areas; the rows of deprivation deciles are left out and said."""
    table = open_table(grid, NEEDED, READ)
    every = table.rows()
    rows = [row for row in every if not (table.words(row, "categorytype") or table.words(row, "category"))]
    found = gathered(table, rows, _key, "valuenote")
    remarks = _remarks(table, rows, left_out=len(every) - len(rows))
    yield parcel(SOURCE, table, remarks, contents(table, found, _declared(table, found)), national=True)


def _remarks(table: Table, rows: list[int], *, left_out: int) -> list[str]:
    grid, said = table.grid, []
    short = 0 if grid.sheet else sum(table.fits(row) and len(grid.rows[row]) < table.width for row in rows)
    if short:
        said.append(f"Rows with fewer values than the heading has names; the last ones are read as blank: {short:,}.")
    if left_out:
        said.append(f"Rows of deprivation deciles and other categories are no areas and are left out: {left_out:,}.")
    return said


def _key(table: Table, row: int) -> Key | str:
    """What a row is of (an id, sex and age), or the rule it breaks."""
    subject = tuple(table.words(row, name) for name in ("indicatorid", "sex", "age"))
    name, code, area = (table.words(row, name) for name in ("indicatorname", "areacode", "areaname"))
    level = table.words(row, "areatype")
    if not (subject[0] and name and code and area):
        return "code-blank"
    if not all(map(is_plain, (*subject, name, code, area, level))):
        return "words-unreadable"
    period = _period(table.words(row, "timeperiod"))
    if period is None:
        return "period-unreadable"
    table.areas.setdefault(code, figure_parcels.area(area, code, level))
    return Key(subject, code, period)


def _period(text: str) -> Period | None:
    two = TWO_YEARS.fullmatch(text)
    if two and (int(two[1]) + 1) % 100 == int(two[2]):
        return run_of_months(int(two[1]) * 12, 24)
    return period_of(text)


def _declared(table: Table, found: dict[Key, Stated]) -> dict[Subject, dict[str, str]]:
    """One indicator an id; where an id has several sexes or ages, or a name several ids, both say which."""
    names: dict[Subject, str] = {}
    for key, stated in found.items():
        names.setdefault(key.subject, table.words(stated.row, "indicatorname"))
    kinds = Counter(subject[0] for subject in subjects_of(found))
    owners = Counter(name for name, _ in {(name, subject[0]) for subject, name in names.items()})
    declared = {}
    for subject, name in names.items():
        number, *people = subject
        told = ", ".join(filter(None, people)) if kinds[number] > 1 else ""
        which = ", ".join(filter(None, (number if owners[name] > 1 else "", told)))
        said = {"code": f"{number} {told}".strip(), "name": f"{name} ({which})" if which else name}
        declared[subject] = said | _value_type(name)
    return declared


def _value_type(name: str) -> dict[str, str]:
    """What the indicator's name says of its quantity; most say nothing."""
    if PERCENTAGE.search(name):
        return {"value_type": "percentage"}
    if per := PER.search(name):
        return {"value_type": "rate", "multiplier": per[1].replace(",", "")}
    return {}
