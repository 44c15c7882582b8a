"""Knows how one row of a published CSV becomes one row of a table."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.errors import UnreadableValue
from dashboard.domain.periods.period import PeriodKind, from_slug
from dashboard.domain.targets.status import Polarity
from dashboard.domain.targets.target import read_target
from dashboard.domain.values.printed import Marker, Reason, Value, ValueType, read_value
from dashboard.domain.values.said import read_said
from data.documents.cells import Cells
from data.documents.sheet import Row

Record = dict[str, object]

VALUE_TYPES = frozenset(ValueType)
CHANGES = frozenset({"change", "variance"})
READ_KINDS = frozenset({"count", "percentage", "change", "variance", "share", "rate"})


@dataclass(frozen=True, slots=True)
class DocumentNames:
    """What rows may refer to; gathered from the sheets before anything is read."""

    cells: Cells
    partnerships: frozenset[str]
    areas: frozenset[str]
    categories: frozenset[str]
    value_types: Mapping[str, ValueType]  # by indicator
    breaks: Mapping[str, tuple[tuple[str, ValueType], ...]]  # by indicator: from period on
    headings: Mapping[tuple[str, str], Mapping[str, str]]  # by table: the printed column that each field stands in

    def value_type(self, indicator: str, period: str) -> ValueType:
        """The value type in force for *indicator* in *period* (an empty period takes the first)."""
        found = self.value_types.get(indicator, ValueType.COUNT)
        for start, changed in self.breaks.get(indicator, ()):
            if period and from_slug(start).start <= from_slug(period).start:
                found = changed
        return found

    def heading(self, row: Row, name: str) -> str:
        """The printed column of *row*'s table that the field *name* stands in."""
        found = self.headings.get((row["document"], row["table"]), {}).get(name)
        if found is None:
            row.fault(f"{row['table']} prints no column for '{name}'.")
        return found or name


def copy(row: Row, *names: str) -> Record:
    return {name: row[name] for name in names}


def period(row: Row, name: str = "period", *, blank: bool = False) -> str:
    """The period slug in the field, checked."""
    if blank and not row[name]:
        return ""
    return row.read(name, lambda text: from_slug(text).slug, "")


def stored(value: Value | None) -> Record:
    """A value as its columns."""
    if value is None:
        return {
            "number": None,
            "value_reason": "",
            "marker": "",
            "value_notes": "",
            "remarks": "",
            "percent": "",
        }
    return {
        "number": value.number,
        "value_reason": value.reason or "",
        "marker": value.marker or "",
        "value_notes": "|".join(value.notes),
        "remarks": "|".join(value.remarks),
        "percent": "1" if value.percent else "",
    }


def value(row: Row, value_type: ValueType) -> Value:
    """The row's printed text as a value, with the row's own reason, marker and note mark laid over it."""
    fallback = Value(None, Reason.NOT_PRINTED)
    read = row.read("text", lambda text: read_value(text, value_type), fallback)
    reason = row.read("reason", Reason, None) if row["reason"] else read.reason
    if read.number is not None and row["reason"]:
        row.fault(f"gives the reason '{row['reason']}' although '{row['text']}' is a number.")
        reason = None
    marker = row.read("marker", Marker, None) if row["marker"] else read.marker
    notes = tuple(dict.fromkeys((*read.notes, *filter(None, [row["note"]]))))
    return Value(read.number, reason, marker, read.percent, notes, read.remarks, read.raw)


def partnership(row: Row, _known: DocumentNames) -> Record:
    return copy(row, "partnership", "name", "kind", "area", "place") | {
        "default_period": period(row, "default_period"),
        "order": row.order(),
    }


def document(row: Row, known: DocumentNames) -> Record:
    row.one_of("partnership", known.partnerships)
    return copy(row, "document", "partnership", "title", "edition", "covers")


def category(row: Row, known: DocumentNames) -> Record:
    row.one_of("parent", known.categories, blank=True)
    return copy(row, "category", "name", "parent") | {"order": row.order()}


def crime_type(row: Row, known: DocumentNames) -> Record:
    row.one_of("category", known.categories)
    return copy(row, "crime", "name", "category") | {"number": row.whole("number") or 0}


