"""Knows how a page asks for its report: the address becomes filters, one report is worked out once per data version."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import TypeVar, cast

from dashboard.domain.filters import Choices, Filters, nearest
from dashboard.reports.memory import remembering
from dashboard.reports.report import Report
from dashboard.reports.scene import choices
from dashboard.reports.store import Store

R = TypeVar("R", bound=Report)
MOST_KEPT = 256


class Desk:
    """Answers pages and exports from one store; reports are frozen, so they can be handed out again."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = Lock()
        self._known = _Known("", store, Choices(()))
        self._reports: OrderedDict[tuple[object, ...], Report] = OrderedDict()

    def choices(self) -> Choices:
        """What can be chosen, read again when the data version changes."""
        return self._current().choices

    def _current(self) -> "_Known":
        version = self._store.version()
        known = self._known
        if known.version != version:
            store = remembering(self._store)
            self._known = known = _Known(version, store, choices(store))
        return known

    def nearest(self, search: str) -> tuple[Filters, tuple[str, ...]]:
        """The view an address asks for, and what had to be left out of it."""
        return nearest(search, self.choices())

    def filters(self, search: str) -> Filters:
        """The view an address asks for; raises UnknownFilter."""
        return Filters.from_query(search, self.choices())

    def show(self, builder: Callable[[Store, Filters], R], search: str) -> R:
        """The report of the nearest valid view."""
        return self.report(builder, self.nearest(search)[0])

    def report(self, builder: Callable[[Store, Filters], R], filters: Filters) -> R:
        """The report of *filters*; the callbacks of one page that ask at once share one answer."""
        known = self._current()
        key = (known.version, builder, filters)
        with self._lock:
            if key not in self._reports:
                self._reports[key] = builder(known.store, filters)
                while len(self._reports) > MOST_KEPT:
                    self._reports.popitem(last=False)
            self._reports.move_to_end(key)
            return cast(R, self._reports[key])


@dataclass(frozen=True, slots=True)
class _Known:
    """One data version with everything that was asked of it."""

    version: str
    store: Store
    choices: Choices
