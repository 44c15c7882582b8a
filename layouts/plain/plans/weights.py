"""Knows the page of saved weights: each under its name, and the form that saves those of a view."""

from collections.abc import Sequence

from markupsafe import Markup

from dashboard.domain.priorities.criteria import CRITERIA
from dashboard.domain.priorities.saying import LONGEST_AUTHOR, LONGEST_NAME, read_weights
from dashboard.domain.priorities.weights import Weights, weight_words, weights_of
from dashboard.domain.statistics.rebaselines import day_words
from dashboard.reports.pages.priorities import PrioritiesPage
from layouts.components.drafts import draft_fields, keeping, sending
from layouts.components.fields import Filled, text_field
from layouts.components.links import page_href, page_path, weights_href
from layouts.components.markup import Child, tag
from layouts.plain.page import Link, back, card, facts, plain_page, problem

WEIGHT_FIELDS = ("name", "author")
CLOSED = "Only whoever prepares this partnership's figures may save weights: an analyst, or an administrator."
NONE = "No weights were saved yet."


def weights_page(navigation: Sequence[Link], report: PrioritiesPage, filled: Filled | None) -> str:
    form = _form(report, filled) if filled else tag("p", CLOSED)
    return plain_page(
        "Weights of the priorities",
        navigation,
        back(page_href("priorities", report.filters), "the priorities"),
        problem(filled.links() if filled else []),
        tag("p", report.place, class_="place"),
        tag("h1", "Weights of the priorities", tabindex="-1"),
        _saved(report),
        form,
        keeping() if filled else "",
        fault=bool(filled and filled.faults),
        inside=page_path("priorities"),
    )


def _saved(report: PrioritiesPage) -> Markup:
    items = []
    for item in report.saved:
        asked = read_weights(item.value)
        link = tag("a", item.words, href=page_href("priorities", report.filters.with_(weights=asked)))
        signed = f"{_told(weights_of(asked))}. {item.author}, {day_words(item.day)}"
        items.append(tag("li", tag("p", link), tag("p", signed, class_="sub")))
    shown: Child = tag("ul", *items, class_="history") if items else tag("p", NONE, class_="sub")
    return card("Saved weights", shown, sub="The same name again takes the place of what was saved under it")


def _told(weights: Weights) -> str:
    """'Volume 1, change 1, harm 2'."""
    said = ", ".join(f"{item.heading.lower()} {weight_words(weights.of(item.criterion))}" for item in CRITERIA)
    return said[:1].upper() + said[1:]


def _form(report: PrioritiesPage, filled: Filled) -> Markup:
    weights = [(item.heading, weight_words(report.weights.of(item.criterion))) for item in CRITERIA]
    form = tag(
        "form",
        draft_fields(filled.draft),
        text_field(filled, "name", "Name", f"Up to {LONGEST_NAME} characters, such as “Harm first”."),
        text_field(filled, "author", "Who saves them", f"Your name or role. Up to {LONGEST_AUTHOR} characters."),
        sending(tag("button", "Save them", type="submit", class_="go"), filled.draft),
        method="post",
        action=weights_href(report.filters),
        class_="form",
        data_draft=filled.draft.mark,
    )
    return card("Save the weights of this view", facts(*weights), form)
