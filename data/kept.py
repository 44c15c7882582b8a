"""Knows what a store has read already: small tables are read once where the store stands for one state of the data."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

R = TypeVar("R")


class Kept:
    """Keeps what was read under a key, or reads it each time."""

    def __init__(self, *, keeps: bool) -> None:
        self._found: dict[Hashable, Any] | None = {} if keeps else None

    @property
    def keeps(self) -> bool:
        return self._found is not None

    def get(self, key: Hashable, read: Callable[[], R]) -> R:
        """What *read* gives; two who ask at once may both read, and get the same."""
        if self._found is None:
            return read()
        if key not in self._found:
            self._found[key] = read()
        return cast(R, self._found[key])
