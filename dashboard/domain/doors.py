"""Knows where a link leads, as a value: layouts/components/links.py alone writes its address."""

from dataclasses import dataclass

from dashboard.domain.filters import Filters


@dataclass(frozen=True, slots=True)
class Door:
    """A page of the product in a view."""

    page: str  # its name
    filters: Filters
    cell: int | None = None  # the printed cell that it opens at


@dataclass(frozen=True, slots=True)
class PlainDoor:
    """A page that the server writes whole, as it opens for a partnership; for none, as it opens."""

    page: str  # its name, a method with the list before it: method/status
    partnership: str = ""


@dataclass(frozen=True, slots=True)
class FigureDoor:
    """One figure of a user's file: its cell, and what it was before."""

    number: int


@dataclass(frozen=True, slots=True)
class FileDoor:
    """A file as it was handed in."""

    arrival: int


@dataclass(frozen=True, slots=True)
class LoadDoor:
    """The loads of a partnership on the Data page, or the load of one *arrival* among them."""

    partnership: str
    arrival: int | None = None


@dataclass(frozen=True, slots=True)
class EntryDoor:
    """The form that takes one figure, with what is chosen there already."""

    partnership: str
    indicator: str
    area: str
    period: str
    what: str


@dataclass(frozen=True, slots=True)
class CommentaryDoor:
    """What is said of one figure, and the form that says it; each part as the address writes it."""

    partnership: str
    indicator: str
    area: str
    period: str


#: Where a cell is shown that stands in no printed table.
CellDoor = Door | FigureDoor | FileDoor | LoadDoor | CommentaryDoor
