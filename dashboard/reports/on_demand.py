"""Knows what is worked out when somebody reads it: a page that shows a part need not make the whole."""

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class OnDemand(Generic[T]):
    """What *make* gives, made afresh for each reader; nothing is kept.

    Read it in a loop: list() counts as well, and counting makes all of it once more.
    """

    def __init__(self, make: Callable[[], Iterable[T]]) -> None:
        self._make = make

    def __iter__(self) -> Iterator[T]:
        return iter(self._make())

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        return any(True for _ in self)

    def __getitem__(self, at: int) -> T:
        return tuple(iter(self))[at]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, (OnDemand, tuple)) and tuple(iter(self)) == tuple(iter(other))

    def __hash__(self) -> int:
        return hash(tuple(iter(self)))


Many = tuple[T, ...] | OnDemand[T]
