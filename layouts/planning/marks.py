"""Knows how the standing of an action and the score of a risk look: word, shape and colour together."""

from dash import html

from dashboard.domain.plans.progress import TOLD_AS, ActionStanding, ActionStatus
from dashboard.domain.plans.risks import Band, Movement, band_of
from dashboard.domain.wording import sentence
from layouts.components.aria import aria
from layouts.components.tables import Content
from layouts.theme import STATUS_CLASSES

OVERDUE = ("missed", "▲")
SHAPES = {
    ActionStatus.NOT_STARTED: "○",
    ActionStatus.ON_TRACK: "→",
    ActionStatus.AT_RISK: "●",
    ActionStatus.DONE: "✓",
}
BAND_LOOKS = {
    Band.LOW: ("met", "▁"),
    Band.MEDIUM: ("not-judged", "▃"),
    Band.HIGH: ("near", "▅"),
    Band.VERY_HIGH: ("missed", "▇"),
}
MOVES = {Movement.UP: ("worse", "▲", "up from"), Movement.DOWN: ("better", "▼", "down from")}


def mark(words: str, look: str, shape: str) -> html.Span:
    return html.Span([html.Span(shape, className="shape", **aria(hidden="true")), words], className=f"tag {look}")


def action_tag(standing: ActionStanding) -> html.Span:
    """'Overdue: at risk', 'On track', or why there is no status."""
    if standing.days_over:
        said = f": {standing.status}" if standing.status else ""
        return mark(f"Overdue{said}", *OVERDUE)
    if standing.status is None:
        return mark(sentence(standing.reason), "not-judged", "–")
    return status_tag(standing.status)


def status_tag(status: ActionStatus) -> html.Span:
    return mark(sentence(status), STATUS_CLASSES[TOLD_AS[status]], SHAPES[status])


def score_tag(rating: int | None) -> html.Span:
    """'12 high'; a score that is left blank says so."""
    if rating is None:
        return html.Span("blank", className="reason")
    band = band_of(rating)
    return mark(f"{rating} {band}", *BAND_LOOKS[band])


def movement_words(movement: Movement | None, before: int | None) -> Content:
    """How a risk moved since the review before; nothing before a first review."""
    if movement is None:
        return html.Span("no review yet", className="reason")
    if movement is Movement.SAME:
        return html.Span("unchanged", className="reason")
    look, shape, words = MOVES[movement]
    shown = html.Span(shape, className="shape", **aria(hidden="true"))
    return html.Span([shown, f"{words} {before}"], className=f"move {look}")
