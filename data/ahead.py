"""Knows how something is made beside everything else: a file is unpacked while the one before it is read."""

from collections.abc import Iterator
from itertools import islice
from threading import Thread
from typing import Generic, TypeVar

Item = TypeVar("Item")


class Coming(Thread, Generic[Item]):
    """The next of some items, made beside everything else once it is started."""

    def __init__(self, items: Iterator[Item]) -> None:
        super().__init__()
        self._items = items
        self._found: list[Item] = []
        self._fault: BaseException | None = None

    def run(self) -> None:
        try:
            self._found = [*islice(self._items, 1)]
        except BaseException as fault:  # noqa: BLE001 - it is raised where the item is asked for
            self._fault = fault

    def taken(self) -> list[Item]:
        """The item, none at the end; raises what was raised when it was made."""
        self.join()
        if self._fault is not None:
            raise self._fault
        return self._found


def ahead(items: Iterator[Item]) -> Iterator[Item]:
    """Yield *items*, each made while the one before it is used."""
    coming = Coming(items)
    coming.start()
    while found := coming.taken():
        coming = Coming(items)
        coming.start()
        yield from found
