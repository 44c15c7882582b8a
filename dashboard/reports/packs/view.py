"""Knows the papers of one view: the page's finding as a section, and what its indicators and charts show behind it."""

from dataclasses import dataclass

from dashboard.domain.wording import sentence
from dashboard.reports.made_up import is_invented
from dashboard.reports.meeting.addresses import address_of
from dashboard.reports.packs.brand import Brand
from dashboard.reports.packs.loadable import loadable
from dashboard.reports.packs.pack import Pack
from dashboard.reports.packs.sections import sections_of
from dashboard.reports.report import Report


@dataclass(frozen=True, slots=True)
class Made:
    """What papers say of themselves: whose they are, when they were made, and of which data."""

    partnership: str  # its name
    day: str  # in words
    data_version: str
    brand: Brand


def pack_of_view(report: Report, made: Made, name: str) -> Pack:
    """The papers of the view that *report* is of; *name* is that of the file, without its ending."""
    place = sentence(report.place)
    return Pack(
        name=name,
        title=report.title,
        subtitle=place if made.partnership in place else f"{made.partnership} · {report.place}",
        day=made.day,
        address=address_of(report.page, report.filters),
        data_version=made.data_version,
        sections=sections_of(report),
        lede=report.empty or report.lede,
        brand=made.brand,
        is_made_up=is_invented(report.filters.partnership),
        figures=loadable(report, made.partnership),
    )
