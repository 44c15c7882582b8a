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
    ending: str = ""  # of the file, where it is not the name of the format: ".zip" of a datapackage

    def write(self, pack: Pack) -> bytes:
        """The papers as a file."""
        writer: Callable[[Pack], bytes] = import_module(self.module).write
        return writer(pack)


#: By its name, the ending of the file unless its line says another; a format is offered as soon as its line is here.
FORMATS: Mapping[str, PaperFormat] = {}
