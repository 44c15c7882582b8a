"""Knows a target-status tile: name, value, status in words, target, change, marker, source."""

from collections.abc import Sequence

from dash import html

from dashboard.domain.documents import section_of
from dashboard.domain.filters import Filters
from dashboard.domain.meetings.notes import FigureNote
from dashboard.domain.records import Indicator
from dashboard.domain.targets.status import Certainty, Status
from dashboard.domain.values.printed import ValueType
from dashboard.domain.values.reasons import Reason
from dashboard.domain.wording import sentence
from dashboard.reports.indicators.judged import Judged
from dashboard.reports.indicators.offered import code_words
from dashboard.reports.performance.within_year import to_date_text
from dashboard.reports.words.figures import (
    MARKER_WORDS,
    POLARITY_WORDS,
    actual_text,
    before_text,
    chance_text,
    change_text,
    target_text,
)
from dashboard.reports.words.forecast import needed_text, outturn_texts, why_not_forecast
from dashboard.reports.words.said import said_text
from dashboard.reports.words.targets import flag_text, readings_text
from layouts.cards.commentary import commentary_start
from layouts.cards.forecast_tag import tile_tag
from layouts.cards.meetings.noted import noted_line
from layouts.components.aria import aria
from layouts.components.links import cell_href, indicator_href, measure_href
from layouts.components.tables import Content
from layouts.components.tags import certainty_words
from layouts.figures.range_bar import range_bar
from layouts.figures.spark import spark_line
from layouts.theme import STATUS_CLASSES

LONGEST_TARGET = 48
NO_UNIT = frozenset({"number", "count", "no", "no."})  # what a number is anyway
LONGEST_UNIT = 20  # letters beside the number; longer ones stand under it


def tile(item: Judged, filters: Filters, notes: Sequence[FigureNote] = (), *, may_say: bool = False) -> html.Article:
    """One tile; its name leads to the indicator's file, its source to the printed cell.

    Who *may_say* why a target was missed is led to where that is done.
    """
    return html.Article(
        [
            _cap(item, filters),
            _value_row(item),
            html.P(tile_tag(item), className="status"),
            *_range(item),
            _facts(item, filters),
            *_asides(item),
            *commentary_start(item, filters, may_say=may_say),
            *noted_line(item, filters, notes),
            _foot(item, filters),
        ],
        className=f"tile {STATUS_CLASSES[_shown_status(item)]}",
    )


def _shown_status(item: Judged) -> Status:
    """What colours the card and its line: a margin that chance could explain colours its tag alone."""
    return Status.NOT_JUDGED if item.verdict.certainty is Certainty.WITHIN_CHANCE else item.verdict.status


def _cap(item: Judged, filters: Filters) -> html.Div:
    link = html.A(item.indicator.name, href=indicator_href(filters, item.indicator.slug))
    return html.Div([html.H2(link, className="name"), *_code(item.indicator, filters)], className="cap")


def _code(indicator: Indicator, filters: Filters) -> list[html.A]:
    """Its code, leading to the same measure with other partnerships."""
    if not indicator.code:
        return []
    words = code_words(indicator.code)
    spoken = aria(label=f"{words} in every partnership")
    return [html.A(words, href=measure_href(filters, indicator.slug), className="code", **spoken)]


def _value_row(item: Judged) -> html.Div:
    words = actual_text(item.now)
    unit = _unit(item)
    stands_under = len(unit) > LONGEST_UNIT or _counts_a_part(item)
    number = html.P([words, " ", html.Span(unit, className="unit long" if stands_under else "unit")], className="big")
    target = None if item.verdict.readings else item.now.target_value.number
    line = spark_line([number for _, number in item.series], target, _shown_status(item))
    return html.Div([number] if line is None else [number, line], className="row-of-two")


def _range(item: Judged) -> list[html.Div]:
    """Where the year will probably end, drawn; nothing where it is over or not forecast."""
    drawn = range_bar(item.year_forecast)
    return [html.Div(drawn, className="range")] if drawn is not None else []


