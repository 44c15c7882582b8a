"""Knows which sections the report of each page becomes; each takes its words from what the page says."""

from collections.abc import Callable
from dataclasses import replace

from dashboard.reports.packs.framed import framed
from dashboard.reports.packs.listed import data_table
from dashboard.reports.packs.pack import Section
from dashboard.reports.packs.pages.indicator import indicator_sections, trends_sections
from dashboard.reports.packs.pages.outcomes import outcome_sections
from dashboard.reports.packs.pages.performance import overview_section, year_end_section
from dashboard.reports.packs.pages.places import measure_section, place_section, scrutiny_sections
from dashboard.reports.packs.pages.plan import plan_sections
from dashboard.reports.packs.pages.priorities import priorities_sections
from dashboard.reports.packs.pages.searches import search_sections
from dashboard.reports.packs.pages.similar import similar_sections
from dashboard.reports.packs.pages.street import drill_down_sections, hotspot_sections
from dashboard.reports.packs.pages.when import when_sections
from dashboard.reports.pages.drill_down import DrillDown
from dashboard.reports.pages.hotspots import Hotspots
from dashboard.reports.pages.indicator import IndicatorFile
from dashboard.reports.pages.measure import MeasurePage
from dashboard.reports.pages.overview import Overview
from dashboard.reports.pages.place import PlacePage
from dashboard.reports.pages.plan import Plan
from dashboard.reports.pages.priorities import PrioritiesPage
from dashboard.reports.pages.scrutiny import ScrutinyPage
from dashboard.reports.pages.street.outcomes import Outcomes
from dashboard.reports.pages.street.searches import StopAndSearch
from dashboard.reports.pages.street.similar_areas import SimilarAreas
from dashboard.reports.pages.street.when import When
from dashboard.reports.pages.trends import Trends
from dashboard.reports.pages.year_end import YearEnd
from dashboard.reports.report import Report


def sections_of(report: Report) -> tuple[Section, ...]:
    """The page as sections, the finding first."""
    for kind, made in BUILDERS:
        if isinstance(report, kind):
            found: tuple[Section, ...] = made(report)
            return found
    return (plain_section(report),)


def plain_section(report: Report) -> Section:
    """The heading of *report* with its own tables, as they are downloaded."""
    return replace(framed(report), tables=tuple(filter(None, map(data_table, report.tables))))


#: What each kind of report becomes; a report that is none of them shows its tables.
BUILDERS: tuple[tuple[type[Report], Callable[..., tuple[Section, ...]]], ...] = (
    (Overview, lambda report: (overview_section(report),)),
    (YearEnd, lambda report: (year_end_section(report),)),
    (IndicatorFile, indicator_sections),
    (Trends, trends_sections),
    (DrillDown, drill_down_sections),
    (Hotspots, hotspot_sections),
    (Outcomes, outcome_sections),
    (StopAndSearch, search_sections),
    (SimilarAreas, similar_sections),
    (When, when_sections),
    (Plan, plan_sections),
    (PlacePage, lambda report: (place_section(report),)),
    (MeasurePage, lambda report: (measure_section(report),)),
    (ScrutinyPage, scrutiny_sections),
    (PrioritiesPage, priorities_sections),
)
