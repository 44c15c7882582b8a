"""Knows what is folded to one line on a phone: a summary, and beside it what it opens (assets/outturn.css)."""

from dash import html

from layouts.components.tables import Content


def fold(*words: Content, look: str = "") -> html.Details:
    """The line that opens what stands after it in the same container; wider screens show all and no such line."""
    return html.Details(html.Summary([*words]), className=f"fold {look}".strip())
