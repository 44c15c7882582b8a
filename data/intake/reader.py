"""Knows how the parent asks the reading child, and what it does when the child dies or never ends."""

import fcntl
import os
import subprocess
import sys
import threading
from collections.abc import Generator, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from dashboard.domain.errors import RefusedFile
from data.intake.frames import BrokenFrame, Frame, frames
from data.parcels import Opened
from data.sources.containers.members import LONGEST_NAME
from data.sources.words import shown

AHEAD = 1024 * 1024  # bytes that the child may write before we read: two months of a county
GRACE = 1.0  # seconds for a child that leaves half a frame to be gone
MOST_SECONDS = 4 * 3600.0  # of wall clock, for everything in one call
ROOT = Path(__file__).resolve().parent.parent.parent
#: The child finds what we find and nothing else: neither the working folder nor the environment leads it elsewhere.
#: The columnar engine gets two threads: a file is small, and those of a large machine would not fit into the memory.
START = (
    "import os, sys; sys.path[:] = sys.argv[1:]; os.environ['POLARS_MAX_THREADS'] = '2';"
    "from data.intake.child import main; main()"
)


def read(paths: Sequence[Path], period: str = "", seconds: float = MOST_SECONDS) -> Generator[Frame]:
    """Yield the parcels of *paths*, of *period* where they name none, as a child reads them; raises RefusedFile.

    The child is killed when the reader of this iterator stops early.
    """
    folders = [*filter(os.path.isabs, sys.path), str(ROOT)]
    with subprocess.Popen(
        [sys.executable, "-I", "-c", START, *folders],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
    ) as child:
        clock = threading.Timer(seconds, child.kill)
        clock.start()
        try:
            yield from _answers(child, [path.absolute() for path in paths], period)
        finally:
            clock.cancel()
            child.kill()


def _answers(child: "subprocess.Popen[bytes]", paths: Sequence[Path], period: str) -> Iterator[Frame]:
    if child.stdin is None or child.stdout is None:
        raise RuntimeError("the child has no pipes")
    with suppress(OSError):  # as many pipes of this size as one user may have are there already
        fcntl.fcntl(child.stdout, fcntl.F_SETPIPE_SZ, AHEAD)
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
