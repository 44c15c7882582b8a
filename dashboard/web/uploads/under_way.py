"""Knows what goes on beside requests: loads being read and published, whose end the server awaits when it stops."""

import time
from collections.abc import Callable
from threading import Lock, Thread

NAME = "outturn-under-way"  # under which the server finds it among its extensions


class UnderWay:
    """The threads that work on loads."""

    def __init__(self) -> None:
        self._threads: set[Thread] = set()
        self._lock = Lock()

    def start(self, work: Callable[[], None]) -> None:
        thread = Thread(target=work, daemon=True)  # a process that is told to end may end before it
        with self._lock:
            self._threads = {item for item in self._threads if item.is_alive()}
            thread.start()
            self._threads.add(thread)

    def wait(self, seconds: float) -> bool:
        """Whether everything that was started has ended, within so many *seconds*."""
        end = time.monotonic() + seconds
        with self._lock:
            threads = list(self._threads)
        for thread in threads:
            thread.join(max(0.0, end - time.monotonic()))
        return not any(thread.is_alive() for thread in threads)
