"""Knows the cards that say how street-level crime stands: a period and the newest 12 months, beside those before."""

from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum

from dash import html
from markupsafe import Markup

from dashboard.domain.choices import Measure
from dashboard.domain.filters import Filters
from dashboard.domain.periods.calendar import By, first_month, period_with
from dashboard.domain.periods.period import Period, run_of_months
from dashboard.domain.values.numbers import show
from dashboard.reports.places.street_now import StreetNow
from dashboard.reports.report import Report
from dashboard.reports.street.moving.ways import of_months
from dashboard.reports.street.spans import before_words
from dashboard.reports.street.standing import StreetChange, StreetStanding
from dashboard.reports.words.figures import real_text
from layouts.components.links import page_href
from layouts.components.markup import Child, region, tag

STREET_DOORS = (("drill-down", "Crime types and places"), ("hotspots", "Where it is concentrated"))


class StreetNowIds(StrEnum):
    CARD = "overview-street-card"
    WORDS = "overview-street-words"


def street_now_card() -> html.Section:
    """The fixed frame; a callback fills it, or hides it."""
    heading = html.H2("Street-level crime")
    return html.Section([heading, region(StreetNowIds.WORDS)], id=StreetNowIds.CARD, className="card", hidden=True)


def street_now_filled(found: StreetNow | None) -> tuple[str, bool]:
    """The words and figures as HTML, and whether the card is hidden."""
    if found is None:
        return str(tag("span", class_="nothing")), True
    sub = tag("p", f"{found.counted} in {found.place}; police.uk files are loaded to {found.newest}.", class_="sub")
    drawn = tag("div", *figures(found.stands, found.filters), class_="now-and-before") if found.stands else Markup("")
    doors = [tag("a", words, href=page_href(page, found.filters)) for page, words in STREET_DOORS]
    return str(tag("div", sub, drawn, tag("p", doors[0], " · ", doors[1], class_="foot"))), False


def standing_card(report: Report, stands: StreetStanding) -> Markup:
    """The period beside what it is compared with and what was just before, and the 12 months beside it."""
    return tag("div", *figures(stands, report.filters, "card"), class_="now-and-before")


def figures(stands: StreetStanding, filters: Filters, look: str | None = None) -> list[Markup]:
    """One count a span, with what it is compared with; each leads to the months of that span alone."""
    now = [stands.looked_at, *([stands.period_before] if stands.period_before else [])]
    people = stands.people if filters.measure == Measure.RATE else None
    spans = [now, *([[stands.year]] if stands.year else [])]
    return [_figure(steps, filters, look, people) for steps in spans]


def _figure(steps: Sequence[StreetChange], filters: Filters, look: str | None, people: int | None) -> Markup:
    """One count with each change on it; by rate, its rate for so many *people* too."""
    span = steps[0].span
    rate = f", {show(Decimal(steps[0].n) * 1000 / people, 1)} per 1,000 people" if people else ""
    name = tag("a", span_words(span), href=_door(filters, steps[0]))
    count = tag("p", tag("b", f"{steps[0].n:,}", class_="big"), f" incidents{rate}", class_="count")
    doors = ["", *(_door(filters, step) for step in steps[1:])]  # the heading leads to the first
    lines = (tag("li", *change(step, door)) for step, door in zip(steps, doors, strict=True))
    changes = tag("ul", *lines, class_="plain-list")
    heading = tag("h2" if look else "h3", name)
    return tag("section" if look else "div", heading, count, changes, class_=look)


def span_words(span: Period) -> str:
    """The months by their name; 12 of them that are no financial year by their end."""
    is_rolling = span.months == By.YEAR.months and span != period_with(_last(span), By.YEAR)
    return f"12 months to {run_of_months(_last(span), 1).label}" if is_rolling else span.label


def _last(span: Period) -> int:
    return first_month(span) + span.months - 1


def _door(filters: Filters, step: StreetChange) -> str:
    return page_href("drill-down", of_months(filters, step.span, step.against))


def change(step: StreetChange, door: str = "") -> list[Child]:
    """'+5.2% on a year before, Q2 2025/26: 4,100': coloured only where it is more than chance.

    What it is on leads through the *door* to the view that compares so.
    """
    words, then = before_words(step.span, step.against), step.against.label
    named = words if words == then else f"{words}, {then}"
    if step.before is None:
        return [tag("span", f"{then} is not all loaded: nothing to compare with", class_="chance")]
    look = ("rose-text" if step.n > step.before else "fell-text") if step.real else ""
    chance = "" if step.real else tag("span", f" {real_text(False, step.n - step.before)}", class_="chance")
    on = f"on {named}: {step.before:,}"
    said = tag("a", on, href=door) if door else on
    return [tag("b", _moved(step, step.before), class_=look or None), " ", said, chance]


def _moved(step: StreetChange, before: int) -> str:
    """How far: in percent, or on a base under 50 in incidents."""
    if step.change is None:
        return f"{step.n - before:+,}".replace("-", "−")
    return show(step.change, 1, percent=True, signed=True)
