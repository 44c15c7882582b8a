"""Knows how to read files in a process of its own: within limits, one frame a parcel, nothing else.

It is asked on standard input for a period, which may be empty, and for paths, divided by zero bytes;
data/intake/reader.py starts it.
"""

import gc
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, groupby
from operator import itemgetter
from pathlib import Path
from typing import IO

from dashboard.domain.errors import RefusedFile
from data.ahead import ahead
from data.intake.frames import Frame, written
from data.intake.later_half import LaterHalf, first_of_later
from data.parcels import Opened, ReadTable, Refused, Stray
from data.sources.containers.members import LONGEST_NAME, Member, NotOurs, members
from data.sources.crime.plain_months import PlainMonths
from data.sources.first_look import parcels
from data.sources.words import shown

if sys.platform != "win32":
    import resource

MEMORY = 2 * 1024**3  # bytes of address space, libraries included
SECONDS = 3600  # of processor time
SOON = 0.0002  # seconds after which what unpacks the next file gets its turn
SELDOM = (
    2_000_000  # objects more than there were: rows of text hold no cycles, looking for them took a sixth of the time
)


def main() -> None:
    """Answer standard input within limits that hold to the end of the process."""
    limit()
    gc.freeze()
    gc.set_threshold(SELDOM)
    sys.setswitchinterval(SOON)
    answer(sys.stdin.buffer, sys.stdout.buffer)
    gc.freeze()  # the end need not look through what it leaves


def limit() -> None:
    """Bound the memory and the processor time of this process to its end, where the system can."""
    if sys.platform == "win32":
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def answer(asked: IO[bytes], told: IO[bytes]) -> None:
    """Answer every path with its parcels, in order, each with the position of its path."""
    period, *names = asked.read().split(b"\0")
    paths = list(enumerate(Path(os.fsdecode(name)) for name in names))
    later = first_of_later([_size(path) for _, path in paths])
    other = LaterHalf(partial(_answer, paths[later:], period.decode())) if paths[later:] else None
    _answer(paths[:later], period.decode(), told)
    if other is not None:
        other.tell(told)


def _answer(paths: Sequence[tuple[int, Path]], period: str, told: IO[bytes]) -> None:
    plain, path_at = PlainMonths(), dict(paths)
    for at, found in groupby(ahead(_unpacked(paths)), itemgetter(0)):
        inside = _sound(item for _, item in found)
        for said in chain([Opened()], readings(path_at[at], period, plain, inside)):
            told.write(written(Frame(at, said)))
            told.flush()


def _size(path: Path) -> int:
    """The bytes of a file as it lies; 0 where there is none, which is said when its turn comes."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _unpacked(paths: Iterable[tuple[int, Path]]) -> Iterator[tuple[int, Member | Exception]]:
    """The members of every path with its position, up to what is wrong with it."""
    for at, path in paths:
        try:
            yield from ((at, member) for member in members(path))
        except (RefusedFile, MemoryError) as fault:
            yield at, fault


def _sound(items: Iterable[Member | Exception]) -> Iterator[Member]:
    for item in items:
        if isinstance(item, Exception):
            raise item
        yield item


def readings(
    path: Path, period: str = "", plain: PlainMonths | None = None, inside: Iterable[Member] = ()
) -> Iterator[ReadTable | Refused | Stray]:
    """Yield the parcels of one path, of *period* where its tables name none; a fault is a parcel too.

    *plain* and *inside* are what was read of other files of the call, and what was unpacked of this one.
    """
    name = shown(path.name, LONGEST_NAME)
    try:
        found = taken = 0
        for member in inside or members(path):
            found += 1
            alone = member.name == name.removesuffix(".gz")
            for parcel in _known(parcels(member, period, plain), member, alone=alone):
                taken += not isinstance(parcel, Stray)
                yield parcel
        if found and not taken:
            raise RefusedFile(f"{name} holds no file that Outturn knows.")
    except RefusedFile as fault:
        yield Refused(file=name, sentence=str(fault))
    except MemoryError:
        yield Refused(file=name, sentence=f"{name} is too large to read: split it into smaller files.")


def _known(found: Iterator[ReadTable | Stray], member: Member, *, alone: bool) -> Iterator[ReadTable | Stray]:
    """A file in an archive that is none of ours is left out and said; one handed in by itself is refused."""
    try:
        yield from found
    except NotOurs:
        if alone:
            raise
        yield Stray(file=member.name, sentence=f"{member.name} was left out: it is no file we know.")
