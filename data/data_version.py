"""Knows what tells one state of the data from another: what is loaded, published, decided and street-level."""

from collections.abc import Iterable
from functools import cache

from sqlalchemy import Executable, Select, String, cast, func, literal, select, union_all

from data.tables import documents, incidents, meetings, own, reviews, street
from data.tables.documents import PUBLISHED

DECIDED = ("decision", "phase", "redaction", "step")  # kinds of the rows of meetings that pages beside them show


@cache
def newest() -> Executable:
    """The question for a data version, in one statement; it is asked in every request and so written once."""
    loaded = [select(table.c.name, table.c.value) for table in (documents.state, street.street_state)]
    return union_all(*loaded, *_newest_of_own())


def _newest_of_own() -> list[Select[str, str]]:
    """Questions for the newest row of all that only grows: another one means another state of the figures."""
    of_figures = (own.move, own.judgement, own.rebaseline, own.small_number_rule, own.commentary, meetings.figure_note)
    said = (reviews.action_update, reviews.risk_review, reviews.priority_word)
    growing = (*of_figures, *said, incidents.incident_move, incidents.offence_type, incidents.repeats_shown)
    rows = ((table, cast(func.coalesce(func.max(table.c.id), 0), String)) for table in growing)
    return [select(literal(table.name), number) for table, number in rows] + [_newest_decided()]


def _newest_decided() -> Select[str, str]:
    """What is typed while a meeting is held changes no page but the meeting's own; what it decides does."""
    item = meetings.meeting_entry.c
    number = cast(func.coalesce(func.max(item.id), 0), String)
    return select(literal("decided"), number).where(item.kind.in_(DECIDED))


def version_of(states: Iterable[tuple[str, str]]) -> str:
    """The text of a data version; empty while nothing is published."""
    found = dict(states)
    first = found.pop(PUBLISHED, "")
    return " ".join([first, *(found[name] for name in sorted(found))]) if first else ""
