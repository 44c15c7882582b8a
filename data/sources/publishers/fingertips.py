"""Knows Fingertips' web download: one row an indicator, sex, age, area and period; deciles stand among the areas."""

import re
from collections import Counter
from collections.abc import Iterator

from dashboard.domain.periods.period import Period, run_of_months
from data.parcels import FigureTable
from data.sources.containers.grids import Grid
from data.sources.figures.counts import number_of, without_missing
from data.sources.publishers.long_tables import (
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

SOURCE = "fingertips"
NEEDED = frozenset({"indicatorid", "indicatorname", "areacode", "areaname", "timeperiod", "value"})
READ = NEEDED | {"areatype", "parentname", "sex", "age", "categorytype", "category", "valuenote"}

PERCENTAGE = re.compile(r"%|\bper ?cent(?:age)?\b", re.IGNORECASE)
#: Financial years have a stroke; "2015 - 16" is two calendar years, as "2015 - 17" is three.
TWO_YEARS = re.compile(r"([0-9]{4}) [-\u2013] ([0-9]{2})")
#: The number of an indicator in its framework: the same one goes with it and without.
FRAMEWORK = re.compile(r"(?:[A-Z][0-9]{1,2}|[0-9]\.[0-9]{1,2})[a-z]{0,4}(?:\([a-z]+\))? - (?P<name>\S.*)")
#: Of everybody; an indicator of anybody else says of whom.
EVERYBODY = frozenset({("persons", "all ages")})
NOBODY = frozenset({"", "not applicable", "unknown"})


def recognises(grid: Grid) -> bool:
    return find_table(grid, NEEDED) is not None


def read(grid: Grid) -> Iterator[FigureTable]:
    """Yield the figures of areas; the rows of deprivation deciles are left out and said."""
    table = open_table(grid, NEEDED, READ)
    every = table.rows()
    rows = [row for row in every if not (_said(table, row, "categorytype") or _said(table, row, "category"))]
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


def _said(table: Table, row: int, name: str) -> str:
    return without_missing(table.words(row, name))


def _key(table: Table, row: int) -> SubjectKey | str:
    """What a row is of (an id, and of whom), or the rule it breaks."""
    number, sex, age = (_said(table, row, name) for name in ("indicatorid", "sex", "age"))
    name, code, area = (table.words(row, name) for name in ("indicatorname", "areacode", "areaname"))
    level, parent = _said(table, row, "areatype"), _said(table, row, "parentname")
    if not (number and name and code and area):
        return "code-blank"
    if not all(map(is_plain, (number, sex, age, name, code, area, level, parent))):
        return "words-unreadable"
    period = _period(table.words(row, "timeperiod"))
    if period is None:
        return "period-unreadable"
    return SubjectKey((number, _people(sex, age)), table.area(code, area, level=level, within=parent), period)


def _people(sex: str, age: str) -> str:
    """Of whom an indicator is; nothing for everybody."""
    known = [words for words in (sex, age) if words.casefold() not in NOBODY]
    pair = (sex.casefold() if sex in known else "persons", age.casefold() if age in known else "all ages")
    return "" if pair in EVERYBODY else ", ".join(known)


def _period(text: str) -> Period | None:
    two = TWO_YEARS.fullmatch(text)
    if two and (int(two[1]) + 1) % 100 == int(two[2]):
        return run_of_months(int(two[1]) * 12, 24)
    return period_of(text)


def _declared(table: Table, found: dict[SubjectKey, Stated]) -> dict[Subject, dict[str, str]]:
    """One indicator an id and sex and age, which its name and code say; a name of several ids says the id too."""
    names: dict[str, str] = {}
    for key, stated in found.items():
        names.setdefault(key.subject[0], _name(table.words(stated.row, "indicatorname")))
    owners = Counter(name for name in names.values())
    declared: dict[Subject, dict[str, str]] = {}
    broken = _with_fractions(found)
    for number, people in subjects_of(found):
        name = names[number]
        which = ", ".join(filter(None, (number if owners[name] > 1 else "", people)))
        said = {"code": f"{number} {people}".strip(), "name": f"{name} ({which})" if which else name}
        beside = {"value_type": "rate"} if number in {of[0] for of in broken} and (number, people) not in broken else {}
        declared[number, people] = said | (_value_type(name) or beside)
    return declared


def _with_fractions(found: dict[SubjectKey, Stated]) -> set[Subject]:
    """The subjects that hold a fraction; whole numbers of another sex or age of the same id are no counts either."""
    numbers = ((key.subject, number_of(stated.text)) for key, stated in found.items())
    return {subject for subject, number in numbers if number is not None and number != number.to_integral_value()}


def _name(words: str) -> str:
    numbered = FRAMEWORK.fullmatch(words)
    return numbered["name"] if numbered else words


def _value_type(name: str) -> dict[str, str]:
    """What the indicator's name says of its quantity; most say nothing."""
    if PERCENTAGE.search(name):
        return {"value_type": "percentage"}
    if per := PER.search(name):
        return {"value_type": "rate", "multiplier": per[1].replace(",", "")}
    return {}
