"""Knows whether a process works on a load: by a lock that the system takes back however the process ends."""

import sys
import time
from pathlib import Path
from typing import IO, Self

NAME = "working"
PATIENCE = 1.0  # seconds; who only looks holds the lock for less
LOOK = 0.01

if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Hold:
    """The right to work on one load, let go at the end of its block; false where somebody else has it."""

    def __init__(self, file: IO[bytes] | None) -> None:
        self._file = file

    def __bool__(self) -> bool:
        return self._file is not None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_fault: object) -> None:
        if self._file is not None:
            self._file.close()

    def taken_over(self) -> "Hold":
        """The same for whoever goes on with the load beyond the block."""
        file, self._file = self._file, None
        return Hold(file)


def hold(folder: Path) -> Hold:
    """Take the load in *folder*; false while somebody else works on it, and where there is no such folder."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return _opened(folder)
        except FileNotFoundError:
            return Hold(None)
        except OSError:
            if time.monotonic() > end:
                return Hold(None)
            time.sleep(LOOK)


def is_held(folder: Path) -> bool:
    """Whether somebody works on the load in *folder* at this moment."""
    try:
        with _opened(folder):
            return False
    except FileNotFoundError:
        return False
    except OSError:
        return True


def _opened(folder: Path) -> Hold:
    file = (folder / NAME).open("ab")
    try:
        _lock(file)
    except OSError:
        file.close()
        raise
    return Hold(file)
