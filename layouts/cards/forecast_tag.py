"""Knows how a forecast looks beside a status: in words, outlined where a status is filled, never mistaken for one."""

from dash import html

from dashboard.domain.palette import LIKE, STATUS_SHAPES
from dashboard.domain.statistics.likelihood import likely_outcome_of
from dashboard.domain.targets.status import Polarity
from dashboard.domain.wording import sentence
from dashboard.reports.indicators.exceptions import is_free
from dashboard.reports.indicators.judged import Judged
from dashboard.reports.performance.findings import moved
from dashboard.reports.words.forecast import meeting_text, needed_text, outturn_texts, why_not_forecast
from layouts.cards.performance_rows import status_cell
from layouts.components.aria import aria
from layouts.components.tables import Content
from layouts.components.tags import status_tag
from layouts.figures.range_bar import range_bar
from layouts.theme import STATUS_CLASSES


def chance_tag(chance: float) -> html.Span:
    """'Unlikely to be met: 12%'; the shape is the one of the status it may become."""
    status, words = LIKE[likely_outcome_of(chance)], meeting_text(chance)
    shape = html.Span(STATUS_SHAPES[status], className="shape", **aria(hidden="true"))
    return html.Span([shape, words], className=f"tag forecast {STATUS_CLASSES[status]}")


def tile_tag(item: Judged) -> html.Span:
    """The status of a tile, what its target will probably become, or how a figure without a target moved."""
    if item.year_forecast and item.year_forecast.chance is not None:
        return chance_tag(item.year_forecast.chance)
    return _move(item) if is_free(item) and item.change.absolute else status_tag(item)


def _move(item: Judged) -> html.Span:
    """How a measure without a target moved: what chance could explain has neither colour nor arrow."""
    said = sentence(moved(item))
    if item.change_real is False:
        return html.Span(f"No clear change: {said[:1].lower()}{said[1:]}, which could be chance", className="move")
    rose = (item.change.absolute or 0) > 0
    arrow = html.Span("▲" if rose else "▼", className="shape", **aria(hidden="true"))
    words = f"Clearly {said[:1].lower()}{said[1:]}" if item.change_real else said
    look = "" if item.better not in (Polarity.HIGHER, Polarity.LOWER) else " worse" if item.worsening else " better"
    return html.Span([arrow, words], className=f"move{look}")


def expected_cell(item: Judged) -> Content:
    """The outturn that is expected, its range under it, or why none is."""
    texts = outturn_texts(item.year_forecast) if item.year_forecast else None
    if texts is None:
        reason = "" if item.is_over else why_not_forecast(item)
        return html.Span(reason, className="reason") if reason else "–"
    mean, between = texts
    return [html.B(mean), html.Span(between, className="chance")]


def range_cell(item: Judged) -> Content:
    """The expected outturn and its range against the target, drawn."""
    drawn = range_bar(item.year_forecast)
    return "" if drawn is None else drawn


def needed_cell(item: Judged) -> Content:
    """What a month from here would end on target."""
    return (needed_text(item.year_forecast) if item.year_forecast else "") or "–"


def meeting_cell(item: Judged) -> Content:
    """What will probably become of the target; else the status, or why there is none."""
    if item.year_forecast and item.year_forecast.chance is not None:
        return chance_tag(item.year_forecast.chance)
    return status_cell(item)
