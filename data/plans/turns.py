"""Knows what becomes of two people who write at once: nothing is lost, and the second reads what the first wrote."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Select, Table

from dashboard.domain.errors import RefusedEntry

T = TypeVar("T")
SPOKE_FIRST = (
    "Somebody else wrote here while you did; what they wrote is shown on this page. Send yours again to add it."
)


def look_first(since: Sequence[T], is_mine: Callable[[T], bool]) -> bool:
    """Whether what is sent is kept already; raises RefusedEntry where others wrote *since* its page was read."""
    if any(map(is_mine, since)):
        return True
    if since:
        raise RefusedEntry((("", SPOKE_FIRST),))
    return False


def until(query: Select[*tuple[Any, ...]], table: Table, day: date | None) -> Select[*tuple[Any, ...]]:
    """The rows of *query* up to the end of *day* (UTC); all of them where none is asked for."""
    return query if day is None else query.where(table.c.moment < f"{day.isoformat()}U")  # every time begins with T
