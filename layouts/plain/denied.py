"""Knows the page of whoever asks for what is not for them: why, and nothing of what is there."""

from collections.abc import Sequence

from layouts.components.links import page_path
from layouts.components.markup import tag
from layouts.plain.page import Link, back, plain_page

TITLE = "You may not do this"


def denied_page(navigation: Sequence[Link], why: str) -> str:
    """One sentence, and the ways to where the asker may go."""
    way = back(page_path("overview"), "the overview")
    return plain_page(TITLE, navigation, way, tag("h1", TITLE, tabindex="-1"), tag("p", why), inside="")
