"""Knows the page on which somebody chooses whose figures, or which indicator, a page without script is about."""

from collections.abc import Sequence

from layouts.components.markup import tag
from layouts.plain.page import Link, card, plain_page


def choosing_page(navigation: Sequence[Link], title: str, heading: str, ways: Sequence[Link]) -> str:
    """A list of *ways* to go on."""
    items = [tag("li", tag("a", words, href=path)) for path, words in ways]
    shown = tag("ul", *items, class_="choices")
    return plain_page(title, navigation, tag("h1", title, tabindex="-1"), card(heading, shown))
