"""Knows the forms that need no file: one figure or commentary, a change of an indicator, a partnership's areas."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dashboard.domain.entering.entries import LONGEST_COMMENTARY, MARKERS, NEW, POLARITIES, What
from dashboard.domain.statistics.rebaselines import LONGEST_REASON
from layouts.components.drafts import draft_fields, keeping, sending
from layouts.components.fields import (
    NOTHING_TYPED,
    Filled,
    Options,
    area_field,
    check_field,
    radio_field,
    select_field,
    text_field,
)
from layouts.components.links import page_path, partnership_href
from layouts.components.markup import Child, tag
from layouts.plain.page import Link, back, card, plain_page, problem, table

ENTER, INDICATORS, PARTNERSHIPS = "enter", "indicators", "partnerships"
PREVIEW = "See what would change"
WHATS = (
    (What.ACTUAL, "An actual: what was measured"),
    (What.TARGET, "A target"),
    (What.COMMENTARY, "Commentary: what the partnership says of the figure"),
)
EDITABLE = "Rename, merge or withdraw an indicator"


@dataclass(frozen=True, slots=True)
class EntryForm:
    """What can be entered for one partnership."""

    partnership: tuple[str, str]  # slug and name; two empty texts before it is chosen
    partnerships: Options
    indicators: Options = ()
    areas: Options = ()
    now: str = ""  # what is published there
    filled: Filled = NOTHING_TYPED


def entry_page(navigation: Sequence[Link], form: EntryForm) -> str:
    """The page at /enter."""
    slug, _ = form.partnership
    parts: list[Child] = [_choosing(form, page_path(ENTER))]
    if slug:
        parts.append(_entry(form))
    return _page(navigation, ("Enter one figure", LEDE), form.filled, parts, back(_load(slug), "loading"))


LEDE = (
    "One actual, target or commentary, corrected or added. You see what would change before it is published, it is kept"
    " with your name and the reason, and it can be undone."
)


def _page(navigation: Sequence[Link], head: tuple[str, str], filled: Filled, parts: Sequence[Child], up: Markup) -> str:
    title, lede = head
    faults = problem(filled.links())
    top = (up, faults, tag("h1", title), tag("p", lede, class_="lede"))
    return plain_page(title, navigation, *top, *parts, keeping(), fault=bool(filled.faults))


def _load(slug: str) -> str:
    return partnership_href("load", slug)


def _choosing(form: EntryForm, path: str) -> Markup:
    """The choice of the partnership, which the other choices follow from."""
    options = [
        tag("option", words, value=value, selected=value == form.partnership[0]) for value, words in form.partnerships
    ]
    choice = tag("select", *options, id="partnership", name="partnership")
    button = tag("button", "Choose", type="submit", class_="quiet")
    return tag(
        "form",
        tag("div", tag("label", "Partnership", for_="partnership"), choice, class_="field"),
        button,
        method="get",
        action=path,
        class_="card form",
    )


def _entry(form: EntryForm) -> Markup:
    filled = form.filled
    about = f"A figure as in a table: 1,128, 26.3% or TBC. Commentary: up to {LONGEST_COMMENTARY} characters."
    offered = [("", "Choose"), *form.indicators]
    return tag(
        "form",
        draft_fields(filled.draft),
        tag("h2", f"Figure of {form.partnership[1]}"),
        tag("p", form.now, class_="sub") if form.now else "",
        select_field(filled, "indicator", "Indicator", "As the pages call it, or the last of the list.", offered),
        _new(filled),
        select_field(filled, "area", "Area", "The whole partnership, or a part of it.", form.areas),
        text_field(filled, "period", "Period", "2025/26, Q2 2025/26, Jun 2025 or YE Mar 2026."),
        radio_field(filled, "what", "What it is", WHATS),
        area_field(filled, "text", "Figure or commentary", about),
        select_field(filled, "marker", "Marker", "Of an actual only.", tuple(MARKERS.items())),
        check_field(filled, "withdraw", "Withdraw what was loaded or entered there"),
        *signature(filled),
        sending(tag("button", PREVIEW, type="submit", class_="go"), filled.draft),
        method="post",
        action=partnership_href(ENTER, form.partnership[0]),
        class_="card form",
        data_draft=filled.draft.mark,
    )


def _new(filled: Filled) -> Markup:
    """What only a new indicator needs; shut until it is wanted."""
    fields = (
        text_field(filled, "name", "Name of the new indicator", "As it is to stand on the pages."),
        text_field(filled, "unit", "Unit", "Such as offences, £, days or %; empty for a plain count."),
        select_field(filled, "polarity", "Better is", "Says when its target is met.", tuple(POLARITIES.items())),
    )
    is_open = filled.of("indicator") == NEW
    return tag("details", tag("summary", "Only for a new indicator"), *fields, open=is_open, class_="only-new")


def signature(filled: Filled) -> list[Child]:
    """Why and who, which every form asks."""
    why = f"Why it changes; stands in its history. Up to {LONGEST_REASON} characters."
    return [
        text_field(filled, "reason", "Reason", why),
        text_field(filled, "author", "Your name", "Stands in the history beside it.", completed="name"),
    ]


@dataclass(frozen=True, slots=True)
class IndicatorForm:
    """The indicators of one partnership that can be changed, and the one that is being changed."""

    choosing: EntryForm
    fixed: int  # indicators that cannot be
    others: Options = ()  # what it can be merged into
    clashes: Sequence[Sequence[str]] = ()
    filled: Filled = NOTHING_TYPED


def indicators_page(navigation: Sequence[Link], form: IndicatorForm) -> str:
    """The page at /indicators."""
    slug, name = form.choosing.partnership
    parts: list[Child] = [_choosing(form.choosing, page_path(INDICATORS))]
    if slug and form.choosing.indicators:
        parts.append(_change(form))
    elif slug:
        parts.append(tag("p", f"{name} has no indicator of its own files."))
    if slug and form.fixed:
        parts.append(tag("p", FIXED))
    head = (EDITABLE, INDICATOR_LEDE)
    return _page(navigation, head, form.filled, parts, back(_load(slug), "loading"))


INDICATOR_LEDE = (
    "For an indicator that came from one of your own files under a wrong or a second name. Nothing is deleted: what"
    " would move is shown before it is published, and it can be undone."
)
FIXED = (
    "Indicators that a document prints, and those counted from police.uk’s files, are not listed: they keep their names"
    " and cannot be merged away or withdrawn."
)
CHANGES = (
    ("rename", "Rename it"),
    ("merge", "Merge it into another: its figures, targets and commentary move there"),
    ("withdraw", "Withdraw it with all its figures"),
)


def _change(form: IndicatorForm) -> Markup:
    filled, choosing = form.filled, form.choosing
    offered = [("", "Choose"), *choosing.indicators]
    into = [("", "Choose"), *form.others]
    return tag(
        "form",
        draft_fields(filled.draft),
        tag("h2", f"Indicator of {choosing.partnership[1]}"),
        select_field(filled, "indicator", "Indicator", "From the partnership’s own files.", offered),
        radio_field(filled, "change", "What becomes of it", CHANGES),
        text_field(filled, "name", "New name", "Only to rename it."),
        select_field(filled, "into", "Merge it into", "Only to merge it: the indicator that stays.", into),
        *_clashes(form),
        *signature(filled),
        sending(tag("button", PREVIEW, type="submit", class_="go"), filled.draft),
        method="post",
        action=partnership_href(INDICATORS, choosing.partnership[0]),
        class_="card form",
        data_draft=filled.draft.mark,
    )


BOTH = (
    ("keep", "Keep those of the indicator that stays"),
    ("replace", "Take those of the indicator that is merged"),
)


def _clashes(form: IndicatorForm) -> list[Child]:
    """What both have, and which of the two is to stand."""
    if not form.clashes:
        return []
    headings = ("Figure", "Area", "Period", "Merged", "That stays")
    listed = table("Figures that both have", headings, form.clashes, numbers=frozenset({3, 4}))
    return [listed, radio_field(form.filled, "both", "Where both have a figure", BOTH)]


def partnership_page(navigation: Sequence[Link], filled: Filled) -> str:
    """The page at /partnerships."""
    example = "One a line; a statistical code behind a comma where you know it: Rugby, E07000220"
    form = tag(
        "form",
        draft_fields(filled.draft),
        text_field(filled, "name", "Name of the partnership", "As it is to stand on the pages."),
        area_field(filled, "areas", "Its areas", example, rows=8),
        *signature(filled),
        sending(tag("button", PREVIEW, type="submit", class_="go"), filled.draft),
        method="post",
        action=page_path(PARTNERSHIPS),
        class_="card form",
        data_draft=filled.draft.mark,
    )
    up = back(page_path("load"), "loading")
    return _page(navigation, ("Add a partnership", PARTNERSHIP_LEDE), filled, [form], up)


PARTNERSHIP_LEDE = (
    "A partnership with its areas, before any of its figures are loaded. It can be undone as long as nothing was"
    " published after it."
)


def other_ways(chosen: str, *, founds: bool = True, rules: bool = True) -> Markup:
    """What needs no file, on the loading page; a door that would be refused is not offered."""
    adding = (page_path(PARTNERSHIPS), "Add a partnership with its areas")
    setting = (partnership_href("settings", chosen), "Set which small numbers others see rounded or hidden")
    links = [
        (partnership_href(ENTER, chosen), "Enter one figure, target or commentary"),
        (partnership_href(INDICATORS, chosen), EDITABLE),
        (partnership_href("lists", chosen), "Withdraw an incident list, or say which crime type an offence is"),
        *([adding] if founds else []),
        *([setting] if rules else []),
    ]
    listed = tag("ul", *[tag("li", tag("a", words, href=path)) for path, words in links])
    return card("Without a file", listed)
