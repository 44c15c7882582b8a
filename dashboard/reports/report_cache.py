"""Knows how answers are kept: each key is worked out once, whoever asks for it meanwhile waits for that one alone."""

from collections.abc import Callable, Hashable
from concurrent.futures import Future
from dataclasses import dataclass, field
from itertools import count
from threading import Lock
from typing import Any, TypeVar, cast

R = TypeVar("R")


@dataclass(slots=True)
class _Entry:
    """One answer, given or still to come."""

    answer: Future[Any] = field(default_factory=Future)
    size: int = 0
    used: int = 0  # the larger the later


class ReportCache:
    """Keeps at most *most* answers whose sizes come to at most *largest*; the one used longest ago goes first.

    An answer that is there is found without any lock; the lock covers the list of answers, never the work on one.
    """

    def __init__(self, most: int, largest: int, size: Callable[[object], int]) -> None:
        self._most, self._largest, self._size = most, largest, size
        self._entries: dict[Hashable, _Entry] = {}
        self._lock = Lock()
        self._clock = count(1)

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, key: Hashable, make: Callable[[], R]) -> R:
        """The answer to *key*; *make* works it out where nobody has yet. Its error reaches all who wait for it."""
        entry = self._entries.get(key)
        if entry is None:
            entry, is_mine = self._enter(key)
            if is_mine:
                self._make(key, entry, make)
        entry.used = next(self._clock)
        return cast(R, entry.answer.result())

    def drop(self, key: Hashable) -> None:
        """Let the answer to *key* be worked out anew where it is asked for next."""
        with self._lock:
            self._entries.pop(key, None)

    def _enter(self, key: Hashable) -> tuple[_Entry, bool]:
        """The entry of *key*, and whether the caller has to fill it."""
        with self._lock:
            entry = self._entries.get(key)
            if entry is not None:
                return entry, False
            entry = self._entries[key] = _Entry()
            return entry, True

    def _make(self, key: Hashable, entry: _Entry, make: Callable[[], object]) -> None:
        try:
            found = make()
        except BaseException as fault:
            self.drop(key)
            entry.answer.set_exception(fault)
            raise
        entry.size, entry.used = self._size(found), next(self._clock)
        entry.answer.set_result(found)
        self._forget(key)

    def _forget(self, newest: Hashable) -> None:
        """Keep within both bounds; *newest* stays whatever its size, and so does what is still being worked out."""
        with self._lock:
            total = sum(entry.size for entry in self._entries.values())
            if len(self._entries) <= self._most and total <= self._largest:
                return
            given = {key: entry for key, entry in self._entries.items() if entry.answer.done() and key != newest}
            for key in sorted(given, key=lambda key: given[key].used):
                if len(self._entries) <= self._most and total <= self._largest:
                    return
                total -= self._entries.pop(key).size
