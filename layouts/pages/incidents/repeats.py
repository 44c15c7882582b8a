"""Knows how repeats look: the band that is judged, what came again at one place, other bands to be read."""

from enum import StrEnum

from dash import html

from dashboard.domain.statistics.near_repeats import IN_THE_END
from dashboard.reports.pages.incidents.repeat_words import BAND, judged_words, made, times_words
from dashboard.reports.pages.incidents.repeats import RepeatsPage, day_bands
from layouts.components.markup import region
from layouts.components.method_link import how
from layouts.components.page_head import card, notes_block, page_head
from layouts.components.skeleton import page_frame
from layouts.components.tables import Content, Heading, data_table

#: Until what stands below is there: assets/outturn.css takes it away then.
DEALING = f"The days are dealt out {IN_THE_END} times now, beside the page: the surer p stands below in some seconds."


class Ids(StrEnum):
    HEAD = "repeats-head"
    JUDGED = "repeats-judged"
    REFINED = "repeats-refined"
    BANDS = "repeats-bands"


def layout() -> html.Div:
    return page_frame(
        region(Ids.HEAD, "page-head"),
        region(Ids.JUDGED, awaits=False),
        region(Ids.REFINED, "more-cards below", awaits=False),
        region(Ids.BANDS, "more-cards below", awaits=False),
    )


def head(report: RepeatsPage) -> list[Content]:
    return page_head(report)


def judged(report: RepeatsPage) -> list[Content]:
    """The band that was named before, with what chance makes of it."""
    found = report.found.primary if report.found else None
    if found is None:
        return []
    headings = (
        Heading("Pairs of incidents"),
        *(Heading(words, number=True) for words in ("Found", "Made by chance", "Times chance")),
    )
    rows = [(f"Within {BAND}", f"{found.observed:,}", made(found), times_words(found))]
    table = data_table("Near repeats", headings, rows, class_name="cards")
    sub = "One band, named before anything was looked at. The same place is in it."
    going_on = html.P(DEALING, className="dealing", role="status")
    return [card("Near repeats", sub, html.P(judged_words(found)), table, going_on, how("near-repeats"))]


def refined(report: RepeatsPage) -> list[Content]:
    """The same after the days were dealt out often."""
    found = report.found.primary if report.found else None
    if found is None:
        return []
    sub = "Worked out beside the page: the more often the days are dealt out, the surer is p."
    return [card(f"Near repeats, the days dealt out {found.tried} times", sub, html.P(judged_words(found)))]


def bands(report: RepeatsPage) -> list[Content]:
    if report.found is None or report.found.primary is None:
        return []
    return [_repeats(report), _beside(report), card("Notes", "", notes_block(report))]


def _repeats(report: RepeatsPage) -> html.Section:
    items = report.found.repeats if report.found else ()
    headings = (Heading("Within"), Heading("Incidents again", number=True), Heading("Places", number=True))
    rows = [(f"{item.within} days", f"{item.incidents:,}", f"{item.places:,}") for item in items]
    sub = "Incidents at the same place as one before them, to the metre, the same day among them."
    table = data_table("Again at the same place", headings, rows, class_name="cards")
    return card("Again at the same place", sub, table)


def _beside(report: RepeatsPage) -> html.Section:
    headings = (Heading("Apart"), *(Heading(words, number=True) for words in day_bands()))
    rows = [(words, *(f"{item.observed:,} (chance {made(item)})" for item in pairs)) for words, pairs in report.rows]
    table = data_table("Pairs by distance and days", headings, rows, class_name="cards")
    return card("Pairs by distance and days", "Each beside the pairs that chance makes.", table)
