"""Knows how the rows of a partnership's own figure become an actual or a target, with the cell it was read from."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from sqlalchemy import Column, Engine, select

from dashboard.domain.commentary import Commentary
from dashboard.domain.documents import document_of_file
from dashboard.domain.doors import FigureDoor, FileDoor
from dashboard.domain.periods.period import from_slug
from dashboard.domain.records import Indicator, Observation, SourceCell, Target
from dashboard.domain.targets.target import base_period_of
from dashboard.domain.values.printed import Marker, Reason, Value
from data.documents import rows as rows_of
from data.names import slug
from data.quick_records import maker
from data.schema import Fields
from data.tables import own as tables


def cell_of(row: Fields) -> SourceCell:
    """Where an indicator was read: its file, the sheet and the cell; its target fetches the file."""
    place, door = row["cell"] or row["sheet"], FileDoor(row["arrival"])
    return SourceCell(0, document_of_file(row["arrival"]), row["file"], row["sheet"], place, row["name"], door)


Key = tuple[str, str, str]  # indicator, area, period
_observation, _target, _number = maker(Observation), maker(Target), maker(Value)
_cell, _door = maker(SourceCell), maker(FigureDoor)


class FigureRow(NamedTuple):
    """A row of the table of figures, as far as pages need it: they read thousands, so a row has no dictionary."""

    id: int
    arrival: int
    release: int
    gone: int
    indicator: str
    area: str
    period: str
    text: str
    covers_to: str
    number: Decimal | None
    value_reason: str
    marker: str
    value_notes: str
    remarks: str
    percent: str
    numerator: Decimal | None
    denominator: Decimal | None
    low: Decimal | None
    high: Decimal | None
    event_days: str
    file: str
    sheet: str
    cell: str


def read_columns() -> tuple[Column[Any], ...]:
    """The columns of a FigureRow, in its order."""
    return tuple(tables.figure.c[name] for name in FigureRow._fields)


def _place(row: FigureRow) -> SourceCell:
    """The cell that a figure was read from."""
    document, door = document_of_file(row.arrival), _door(row.id)
    return _cell(0, document, row.file, row.sheet, row.cell or row.sheet, row.text, door, False)


def observation(rows: Sequence[FigureRow], before: Observation | None) -> Observation:
    row = rows[-1]
    value = _value(row)
    if (len(rows) > 1 or before is not None) and _is_revised(value, rows, before):
        value = replace(value, marker=Marker.REVISED)
    covers_to = date.fromisoformat(row.covers_to) if row.covers_to else None
    named = (row.indicator, row.area, from_slug(row.period), value, (_place(row),), covers_to)
    days = _days_of(row) if row.event_days else ()
    return _observation(*named, "", None, row.numerator, row.denominator, row.low, row.high, days)


def _days_of(row: FigureRow) -> tuple[date, ...]:
    """The days of the events of a month, in order."""
    first = from_slug(row.period).start
    return tuple(first.replace(day=int(day)) for day in row.event_days.split(","))


def _value(row: FigureRow) -> Value:
    reason = Reason(row.value_reason) if row.value_reason else None
    marker = Marker(row.marker) if row.marker else None
    notes, remarks = rows_of.listed(row.value_notes), rows_of.listed(row.remarks)
    return _number(row.number, reason, marker, bool(row.percent), notes, remarks, row.text, "")


def _is_revised(value: Value, rows: Sequence[FigureRow], before: Observation | None) -> bool:
    """Whether a number without a marker was another one before, in an earlier row or in a document."""
    if value.number is None or value.marker is not None:
        return False
    earlier = [item.number for item in rows[:-1]]
    earlier += [before.value.number] if before is not None else []
    return any(number is not None and number != value.number for number in earlier)


def target(row: FigureRow, indicator: Indicator) -> Target:
    period = from_slug(row.period)
    rule = rows_of.kept_rule(row.text, indicator.at(period))
    return _target(row.indicator, row.area, period, rule, base_period_of(rule.base_words, period), _place(row))


def signatures(engine: Engine, releases: Collection[int]) -> dict[int, tuple[str, str]]:
    """By whom and when each release was published."""
    item = tables.release.c
    query = select(item.id, item.who, item.moment).where(item.id.in_(sorted(releases)))
    with engine.connect() as connection:
        return {number: (who, moment) for number, who, moment in connection.execute(query)}


def commentary(row: FigureRow, author: str, moment: str) -> Commentary:
    period, text = from_slug(row.period), "" if row.gone else row.text
    return Commentary(row.indicator, row.area, period, text, author, moment, _place(row))


def aliases(rows: Sequence[Fields]) -> dict[str, str]:
    """The names of *rows* of indicators, the oldest first, as keys; each leads to the indicator that it means now."""
    last = {row["indicator"]: row for row in rows}
    found: dict[str, str] = {}
    for row in rows:
        lead = last[row["indicator"]]
        seen = {lead["indicator"]}
        while lead["gone"] and lead["merged_into"] not in ("", *seen):
            seen.add(lead["merged_into"])
            lead = last.get(lead["merged_into"]) or {"indicator": lead["merged_into"], "gone": 0}
        if not lead["gone"]:
            keys = (slug(row["name"]), slug(row["indicator"].rsplit("/", 1)[-1]))
            found |= {key: str(lead["indicator"]) for key in keys if key}
    return found
