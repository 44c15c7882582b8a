"""Knows how the rows of a partnership's own figure become an actual or a target, with the cell it was read from."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection, select

from dashboard.domain.commentary import Commentary
from dashboard.domain.documents import document_of_file
from dashboard.domain.doors import FigureDoor, FileDoor
from dashboard.domain.periods.period import from_slug
from dashboard.domain.records import Indicator, Observation, SourceCell, Target
from dashboard.domain.targets.target import base_period_of
from dashboard.domain.values.printed import Marker, Value
from data.documents import rows as rows_of
from data.names import slug
from data.schema import Fields
from data.tables import own as tables


def cell_of(row: Fields) -> SourceCell:
    """Where a figure was read: its file, the sheet and the cell; its target shows it and fetches the file."""
    place = row["cell"] or row["sheet"]
    text = row.get("text", row.get("name", ""))
    door = FigureDoor(row["id"]) if "what" in row else FileDoor(row["arrival"])
    return SourceCell(0, document_of_file(row["arrival"]), row["file"], row["sheet"], place, text, door)


def observation(rows: Sequence[Fields], before: Observation | None) -> Observation:
    row = rows[-1]
    value = rows_of.value(row, row["text"])
    if (len(rows) > 1 or before is not None) and _is_revised(value, rows, before):
        value = replace(value, marker=Marker.REVISED)
    return Observation(
        indicator=row["indicator"],
        area=row["area"],
        period=from_slug(row["period"]),
        value=value,
        sources=(cell_of(row),),
        covers_to=date.fromisoformat(row["covers_to"]) if row["covers_to"] else None,
        numerator=row["numerator"],
        denominator=row["denominator"],
        low=row["low"],
        high=row["high"],
    )


def _is_revised(value: Value, rows: Sequence[Fields], before: Observation | None) -> bool:
    """Whether a number without a marker was another one before, in an earlier row or in a document."""
    if value.number is None or value.marker is not None:
        return False
    earlier = [item["number"] for item in rows[:-1]]
    earlier += [before.value.number] if before is not None else []
    return any(number is not None and number != value.number for number in earlier)


def target(row: Fields, indicator: Indicator) -> Target:
    period = from_slug(row["period"])
    rule = rows_of.kept_rule(row["text"], indicator.at(period))
    return Target(
        indicator=row["indicator"],
        area=row["area"],
        period=period,
        rule=rule,
        base_period=base_period_of(rule.base_words, period),
        source=cell_of(row),
    )


def signatures(connection: Connection, releases: Collection[int]) -> dict[int, tuple[str, str]]:
    """By whom and when each release was published."""
    item = tables.release.c
    query = select(item.id, item.who, item.moment).where(item.id.in_(sorted(releases)))
    return {number: (who, moment) for number, who, moment in connection.execute(query)}


def commentary(row: Fields, author: str, moment: str) -> Commentary:
    place = {name: row[name] for name in ("indicator", "area", "text")}
    return Commentary(**place, period=from_slug(row["period"]), author=author, moment=moment, source=cell_of(row))


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
