"""Knows what a method's page is made of: question, formula, source, worked example, and when not to trust it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dashboard.domain.filters import Filters
from dashboard.domain.records import SourceCell
from dashboard.questions.store import Store


@dataclass(frozen=True, slots=True)
class ExampleFigure:
    """A figure of an example, with the cells it was read from."""

    text: str
    filters: Filters
    cells: tuple[SourceCell, ...]


Piece = str | ExampleFigure


@dataclass(frozen=True, slots=True)
class Worked:
    """One table of an example; the first column names the row."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True)
class Example:
    """What a method makes of real figures; a number that *said* names stands in a table."""

    about: str  # whose figures these are
    tables: tuple[Worked, ...]
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Formula:
    """How it is worked out; in *equation* `_{}` is written below the line and `^{}` above it."""

    equation: str
    words: str


@dataclass(frozen=True, slots=True)
class Method:
    """One page; *uses* are the functions that it explains, and that work out its example."""

    slug: str
    title: str
    question: str
    formula: tuple[Formula, ...]
    source: tuple[str, ...]
    example: Callable[[Store], Example]
    limits: tuple[str, ...]
    uses: tuple[Callable[..., object], ...]

    @property
    def code(self) -> tuple[tuple[str, str], ...]:
        """Each module of the code with the functions that stand in it."""
        modules = dict.fromkeys(function.__module__ for function in self.uses)
        names = {name: [each.__qualname__ for each in self.uses if each.__module__ == name] for name in modules}
        return tuple((name, ", ".join(found)) for name, found in names.items())


def table(caption: str, headings: Sequence[str], rows: Sequence[Sequence[Piece]]) -> Worked:
    return Worked(caption, tuple(headings), tuple(map(tuple, rows)))


def text_of(piece: Piece) -> str:
    return piece.text if isinstance(piece, ExampleFigure) else piece