def _unit(item: Judged) -> str:
    if item.now.value.reason is Reason.SUPPRESSED:
        return "number not shown"
    if item.now.value.number is None:
        return "no number published" if item.now.actual else "no actual published"
    is_said = item.indicator.value_type in (ValueType.PERCENTAGE, ValueType.CHANGE)
    words = "" if is_said or item.indicator.unit.casefold() in NO_UNIT else item.indicator.unit
    words = ", ".join(filter(None, (words, item.now.value.rounding)))
    if _counts_a_part(item):
        return ", ".join(filter(None, (words, f"{item.months} of {item.now.period.months} months")))
    return words


def _counts_a_part(item: Judged) -> bool:
    return item.now.actual is not None and item.now.actual.is_part and item.now.value.number is not None


def _facts(item: Judged, filters: Filters) -> html.Dl:
    facts = _other_year(item, filters)
    if item.now.target:
        facts.append((f"Target {item.now.period.label}", _short_target(item)))
    facts += _ahead(item)
    if item.before.actual or item.before.target:
        before = before_text(item)
        if item.before.target:
            before += f" (target {target_text(item.before)})"
        facts.append((item.before.period.label, before))
    if change_text(item):
        chance = chance_text(item)
        facts.append(("Change on year", f"{change_text(item)}{f', {chance}' if chance else ''}"))
    if item.said:
        facts.append(("In the text", said_text(item)))
    if item.verdict.ratio is not None:
        facts.append(("Certainty", certainty_words(item)))
    facts += _year(item)
    if item.baseline and item.baseline.value.number is not None:
        facts.append(("Baseline, year not printed", f"{item.baseline.value.raw}"))
    return html.Dl([part for name, words in facts for part in (html.Dt(name), html.Dd(words))])


def _other_year(item: Judged, filters: Filters) -> list[tuple[str, str]]:
    """The period of a year of another kind, which stands under the heading of this one."""
    return [] if item.now.period == filters.period else [("Period", item.now.period.label)]


def _ahead(item: Judged) -> list[tuple[str, str]]:
    """Where a year in progress will probably end and what it needs, or why that is not said."""
    if item.year_forecast and (expected := outturn_texts(item.year_forecast)):
        needed = needed_text(item.year_forecast)
        return [
            ("Expected year end", f"{expected[0]} ({expected[1]})"),
            *([("Needed from here", needed)] if needed else []),
        ]
    reason = "" if item.is_over else why_not_forecast(item)
    return [("Expected year end", reason)] if reason else []


def _year(item: Judged) -> list[tuple[str, str]]:
    """Of a month or quarter: the year up to its end, and the target that the whole year has."""
    facts = []
    if item.to_date and item.to_date.run != item.now.period:
        facts.append(("Year to date", to_date_text(item, item.to_date)))
    if item.year and item.has_year_target:
        facts.append((f"Target for all of {item.year.period.label}", target_text(item.year)))
    return facts


def _asides(item: Judged) -> list[html.P]:
    """That the target is easy, and the readings of it that disagree, each with its verdict."""
    said = [sentence(words) for words in (flag_text(item), *readings_text(item)) if words]
    return [html.P(words, className="note") for words in said]


def _short_target(item: Judged) -> str:
    """The target; one that its readings disagree about stays as printed."""
    words = item.now.target.rule.raw if item.verdict.readings and item.now.target else target_text(item.now)
    return words if len(words) <= LONGEST_TARGET else "in words: see the indicator"


def _foot(item: Judged, filters: Filters) -> html.P:
    parts: list[Content] = [f"{POLARITY_WORDS[item.indicator.polarity]} · "]
    if item.now.value.marker:
        parts.append(html.Abbr(f"[{item.now.value.marker}]", title=MARKER_WORDS[item.now.value.marker]))
        parts.append(" · ")
    cells = item.cells
    if cells:
        parts.append(
            html.A(
                section_of(cells[0].table) if cells[0].in_text else cells[0].table,
                href=cell_href(filters, cells[0]),
                **aria(label=f"Source of {item.indicator.name}: {cells[0].place}"),
            )
        )
    if item.now.actual and item.now.actual.derived:
        parts.append(f" · {item.now.actual.derived.lower()}")
    return html.P(parts, className="note")
