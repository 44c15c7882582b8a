"""Knows the pages: one line each; navigation, titles, exports and smoke tests derive from it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dash import Dash, html

import callbacks.data
import callbacks.drill_down
import callbacks.hotspots
import callbacks.indicator
import callbacks.measure
import callbacks.overview
import callbacks.place
import callbacks.plan
import callbacks.priorities
import callbacks.scrutiny
import callbacks.street.outcomes
import callbacks.street.repeats
import callbacks.street.searches
import callbacks.street.similar_areas
import callbacks.street.when
import callbacks.trends
import callbacks.year_end
import layouts.pages.data
import layouts.pages.drill_down
import layouts.pages.hotspots
import layouts.pages.incidents.repeats
import layouts.pages.indicator
import layouts.pages.measure
import layouts.pages.overview
import layouts.pages.place
import layouts.pages.plan
import layouts.pages.priorities
import layouts.pages.scrutiny
import layouts.pages.street.outcomes
import layouts.pages.street.searches
import layouts.pages.street.similar_areas
import layouts.pages.street.when
import layouts.pages.trends
import layouts.pages.year_end
from dashboard.domain.choices import PartnershipChoices
from dashboard.domain.filters import Filters
from dashboard.exports.addresses import Offered
from dashboard.questions.store import Store
from dashboard.reports.desk import Desk
from dashboard.reports.pages.data import data
from dashboard.reports.pages.drill_down_file import drill_down_file
from dashboard.reports.pages.hotspot_file import hotspots_file
from dashboard.reports.pages.incidents.repeats import repeats_in_the_end
from dashboard.reports.pages.indicator import indicator_file
from dashboard.reports.pages.measure import measure
from dashboard.reports.pages.overview import overview
from dashboard.reports.pages.place import place
from dashboard.reports.pages.plan import plan
from dashboard.reports.pages.priorities import priorities
from dashboard.reports.pages.scrutiny import scrutiny
from dashboard.reports.pages.street.outcome_file import outcomes_file
from dashboard.reports.pages.street.search_file import stop_and_search_file
from dashboard.reports.pages.street.similar_file import similar_areas_file
from dashboard.reports.pages.street.when import when
from dashboard.reports.pages.trends import trends
from dashboard.reports.pages.year_end import year_end
from dashboard.web.access.declared import READS, Need


@dataclass(frozen=True, slots=True)
class Page:
    """One name in three folders."""

    path: str
    name: str
    title: str
    layout: Callable[[], html.Div]
    register: Callable[[Dash, Desk], None]
    report: Callable[[Store, Filters], Any]  # a Report of the page's own kind
    controls: tuple[str, ...] = ("area", "category", "period")  # of the filter bar, beside the partnership
    keeps: tuple[str, ...] = ()  # filters of_its_pages that a way here does not drop
    has_something: Callable[[PartnershipChoices], bool] = lambda _: True  # of a partnership
    needs: Need = READS  # of whoever asks its callbacks
    in_menu: bool = True  # False: other pages lead to it, and the search does
    shows_street_places: bool = False  # shows places that have no indicators: wards, neighbourhoods, map points


FIGURES = ("area", "category", "measure")
STREET = ("area", "category", "crime", "period", "against")

PAGES: tuple[Page, ...] = (
    Page("/", "overview", "Overview", layouts.pages.overview.layout, callbacks.overview.register, overview),
    Page("/year-end", "year-end", "Year end", layouts.pages.year_end.layout, callbacks.year_end.register, year_end),
    Page(
        "/trends",
        "trends",
        "Trends",
        layouts.pages.trends.layout,
        callbacks.trends.register,
        trends,
        controls=FIGURES,
        keeps=("indicator",),
    ),
    Page(
        "/drill-down",
        "drill-down",
        "Drill-down",
        layouts.pages.drill_down.layout,
        callbacks.drill_down.register,
        drill_down_file,
        controls=(*STREET, "measure"),
        has_something=lambda home: home.street is not None,
        shows_street_places=True,
    ),
    Page(
        "/hotspots",
        "hotspots",
        "Hotspots",
        layouts.pages.hotspots.layout,
        callbacks.hotspots.register,
        hotspots_file,
        controls=STREET,
        has_something=lambda home: home.street is not None,
        shows_street_places=True,
    ),
    Page(
        "/outcomes",
        "outcomes",
        "Outcomes",
        layouts.pages.street.outcomes.layout,
        callbacks.street.outcomes.register,
        outcomes_file,
        controls=("area", "category", "crime", "period"),
        keeps=("outcome",),
        has_something=lambda home: home.street is not None,
        in_menu=False,  # a tab of the drill-down
        shows_street_places=True,
    ),
    Page(
        "/similar-areas",
        "similar-areas",
        "Similar areas",
        layouts.pages.street.similar_areas.layout,
        callbacks.street.similar_areas.register,
        similar_areas_file,
        controls=("area", "category", "crime", "period"),
        has_something=lambda home: home.street is not None,
        in_menu=False,  # a tab of the drill-down
        shows_street_places=True,
    ),
    Page(
        "/stop-and-search",
        "stop-and-search",
        "Stop and search",
        layouts.pages.street.searches.layout,
        callbacks.street.searches.register,
        stop_and_search_file,
        controls=("area", "period"),
        has_something=lambda home: home.street is not None and home.street.has_searches,
        in_menu=False,  # a tab of the drill-down where there are such files
        shows_street_places=True,
    ),
    Page(
        "/when",
        "when",
        "When",
        layouts.pages.street.when.layout,
        callbacks.street.when.register,
        when,
        controls=("area", "category", "crime", "period"),
        keeps=("hours",),
        has_something=lambda home: home.lists is not None,
        shows_street_places=True,
    ),
    Page(
        "/indicator",
        "indicator",
        "Indicator",
        layouts.pages.indicator.layout,
        callbacks.indicator.register,
        indicator_file,
        controls=FIGURES,
        keeps=("indicator",),
    ),
    Page(
        "/plan",
        "plan",
        "Plan",
        layouts.pages.plan.layout,
        callbacks.plan.register,
        plan,
        controls=("category",),
        has_something=lambda home: home.has_plan,
    ),
    Page(
        "/priorities",
        "priorities",
        "Priorities",
        layouts.pages.priorities.layout,
        callbacks.priorities.register,
        priorities,
        controls=("area", "period"),
        keeps=("weights",),
    ),
    Page("/data", "data", "Data", layouts.pages.data.layout, callbacks.data.register, data, controls=()),
    Page("/place", "place", "Place", layouts.pages.place.layout, callbacks.place.register, place, in_menu=False),
    Page(
        "/measure",
        "measure",
        "Measure",
        layouts.pages.measure.layout,
        callbacks.measure.register,
        measure,
        controls=(),
        keeps=("indicator",),
        in_menu=False,
    ),
    Page(
        "/repeats",
        "repeats",
        "Repeats",
        layouts.pages.incidents.repeats.layout,
        callbacks.street.repeats.register,
        repeats_in_the_end,
        controls=("area", "category", "crime", "period"),
        in_menu=False,
        shows_street_places=True,
    ),
    Page(
        "/scrutiny",
        "scrutiny",
        "Scrutiny",
        layouts.pages.scrutiny.layout,
        callbacks.scrutiny.register,
        scrutiny,
        in_menu=False,
    ),
)

#: What exports can be asked for: the report behind each page's name.
OFFERED = Offered(
    {page.name: page.report for page in PAGES}, frozenset(page.name for page in PAGES if page.shows_street_places)
)
