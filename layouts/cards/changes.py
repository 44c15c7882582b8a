"""Knows how published changes look: a bar each from the line of no change, on one scale, the worst first."""

from decimal import Decimal

from dash import html

from dashboard.domain.filters import Filters
from dashboard.reports.indicators.judged import Judged
from dashboard.reports.pages.overview import Overview
from dashboard.reports.performance.published_changes import fallen_words
from dashboard.reports.words.figures import POLARITY_WORDS
from layouts.cards.performance_rows import actual_cell
from layouts.components.links import indicator_href
from layouts.components.page_head import card
from layouts.components.tables import Content, Heading, data_table
from layouts.figures.change_bar import change_bar


def changes_card(report: Overview) -> html.Section:
    """What the document says that moved, and by how much; it gives no counts, so chance cannot be told."""
    found = report.changes
    headings = (
        Heading("Indicator"),
        Heading("fell ◂ no change ▸ rose", class_name="bar"),
        Heading("Change", number=True),
    )
    widest = max(abs(item.now.value.number or Decimal(0)) for item in found)
    rows = [_row(item, report.filters, widest) for item in found]
    better = dict.fromkeys(POLARITY_WORDS[item.indicator.polarity].lower() for item in found)
    sub = f"Changes on the year before, as published without counts; {' or '.join(better)}"
    return card(fallen_words(found), sub, data_table("Changes", headings, rows, class_name="changes"))


def _row(item: Judged, filters: Filters, widest: Decimal) -> tuple[Content, ...]:
    name = html.A(item.indicator.name, href=indicator_href(filters, item.indicator.slug))
    return name, change_bar(item.now.value.number or Decimal(0), widest), actual_cell(item.now, filters)
