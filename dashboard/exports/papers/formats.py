"""Knows the formats of papers: what each is called, and which writer makes a pack into it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module

from dashboard.reports.packs.menu import MENU
from dashboard.reports.packs.pack import Pack

ROOM = "dashboard.exports.papers"


@dataclass(frozen=True, slots=True)
class PaperFormat:
    """One format: its media type, and the module whose `write(pack)` returns its bytes, imported where it is needed.

    A writer that *reads_data* is given the tables behind the sections, too; one that *takes_template* is called
    `write(pack, template)` and may raise TemplateFault.
    """

    words: str  # of the menu
    media: str
    module: str
    ending: str = ""  # of the file, where it is not the name of the format: "zip" of a datapackage
    reads_data: bool = False
    takes_template: bool = False

    def write(self, pack: Pack, template: bytes | None = None) -> bytes:
        """The papers as a file; raises TemplateFault where the *template* cannot be used."""
        writer: Callable[..., bytes] = import_module(self.module).write
        return writer(pack, template) if self.takes_template else writer(pack)


#: By its name, the ending of the file unless its line says another; a format is offered as soon as its line is here.
FORMATS: Mapping[str, PaperFormat] = {
    "html": PaperFormat(MENU["html"], "text/html; charset=utf-8", f"{ROOM}.page.writing"),
    "xlsx": PaperFormat(
        MENU["xlsx"],
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        f"{ROOM}.book.workbook",
        reads_data=True,
    ),
    "pdf": PaperFormat(MENU["pdf"], "application/pdf", f"{ROOM}.pdf.document"),
    "pptx": PaperFormat(
        MENU["pptx"],
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        f"{ROOM}.pptx.deck",
        takes_template=True,
    ),
    "datapackage": PaperFormat(
        MENU["datapackage"],
        "application/zip",
        f"{ROOM}.package.zipped",
        ending="zip",
        reads_data=True,
    ),
}