def area(row: Row, known: DocumentNames) -> Record:
    row.one_of("partnership", known.partnerships)
    row.one_of("parent", known.areas, blank=True)
    cell = known.cells.at(row, row["text"]) if row["document"] else None
    return copy(row, "area", "name", "level", "parent", "partnership") | {
        "order": row.order(),
        "population": row.whole("population"),
        "source_cell": cell,
    }


def lens(row: Row, known: DocumentNames) -> Record:
    row.one_of("category", known.categories)
    return copy(row, "partnership", "category", "wording") | {
        "order": row.order(),
        "source_cell": known.cells.at(row, row["text"]),
    }


def check_categories(row: Row, known: DocumentNames) -> None:
    for name in filter(None, row["categories"].split("|")):
        if name not in known.categories:
            row.fault(f"category '{name}' is not known.")


def priority(row: Row, known: DocumentNames) -> Record:
    check_categories(row, known)
    return copy(row, "partnership", "area", "body", "text", "objective", "categories") | {
        "order": row.order(),
        "source_cell": known.cells.at(row, row["text"]),
    }


def indicator(row: Row, known: DocumentNames) -> Record:
    row.one_of("category", known.categories)
    row.one_of("polarity", frozenset(Polarity))
    row.one_of("value_type", VALUE_TYPES)
    row.one_of("period_kind", frozenset(PeriodKind))
    row.one_of("part_of", frozenset(known.value_types), blank=True)
    names = ("indicator", "code", "name", "category", "polarity", "value_type", "unit", "period_kind")
    return copy(row, *names, "frequency", "definition", "part_of") | {
        "partnership": row["indicator"].split("/", 1)[0],
        "multiplier": row.whole("multiplier") or 1,
        "tolerance": row.read("tolerance", Decimal, Decimal(0)),
        "order": row.order(),
        "source_cell": known.cells.at(row, row["text"]),
    }


def series_break(row: Row, known: DocumentNames) -> Record:
    row.one_of("indicator", frozenset(known.value_types))
    return copy(row, "indicator", "kind", "value_type", "unit", "polarity", "reason") | {
        "period": period(row),
        "source_cell": known.cells.at(row, row["text"]),
    }


def _figure(row: Row, known: DocumentNames) -> Record:
    row.one_of("indicator", frozenset(known.value_types))
    row.one_of("area", known.areas)
    return copy(row, "indicator", "area") | {"source_cell": known.cells.at(row, row["text"])}


def observation(row: Row, known: DocumentNames) -> Record:
    when = period(row)
    read = value(row, known.value_type(row["indicator"], when))
    return _figure(row, known) | stored(read) | {"period": when, "covers_to": row.day("covers_to")}


def target(row: Row, known: DocumentNames) -> Record:
    when = period(row)
    value_type = known.value_type(row["indicator"], when)
    row.read("text", lambda text: read_target(text, value_type), None)
    return _figure(row, known) | {"period": when, "base_period": period(row, "base_period", blank=True)}


def baseline(row: Row, known: DocumentNames) -> Record:
    read = value(row, known.value_type(row["indicator"], ""))
    return _figure(row, known) | stored(read) | copy(row, "description")


def _in_words(row: Row) -> Value | None:
    """The number in running text; one that is written out ("a quarter") stays words."""
    value_type = ValueType.PERCENTAGE if "%" in row["text"] else ValueType.COUNT
    try:
        return read_said(row["text"], ValueType.CHANGE if row["kind"] in CHANGES else value_type)
    except UnreadableValue:
        return None


def printed_figure(row: Row, known: DocumentNames) -> Record:
    row.one_of("indicator", frozenset(known.value_types), blank=True)
    row.one_of("category", known.categories, blank=True)
    row.one_of("area", known.areas, blank=True)
    read = _in_words(row) if row["kind"] in READ_KINDS else None
    names = ("figure", "partnership", "indicator", "area", "category", "quantity", "kind", "compare")
    return (
        copy(row, *names)
        | stored(read)
        | {
            "period": period(row, blank=True),
            "sign": row.whole("sign") or 1,
            "source_cell": known.cells.at(row, row["text"]),
        }
    )
