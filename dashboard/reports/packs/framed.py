"""Knows what the section of every page has in common: the words of its report."""

from dataclasses import replace

from dashboard.domain.wording import sentence
from dashboard.reports.meeting.addresses import address_of
from dashboard.reports.packs.pack import Section
from dashboard.reports.report import Report


def framed(report: Report) -> Section:
    """The section of *report* without number, chart or table."""
    return Section(
        key=report.page,
        title=report.title,
        place=sentence(report.place),
        lede=report.empty or report.lede,
        notes=report.notes,
        sources=tuple(dict.fromkeys(item.words() for item in report.sources)),
        address=address_of(report.page, report.filters),
        data=report.tables,
    )


def further(report: Report, key: str, title: str) -> Section:
    """A section beside the finding: what stands behind it all is with the first."""
    return replace(framed(report), key=f"{report.page}-{key}", title=title, lede="", notes=(), sources=(), data=())
