"""Knows the rows of a performance table: targets, actuals, change, variance, status, each number with its source."""

from dash import html

from dashboard.domain.filters import Filters
from dashboard.domain.periods.calendar import MONTHS_IN_YEAR
from dashboard.domain.statistics.series import PARTS_OF_A_YEAR
from dashboard.domain.values.numbers import show
from dashboard.domain.values.printed import Reason
from dashboard.reports.indicators.judged import Judged, Standing, adverse
from dashboard.reports.words.figures import (
    WHY,
    actual_text,
    chance_text,
    change_text,
    difference_text,
    target_text,
    why,
    why_no_change,
)
from dashboard.reports.words.said import said_text
from dashboard.reports.words.targets import flag_text, readings_text, typed_actual, typed_target
from layouts.cards.notes import notes_beside
from layouts.components.aria import aria
from layouts.components.links import to_cell
from layouts.components.tables import Content
from layouts.components.tags import certainty_words, short_tag
from layouts.figures.spark import gap_bar

SUPERSCRIPTS = str.maketrans("123456789", "¹²³⁴⁵⁶⁷⁸⁹")


def actual_cell(at: Standing, filters: Filters) -> Content:
    """The actual as printed, with its note marks and marker, leading to its cell."""
    if at.actual is None:
        return _none("no actual is published")
    parts: list[Content] = [to_cell(filters, actual_text(at), at.actual.sources)]
    if typed := typed_actual(at):
        parts.append(html.Span(f" (“{typed}”)", className="basis"))
    marks, said = notes_beside(at.actual.value.notes)
    parts += marks
    if at.actual.value.marker and actual_text(at) != f"[{at.actual.value.marker}]":
        parts.append(html.Span(f" [{at.actual.value.marker}]", className="marker"))
    parts += said
    if at.actual.value.rounding:
        parts.append(html.Span(f" {at.actual.value.rounding}", className="chance"))
    if at.actual.derived:
        parts.append(html.Span(f" {at.actual.derived.lower()}", className="chance"))
    return parts


def said_line(item: Judged) -> html.Span:
    """What the document's text says of the figure, beside ours; empty where it says nothing."""
    words = said_text(item)
    return html.Span(f"In the text: {words}" if words else "", className="chance")


def target_cell(at: Standing, filters: Filters) -> Content:
    """The target as printed or worked out, leading to its cell."""
    if at.target is None:
        return _none("no target is published")
    words = target_text(at)
    link = to_cell(filters, words, [at.target.source])
    if at.waits:
        return [link, html.Span(f" ({WHY[Reason.UNRESOLVED]})", className="basis")]
    if at.target.rule.percentage is not None and at.resolved and at.resolved.number is not None:
        return [link, html.Span(f" ({at.resolved.basis})", className="basis")]
    typed = typed_target(at)
    return [link, html.Span(f" (“{typed}”)", className="basis")] if typed else link


def own_target_cell(item: Judged, filters: Filters) -> Content:
    """The target of a row; as printed where its readings disagree, for then no number is the target."""
    if item.reason is Reason.DEPENDS and item.now.target:
        return to_cell(filters, f"“{item.now.target.rule.raw.strip()}”", [item.now.target.source])
    return target_cell(item.now, filters)


def _none(reason: str) -> html.Span:
    return html.Span("–", title=reason, **aria(label=reason))


def change_cell(item: Judged) -> Content:
    """The change on the period before and whether chance explains it, or why there is none."""
    words = change_text(item)
    if not words:
        return html.Span(why_no_change(item), className="reason")
    chance = chance_text(item)
    return [words, html.Span(chance, className="chance")] if chance else words


def variance_cell(item: Judged) -> Content:
    words = difference_text(item.verdict.variance)
    if not words:
        reason = item.verdict.variance.reason
        said = why(item) if reason == item.reason else WHY[reason] if reason else ""
        return html.Span(said or "–", className="reason")
    return html.B(words)


def bar_cell(item: Judged) -> Content:
    """The bar around the target line; nothing where no percentage stands."""
    percent = item.verdict.variance.percent
    if percent is None:
        return ""
    return gap_bar(adverse(percent, item.better), item.verdict.status)


def status_cell(item: Judged) -> Content:
    parts: list[Content] = [short_tag(item)]
    said = [words for words in (certainty_words(item), flag_text(item), *readings_text(item)) if words]
    parts += [html.Span(words, className="chance") for words in said]
    return parts if said else parts[0]


def months_words(item: Judged) -> str:
    """What a part year allows to say where it is not forecast, as in 'already above the year's target'."""
    actual, target = item.now.value.number, item.now.target_value.number
    forecast = item.year_forecast is not None and item.year_forecast.chance is not None
    if forecast or item.months >= item.now.period.months or actual is None or target is None:
        return ""
    so_far = f"{item.indicator.name}: {show(actual)} with {item.months} of {item.now.period.months} months"
    if actual > target:
        return f"{so_far}, already above the {_length(item)}'s target of {show(target)}."
    return f"{so_far}; the {_length(item)}'s target is {show(target)}."


def _length(item: Judged) -> str:
    kind = item.now.period.kind
    return str(kind) if kind in PARTS_OF_A_YEAR else "year" if item.now.period.months == MONTHS_IN_YEAR else "period"
