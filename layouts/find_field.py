"""Knows the search field in the head of every page; assets/find.js lists what fits while somebody types."""

from markupsafe import Markup

from layouts.components.links import page_path
from layouts.components.markup import tag

FIELD = "find"
WORDS = "Find an indicator, place, action or page"
ASKED = "q"  # the key of the address that holds the words


def find_field(partnership: str = "", said: str = "") -> Markup:
    """The form: without script it leads to the page that lists what was found for a *partnership*."""
    kept = tag("input", type="hidden", name="partnership", value=partnership) if partnership else ""
    return tag(
        "form",
        tag("label", WORDS, for_=FIELD, class_="visually-hidden"),
        tag("input", id=FIELD, name=ASKED, value=said or None, placeholder="Find", autocomplete="off", maxlength=80),
        kept,
        role="search",
        action=page_path(FIELD),
        class_="find",
    )
