"""Knows how what has to be looked at first of a plan looks: one table, the worst first, each with its way on."""

from dash import html

from dashboard.domain.wording import sentence, start_of
from dashboard.reports.pages.plan import Plan
from dashboard.reports.planning.exceptions import Amiss, PlanException
from dashboard.reports.planning.lines import ActionLine
from layouts.components.links import downloads, line_href
from layouts.components.most_shown import first_rows, rest_of
from layouts.components.page_head import card
from layouts.components.tables import Content, Heading, as_table, data_table
from layouts.planning.marks import action_tag, mark

MOST_OPEN = 8  # rows; the others are one click away
MOST_FOLDED = 40  # of the others; the file has all
LONGEST = 150  # letters of a line; the whole of it stands under its link
HEADINGS = (
    Heading("Line of the plan"),
    Heading("What", class_name="standing"),
    Heading("Why", class_name="wide"),
    Heading("Lead"),
)
LOOKS = {
    Amiss.WENT_UP: ("missed", "▲"),
    Amiss.REVIEW_OVERDUE: ("near", "●"),
    Amiss.SCORE: ("near", "●"),
    Amiss.UNCONFIRMED: ("not-judged", "–"),
}


def exceptions_card(report: Plan) -> list[html.Section]:
    """Nothing where nothing is planned; a sentence where all is in order."""
    contents = report.contents
    if not (contents.actions or contents.risks):
        return []
    found = contents.exceptions
    if not found:
        words = "No action is overdue or at risk, and every risk has its scores."
        return [card("What to look at first", "", html.P(words))]
    rest = first_rows(found[MOST_OPEN:], MOST_FOLDED)
    body: list[Content] = [_table("What to look at first", found[:MOST_OPEN], report)]
    if rest:
        more = len(found) - MOST_OPEN
        body.append(as_table(f"{more:,} more", _table("What to look at next", rest, report)))
        body += rest_of(more, "other lines", MOST_FOLDED)
    loads = downloads("plan", report.filters, "exceptions", "what to look at")
    return [card("What to look at first", "Overdue, at risk, gone up, or without what it needs", *body, loads)]


def _table(caption: str, found: "list[PlanException] | tuple[PlanException, ...]", report: Plan) -> Content:
    rows = [_row(item, report.filters.partnership) for item in found]
    return data_table(caption, HEADINGS, rows, class_name="cards plain-plan")


def _row(item: PlanException, partnership: str) -> tuple[Content, ...]:
    line = item.line
    is_action = isinstance(line, ActionLine)
    words = line.words if isinstance(line, ActionLine) else line.item.risk
    link = html.A(start_of(f"{line.item.ref} {words}".strip(), LONGEST), href=_href(item, partnership))
    shown = action_tag(line.standing) if isinstance(line, ActionLine) and item.amiss is not Amiss.UNCONFIRMED else None
    look = shown if is_action and shown is not None else mark(sentence(item.amiss), *LOOKS[item.amiss])
    return link, look, sentence(item.words), line.item.lead or html.Span("blank", className="reason")


def _href(item: PlanException, partnership: str) -> str:
    return line_href("actions" if isinstance(item.line, ActionLine) else "risks", partnership, item.line.item.key)
