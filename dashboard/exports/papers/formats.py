"""Knows the formats of papers: what each is called, and which writer makes a pack into it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module

from dashboard.reports.packs.pack import Pack


@dataclass(frozen=True, slots=True)
class PaperFormat:
    """One format: its media type, and the module whose `write(pack)` returns its bytes, imported where it is needed."""

    words: str  # of the menu
    media: str
    module: str

    def write(self, pack: Pack) -> bytes:
        """The papers as a file."""
        writer: Callable[[Pack], bytes] = import_module(self.module).write
        return writer(pack)


#: By the ending of the file; a format is offered as soon as its line stands here.
FORMATS: Mapping[str, PaperFormat] = {}
