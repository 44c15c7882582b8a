"""Knows how the reading child is helped: the later half of many files is read beside the earlier one, told behind it.

The helper is the child as it was before it read anything, with the same limits each. It ends with the child: what it
tells goes through a pipe that nobody holds any more.
"""

import os
import shutil
import sys
from collections.abc import Callable, Sequence
from itertools import accumulate
from tempfile import SpooledTemporaryFile
from threading import Thread
from typing import IO

MANY = 4 * 1024**2  # bytes of files; fewer are read by one
IN_MEMORY = 16 * 1024**2  # bytes of what the helper tells before its turn; more wait on disk

Answer = Callable[[IO[bytes]], None]


def first_of_later(sizes: Sequence[int]) -> int:
    """The position of the first file of the later half, by the *sizes* of all; their number where one reads all."""
    total = sum(sizes)
    if total < MANY or len(sizes) < 2 or not _has_second():
        return len(sizes)
    before = list(accumulate(sizes, initial=0))
    return min(range(1, len(sizes)), key=lambda at: abs(2 * before[at] - total))


def _has_second() -> bool:
    """Whether a second process can be made here and finds a processor of its own."""
    return hasattr(os, "fork") and hasattr(os, "sched_getaffinity") and len(os.sched_getaffinity(0)) > 1


class LaterHalf:
    """A second process that gives an answer of its own, which is told when the first one is complete."""

    def __init__(self, answer: Answer) -> None:
        heard, tells = os.pipe()
        sys.stdout.flush()
        self._process = os.fork()  # nothing else runs in the child yet
        if self._process == 0:
            os.close(heard)
            os.close(1)  # what the parent hears is told by the first process alone
            _tell(answer, tells)
        os.close(tells)
        self._told: IO[bytes] = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - to the end
        self._listening = Thread(target=self._listen, args=(heard,), daemon=True)
        self._listening.start()

    def _listen(self, heard: int) -> None:
        with open(heard, "rb") as pipe:
            shutil.copyfileobj(pipe, self._told)

    def tell(self, told: IO[bytes]) -> None:
        """Tell what the helper found; ends as it did where it did not end well."""
        self._listening.join()
        self._told.seek(0)
        shutil.copyfileobj(self._told, told)
        told.flush()
        _, status = os.waitpid(self._process, 0)
        if os.WIFSIGNALED(status):
            os.kill(os.getpid(), os.WTERMSIG(status))
        if status:
            sys.exit(1)


def _tell(answer: Answer, tells: int) -> None:
    """Answer and be gone, whatever happens."""
    code = 1
    try:
        with open(tells, "wb") as pipe:
            answer(pipe)
        code = 0
    finally:
        os._exit(code)
