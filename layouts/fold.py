"""Knows what is folded to one line on a phone: a summary, and beside it what it opens (assets/outturn.css)."""

from dash import html
from dash.development.base_component import Component


def fold(*words: str | Component, look: str = "") -> html.Details:
    """The line that opens what stands after it in the same container; wider screens show all and no such line."""
    return html.Details(html.Summary([*words]), className=f"fold {look}".strip())
