"""Knows the filters at hand while something is presented: the controls of the page, as a form without script."""

from collections.abc import Sequence

from markupsafe import Markup

from dashboard.domain.choices import Choices
from dashboard.domain.filters import FILTERS
from dashboard.reports.meeting.deck import Deck
from layouts.components.markup import tag
from layouts.filter_bar import CONTROLS, Choosable, Control


def filters_form(deck: Deck, at: int, page: str, among: Choosable, shown: tuple[Sequence[str], Choices]) -> Markup:
    """The controls in *shown* with what is chosen; what has no control here is kept as it is."""
    keys, choices = shown
    drawn = [_control(item, among, choices) for item in CONTROLS if item.key in keys]
    kept = [(item.key, value) for item in FILTERS if item.key not in keys for value in among.filters.values(item)]
    hidden = [(deck.key[0], deck.key[1]), ("item", str(at)), ("page", page), *kept]
    return tag(
        "form",
        *[tag("input", type="hidden", name=name, value=value) for name, value in hidden],
        *drawn,
        tag("button", "Show", type="submit", class_="go"),
        method="get",
        action=deck.path,
        data_inside=True,
        class_="hand-form",
    )


def _control(item: Control, among: Choosable, choices: Choices) -> Markup:
    offered = item.options(among) if item.options else item.fixed(choices)
    value = item.value(among)
    if item.are_chips:
        boxes = [_box(item.key, option, is_on=option["value"] in value) for option in offered]
        return tag("fieldset", tag("legend", item.label), *boxes)
    known = f"present-{item.key}"
    options = [
        tag("option", option["label"], value=option["value"], selected=option["value"] == value) for option in offered
    ]
    return tag("p", tag("label", item.label, for_=known), tag("select", *options, id=known, name=item.key))


def _box(key: str, option: dict[str, str], *, is_on: bool) -> Markup:
    known = f"present-{key}-{option['value']}"
    box = tag("input", type="checkbox", id=known, name=key, value=option["value"], checked=is_on)
    return tag("span", box, tag("label", option["label"], for_=known), class_="hand-box")
