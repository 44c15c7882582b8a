"""Knows how a table is marked up so that everyone can read it: caption, scopes, one scrolling region."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dash import html

from layouts.components.aria import aria

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
) -> html.Div:
    """A table whose first cell of each row is its heading; wide ones scroll inside their own region.

    With the class `cards` each row is a card on a phone, and nothing is scrolled sideways: its name, the verdict of
    the column `standing`, then every other cell beside its heading, or under it in a column `wide`.
    """
    table = html.Table(
        [
            html.Caption(caption, className="visually-hidden"),
            html.Thead(_head(headings)),
            html.Tbody(_body(headings, rows)),
        ],
        className=f"figures {class_name}".strip(),
    )
    return html.Div(table, className="table-scroll", tabIndex="0", role="region", **aria(label=caption))


def _head(headings: Sequence[Heading]) -> html.Tr:
    return html.Tr([html.Th(item.words, scope="col", className=item.classes) for item in headings])


def _body(headings: Sequence[Heading], rows: Iterable[Sequence[Content]]) -> list[html.Tr]:
    return [
        html.Tr(
            [
                _cell(heading, content, first=at == 0)
                for at, (heading, content) in enumerate(zip(headings, row, strict=True))
            ]
        )
        for row in rows
    ]


def _cell(heading: Heading, content: Content, *, first: bool) -> html.Th | html.Td:
    if first:
        return html.Th(content, scope="row", className=heading.classes)
    return html.Td(content, className=heading.classes, **_named(heading))


def _named(heading: Heading) -> dict[str, Any]:
    """The heading of a cell beside it, for the cards of a phone."""
    return {"data-heading": heading.words}


def as_table(summary: str, table: html.Div) -> html.Details:
    """The table behind a chart, one click away."""
    return html.Details([html.Summary(summary), table], className="as-table")
