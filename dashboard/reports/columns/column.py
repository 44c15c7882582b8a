"""Knows what is told of one column of an export."""

from dataclasses import dataclass
from enum import StrEnum


class ColumnKind(StrEnum):
    """What stands in a column; the names are those of the Data Package's types."""

    TEXT = "string"
    NUMBER = "number"
    WHOLE = "integer"
    YES_NO = "boolean"
    DAY = "date"
    MOMENT = "datetime"
    ANY = "any"  # numbers in some rows, words in others


NUMBERS = (ColumnKind.NUMBER, ColumnKind.WHOLE)


@dataclass(frozen=True, slots=True)
class ExportColumn:
    """One column: its heading, what it says in a sentence, what stands in it, and in which unit."""

    heading: str
    words: str
    kind: ColumnKind = ColumnKind.TEXT
    unit: str = ""


Columns = dict[str, ExportColumn]


def text(heading: str, words: str) -> ExportColumn:
    return ExportColumn(heading, words)


def number(heading: str, words: str, unit: str = "") -> ExportColumn:
    return ExportColumn(heading, words, ColumnKind.NUMBER, unit)


def whole(heading: str, words: str, unit: str = "") -> ExportColumn:
    return ExportColumn(heading, words, ColumnKind.WHOLE, unit)


def yes_no(heading: str, words: str) -> ExportColumn:
    return ExportColumn(heading, words, ColumnKind.YES_NO)


def day(heading: str, words: str) -> ExportColumn:
    return ExportColumn(heading, words, ColumnKind.DAY)


def mixed(heading: str, words: str) -> ExportColumn:
    return ExportColumn(heading, words, ColumnKind.ANY)


def moment(heading: str, words: str) -> ExportColumn:
    return ExportColumn(heading, words, ColumnKind.MOMENT)
