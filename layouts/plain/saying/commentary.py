"""Knows the page on which somebody says why a figure is as it is: what stands, the form, and what stood before."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from dashboard.domain.commentary import Commentary
from dashboard.domain.doors import CommentaryDoor
from dashboard.domain.entering.entries import LONGEST_COMMENTARY
from dashboard.domain.statistics.rebaselines import LONGEST_NAME, moment_words
from dashboard.reports.indicators.judged import Judged
from dashboard.reports.indicators.offered import with_code
from dashboard.reports.performance.commenting import Commenting
from dashboard.reports.words.figures import actual_text, target_text
from layouts.components.drafts import draft_fields, keeping, sending
from layouts.components.fields import NOTHING_TYPED, Filled, area_field, check_field, text_field
from layouts.components.links import cell_href, commentary_href, indicator_href, page_href, page_path
from layouts.components.markup import as_markup, tag
from layouts.components.tags import short_tag
from layouts.plain.page import Link, back, card, facts, plain_page, problem

PAGE = "commentary"
ABOUT = f"Why the figure is as it is, and what is done: up to {LONGEST_COMMENTARY} characters, shown beside its status."
WHO = f"Your role or name; stands beside it with the day. Up to {LONGEST_NAME} characters."
CLOSED = "Commentary cannot be written here: ask whoever prepares the figures of this partnership."
UNSAID = "This target was missed, and nobody has said why yet."


@dataclass(frozen=True, slots=True)
class CommentaryForm:
    """The page as it is asked for: with the form or without, and what was sent."""

    report: Commenting
    opened: bool = True
    filled: Filled = field(default=NOTHING_TYPED)


def commentary_page(navigation: Sequence[Link], form: CommentaryForm) -> str:
    if form.report.item is None:
        return _choosing(navigation, form.report)
    item, report = form.report.item, form.report
    name = item.indicator.name
    said = [_standing(report), _form(form) if form.opened else tag("p", CLOSED)]
    parts = [_figure(item), tag("div", *said, class_="said-forms")]
    parts += [_before(report)] if len(report.history) > 1 else []
    parts += [keeping()] if form.opened else []
    return plain_page(
        f"Commentary on {name}",
        navigation,
        back(indicator_href(report.filters, item.indicator.slug), name),
        problem(form.filled.links()),
        tag("p", f"{report.area_name} · {item.now.period.label}", class_="place"),
        tag("h1", f"{name}: commentary", tabindex="-1"),
        *parts,
        fault=bool(form.filled.faults),
        inside=page_path("indicator"),
    )


def _figure(item: Judged) -> Markup:
    """What the commentary is about, as it stands."""
    target = target_text(item.now) if item.now.target else "none published"
    told = [("Actual", actual_text(item.now)), ("Target", target)]
    return card("The figure", facts(*told, ("Status", _status(item))))


def _status(item: Judged) -> Markup:
    return as_markup(short_tag(item)) if item.now.target else tag("span", "no target", class_="reason")


def _standing(report: Commenting) -> Markup:
    found = report.standing
    if found is not None:
        return card("What is said of it", tag("blockquote", found.text), _signed(found, report))
    return card("What is said of it", tag("p", UNSAID if report.awaits else "Nothing was said of this figure yet."))


def _signed(said: Commentary, report: Commenting) -> Markup:
    who = f"{said.author or 'Nobody named'}, {moment_words(said.moment)}"
    place = cell_href(report.filters, said.source)
    link = "" if isinstance(said.source.target, CommentaryDoor) else tag("a", " · from a file", href=place)
    return tag("p", who, link, class_="sub")


def _form(form: CommentaryForm) -> Markup:
    report, standing, filled = form.report, form.report.standing, form.filled
    taking_back = check_field(filled, "withdraw", "Take back what stands, and put nothing in its place")
    return card(
        "Write another in its place" if standing else "Write the commentary",
        tag(
            "form",
            draft_fields(filled.draft),
            tag("input", type="hidden", name="seen", value=standing.moment if standing else ""),
            area_field(filled, "text", "Commentary", ABOUT),
            text_field(filled, "author", "Who says so", WHO, completed="name"),
            taking_back if standing else "",
            sending(tag("button", "Record it", type="submit", class_="go"), filled.draft),
            method="post",
            action=page_href(PAGE, report.filters),
            class_="form",
            data_draft=filled.draft.mark,
        ),
    )


def _before(report: Commenting) -> Markup:
    """Everything that was said before, the newest first; nothing is lost."""
    items = [
        tag("li", tag("p", said.text or "(taken back)"), _signed(said, report), class_="decision")
        for said in report.history
        if said is not report.standing
    ]
    return card("Said before", tag("ul", *items, class_="choices"))


def _choosing(navigation: Sequence[Link], report: Commenting) -> str:
    """The figures of a view: those that were missed and of which nobody said why, then all."""
    label = report.filters.period.label
    parts = [card("Missed, and nobody has said why", _listed(report, report.unsaid))] if report.unsaid else []
    others = [item for item in report.every if item not in report.unsaid]
    parts += [card("Other figures", _listed(report, others))] if others else []
    return plain_page(
        "Commentary",
        navigation,
        back(page_href("overview", report.filters), "Overview"),
        tag("p", f"{report.area_name} · {label}", class_="place"),
        tag("h1", "Commentary on the figures", tabindex="-1"),
        *(parts or [tag("p", f"{report.area_name} has no figures for {label}.")]),
        inside=page_path("indicator"),
    )


def _listed(report: Commenting, items: Sequence[Judged]) -> Markup:
    lines = [
        tag("li", tag("a", with_code(item.indicator), href=_door(report, item)), " ", _status(item)) for item in items
    ]
    return tag("ul", *lines, class_="choices")


def _door(report: Commenting, item: Judged) -> str:
    filters = report.filters
    return commentary_href(CommentaryDoor(filters.partnership, item.indicator.slug, filters.area, item.now.period.slug))
