"""Knows how a status looks: word, shape and colour together, never colour alone."""

from dash import html

from dashboard.domain.palette import STATUS_SHAPES
from dashboard.domain.targets.status import Status
from dashboard.reports.indicators.judged import Judged
from dashboard.reports.words.figures import CERTAINTY_WORDS, STATUS_WORDS, status_text, why
from layouts.components.aria import aria
from layouts.theme import STATUS_CLASSES


def tag(status: Status, words: str) -> html.Span:
    shape = html.Span(STATUS_SHAPES[status], className="shape", **aria(hidden="true"))
    return html.Span([shape, words], className=f"tag {STATUS_CLASSES[status]}")


def status_tag(item: Judged) -> html.Span:
    """The full tag of a tile: 'Missed: 16.3% above target'."""
    return tag(item.verdict.status, status_text(item))


def short_tag(item: Judged) -> html.Span:
    """The tag of a table row: the status, or why there is none."""
    if item.verdict.reason:
        return tag(item.verdict.status, f"Not judged: {why(item)}")
    return tag(item.verdict.status, STATUS_WORDS[item.verdict.status])


def certainty_words(item: Judged) -> str:
    """'clear of chance', 'within chance', or nothing where there is no status."""
    return CERTAINTY_WORDS[item.verdict.certainty] if item.verdict.certainty else ""
