"""Knows what is said of files before they are read: a period, and which columns of incident lists say what."""

from msgspec import Struct, field, json

from dashboard.domain.incidents.columns import ColumnRole
from data.names import slug
from data.sources.words import shown


class ListLayout(Struct):
    """The column of each role, of lists with these *headings*, or of the one file that is called *file*."""

    columns: dict[ColumnRole, int]
    headings: list[str] = []
    file: str = ""
    name: str = ""  # under which it is kept

    def fits(self, file: str, row: list[str]) -> bool:
        """Whether it says what the columns of *file* are whose heading is *row*."""
        if self.file:
            return self.file == slug(file)
        return [text.casefold() for text in self.headings] == [text.casefold() for text in headings_of(row)]


class Told(Struct):
    """What whoever loads files says of them."""

    period: str = ""  # of the tables that do not say theirs
    layouts: list[ListLayout] = field(default_factory=list)  # what is said of a file before what is kept


def headings_of(row: list[str]) -> list[str]:
    """How the headings of a list are kept, by which it is known again."""
    return [shown(" ".join(cell.split())) for cell in row]


def written_told(told: Told) -> str:
    """As it goes to whoever reads the files: a period alone is the period."""
    return json.encode(told).decode() if told.layouts else told.period


def read_told(text: str) -> Told:
    return json.decode(text, type=Told) if text.startswith("{") else Told(text)
