"""Knows how the week of incidents looks: hours shaded by how many, four hours as doors, types and places beside."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from fractions import Fraction

from dash import html
from markupsafe import Markup

from dashboard.domain.incidents.hours import concentration
from dashboard.domain.incidents.parts import ONE
from dashboard.domain.incidents.week import (
    BAND_SHARE,
    BANDS,
    DAYS,
    WEEK,
    WEEKDAYS,
    HourBand,
    band_of,
    cell_label,
    clock,
    row_cells,
)
from dashboard.domain.values.numbers import show
from dashboard.domain.wording import sentence
from dashboard.reports.incidents.setting import ends_of, spans_of
from dashboard.reports.incidents.when_words import count, decimal, incidents, percent
from dashboard.reports.pages.street.when import When, WhenPart
from layouts.components.links import method_href, page_href
from layouts.components.markup import Child, joined, region, tag
from layouts.components.markup_tables import column_name, framed_table, row_name
from layouts.components.method_link import WORDS
from layouts.components.page_head import page_head
from layouts.components.skeleton import page_frame
from layouts.components.street import chips, notes
from layouts.components.tables import Content

PAGE = "when"
STEPS = 6  # of shading
MOST_LISTED = 12
OPEN = "Each number leads to its four hours. Darker is more."


class Ids(StrEnum):
    HEAD = "when-head"
    BODY = "when-body"


def layout() -> html.Div:
    return page_frame(region(Ids.HEAD, "page-head"), region(Ids.BODY))


def head(report: When) -> list[Content]:
    return page_head(report)


def body(report: When) -> str:
    """The choice of months, the week, and what lies in the four hours that are looked at."""
    if report.view is None:
        return str(tag("span", class_="nothing"))
    if not report.hours.timed:
        return str(joined([_spans(report), notes(report)]))
    parts = [_spans(report), _hours_chosen(report), _bands(report), _hours(report), _beside(report), notes(report)]
    return str(joined(parts))


def _spans(report: When) -> Markup:
    assert report.view is not None
    links = []
    for words, span in spans_of(report.view):
        first, last = ends_of(span)
        view = report.filters.with_(start=first, end=last)
        links.append((f"{words}: {span.label}", page_href(PAGE, view), span == report.view.span))
    return chips("Months", links)


def _hours_chosen(report: When) -> Markup:
    """The way back from four hours to the whole week."""
    if report.chosen is None:
        return Markup("")
    whole = page_href(PAGE, report.filters.with_(hours=""))
    links = [("The whole week", whole, False), (report.chosen.label, page_href(PAGE, report.filters), True)]
    return chips("Hours", links)


def _bands(report: When) -> Markup:
    """The week in bands of four hours, each a door."""
    names = [_span(band) for band in WEEK[:BANDS]]
    top = max(report.hours.bands)
    heading = [column_name("Day"), *(column_name(name, "n") for name in names), column_name("All day", "n")]
    rows = [
        tag(
            "tr",
            row_name(WEEKDAYS[day]),
            *(_band(report, band, top) for band in WEEK[day * BANDS : (day + 1) * BANDS]),
            tag("td", count(report.hours.on(day)), class_="n all-day"),
        )
        for day in range(DAYS)
    ]
    sub = f"{OPEN} Days run from 06:00 to 06:00, so that a night is in one row."
    table = framed_table("Incidents by four hours of the week", heading, rows, "figures week bands")
    return tag("section", tag("h2", "The week in four hours"), tag("p", sub, class_="sub"), table, class_="card")


def _span(band: HourBand) -> Markup:
    """06–10, and in full for whoever hears it."""
    full = f"{clock(band.start)} to {clock(band.end)}"
    short = tag("span", f"{band.start:02}–{band.end:02}", aria_hidden="true")
    return joined([short, tag("span", full, class_="visually-hidden")])


def _band(report: When, band: HourBand, top: int) -> Markup:
    number = report.hours.of(band)
    words = f"{band.label}: {incidents(number)}"
    door = page_href(PAGE, report.filters.with_(hours=band.slug))
    link = tag("a", count(number), href=door, class_="door", aria_label=words)
    chosen = " chosen" if band == report.chosen else ""
    return tag("td", link, class_=f"n w{_step(report.hours.bands[WEEK.index(band)], top)}{chosen}")


def _step(weight: int, top: int) -> int:
    """How dark: 0 for none, up to STEPS."""
    return 0 if not weight or not top else max(1, -(-weight * STEPS // top))


def _hours(report: When) -> Markup:
    """Hour by hour; a number leads where its four hours do, and the keyboard gets there in the table above."""
    top = max(report.hours.cells)
    cells = row_cells(0)
    heading = [column_name("Day"), *(column_name(f"{cell % 24:02}", "n") for cell in cells)]
    rows = [
        tag("tr", row_name(WEEKDAYS[day]), *(_hour(report, cell, top) for cell in row_cells(day)))
        for day in range(DAYS)
    ]
    sub = "From 06:00 to 06:00 of the next day: the hours after 00 are of the night that began on the day before."
    table = framed_table("Incidents by hour of the week", heading, rows, "figures week hours")
    return tag("section", tag("h2", "Hour by hour"), tag("p", sub, class_="sub"), table, class_="card")


def _hour(report: When, cell: int, top: int) -> Markup:
    weight = report.hours.cells[cell]
    number, band = Fraction(weight, ONE), band_of(cell)
    door = page_href(PAGE, report.filters.with_(hours=band.slug))
    words = f"{cell_label(cell)}: {incidents(number)}"
    link = tag("a", count(number), href=door, class_="door", aria_label=words, tabindex="-1")
    chosen = " chosen" if band == report.chosen else ""
    return tag("td", link, class_=f"n w{_step(weight, top)}{chosen}")


def _beside(report: When) -> Markup:
    """What lies in the four hours: types and areas; and where these hours are the busiest of all."""
    if report.band is None:
        return Markup("")
    types = _parts(report, "Type of incident", report.types, "crime")
    areas = _parts(report, "Area", report.areas, "area") if report.areas else Markup("")
    return joined([tag("div", types, areas, class_="cols"), _busiest(report)])


def _parts(report: When, noun: str, parts: Sequence[WhenPart], key: str) -> Markup:
    assert report.band is not None
    shown = parts[:MOST_LISTED]
    heading = [column_name(noun), *(column_name(name, "n") for name in ("In these hours", "All hours", "Share"))]
    rows = [
        tag(
            "tr",
            row_name(_door(report, item, key)),
            *(tag("td", words, class_="n") for words in (count(item.in_band), count(item.timed), percent(item.share))),
        )
        for item in shown
    ]
    more = f" The first {len(shown)} of {len(parts)}; the download holds all." if len(parts) > len(shown) else ""
    caption = f"{noun}, {report.band.label}"
    sub = tag("p", f"{report.band.label}, most first.{more}", class_="sub")
    return tag("section", tag("h2", f"{noun} in these hours"), sub, framed_table(caption, heading, rows), class_="card")


def _door(report: When, item: WhenPart, key: str) -> Child:
    """The same hours of one type or area alone."""
    if not item.key:
        return item.name
    hours = report.band.slug if report.band else ""
    changes = {"crimes": frozenset({item.key}), "categories": frozenset()} if key == "crime" else {"area": item.key}
    return tag("a", item.name, href=page_href(PAGE, report.filters.with_(hours=hours, **changes)))


def _busiest(report: When) -> Markup:
    """The bands with the most, beside an even spread."""
    ranked = sorted(WEEK, key=lambda band: -report.hours.of(band))[:5]
    heading = [
        column_name("Hours"),
        *(column_name(name, "n") for name in ("Incidents", "Share", "Times even")),
    ]
    rows = [tag("tr", row_name(_band_door(report, band)), *_band_cells(report, band)) for band in ranked]
    even = percent(BAND_SHARE)
    sub = tag("p", f"Four hours are {even} of a week: times even is how many times that share they hold.", class_="sub")
    table = framed_table("The busiest four hours of the week", heading, rows)
    way = tag("a", WORDS, href=method_href("hours"), aria_label=f"{WORDS}: hours of the week")
    return tag("section", tag("h2", "The busiest hours"), sub, table, tag("p", way, class_="how"), class_="card")


def _band_door(report: When, band: HourBand) -> Markup:
    return tag("a", sentence(band.label), href=page_href(PAGE, report.filters.with_(hours=band.slug)))


def _band_cells(report: When, band: HourBand) -> Iterable[Markup]:
    found = report.hours
    times = show(decimal(concentration(found, band)), 1)
    return (tag("td", words, class_="n") for words in (count(found.of(band)), percent(found.share(band)), times))
