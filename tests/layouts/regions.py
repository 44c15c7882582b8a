"""Reads regions that are written as HTML into the same plain dictionaries that Dash sends of its components."""

from html.parser import HTMLParser
from typing import Any

VOID = frozenset({"img", "br", "input", "hr"})


class Unbalanced(Exception):
    """A tag is closed that was not opened, or left open."""


class _Reader(HTMLParser):
    """Keeps the way from the outermost open element to the innermost."""

    def __init__(self) -> None:
        super().__init__()
        self.top: list[Any] = []
        self._open: list[tuple[str, list[Any]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        children = self._add(tag, attrs)
        if tag not in VOID:
            self._open.append((tag, children))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._add(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1][0] != tag:
            raise Unbalanced(f"</{tag}> closes {self._open[-1][0] if self._open else 'nothing'}")
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self._inside().append(data)

    def finish(self) -> list[Any]:
        self.close()
        if self._open:
            raise Unbalanced(f"<{self._open[-1][0]}> stays open")
        return self.top

    def _inside(self) -> list[Any]:
        return self._open[-1][1] if self._open else self.top

    def _add(self, tag: str, attrs: list[tuple[str, str | None]]) -> list[Any]:
        children: list[Any] = []
        props: dict[str, Any] = {name: value if value is not None else "" for name, value in attrs}
        self._inside().append({"type": tag.capitalize(), "props": props | {"children": children}})
        return children


def read_region(markup: str) -> list[Any]:
    """The elements and texts of *markup*, from the outside in; raises Unbalanced."""
    reader = _Reader()
    reader.feed(markup)
    return reader.finish()
