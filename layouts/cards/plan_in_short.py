"""Knows how a plan looks in short: an objective a row, its actions as a bar, by when they are due."""

from dash import html

from dashboard.domain.wording import number_word
from dashboard.reports.pages.overview import Overview
from dashboard.reports.performance.objectives import Objective
from layouts.components.links import page_href
from layouts.components.page_head import card
from layouts.components.tables import Content, Heading, data_table


def plan_in_short(report: Overview) -> html.Section:
    """The objectives with what is due; the actions stand on the Plan page."""
    headings = (
        Heading("Objective"),
        Heading("Actions", number=True),
        Heading("How many", class_name="bar"),
        Heading("Due", class_name="wide"),
    )
    most = max((item.actions for item in report.objectives), default=1)
    rows = [_row(item, most) for item in report.objectives]
    words = f"{report.actions} action{'s' if report.actions != 1 else ''}"
    link = html.P(html.A(f"{words} on the Plan page", href=page_href("plan", report.filters)))
    body = data_table("Objectives", headings, rows, class_name="cards")
    return card("Plan", "What the partnership set out to do", body, link)


def _row(item: Objective, most: int) -> tuple[Content, ...]:
    return item.name or "Actions without a heading", str(item.actions), _bar(item, most), _due(item)


def _bar(item: Objective, most: int) -> html.Span:
    filled = html.Span(className="bar-of", style={"width": f"{100 * item.actions / most:.0f}%"})
    return html.Span(filled, className="bar-track counted")


def _due(item: Objective) -> Content:
    """'Two by a date, the first 31 May 2003; one in words'."""
    first = f", the first {item.first_due:%-d %B %Y}" if item.first_due else ""
    kinds = ((item.dated, f"by a date{first}"), (item.worded, "in words"), (item.undated, "without a date"))
    said = [f"{number_word(count)} {words}" for count, words in kinds if count]
    words = "; ".join(said)
    return words[:1].upper() + words[1:]
