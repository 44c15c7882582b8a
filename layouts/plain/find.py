"""Knows the page that lists what a search found; it needs no script."""

from collections.abc import Sequence

from markupsafe import Markup

from dashboard.domain.finding import Findable
from dashboard.reports.find import MOST_FOUND, Found
from layouts.components.links import found_href
from layouts.components.markup import tag
from layouts.plain.page import Link, card, plain_page

NOTHING = "Try fewer words, or the start of one: each word must begin a word of the name, the code or the lead."
KEY = "The key / goes to the search field from anywhere on a page."


def find_page(navigation: Sequence[Link], found: Found) -> str:
    """What was found, the best first."""
    heading = tag("h1", found.title, tabindex="-1")
    parts = [tag("ol", *map(_item, found.items), class_="found")] if found.items else [tag("p", _hint(found))]
    return plain_page(found.title, navigation, heading, card("What fits", *parts), _key(), inside="")


def _item(item: Findable) -> Markup:
    code = tag("span", item.code, class_="code") if item.code else ""
    said = " · ".join(filter(None, (item.kind, item.beside)))
    return tag("li", tag("a", item.name, href=found_href(item.door)), " ", code, tag("p", said, class_="sub"))


def _hint(found: Found) -> str:
    return NOTHING if found.search.asked else f"Type a few words above; at most {MOST_FOUND} places are listed."


def _key() -> Markup:
    """The switch of the key: who speaks to the computer must be able to turn it off (WCAG 2.1.4)."""
    button = tag("button", "Switch it off", type="button", class_="quiet", id="find-key", aria_pressed="false")
    return card("By keyboard", tag("p", KEY), button)
