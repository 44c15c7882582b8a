"""Knows how papers are written in a process of their own: the memory that a writer takes goes with it."""

import logging
import os
import pickle
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from dashboard.domain.errors import TemplateFault, UnwrittenPapers
from dashboard.exports.papers.formats import FORMATS, PaperFormat
from dashboard.reports.packs.pack import Pack, Section

ROOT = Path(__file__).resolve().parents[3]
#: The child finds what we find and nothing else: neither the working folder nor the environment leads it elsewhere.
START = "import sys; sys.path[:] = sys.argv[1:]; from {} import main; main()"
WRITER = "dashboard.exports.papers.child"
MOST_SECONDS = 120.0
LOOK = 0.2  # seconds between two looks whether to stop
log = logging.getLogger("outturn.papers")


@dataclass(frozen=True, slots=True)
class Written:
    """Papers as a file, and why the template was left out, where it was."""

    body: bytes
    left_out: str = ""


Stop = Callable[[], bool]


def write_here(paper: PaperFormat, pack: Pack, template: bytes | None = None) -> Written:
    """Papers written in this process; without the template where that cannot be used."""
    try:
        return Written(paper.write(pack, template))
    except TemplateFault as fault:
        return Written(paper.write(pack), str(fault))


def write_apart(
    form: str, pack: Pack, template: bytes | None = None, stop: Stop = lambda: False, seconds: float = MOST_SECONDS
) -> Written:
    """The same in a process of its own, killed when it is to *stop* or takes longer; raises UnwrittenPapers."""
    with TemporaryFile() as sent:
        pickle.dump((form, settled(pack, FORMATS[form]), template), sent)
        sent.seek(0)
        with _started(sent) as child:
            try:
                told, said = _awaited(child, stop, time.monotonic() + seconds)
            finally:
                child.kill()
    if child.returncode:
        log.error("Papers as %s could not be written: %s", form, said.decode("utf-8", "replace")[-2000:])
        raise UnwrittenPapers(f"The papers could not be written as {form}: try another format, or a smaller view.")
    head, _, body = told.partition(b"\n")
    return Written(body, head.decode())


def own_process(module: str) -> list[str]:
    """The words that start a process of our own which does what `main` of a *module* does."""
    return [sys.executable, "-I", "-c", START.format(module), *filter(os.path.isabs, sys.path), str(ROOT)]


def _started(sent: IO[bytes]) -> "subprocess.Popen[bytes]":
    """A child that reads what is *sent* from a file: a pipe would fill while nobody writes into it any more."""
    return subprocess.Popen(own_process(WRITER), stdin=sent, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT)


def _awaited(child: "subprocess.Popen[bytes]", stop: Stop, end: float) -> tuple[bytes, bytes]:
    """What the child wrote, once it has ended; raises UnwrittenPapers where it is to stop before."""
    while True:
        with suppress(subprocess.TimeoutExpired):
            return child.communicate(timeout=LOOK)
        if stop():
            raise UnwrittenPapers("The papers were stopped before they were written.")
        if time.monotonic() > end:
            raise UnwrittenPapers("The papers took longer than they may: ask again when less goes on, or for less.")


def settled(pack: Pack, paper: PaperFormat) -> Pack:
    """*pack* with the rows that are made where somebody asks for them made, or left out where nothing reads them."""
    return replace(pack, sections=tuple(_settled(section, paper) for section in pack.sections))


def _settled(section: Section, paper: PaperFormat) -> Section:
    if not paper.reads_data:
        return replace(section, data=())
    return replace(section, data=tuple(replace(table, rows=tuple(iter(table.rows))) for table in section.data))
