"""Knows the rows of a partnership's own plan as they are kept, and which of them are in force."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from orjson import loads
from sqlalchemy import Connection, select

from dashboard.domain.documents import document_of_file
from dashboard.domain.doors import FileDoor, LoadDoor
from dashboard.domain.records import SourceCell
from data.schema import Fields
from data.tables.own import GONE, PRESENT, plan_row

LineKey = tuple[str, str]  # what it is, and its key
Lines = dict[str, dict[LineKey, "PlanRow"]]  # by partnership


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One line as a file said it last."""

    id: int
    partnership: str
    what: str
    key: str
    order: int
    fields: Mapping[str, str]
    places: Mapping[str, str]
    file: str
    sheet: str
    line: int
    arrival: int
    release: int = 0  # beneath every release: the made-up county's, whose files nobody keeps

    def __getitem__(self, name: str) -> str:
        return self.fields.get(name, "")

    def cell(self, name: str) -> SourceCell:
        """Where a field stands; its number is under zero, and so never that of a printed cell."""
        place = self.places.get(name) or next(iter(self.places.values()), f"line {self.line}")
        door = FileDoor(self.arrival) if self.release else LoadDoor(self.partnership, self.arrival)
        return SourceCell(-self.id, document_of_file(self.arrival), self.file, self.sheet, place, self[name], door)


def read_row(row: Fields) -> PlanRow:
    names = ("id", "partnership", "what", "key", "order", "file", "sheet", "line", "arrival", "release")
    kept = {name: row[name] for name in names}
    return PlanRow(fields=loads(row["fields"]), places=loads(row["places"]), **kept)


def in_force(rows: Iterable[Fields]) -> dict[LineKey, PlanRow]:
    """The newest of each line, of *rows* the oldest first; a field that it has no column for is as it was before.

    What lies beneath every release may have come after some.
    """
    found: dict[LineKey, PlanRow] = {}
    for row in _in_turn(rows):
        key = (row["what"], row["key"])
        before = found.get(key)
        if row["gone"] != PRESENT:
            found.pop(key, None)
        elif before is None:
            found[key] = read_row(row)
        else:
            newer = read_row(row)
            found[key] = replace(newer, fields={**before.fields, **newer.fields})
    return found


def any_in_force(rows: Iterable[Fields]) -> bool:
    """Whether *in_force* would find a line; none of them is read for it."""
    return PRESENT in {(row["what"], row["key"]): row["gone"] for row in _in_turn(rows)}.values()


def _in_turn(rows: Iterable[Fields]) -> list[Fields]:
    return sorted(rows, key=lambda row: row["release"] > 0)


def rows_of(
    connection: Connection, releases: Sequence[int], homes: Collection[str]
) -> dict[str, dict[LineKey, PlanRow]]:
    """The lines in force of each partnership, of so many *releases*."""
    item = plan_row.c
    query = select(plan_row).where(item.partnership.in_(sorted(homes)), item.release.in_(releases)).order_by(item.id)
    found: dict[str, list[Fields]] = {home: [] for home in homes}
    for row in connection.execute(query):
        found[row.partnership].append(row._asdict())
    return {home: in_force(rows) for home, rows in found.items()}


def written(row: PlanRow, release: int, *, gone: bool = False) -> dict[str, object]:
    """The values of a row of *release*; one that is gone keeps its place and no words."""
    names = ("partnership", "what", "key", "order", "file", "sheet", "line", "arrival")
    fields, places = ({}, {}) if gone else (row.fields, row.places)
    texts = {"fields": json.dumps(dict(fields), ensure_ascii=False), "places": json.dumps(dict(places))}
    kept = {name: getattr(row, name) for name in names}
    return kept | texts | {"release": release, "gone": GONE if gone else PRESENT}
