"""Knows a file of a form: what it is called, and how it is saved."""

from pathlib import Path
from typing import Protocol

from data.sources.containers.members import LONGEST_NAME


class Sent(Protocol):
    """A file of a form."""

    @property
    def filename(self) -> str | None: ...

    def save(self, dst: Path) -> None: ...


def file_name(sent: str) -> str:
    """The last part of what a browser calls a file, without anything that a file system takes for itself."""
    last = sent.replace("\\", "/").rsplit("/", 1)[-1].replace("\0", "")
    return last[-LONGEST_NAME:] if last.strip(". ") else "file"
