"""Knows a store as those see it who neither prepare nor decide a meeting: its private items are not there."""

from datetime import date
from typing import cast

from dashboard.domain.access.people import Reach
from dashboard.domain.meetings.decisions import MeetingDecision
from dashboard.domain.meetings.record import MeetingRecord, without_private
from dashboard.questions.store import Store


class PublicItemsStore:
    """Answers as *store* does, without the private items of partnerships other than *inside*."""

    def __init__(self, store: Store, inside: Reach) -> None:
        self._store, self._inside = store, inside

    def __getattr__(self, question: str) -> object:
        return getattr(self._store, question)

    def as_at(self, day: date | None) -> Store:
        return without_private_items(self._store.as_at(day), self._inside)

    def meeting_records(self, partnership: str) -> tuple[MeetingRecord, ...]:
        found = self._store.meeting_records(partnership)
        return found if partnership in self._inside else tuple(map(without_private, found))

    def meeting_decisions(self, partnership: str) -> tuple[MeetingDecision, ...]:
        found = self._store.meeting_decisions(partnership)
        if partnership in self._inside:
            return found
        hidden = {
            item.number for held in self._store.meeting_records(partnership) for item in held.items if item.is_private
        }
        return tuple(item for item in found if not item.is_private and item.item not in hidden)


def without_private_items(store: Store, inside: Reach) -> Store:
    """*store* as somebody sees it who prepares or decides meetings of *inside* alone."""
    return store if inside.is_every else cast(Store, PublicItemsStore(store, inside))
