"""Knows the passwords that no account may have, from a file that whoever runs the product keeps: one a line."""

from functools import cache
from pathlib import Path

from dashboard.domain.access.passwords import SHORTEST


def known_passwords(file: Path | None) -> frozenset[str]:
    """Those of the file that are long enough to be chosen, in small letters; read once for each state of the file."""
    return _read(file, file.stat().st_mtime_ns) if file else frozenset()


@cache
def _read(file: Path, _changed: int) -> frozenset[str]:
    with file.open(encoding="utf-8", errors="replace") as lines:
        return frozenset(word.casefold() for line in lines if len(word := line.rstrip("\r\n")) >= SHORTEST)
