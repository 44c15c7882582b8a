"""Knows the sentences of the page that says when incidents happen."""

from decimal import Decimal
from fractions import Fraction

from dashboard.domain.incidents.hours import Hours, concentration
from dashboard.domain.incidents.standing_out import stands_out
from dashboard.domain.incidents.week import BAND_SHARE, WEEK, HourBand
from dashboard.domain.values.numbers import show
from dashboard.domain.wording import so_many
from dashboard.reports.incidents.setting import ListView
from dashboard.reports.words.titles import fitting

SHARED = (
    "An incident whose time is a span counts in each hour by how much of the span lies in it (aoristic); one without a"
    " time, or over more than 24 hours, is counted beside and lies in no hour. Days run from 06:00 to 06:00. Times are"
    " by the clock, as the list has them."
)
BY_CHANCE = f"Chance makes so many in one of a week’s {len(WEEK)} bands of four hours."
TELLS, TELL = "incident that tells", "incidents that tell"
EVEN = "No hours of the week stand out"
ROUNDED = "Counts of incident lists are rounded to {base}, each by itself: parts need not add up to their total."


def decimal(number: Fraction | int) -> Decimal:
    found = Fraction(number)
    return Decimal(found.numerator) / Decimal(found.denominator)


def percent(share: Fraction) -> str:
    """18%, and under 10% with one decimal: 2.4%."""
    places = 0 if share >= Fraction(1, 10) else 1
    return show(decimal(share * 100), places, percent=True)


def incidents(number: Fraction | int) -> str:
    """'1 incident', '1,204 incidents': by the number as it is read."""
    words = count(number)
    return f"{words} {'incident' if words == '1' else 'incidents'}"


def count(number: Fraction | int) -> str:
    return show(decimal(number), 0)


def title(view: ListView, found: Hours, chosen: HourBand | None) -> str:
    """Which four hours hold how much, where chance does not explain it; of a band that is looked at, that one."""
    band = chosen or found.busiest
    if not found.total:
        return fitting(f"No incident is listed in {view.place} in {view.span.label}", "No incident is listed")
    if band is None:
        return fitting(f"No hour is known of {view.crime_words} in {view.place}", "No hour is known")
    if chosen is None and not stands_out(found, band):
        return fitting(f"{EVEN} for {view.crime_words} in {view.place}", f"{EVEN} for {view.crime_words}", EVEN)
    about = "about " if found.is_rounded else ""
    said = f"{band.label} holds {about}{percent(found.share(band))} of {view.crime_words}"
    hours = f"on {percent(BAND_SHARE)} of the hours"
    return fitting(f"{said} in {view.place} {hours}", f"{said} in {view.place}", f"{said} {hours}", said)


def lede(view: ListView, found: Hours, chosen: HourBand | None) -> str:
    """How many that are, beside an even spread; and what tells no hour."""
    band = chosen or found.busiest
    parts = []
    if view.in_vain:
        parts.append(f"No list covers the months asked for: {view.span.label} is shown.")
    if band is not None:
        times = concentration(found, band)
        parts.append(
            f"{band.label}: {count(found.of(band))} of {_so_many(found.timed, TELLS, TELL)} an hour, on"
            f" {percent(BAND_SHARE)} of the hours of a week, {show(decimal(times), 1)} times an even spread."
        )
        parts += [] if stands_out(found, band) else [BY_CHANCE]
    beside = _beside(found)
    return " ".join([*parts, *([beside] if beside else [])])


def _beside(found: Hours) -> str:
    """What is counted and lies in no hour."""
    unknown = f"{_so_many(found.unknown, 'tells', 'tell')} no time" if found.unknown else ""
    wide = f"{_so_many(found.spread_wide, 'is', 'are')} spread over more than 24 hours" if found.spread_wide else ""
    said = " and ".join(filter(None, (unknown, wide)))
    return f"Counted beside: {said}." if said else ""


def _so_many(number: int, one: str, more: str) -> str:
    return f"{count(number)} {one if number == 1 else more}"


def notes(view: ListView, found: Hours) -> tuple[str, ...]:
    names = [f"{item.file} ({so_many(item.incidents, 'incident')}, loaded {item.moment[:10]})" for item in view.lists]
    rounded = (ROUNDED.format(base=found.base),) if found.is_rounded else ()
    return (SHARED, *rounded, f"From {'; '.join(names)}.")
