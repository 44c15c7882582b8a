"""Knows how a plan's dates are written as a calendar file (RFC 5545): whole days, each with an id that stays."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from dashboard.domain.wording import one_line, sentence
from dashboard.reports.planning.calendar import PlanEvent

PRODUCT = "-//Outturn//Plan//EN"
MIME = "text/calendar"


def calendar_file(partnership: tuple[str, str], events: Iterable[PlanEvent], day: date) -> bytes:
    """The *events* of a partnership (slug and name) as they were known on *day*."""
    slug, name = partnership
    found = Calendar()
    found.add("prodid", PRODUCT)
    found.add("version", "2.0")
    found.add("x-wr-calname", one_line(f"{name}: plan"))
    for item in events:
        found.add_component(_event(item, slug, day))
    written: bytes = found.to_ical()
    return written


def _event(item: PlanEvent, slug: str, day: date) -> Event:
    found = Event()
    found.add("uid", f"{item.kind.replace(' ', '-')}-{item.first.isoformat()}-{item.key}@{slug}.outturn")
    found.add("dtstamp", datetime(day.year, day.month, day.day, tzinfo=UTC))
    found.add("dtstart", item.first)
    found.add("dtend", item.last + timedelta(days=1))
    found.add("summary", one_line(f"{sentence(item.kind)}: {item.words}"))
    for field, words in (("description", f"Lead: {item.lead}" if item.lead else ""), ("location", item.place)):
        if words:
            found.add(field, one_line(words))
    return found
