"""Knows how a result leads to the page that says how it is worked out."""

from dash import html

from dashboard.reports.methods.registry import METHODS
from layouts.components.aria import aria
from layouts.components.links import method_href
from layouts.components.tables import Content

WORDS = "How this is worked out"
#: What stands behind a table of actuals against targets.
JUDGED_BY = ("status", "certainty", "real-change", "relative-targets", "markers", "small-numbers")


def method_link(slug: str, words: str = WORDS) -> html.A:
    """A link to one method; its spoken name says which."""
    title = METHODS[slug].title
    return html.A(words, href=method_href(slug), **({} if words == title else aria(label=f"{words}: {title}")))


def how(*slugs: str) -> html.P:
    """The line of a card: one method by the usual words, several by their names."""
    if len(slugs) == 1:
        return html.P(method_link(slugs[0]), className="how")
    parts: list[Content] = [f"{WORDS}: "]
    for slug in slugs:
        parts += [" · "] if len(parts) > 1 else []
        parts.append(method_link(slug, METHODS[slug].title))
    return html.P(parts, className="how")
