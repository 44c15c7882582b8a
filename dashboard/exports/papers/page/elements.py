"""Knows how one element of the page is written: what it says is text, whatever stands in it."""

from markupsafe import Markup, escape

from dashboard.exports.papers.words import printable

EMPTY = frozenset({"meta", "img", "br"})
Child = str | Markup | None


def element(name: str, /, *children: Child, **attributes: str | None) -> Markup:
    """<name attributes>children</name>; class_ and aria_label are written class and aria-label."""
    written = Markup().join(_attribute(key, value) for key, value in attributes.items() if value is not None)
    if name in EMPTY:
        return Markup("<{}{}>").format(Markup(name), written)
    return Markup("<{}{}>{}</{}>").format(Markup(name), written, joined(*children), Markup(name))


def joined(*children: Child) -> Markup:
    """*children* one after the other; what is no markup is text."""
    return Markup().join(_said(child) for child in children if child is not None)


def _said(child: str | Markup) -> Markup:
    return child if isinstance(child, Markup) else escape(printable(child))


def _attribute(key: str, value: str | None) -> Markup:
    return Markup(' {}="{}"').format(Markup(key.rstrip("_").replace("_", "-")), printable(value or ""))
