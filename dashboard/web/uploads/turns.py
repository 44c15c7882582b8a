"""Knows in which order loads are read and published beside pages: few at once, and a form never behind a large file."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

SMALL = 1024 * 1024  # bytes of a load that is read in a moment
LOOK = 0.2  # seconds between two looks at whether it is one's turn


class Turns:
    """Two ways on, for small loads and for large ones; each lets a few through at once in this process."""

    def __init__(self, small: int = 3, large: int = 2) -> None:
        self._small, self._large = BoundedSemaphore(small), BoundedSemaphore(large)

    @contextmanager
    def turn(self, size: int, waiting: Callable[[], None]) -> Iterator[None]:
        """Wait until a load of *size* bytes may go on, and say now and then that it waits."""
        way = self._small if size <= SMALL else self._large
        while not way.acquire(timeout=LOOK):
            waiting()
        try:
            yield
        finally:
            way.release()
