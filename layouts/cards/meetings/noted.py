"""Knows how notes and decisions on a figure look beside it: a line in its tile, a card on its page."""

from collections.abc import Sequence

from dash import html

from dashboard.domain.filters import Filters
from dashboard.domain.meetings.decisions import MeetingDecision
from dashboard.domain.meetings.notes import FigureNote
from dashboard.domain.statistics.rebaselines import day_words, moment_words
from dashboard.domain.wording import first_words, plural, sentence
from dashboard.reports.indicators.judged import Judged
from dashboard.reports.performance.noted import Noted
from layouts.components.links import decision_href, notes_href, partnership_href
from layouts.components.page_head import card
from layouts.components.tables import Content

LONGEST_START = 120  # letters
MOST_NOTES = 6


def noted_line(item: Judged, filters: Filters, notes: Sequence[FigureNote]) -> list[html.P]:
    """The newest note on a tile's figure, leading to all of them; nothing where there is none."""
    if not notes:
        return []
    area = "" if item.area.slug == filters.partnership else item.area.key
    way = notes_href(filters.partnership, (item.indicator.slug, area, item.now.period.slug))
    words = f"{sentence(plural(len(notes), 'note'))}: {first_words(notes[0].words, LONGEST_START)}"
    return [html.P(html.A(html.Bdi(words), href=way), className="commentary-start")]


def noted_card(noted: Noted, filters: Filters, indicator: str) -> html.Section:
    """The notes on an indicator (its slug) with their periods, what was decided of it, and the way to write one."""
    parts: list[Content] = [_note(item, noted, filters, indicator) for item in noted.notes[:MOST_NOTES]]
    if not parts:
        parts = [html.P("Nothing was noted of this indicator yet.")]
    if noted.decisions:
        lines = html.Ul([html.Li(_decision(item)) for item in noted.decisions], className="actions-list")
        parts += [html.H3("Decided in meetings"), lines]
    here = notes_href(filters.partnership, (indicator, filters.area, filters.period.slug))
    ways = html.P([html.A(f"Notes on {filters.period.label}", href=here), " · ", _meetings(filters)])
    return card("Notes and decisions", "Of whoever met on these figures", *parts, ways)


def _meetings(filters: Filters) -> html.A:
    return html.A("Meetings", href=partnership_href("meeting", filters.partnership))


def _note(item: FigureNote, noted: Noted, filters: Filters, indicator: str) -> html.Div:
    way = notes_href(filters.partnership, (indicator, filters.area, item.period))
    heading = html.H3(html.A(noted.label(item.period), href=way))
    lines = [html.P(html.Bdi(line)) for line in item.words.split("\n") if line]
    signed = html.P(f"{item.who or 'Somebody'}, {moment_words(item.moment)}", className="sub")
    return html.Div([heading, *lines, signed], className="commentary")


def _decision(item: MeetingDecision) -> list[Content]:
    due = f", due {day_words(item.due)}" if item.due else ""
    said = html.A(html.Bdi(first_words(item.words, LONGEST_START)), href=decision_href(item.number))
    return [said, html.Bdi(f" ({', '.join(filter(None, (str(item.kind), item.owner)))}{due}: {item.state})")]
