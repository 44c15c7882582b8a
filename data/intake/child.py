"""Knows how to read files in a process of its own: within limits, one frame a parcel, nothing else.

It is asked on standard input for a period, which may be empty, and for paths, divided by zero bytes;
data/intake/reader.py starts it.
"""

import gc
import os
import resource
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import IO

from dashboard.domain.errors import RefusedFile
from data.intake.frames import Frame, written
from data.parcels import Opened, ReadTable, Refused, Stray
from data.sources.containers.members import LONGEST_NAME, Member, NotOurs, members
from data.sources.first_look import parcels
from data.sources.words import shown

MEMORY = 2 * 1024**3  # bytes of address space, libraries included
SECONDS = 3600  # of processor time
SELDOM = 200_000  # objects more than there were: rows of text hold no cycles, looking for them took a sixth of the time


def main() -> None:
    """Answer standard input within limits that hold to the end of the process."""
    limit()
    gc.freeze()
    gc.set_threshold(SELDOM)
    answer(sys.stdin.buffer, sys.stdout.buffer)
    gc.freeze()  # the end need not look through what it leaves


def limit() -> None:
    """Bound the memory and the processor time of this process to its end."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def answer(asked: IO[bytes], told: IO[bytes]) -> None:
    """Answer every path with its parcels, in order, each with the position of its path."""
    period, *paths = asked.read().split(b"\0")
    for at, path in enumerate(paths):
        for said in chain([Opened()], readings(Path(os.fsdecode(path)), period.decode())):
            told.write(written(Frame(at, said)))
            told.flush()


def readings(path: Path, period: str = "") -> Iterator[ReadTable | Refused | Stray]:
    """Yield the parcels of one path, of *period* where its tables name none; a fault is a parcel too."""
    name = shown(path.name, LONGEST_NAME)
    try:
        found = taken = 0
        for member in members(path):
            found += 1
            for parcel in _of_member(member, period, alone=member.name == name.removesuffix(".gz")):
                taken += not isinstance(parcel, Stray)
                yield parcel
        if found and not taken:
            raise RefusedFile(f"{name} holds no file that Outturn knows.")
    except RefusedFile as fault:
        yield Refused(file=name, sentence=str(fault))
    except MemoryError:
        yield Refused(file=name, sentence=f"{name} is too large to read: split it into smaller files.")


def _of_member(member: Member, period: str, *, alone: bool) -> Iterator[ReadTable | Stray]:
    """A file in an archive that is none of ours is left out and said; one handed in by itself is refused."""
    try:
        yield from parcels(member, period)
    except NotOurs:
        if alone:
            raise
        yield Stray(file=member.name, sentence=f"{member.name} was left out: it is no file we know.")
