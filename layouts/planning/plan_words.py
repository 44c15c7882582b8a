"""Knows how what a plan says in words looks: section by section, short ones open, each sentence with its source."""

from itertools import groupby

from dash import html

from dashboard.domain.documents import Statement
from dashboard.domain.filters import Filters
from dashboard.domain.wording import plural
from dashboard.reports.pages.plan import Plan
from layouts.components.links import downloads, to_cell
from layouts.components.page_head import card
from layouts.components.tables import Content

LONGEST_OPEN = 420  # letters of a section that stands open


def words(report: Plan) -> list[html.Section]:
    """What the document says beside its tables; nothing where the categories hold no such words."""
    if not report.sections:
        return []
    parts = [_section(name, items, report.filters) for name, items in report.sections]
    loads = downloads("plan", report.filters, "statements", "the words of the plan")
    sub = "Aims, principles and work under way, as the document says them; open a section to read it"
    return [card("In the words of the plan", sub, html.Div(parts, className="sections"), loads)]


def _section(name: str, items: tuple[Statement, ...], filters: Filters) -> html.Details:
    count = plural(len(items), "point" if len(items) > 1 else "passage")
    blocks: list[Content] = []
    for group, inside in groupby(items, lambda item: item.group):
        blocks += [html.H3(group)] if group else []
        blocks.append(html.Ul([html.Li(to_cell(filters, item.text, [item.source])) for item in inside]))
    is_short = sum(len(item.text) for item in items) <= LONGEST_OPEN
    return html.Details(
        [html.Summary([html.B(name), html.Span(f" {count}", className="count")]), *blocks], open=is_short
    )
