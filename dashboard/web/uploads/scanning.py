"""Knows how files that were sent in are looked through by the virus scanner of the machine, before they are read."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from dashboard.domain.errors import RefusedFile
from data.sources.words import shown

SECONDS = 600
CLEAN, FOUND = 0, 1  # as ClamAV ends, and others like it
INFECTED = "{name} was not read: the virus scanner found something in it."
UNSCANNED = "Files are scanned for viruses here, and the scanner does not answer: try again later. Nothing was read."


def refuse_infected(command: Sequence[str], paths: Sequence[Path]) -> None:
    """Raise RefusedFile where *command* finds something in a file, which goes, or does not say; none: nothing."""
    for path in paths if command else ():
        ended = _ended(command, path)
        if ended == FOUND:
            path.unlink(missing_ok=True)
        if ended != CLEAN:
            raise RefusedFile(INFECTED.format(name=shown(path.name)) if ended == FOUND else UNSCANNED)


def _ended(command: Sequence[str], path: Path) -> int | None:
    """What the scanner ends with; None where it cannot be started or does not end."""
    try:
        done = subprocess.run([*command, str(path)], check=False, capture_output=True, timeout=SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.returncode
