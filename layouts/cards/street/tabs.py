"""Knows the tabs over one view of street-level crime: how many incidents there were, and how they ended."""

from markupsafe import Markup

from dashboard.domain.filters import Filters
from dashboard.domain.street.crime import Level
from dashboard.reports.street.place_context import StreetContext
from layouts.components.links import page_href
from layouts.components.street import chips

TABS = (("drill-down", "How many"), ("outcomes", "How they ended"))


def street_tabs(page: str, filters: Filters, context: StreetContext) -> Markup:
    """Both pages in the same view; outcomes of a map point are those of its neighbourhood."""
    views = {"drill-down": filters.with_(outcomes=frozenset()), "outcomes": filters}
    if context.place.level == Level.POINT and len(context.path) > 1:
        views["outcomes"] = filters.with_(area=context.path[-2].key)
    return chips("Show", [(words, page_href(name, views[name]), name == page) for name, words in TABS])
