"""Knows how an indicator of a partnership's own files is renamed, merged into another or withdrawn: rows are added."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import cast

from sqlalchemy import Connection, select

from dashboard.domain.errors import RefusedFile
from dashboard.domain.periods.period import from_slug
from dashboard.domain.records import Indicator
from data.documents import rows as rows_of
from data.names import slug
from data.own.areas.homes import Home
from data.own.pointer import chain, pointer
from data.own.published_now import Key, PublishedFigure
from data.own.reading.name_index import NameIndex
from data.own.reading.readings import Read, Reading
from data.parcel_rows import SaidFigure
from data.parcels import IndicatorChanges
from data.schema import Fields
from data.sources.figures.parcels import NO_FIGURE
from data.sources.words import LONGEST, is_name, is_plain, shown
from data.tables import documents as published
from data.tables import own as tables

Place = tuple[str, str, str]  # what, area, period


class IndicatorChange(StrEnum):
    """What becomes of an indicator."""

    RENAME = "rename"
    MERGE = "merge"
    WITHDRAW = "withdraw"


class Both(StrEnum):
    """Which figure stays where the indicator and the one it is merged into both have one."""

    KEEP = "keep"  # that of the indicator that stays
    REPLACE = "replace"


@dataclass(frozen=True, slots=True)
class Clash:
    """A figure that both indicators have, and not the same."""

    what: str
    area: str
    period: str
    merged: str
    staying: str


def read_changes(connection: Connection, parcel: IndicatorChanges, arrival: int, known: NameIndex) -> Reading:
    """What the changes of one table do; raises RefusedFile where one cannot be."""
    found = Reading()
    for said in parcel.changes:
        home = known.home(said["partnership"])
        item = None if home.is_new else known.so_called(home, said["indicator"])
        if item is None:
            words = f"“{shown(said['indicator'])}” of “{shown(said['partnership'])}”"
            raise RefusedFile(f"{parcel.file}: there is no indicator {words}.")
        if why := fixed(connection, item):
            raise RefusedFile(f"{parcel.file}: {why}")
        steps = {IndicatorChange.RENAME: _rename, IndicatorChange.MERGE: _merge, IndicatorChange.WITHDRAW: _withdraw}
        if said["change"] not in steps:
            raise RefusedFile(
                f"{parcel.file}: “{shown(said['change'])}” is no change: write rename, merge or withdraw."
            )
        place: Mapping[str, str | int] = {"file": parcel.file, "sheet": "", "cell": "", "arrival": arrival}
        words = steps[IndicatorChange(said["change"])](_Step(connection, found, known, home, item, said, place))
        known.declared.append(f"{words}.")
        found.reasons.append((words, said.get("reason", "")))
    return found


def fixed(connection: Connection, item: Indicator) -> str:
    """Why an indicator cannot be renamed, merged away or withdrawn; empty where it can."""
    column = published.indicator.c.indicator
    if item.crime:
        return f"{item.name} is counted from police.uk’s files: it is there as long as a target on it is."
    if connection.execute(select(column).where(column == item.id)).first():
        return (
            f"{item.name} is printed in a document: it keeps its name and its figures; correct single figures instead."
        )
    return ""


@dataclass(frozen=True, slots=True)
class _Step:
    """One change with everything it needs."""

    connection: Connection
    found: Reading
    known: NameIndex
    home: Home
    item: Indicator
    said: Mapping[str, str]
    place: Mapping[str, str | int]

    def fail(self, why: str) -> RefusedFile:
        return RefusedFile(f"{self.place['file']}: {why}")

    def leave(self, words: str, into: str = "") -> None:
        """Take every figure of the indicator away, and the indicator itself."""
        for part in self.home.by_id.values():
            if part.part_of == self.item.id:
                raise self.fail(f"{part.name} is a part of {self.item.name}: change that first.")
        rows = figure_rows(self.connection, self.item.id).values()
        self.found.figures += [_read(self.home, self.item, row, gone=words) for row in rows]
        self.known.end(self.home, self.item, into, self.place)


def _rename(step: _Step) -> str:
    name = " ".join(step.said.get("new name", "").split())
    if why := name_fault(step.home, step.item, name):
        raise step.fail(why)
    step.known.rename(step.home, step.item, name, step.place)
    return f"renamed “{step.item.own_name}” to “{name}”"


def name_fault(home: Home, item: Indicator, name: str) -> str:
    """What is wrong with the new name of an indicator."""
    if not is_name(name):
        return "Enter the new name: it needs a letter or a digit."
    if not is_plain(name):
        return f"The new name must be {LONGEST} characters or fewer, without hidden ones."
    if name == item.own_name:
        return f"{name} is its name already."
    taken = (other for other in home.by_id.values() if other.id != item.id and slug(other.own_name) == slug(name))
    if other := next(taken, None):
        return f"Another indicator is called {other.own_name}: merge the two, or choose another name."
    return ""


def _withdraw(step: _Step) -> str:
    step.leave("withdrawn")
    return f"withdrew {step.item.name} with its figures"


def _merge(step: _Step) -> str:
    into = step.known.so_called(step.home, step.said.get("into", ""))
    if into is None:
        raise step.fail(f"there is no indicator “{shown(step.said.get('into', ''))}” to merge {step.item.name} into.")
    if why := unlike(step.item, into):
        raise step.fail(why)
    both = step.said.get("where both", "")
    differing = clashes(step.connection, step.known.published_now(step.home), step.item, into)
    if differing and both not in frozenset(Both):
        raise step.fail(_asked(step.item, into, differing))
    kept = {(clash.what, clash.area, clash.period) for clash in differing} if both == Both.KEEP else set()
    rows = figure_rows(step.connection, step.item.id)
    step.found.figures += [_read(step.home, into, row) for place, row in rows.items() if place not in kept]
    step.leave(f"moved to {into.name}", into.id)
    return f"merged {step.item.name} into {into.name}"


def unlike(item: Indicator, into: Indicator) -> str:
    """Why one indicator cannot be merged into another; empty where it can."""
    if item.id == into.id:
        return "Choose another indicator to merge it into."
    if into.crime:
        return f"{into.name} is counted from police.uk’s files: no typed figure can be merged into it."
    if item.value_type is not into.value_type:
        kinds = f"{item.name} is a {item.value_type} and {into.name} a {into.value_type}"
        return f"{kinds}: figures of two kinds cannot be one series."
    if item.multiplier != into.multiplier:
        per = f"{item.name} is per {item.multiplier:,} and {into.name} per {into.multiplier:,}"
        return f"{per}: they cannot be one series."
    return ""


def clashes(
    connection: Connection, standing: Mapping[Key, PublishedFigure], item: Indicator, into: Indicator
) -> tuple[Clash, ...]:
    """The figures that both have, with other words than those *standing*."""
    found = []
    for (what, area, period), row in figure_rows(connection, item.id).items():
        other = standing.get((what, into.id, area, period))
        if other is not None and other.text != row["text"] and (row["number"] is None or other.number != row["number"]):
            found.append(Clash(what, area, period, row["text"], other.text))
    return tuple(found)


def _asked(item: Indicator, into: Indicator, found: tuple[Clash, ...]) -> str:
    first, last = found[0], "" if len(found) == 1 else f" and {len(found) - 1} more"
    which = f"{from_slug(first.period).label} {first.what} “{first.merged}” and “{first.staying}”"
    return (
        f"{item.name} and {into.name} both have figures of the same period ({which}{last}): write “keep” under “Where"
        f" both” for those of {into.name}, or “replace” for those of {item.name}."
    )


def figure_rows(connection: Connection, indicator: str) -> dict[Place, Fields]:
    """The rows in force of an indicator's own figures."""
    figure = tables.figure
    query = select(figure).where(figure.c.indicator == indicator).order_by(figure.c.id)
    inside = set(chain(connection, pointer(connection)))
    found = {
        (row.what, row.area, row.period): row._asdict() for row in connection.execute(query) if row.release in inside
    }
    return {place: row for place, row in found.items() if not row["gone"]}


def _read(home: Home, indicator: Indicator, row: Fields, *, gone: str = "") -> Read:
    """A row as it was read, of *indicator* now; it keeps the cell it comes from."""
    kept = {name: row[name] for name in ("text", "note", "covers_to", "event_days", "sheet", "cell", *tables.COUNTS)}
    said = cast(SaidFigure, {**NO_FIGURE, **kept})
    value = rows_of.value(row, row["text"])
    period, where = from_slug(row["period"]), (row["file"], row["arrival"])
    return Read(home, indicator, row["what"], row["area"], period, value, said, *where, gone)
