"""Knows which sections the report of each page becomes; each takes its words from what the page says."""

from dataclasses import replace

from dashboard.reports.packs.framed import framed
from dashboard.reports.packs.listed import data_table
from dashboard.reports.packs.pack import Section
from dashboard.reports.packs.performance import indicator_section, standings_section, trends_section
from dashboard.reports.pages.indicator import IndicatorFile
from dashboard.reports.pages.overview import Overview
from dashboard.reports.pages.trends import Trends
from dashboard.reports.pages.year_end import YearEnd
from dashboard.reports.report import Report


def sections_of(report: Report) -> tuple[Section, ...]:
    """The page as sections, the finding first."""
    if isinstance(report, Overview):
        return (standings_section(report, report.tiles, report.measured),)
    if isinstance(report, YearEnd):
        return (standings_section(report, report.rows),)
    if isinstance(report, IndicatorFile):
        return (indicator_section(report),)
    return (trends_section(report) if isinstance(report, Trends) else plain_section(report),)


def plain_section(report: Report) -> Section:
    """The heading of *report* with its own tables, as they are downloaded."""
    return replace(framed(report), tables=tuple(filter(None, map(data_table, report.tables))))
