"""Knows the harm of a place as a section of the papers."""

from dataclasses import replace

from dashboard.domain.harm.severity import Weightless
from dashboard.reports.harm.street_harm import HarmRow, StreetHarm, harm_words, range_words, share_words, why_words
from dashboard.reports.packs.framed import further
from dashboard.reports.packs.pack import Section
from dashboard.reports.packs.tabled import Cells, columns, counted, said, table
from dashboard.reports.report import Report

HARM, SHARE = "Harm (weight × count)", "Share of all harm"


def harm_sections(report: Report, found: StreetHarm | None) -> tuple[Section, ...]:
    """What each crime type weighs; nothing where no table of weights is loaded."""
    if found is None:
        return ()
    title = f"How harmful: {found.period.label}"
    heads = columns("Type of incident", "Incidents", HARM, SHARE, words=(HARM, SHARE))
    rows = table(("harm", title), heads, map(_row, found.rows))
    return (replace(further(report, "harm", title), lede=" ".join(harm_words(found)), tables=(rows,)),)


def _row(row: HarmRow) -> Cells:
    weighed = why_words(row.harm) if isinstance(row.harm, Weightless) else range_words(row.harm)
    return (said(row.crime.name), counted(row.count), said(weighed), said(share_words(row.share)))
