"""Knows when incidents happen as sections: the week in four hours, what lies in the busiest of them."""

from dataclasses import replace

from dashboard.domain.incidents.week import BAND_SHARE, BANDS, DAYS, WEEK, WEEKDAYS, clock
from dashboard.domain.wording import sentence
from dashboard.reports.incidents.when_words import count, decimal, percent
from dashboard.reports.packs.charts import HeatCell, HeatTable
from dashboard.reports.packs.framed import framed
from dashboard.reports.packs.pack import Headline, PaperCell, PaperTable, Section
from dashboard.reports.packs.tabled import columns, said, table
from dashboard.reports.pages.street.when import When, WhenPart

MOST_ROWS = 12
ALT = "Table of seven days by six bands of four hours, shaded by how many incidents lie in each."


def when_sections(report: When) -> tuple[Section, ...]:
    """The week, with what lies in the four hours that are looked at."""
    found = framed(report)
    if report.band is None:
        return (found,)
    share = report.hours.share(report.band)
    words = f"of incidents on {percent(BAND_SHARE)} of the hours: {report.band.label}"
    parts = [_table(report, "types", "Type of incident", report.types)]
    parts += [_table(report, "areas", "Area", report.areas)] if report.areas else []
    tables = tuple(item for item in parts if item.rows)
    return (replace(found, headline=Headline(percent(share), words), charts=(_heat(report),), tables=tables),)


def _heat(report: When) -> HeatTable:
    top = max(report.hours.bands)
    return HeatTable(
        title="Incidents by four hours of the week",
        alt=ALT,
        corner="Day",
        columns=tuple(f"{clock(band.start)}–{clock(band.end)}" for band in WEEK[:BANDS]),
        rows=tuple((WEEKDAYS[day], tuple(_cell(report, at, top) for at in _positions(day))) for day in range(DAYS)),
    )


def _positions(day: int) -> range:
    return range(day * BANDS, (day + 1) * BANDS)


def _cell(report: When, at: int, top: int) -> HeatCell:
    weight = report.hours.bands[at]
    return HeatCell(count(report.hours.of(WEEK[at])), weight / top if weight else None)


def _table(report: When, key: str, noun: str, parts: tuple[WhenPart, ...]) -> PaperTable:
    """The first types or areas of the four hours."""
    label = report.band.label if report.band else ""
    heads = columns(noun, "In these hours", "All hours", "Share")
    rows = (
        (
            said(item.name),
            PaperCell(count(item.in_band), decimal(item.in_band)),
            PaperCell(count(item.timed), decimal(item.timed)),
            PaperCell(percent(item.share), decimal(item.share * 100)),
        )
        for item in parts[:MOST_ROWS]
    )
    return table((key, f"{sentence(noun)}: {label}"), heads, rows, len(parts))
