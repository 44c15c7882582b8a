"""Knows the head of the views of street-level crime that are tabs beside each other: the way out, then the tabs."""

from collections.abc import Mapping

from markupsafe import Markup

from dashboard.domain.filters import Filters
from dashboard.domain.street.crime import Level
from dashboard.reports.report import Report
from dashboard.reports.street.place_context import StreetContext
from layouts.components.links import page_href
from layouts.components.markup import joined
from layouts.components.street import Pair, chips, crime_steps, head, way_out

TABS = (
    ("drill-down", "How many"),
    ("similar-areas", "Similar areas"),
    ("outcomes", "How they ended"),
    ("stop-and-search", "Stop and search"),
)


def tabbed_head(
    page: str, report: Report, context: StreetContext | None, categories: Mapping[str, str], pair: Pair | None = None
) -> str:
    """The head of *page* as HTML: where it is, by the names of its *categories*; *pair* is what is compared."""
    if context is None:
        return str(head(report, Markup("")))
    steps = crime_steps(report.filters, context, categories)
    out = way_out(page, report.filters, context, steps, pair)
    return str(head(report, joined([out, street_tabs(page, report.filters, context)])))


def street_tabs(page: str, filters: Filters, context: StreetContext) -> Markup:
    """The pages in the same view; of a map point the others show its neighbourhood."""
    view = filters.with_(outcomes=frozenset())
    views = {**{name: view for name, _ in TABS}, "outcomes": filters}
    if context.place.level == Level.POINT and len(context.path) > 1:
        around = {"area": context.path[-2].key}
        views |= {name: item.with_(**around) for name, item in views.items() if name != "drill-down"}
    shown = [(name, words) for name, words in TABS if name != "stop-and-search" or context.has_searches]
    return chips("Show", [(words, page_href(name, views[name]), name == page) for name, words in shown])
