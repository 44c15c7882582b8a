"""Knows how a table is marked up so that everyone can read it: caption, scopes, one scrolling region."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from layouts.components.markup import as_markup, tag
from layouts.components.markup_tables import column_name, folded, framed_table, row_name

Content = Any  # what Dash takes as children: text, a component, or a list of them


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: its words, and whether it holds numbers (right-aligned)."""

    words: str
    number: bool = False
    class_name: str = ""

    @property
    def classes(self) -> str:
        return " ".join(filter(None, ["n" if self.number else "", self.class_name]))


def data_table(
    caption: str, headings: Sequence[Heading], rows: Iterable[Sequence[Content]], *, class_name: str = ""
) -> Markup:
    """A table whose first cell of each row is its heading; wide ones scroll inside their own region.

    With the class `cards` each row is a card on a phone, and nothing is scrolled sideways: its name, the verdict of
    the column `standing`, then every other cell beside its heading, or under it in a column `wide`.
    """
    return framed_table(caption, map(_heading, headings), _body(headings, rows), f"figures {class_name}".strip())


def _heading(item: Heading) -> Markup:
    return column_name(item.words, item.classes or None)


def _body(headings: Sequence[Heading], rows: Iterable[Sequence[Content]]) -> Iterator[Markup]:
    first, *others = headings
    for name, *contents in rows:
        cells = [_cell(heading, content) for heading, content in zip(others, contents, strict=True)]
        yield tag("tr", row_name(name, look=first.classes or None), *cells)


def _cell(heading: Heading, content: Content) -> Markup:
    """A cell with its heading, which stands beside it on the cards of a phone."""
    return tag("td", content, class_=heading.classes or None, data_heading=heading.words)


def as_table(summary: str, table: Content) -> Markup:
    """The table behind a chart, one click away."""
    return folded(as_markup(table), summary)
