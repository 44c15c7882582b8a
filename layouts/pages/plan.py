"""Knows how the plan looks: what to look at first, actions, risks, the calendar, surveys, priorities, scrutiny."""

from enum import StrEnum

from dash import html

from dashboard.domain.wording import plural
from dashboard.reports.pages.plan import Plan
from layouts.components.links import to_cell
from layouts.components.markup import region
from layouts.components.page_head import card, page_head
from layouts.components.skeleton import page_frame
from layouts.components.tables import Content, Heading, data_table
from layouts.planning.action_cards import action_cards
from layouts.planning.calendar import calendar_cards
from layouts.planning.cycle import criteria_card, cycle_card
from layouts.planning.exceptions import exceptions_card
from layouts.planning.plan_words import words
from layouts.planning.risk_matrix import matrix_card
from layouts.planning.risk_table import risks_card
from layouts.planning.surveys import survey_cards


class Ids(StrEnum):
    HEAD = "plan-head"
    ACTIONS = "plan-actions"
    MORE = "plan-more"


def layout() -> html.Div:
    return page_frame(
        region(Ids.HEAD, "page-head"),
        region(Ids.ACTIONS, awaits=False),
        region(Ids.MORE, "more-cards", awaits=False),
    )


def head(report: Plan) -> list[Content]:
    return [*page_head(report)]


def actions(report: Plan) -> list[html.Section]:
    """What to look at first, then a card an objective."""
    return [*exceptions_card(report), *action_cards(report)]


def more(report: Plan) -> list[Content]:
    parts: list[Content] = [*_risks(report)]
    parts += [*calendar_cards(report), *cycle_card(report), *criteria_card(report), *survey_cards(report)]
    if report.contents.priorities:
        parts.append(_priorities(report))
    parts += words(report)
    if report.contents.responsibilities:
        parts.append(_scrutiny(report))
    return parts


def _risks(report: Plan) -> list[Content]:
    """The matrix and the register, beside each other where a screen is wide."""
    found = report.contents.risks
    matrix, register = matrix_card(found), [risks_card(report)] if found else []
    return [html.Div([*matrix, *register], className="risk-cards")] if matrix else [*register]


def _priorities(report: Plan) -> html.Section:
    """Each priority with the body that set it; under it the objective, which few documents print."""
    headings = (Heading("Priority"), Heading("Set by"))
    rows = [
        (
            [
                to_cell(report.filters, item.text, [item.source]),
                *([html.Span(item.objective, className="basis")] if item.objective else []),
            ],
            item.body,
        )
        for item in report.contents.priorities
    ]
    return card(
        "Priorities",
        "In the words of each body that set them",
        data_table("Priorities", headings, rows, class_name="plan priorities cards"),
        folded=f"Show {plural(len(rows), 'priority', 'priorities')}",
    )


def _scrutiny(report: Plan) -> html.Section:
    levels = list(dict.fromkeys(item.level for item in report.contents.responsibilities))
    blocks = []
    for level in levels:
        lines = [
            html.Li(to_cell(report.filters, item.text, [item.source]), className="part" if item.parent else "")
            for item in report.contents.responsibilities
            if item.level == level
        ]
        blocks.append(html.Div([html.H3(f"{level.capitalize()} scrutiny"), html.Ul(lines)]))
    return card("Who scrutinises what", "", html.Div(blocks, className="halves"), folded="Show who does")
