"""Knows how an area beside similar ones looks: its group, ranked rates, the funnel, the line, and the menu of areas."""

from dataclasses import replace
from enum import StrEnum

from dash import html

from dashboard.reports.pages.street.similar_areas import PAGE, SimilarAreas
from layouts.cards.street.similar import funnel_card, ranked_card
from layouts.cards.street.similar_line import line_card
from layouts.cards.street.similar_menu import inside_card, menu_card
from layouts.cards.street.tabs import tabbed_head
from layouts.components.markup import joined, region, tag
from layouts.components.skeleton import page_frame
from layouts.components.street import notes


class Ids(StrEnum):
    HEAD = "similar-areas-head"
    BODY = "similar-areas-body"


def layout() -> html.Div:
    return page_frame(region(Ids.HEAD, "page-head"), region(Ids.BODY))


def page_top(report: SimilarAreas) -> str:
    """The head of the page as HTML."""
    return tabbed_head(PAGE, report, report.context, report.category_names)


def body(report: SimilarAreas) -> str:
    """Everything under the head as HTML."""
    found = report.standing
    if report.group is None:
        return str(tag("span", class_="nothing"))
    if found is None:
        return str(joined([inside_card(report), menu_card(report)]))
    cards = [ranked_card(report, found), funnel_card(found), line_card(report, found), menu_card(report)]
    rest = tuple(line for line in report.notes if line not in report.group_words)
    return str(joined([*cards, notes(replace(report, notes=rest))]))
