"""Knows how the parent asks the reading child, and what it does when the child dies or never ends."""

import fcntl
import os
import subprocess
import sys
import threading
from collections.abc import Generator, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import orjson

from dashboard.domain.errors import RefusedFile
from data.intake.child import OPENED
from data.sources.containers.members import LONGEST_NAME
from data.sources.words import shown

AHEAD = 1024 * 1024  # bytes that the child may write before we read: two months of a county
MOST_SECONDS = 4 * 3600.0  # of wall clock, for everything in one call
ROOT = Path(__file__).resolve().parent.parent.parent
#: The child finds what we find and nothing else: neither the working folder nor the environment leads it elsewhere.
#: The columnar engine gets two threads: a file is small, and those of a large machine would not fit into the memory.
START = (
    "import os, sys; sys.path[:] = sys.argv[1:]; os.environ['POLARS_MAX_THREADS'] = '2';"
    "from data.intake.child import main; main()"
)


def read(paths: Sequence[Path], period: str = "", seconds: float = MOST_SECONDS) -> Generator[dict[str, Any]]:
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


def _answers(child: "subprocess.Popen[bytes]", paths: Sequence[Path], period: str) -> Iterator[dict[str, Any]]:
    if child.stdin is None or child.stdout is None:
        raise RuntimeError("the child has no pipes")
    at = 0
    with suppress(OSError):  # as many pipes of this size as one user may have are there already
        fcntl.fcntl(child.stdout, fcntl.F_SETPIPE_SZ, AHEAD)
    try:
        with child.stdin as asked:
            asked.write(b"\0".join([period.replace("\0", "").encode(), *map(os.fsencode, paths)]))
    except BrokenPipeError:
        raise RefusedFile("The files could not be read: the reader does not start.") from None
    for line in child.stdout:
        parcel = orjson.loads(line)
        at = parcel["at"]
        if parcel["kind"] != OPENED:
            yield parcel
    if code := child.wait():
        name = shown(paths[at].name, LONGEST_NAME)
        killed = f"Reading {name} took more memory or time than it may: split it."
        raise RefusedFile(killed if code < 0 else f"{name} could not be read: it is damaged in a way we do not know.")
