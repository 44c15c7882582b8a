"""Knows how the parent asks the reading child, and what it does when the child dies or never ends."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Generator, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from dashboard.domain.errors import RefusedFile
from data.intake.frames import BrokenFrame, Frame, frames
from data.parcels import Opened
from data.sources.containers.members import LONGEST_NAME
from data.sources.words import shown

if sys.platform != "win32":
    import fcntl

AHEAD = 1024 * 1024  # bytes that the child may write before we read: two months of a county
GRACE = 1.0  # seconds for a child that leaves half a frame to be gone
MOST_SECONDS = 4 * 3600.0  # of wall clock, for everything in one call
ROOT = Path(__file__).resolve().parent.parent.parent
#: The child finds what we find and nothing else: neither the working folder nor the environment leads it elsewhere.
START = "import sys; sys.path[:] = sys.argv[1:]; from data.intake.child import main; main()"


class Reader:
    """A child that makes itself ready while others do, and reads the files that it is asked for, once."""

    def __init__(self) -> None:
        folders = [*filter(os.path.isabs, sys.path), str(ROOT)]
        self._is_closed = False
        self._child = subprocess.Popen(
            [sys.executable, "-I", "-c", START, *folders],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            process_group=0,  # a helper that it starts ends with it
        )

    def read(self, paths: Sequence[Path], period: str = "", seconds: float = MOST_SECONDS) -> Generator[Frame]:
        """Yield the parcels of *paths*, of *period* where they name none, as the child reads them; raises RefusedFile.

        The child is killed when the reader of this iterator stops early.
        """
        clock = threading.Timer(seconds, self._end)
        clock.start()
        try:
            yield from _answers(self._child, [path.absolute() for path in paths], period)
        finally:
            clock.cancel()
            self.close()

    def close(self) -> None:
        """End the child, whether it was asked or not; once, since its number may be another's later on."""
        if not self._is_closed:
            self._is_closed = True
            self._end()
            with suppress(BrokenPipeError), self._child:
                pass

    def _end(self) -> None:
        if self._child.returncode != 0:  # one that ended well has left nobody behind
            with suppress(ProcessLookupError):
                _kill(self._child)


def read(paths: Sequence[Path], period: str = "", seconds: float = MOST_SECONDS) -> Generator[Frame]:
    """The same by a child that is started for it."""
    yield from Reader().read(paths, period, seconds)


def _kill(child: "subprocess.Popen[bytes]") -> None:
    if sys.platform == "win32":
        child.kill()
    else:
        os.killpg(child.pid, signal.SIGKILL)


def _widen(pipe: IO[bytes]) -> None:
    if sys.platform == "linux":
        with suppress(OSError):  # as many pipes of this size as one user may have are there already
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, AHEAD)


def _answers(child: "subprocess.Popen[bytes]", paths: Sequence[Path], period: str) -> Iterator[Frame]:
    if child.stdin is None or child.stdout is None:
        raise RuntimeError("the child has no pipes")
    _widen(child.stdout)
    try:
        with child.stdin as asked:
            asked.write(b"\0".join([period.replace("\0", "").encode(), *map(os.fsencode, paths)]))
    except BrokenPipeError:
        raise RefusedFile("The files could not be read: the reader does not start.") from None
    at, is_sound = 0, True
    try:
        for frame in frames(child.stdout, len(paths)):
            at = frame.at
            if not isinstance(frame.said, Opened):
                yield frame
    except BrokenFrame:
        is_sound = False
    if code := _ended(child, is_sound=is_sound):
        name = shown(paths[at].name, LONGEST_NAME)
        killed = f"Reading {name} took more memory or time than it may: split it."
        raise RefusedFile(killed if code < 0 else f"{name} could not be read: it is damaged in a way we do not know.")


def _ended(child: "subprocess.Popen[bytes]", *, is_sound: bool) -> int:
    """How a child ended, 0 where all is well; one that was killed in the midst of a frame ends at once."""
    try:
        return child.wait(None if is_sound else GRACE) or (0 if is_sound else 1)
    except subprocess.TimeoutExpired:
        return 1
