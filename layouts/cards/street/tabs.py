"""Knows the tabs over one view of street-level crime: how many, similar areas, how they ended, stop and search."""

from markupsafe import Markup

from dashboard.domain.filters import Filters
from dashboard.domain.street.crime import Level
from dashboard.reports.street.place_context import StreetContext
from layouts.components.links import page_href
from layouts.components.street import chips

TABS = (
    ("drill-down", "How many"),
    ("similar-areas", "Similar areas"),
    ("outcomes", "How they ended"),
    ("stop-and-search", "Stop and search"),
)


def street_tabs(page: str, filters: Filters, context: StreetContext) -> Markup:
    """The pages in the same view; of a map point the others show its neighbourhood."""
    view = filters.with_(outcomes=frozenset())
    views = {**{name: view for name, _ in TABS}, "outcomes": filters}
    if context.place.level == Level.POINT and len(context.path) > 1:
        around = {"area": context.path[-2].key}
        views |= {name: item.with_(**around) for name, item in views.items() if name != "drill-down"}
    shown = [(name, words) for name, words in TABS if name != "stop-and-search" or context.has_searches]
    return chips("Show", [(words, page_href(name, views[name]), name == page) for name, words in shown])
