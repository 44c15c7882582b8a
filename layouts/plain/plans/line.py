"""Knows what the pages of one action and of one risk share: the head, what was said, and how a form is signed."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dashboard.domain.plans.updates import LONGEST_AUTHOR, LONGEST_WORDS
from dashboard.domain.records import Indicator
from dashboard.reports.planning.lists import PlanLists
from layouts.components.drafts import keeping
from layouts.components.fields import Filled, area_field, text_field
from layouts.components.links import indicator_href, page_href, page_path
from layouts.components.markup import Child, joined, tag
from layouts.plain.page import Link, back, card, plain_page, problem

CLOSED = "Only whoever prepares this partnership's plan may update it: an analyst, or an administrator."
NOTHING_SAID = "Nothing has been said yet."


@dataclass(frozen=True, slots=True)
class LineHead:
    """Title and paragraph of a page, and the words in the tab of the browser."""

    tab: str
    title: str
    lede: Child


def line_page(
    navigation: Sequence[Link], lists: PlanLists, head: LineHead, filled: Filled | None, parts: Sequence[Child]
) -> str:
    faults = problem([_to_field(name, words) for name, words in filled.faults]) if filled else ""
    return plain_page(
        head.tab,
        navigation,
        back(page_href("plan", lists.filters), f"the plan of {lists.name}"),
        faults,
        tag("p", lists.name, class_="place"),
        tag("h1", head.title, tabindex="-1"),
        tag("p", head.lede, class_="lede"),
        *parts,
        keeping() if filled else tag("p", CLOSED),
        fault=bool(filled and filled.faults),
        inside=page_path("plan"),
    )


def _to_field(name: str, words: str) -> Child:
    return tag("a", words, href=f"#{name}") if name else words


def said_card(entries: Sequence[Markup]) -> Markup:
    """Everything said, the newest first."""
    shown: Child = tag("ol", *reversed(entries), class_="history") if entries else tag("p", NOTHING_SAID, class_="sub")
    return card("What was said", shown)


def said_beside(entries: Sequence[Markup], form: Child) -> Markup:
    """What was said, and beside it the form that says more."""
    said = said_card(entries)
    return tag("div", said, form, class_="said-forms") if form else said


def said_entry(head: Sequence[Child], words: str, who: str) -> Markup:
    said = tag("p", words) if words else ""
    return tag("li", tag("p", *head), said, tag("p", who, class_="sub"))


def signed_words(filled: Filled, label: str, hint: str) -> Markup:
    """The words and the name that every form asks, and the newest line that its sender has seen."""
    most = f"{hint} Up to {LONGEST_WORDS:,} characters."
    who = f"Your name or role; stands beside it. Up to {LONGEST_AUTHOR} characters."
    return joined(
        [
            area_field(filled, "words", label, most),
            text_field(filled, "author", "Who says so", who, completed="name"),
            tag("input", type="hidden", name="seen", value=filled.of("seen")),
        ]
    )


def aims(indicators: Sequence[Indicator], lists: PlanLists) -> Child:
    links = [tag("a", item.name, href=indicator_href(lists.filters, item.slug)) for item in indicators]
    return tag("ul", *(tag("li", link) for link in links)) if links else "no indicator"
