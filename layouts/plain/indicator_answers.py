"""Knows the form in which new indicators are looked through: what each is, what is asked, and how to change it."""

from collections.abc import Mapping, Sequence
from functools import partial

from markupsafe import Markup

from dashboard.domain.entering.described import Described
from dashboard.domain.entering.questions import Choice, Question
from dashboard.domain.wording import plural, sentence
from dashboard.reports.evidence.loaded import LoadView
from layouts.components.links import upload_href
from layouts.components.markup import Child, tag
from layouts.components.markup_tables import column_name, framed_table, row_name
from layouts.plain.page import card
from layouts.plain.previews.list_columns import list_columns

COMBINES = "combines"
HEADINGS = ("Indicator", "Kind of value", "Unit", "Better is", "Tolerance", "A year is", "Found")
CHOICES = {
    "value_type": (
        *(Choice("count", "Count"), Choice("rate", "Rate or average")),
        *(Choice("percentage", "Percentage"), Choice("change", "Change in %")),
    ),
    "polarity": (
        *(Choice("undeclared", "Not said"), Choice("lower", "Lower")),
        *(Choice("higher", "Higher"), Choice("neutral", "Neither")),
    ),
    COMBINES: (
        *(Choice("sum", "Sum of its parts"), Choice("last", "Its newest figure")),
        *(Choice("average", "Average of its parts"), Choice("none", "Its own figure only")),
    ),
}
NOT_SAID = Choice("undeclared", "Not said")
OPEN = Choice("", "Choose …")


def field_name(at: int, column: str) -> str:
    """What a control of row *at* is called; the row's indicator or file stands under the column “about”."""
    return f"answer-{at}-{column}"


def abouts(view: LoadView) -> list[str]:
    """The indicators and files of the form, one a row."""
    described, asked = (item.about for item in view.figures.described), (item.about for item in view.questions)
    return list(dict.fromkeys([*described, *asked]))


def answers_form(view: LoadView) -> Markup:
    """The questions first, then the table of indicators; nothing where neither is."""
    rows = abouts(view)
    if not rows:
        return Markup("")
    named = [tag("input", type="hidden", name=field_name(at, "about"), value=about) for at, about in enumerate(rows)]
    return tag(
        "form",
        *named,
        _questions(view, rows),
        _indicators(view, rows),
        tag("button", "See again with these answers", type="submit", class_="go" if view.questions else "quiet"),
        method="post",
        action=upload_href(view.token, "answers"),
        class_="answers",
    )


def _questions(view: LoadView, rows: Sequence[str]) -> Markup:
    asked = view.questions
    if not asked:
        return Markup("")
    fields = [_question(item, rows.index(item.about), view.sent) for item in asked]
    words = f"{sentence(plural(len(asked), 'question'))} to answer first"
    return card(words, *fields, sub="Nothing can be published before each is answered")


def _question(item: Question, at: int, sent: Mapping[str, str]) -> Markup:
    if item.columns:
        return list_columns(item, partial(field_name, at), sent)
    name = field_name(at, item.column)
    chooser = _select(name, (OPEN, *item.choices), "", required=True, id=name, aria_describedby=f"{name}-hint")
    hint = tag("span", f"Or {item.mend}.", class_="hint", id=f"{name}-hint")
    return tag("div", tag("label", item.words, for_=name), chooser, hint, class_="field")


def _indicators(view: LoadView, rows: Sequence[str]) -> Markup:
    found = view.figures.described
    if not found:
        return Markup("")
    asked = {item.key for item in view.questions}
    body = [_indicator(item, rows.index(item.about), asked) for item in found]
    fresh = sum(item.is_new for item in found)
    words = sentence(plural(fresh, "new indicator")) if fresh else "Indicators of this load"
    table = framed_table("Indicators of this load", map(column_name, HEADINGS), body, None)
    return card(words, table, sub="As they would be kept; what is wrong can be changed here, or in a declarations file")


def _indicator(item: Described, at: int, asked: set[tuple[str, str]]) -> Markup:
    cells = (
        (HEADINGS[1], _kind(item, at)),
        (HEADINGS[2], _text(item, at, "unit", item.unit)),
        (HEADINGS[3], _choose(item, at, "polarity", CHOICES["polarity"])),
        (HEADINGS[4], _tolerance(item, at)),
        (HEADINGS[5], _combining(item, at, is_asked=(item.about, COMBINES) in asked)),
        (
            HEADINGS[6],
            tag("span", item.periods or "no figures", tag("span", item.areas, class_="sub-line"), class_="found"),
        ),
    )
    said = [tag("td", controls, data_heading=heading) for heading, controls in cells]
    return tag("tr", row_name(item.name), *said)


def _found(item: Described) -> Markup:
    return tag("span", item.periods or "no figures", tag("span", item.areas, class_="sub-line"), class_="found")


def _kind(item: Described, at: int) -> Child:
    """The kind of value of an indicator that has figures already never changes."""
    if item.is_new:
        return _choose(item, at, "value_type", CHOICES["value_type"])
    words = next(choice.words for choice in CHOICES["value_type"] if choice.value == item.value_type)
    return tag("span", words, class_="fixed")


def _combining(item: Described, at: int, *, is_asked: bool) -> Child:
    if is_asked:
        return tag("span", "Asked above", class_="asked")
    known = CHOICES[COMBINES]
    return _choose(item, at, COMBINES, (NOT_SAID, *known) if item.combines == NOT_SAID.value else known)


def _tolerance(item: Described, at: int) -> Markup:
    typed = _text(item, at, "tolerance", item.tolerance)
    return tag("span", typed, tag("span", "%", class_="after"), class_="measured")


def _choose(item: Described, at: int, column: str, choices: Sequence[Choice]) -> Markup:
    chosen = str(getattr(item, column))
    return _select(field_name(at, column), choices, chosen, aria_label=_label(item, column))


def _text(item: Described, at: int, column: str, value: str) -> Markup:
    label = _label(item, column)
    return tag("input", type="text", name=field_name(at, column), value=value, maxlength="100", aria_label=label)


def _label(item: Described, column: str) -> str:
    headings = dict(zip(("value_type", "unit", "polarity", "tolerance", COMBINES), HEADINGS[1:6], strict=True))
    return f"{headings[column]}: {item.name}"


def _select(name: str, choices: Sequence[Choice], chosen: str, **attributes: object) -> Markup:
    options = [tag("option", item.words, value=item.value, selected=item.value == chosen) for item in choices]
    return tag("select", *options, name=name, **attributes)
