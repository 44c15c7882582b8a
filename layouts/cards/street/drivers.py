"""Knows the card that says what moved a count: crime types and places, each a way in, with a bar of how far."""

from collections.abc import Callable

from markupsafe import Markup

from dashboard.domain.choices import Measure
from dashboard.domain.filters import Filters
from dashboard.domain.street.crime import LEVEL_WORDS, Level
from dashboard.domain.wording import sentence
from dashboard.reports.pages.drill_down import DrillDown
from dashboard.reports.street.columns import Columns
from dashboard.reports.street.drivers import Driver, Drivers
from dashboard.reports.street.grid import GridRow
from dashboard.reports.street.moving.move_words import looked_at_words, verdict_words
from dashboard.reports.street.notes import compared, no_location_shares, recording_moved
from layouts.components.links import page_href
from layouts.components.markup import Child, tag
from layouts.components.method_link import how

TYPES = ("type of incident", "types of incident")
ViewOf = Callable[[GridRow], Filters]  # the view one step into a row


def drivers_card(report: DrillDown, columns: Columns, view_of: ViewOf) -> Markup:
    """The card; nothing where no row moved by more than chance and the total did not either.

    Of the total, *view_of* is the view of the months that the drivers are of.
    """
    driven, places = report.crime_drivers, report.place_drivers
    if driven is None or not (driven.real or _named(driven) or (places and _named(places))):
        return Markup("")
    now, before = driven.focus.period(columns).label, driven.focus.against(columns).label
    heading = f"What moved it: {now} against {before}" if driven.real else f"What moved within it, {now}"
    said = f"{driven.before:,} → {driven.now:,} incidents ({_signed(driven.moved)})."
    halves = [_driver_list(TYPES, driven, report.page, view_of)]
    if places is not None and report.places:
        noun = LEVEL_WORDS.get(report.inner_level or Level.LSOA, ("place", "places"))
        halves.append(_driver_list(noun, places, report.page, view_of))
    drawn = tag("div", *halves, class_="halves")
    under = [_by_change(report, view_of), _caution(report), how("real-change", "comparison")]
    return tag("section", tag("h2", heading), tag("p", said, class_="sub"), drawn, *under, class_="card")


def _by_change(report: DrillDown, view_of: ViewOf) -> Markup:
    """The door to every neighbourhood by change, in the same months."""
    if report.total is None or report.inner_level in (None, Level.POINT):
        return Markup("")
    view = view_of(report.total).with_(measure=Measure.CHANGE, by=None)
    return tag("p", tag("a", "Every neighbourhood by change", href=page_href("hotspots", view)))


def _named(driven: Drivers) -> tuple[Driver, ...]:
    return (*driven.with_it, *driven.against_it)


def _caution(report: DrillDown) -> Markup:
    """What makes places not like for like in the two periods compared: the force locates more, or less."""
    if report.context is None or report.columns is None:
        return Markup("")
    periods = compared(report.columns, report.crime_drivers)
    if not recording_moved(report.context, periods):
        return Markup("")
    shares = no_location_shares(report.context, periods)
    moved = ", ".join(f"{period.label} {share:.1f}%" for period, share in shares)
    words = f"Recording changed: without a location were {moved}. Part of what places gained or lost is that."
    return tag("p", tag("b", "Caution. "), words, class_="foot")


def _driver_list(noun: tuple[str, str], driven: Drivers, page: str, view_of: ViewOf) -> Markup:
    said = looked_at_words(driven.outstanding, driven.looked_at, noun)
    parts: list[Child] = [tag("h3", sentence(noun[1])), tag("p", said, class_="foot")]
    if driven.real:
        parts += [_bars(driven.with_it, driven, page, view_of) or tag("p", "None moved with the total.", class_="foot")]
        against = _bars(driven.against_it, driven, page, view_of)
        said = "Against the total, more than chance:"
        parts += [tag("p", said, class_="foot"), against] if against else []
        return tag("div", *parts)
    moved = _bars(_named(driven), driven, page, view_of)
    return tag("div", *parts, moved or tag("p", "None moved by more than chance.", class_="foot"))


def _bars(items: tuple[Driver, ...], driven: Drivers, page: str, view_of: ViewOf) -> Markup:
    drawn = [_driver(item, driven, page, view_of) for item in items]
    return tag("ul", *drawn, class_="drivers") if drawn else Markup("")


def _driver(item: Driver, driven: Drivers, page: str, view_of: ViewOf) -> Markup:
    widest = max((abs(other.moved) for other in _named(driven)), default=1)
    width = max(2, round(abs(item.moved) * 100 / widest))
    look = ("rose" if item.moved > 0 else "fell") if item.real else "chance"
    bar = tag("span", "", class_=f"bar-of {look}", style=f"width:{width}%", aria_hidden="true")
    verdict = verdict_words(item.moved, item.tested, driven.moved if driven.real else 0)
    chance = tag("span", f" {verdict}", class_="marker")
    figures = tag("span", f"{item.before:,} → {item.now:,} ({_signed(item.moved)})", chance, class_="num")
    link = tag("a", item.row.name, href=page_href(page, view_of(item.row)))
    return tag("li", tag("span", link, figures, class_="driver"), tag("span", bar, class_="bar-track"))


def _signed(number: int) -> str:
    return f"{number:+,}".replace("-", "−")
