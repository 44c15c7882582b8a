"""Knows a sheet of a workbook before it is written: one table with a title, every cell filled."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from dashboard.reports.columns.column import ColumnKind

MISSING = "[x]"  # a number that is not there; the column beside it says why
NOTHING = "[z]"  # nothing applies
LONGEST_NAME = 31
FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
TAKEN = "history"  # Excel keeps this name for itself


@dataclass(frozen=True, slots=True)
class SheetLink:
    """A cell that leads to another sheet."""

    sheet: str


SheetValue = str | int | float | Decimal | date | SheetLink  # a date is a day or a moment


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column of a sheet, and what it says."""

    heading: str
    words: str = ""
    kind: ColumnKind = ColumnKind.TEXT


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """One table. *source* is what the exports call it, where it is one of theirs."""

    name: str
    title: str
    words: str  # under the title: what it holds
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[SheetValue, ...], ...]
    source: str = ""


def named_apart(sheets: Iterable[Sheet], others: Iterable[str] = ()) -> tuple[Sheet, ...]:
    """The same with names that a workbook takes, each its own and none of the *others*, and headings of their own."""
    taken = set(map(str.casefold, others))
    found = []
    for sheet in sheets:
        name = _own(_allowed(sheet.name), taken, LONGEST_NAME)
        found.append(replace(sheet, name=name, columns=_headed(sheet.columns)))
    return tuple(found)


def _allowed(name: str) -> str:
    words = " ".join(FORBIDDEN.sub(" ", name).split()).lstrip("=+-@' ")
    if len(words) > LONGEST_NAME:
        words = words[: LONGEST_NAME + 1].rpartition(" ")[0] or words[:LONGEST_NAME]
    words = words.rstrip("' ") or "Sheet"
    return f"{words} sheet" if words.casefold() == TAKEN else words


def _headed(columns: Sequence[SheetColumn]) -> tuple[SheetColumn, ...]:
    taken: set[str] = set()
    return tuple(replace(item, heading=_own(item.heading or "Column", taken, 250)) for item in columns)


def _own(name: str, taken: set[str], most: int) -> str:
    """*name*, or with a number behind it where another is called so; noted as taken."""
    found, number = name[:most], 1
    while found.casefold() in taken:
        number += 1
        found = f"{name[: most - len(str(number)) - 1]} {number}"
    taken.add(found.casefold())
    return found
