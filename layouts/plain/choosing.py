"""Knows the page on which somebody chooses whose figures, or which indicator, a page without script is about."""

from collections.abc import Sequence

from layouts.components.markup import tag
from layouts.plain.page import Link, back, card, plain_page


def choosing_page(navigation: Sequence[Link], before: Link, title: str, heading: str, ways: Sequence[Link]) -> str:
    """A list of *ways* to go on, and the one back to the page *before*."""
    items = [tag("li", tag("a", words, href=path)) for path, words in ways]
    shown = tag("ul", *items, class_="choices")
    return plain_page(title, navigation, back(*before), tag("h1", title, tabindex="-1"), card(heading, shown))
