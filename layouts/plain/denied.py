"""Knows the page of whoever asks for what he may not have: why, and nothing of what is there."""

from layouts.components.links import page_path
from layouts.components.markup import tag
from layouts.plain.page import back, plain_page

TITLE = "You may not do this"


def denied_page(why: str) -> str:
    """One sentence, and the way to where everybody begins."""
    way = back(page_path("overview"), "the overview")
    return plain_page(TITLE, (), way, tag("h1", TITLE, tabindex="-1"), tag("p", why), inside="")
