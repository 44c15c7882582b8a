"""Knows how the strategic assessment looks: ranking, columns, weights, what stands beside, districts."""

from enum import StrEnum

from dash import html

from dashboard.reports.pages.priorities import PrioritiesPage
from layouts.components.markup import region
from layouts.components.page_head import card, notes_block, page_head
from layouts.components.skeleton import page_frame
from layouts.components.tables import Content
from layouts.priorities.cards import beside, columns, county, ranking
from layouts.priorities.weights import weights_card


class Ids(StrEnum):
    HEAD = "priorities-head"
    RANKING = "priorities-ranking"
    MORE = "priorities-more"


def layout() -> html.Div:
    return page_frame(
        region(Ids.HEAD, "page-head"),
        region(Ids.RANKING, awaits=False),
        region(Ids.MORE, "more-cards below", awaits=False),
    )


def head(report: PrioritiesPage) -> list[Content]:
    return page_head(report)


def ranked(report: PrioritiesPage) -> list[Content]:
    return [ranking(report)] if report.rows else []


def more(report: PrioritiesPage) -> list[Content]:
    if not report.rows:
        return []
    notes = [card("Notes", "", notes_block(report))] if report.notes else []
    return [weights_card(report), columns(report), *beside(report), *county(report), *notes]
