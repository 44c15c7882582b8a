"""Knows the one way in which a table is written as HTML: caption, scopes, one scrolling region, folded where asked."""

from collections.abc import Iterable

from markupsafe import Markup

from layouts.components.markup import Child, tag


def framed_table(caption: str, head: Iterable[Markup], rows: Iterable[Markup], look: str | None = "figures") -> Markup:
    """A table that scrolls in its own region; *head* are the cells over its columns, *rows* are whole."""
    named = tag("caption", caption, class_="visually-hidden")
    whole = tag("table", named, tag("thead", tag("tr", *head)), tag("tbody", *rows), class_=look)
    return tag("div", whole, class_="table-scroll", tabindex="0", role="region", aria_label=caption)


def column_name(words: Child, look: str | None = None) -> Markup:
    """The cell over a column; one of numbers has the look `n`."""
    return tag("th", words, scope="col", class_=look)


def row_name(*words: Child, look: str | None = None) -> Markup:
    """The first cell of a row, which names it."""
    return tag("th", *words, scope="row", class_=look)


def folded(table: Markup, words: str = "Show as table", *, opened: bool = False) -> Markup:
    """The table behind a chart, one click away."""
    return tag("details", tag("summary", words), table, class_="as-table", open=opened)
