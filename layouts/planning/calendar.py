"""Knows how the calendar of a plan looks: a timeline, what comes next, the planner as printed, and a calendar file."""

from collections.abc import Sequence
from datetime import date, timedelta

from dash import html
from markupsafe import Markup

from dashboard.domain.documents import Campaign, Meeting
from dashboard.domain.statistics.rebaselines import day_words
from dashboard.domain.wording import plural, sentence, start_of
from dashboard.reports.pages.plan import Plan
from dashboard.reports.planning.calendar import EventKind, PlanEvent
from layouts.components.links import calendar_href, downloads, line_href, to_cell
from layouts.components.markup import tag
from layouts.components.most_shown import first_rows, rest_of
from layouts.components.page_head import card
from layouts.components.tables import Content, Heading, as_table, data_table
from layouts.planning.action_cards import aim

MOST_COMING, MOST_FOLDED = 10, 60
LONGEST = 160
LATE, LAST_NAMED = 75, 90  # per cent of a timeline after which the name of a month has no room on a phone, or at all
MOST_LABELS = 12
A_YEAR, MOST_DAYS = timedelta(days=365), timedelta(days=3 * 365)  # of a timeline
EVENT_HEADINGS = (Heading("What"), Heading("When"), Heading("Kind"), Heading("Lead"))
PRINTED_HEADINGS = (
    Heading("Meeting"),
    Heading("Current campaigns", class_name="wide"),
    Heading("Planned future activity", class_name="wide"),
    Heading("Lead"),
)
OF = {EventKind.ACTION_DUE: "actions", EventKind.ACTION_STARTS: "actions", EventKind.RISK_REVIEW: "risks"}


def calendar_cards(report: Plan) -> list[html.Section]:
    contents = report.contents
    found = contents.events
    parts = [_calendar(report, found)] if found else []
    return [*parts, *([_planner(report)] if contents.meetings else [])]


def _calendar(report: Plan, found: Sequence[PlanEvent]) -> html.Section:
    day, partnership = report.contents.day, report.filters.partnership
    coming = [item for item in found if item.last >= day]
    past = [item for item in found if item.last < day]
    words = f"Nothing with a date lies ahead of {day_words(day)}."
    body: list[Content] = [_timeline(found, day)]
    body.append(_events("What comes next", coming[:MOST_COMING], partnership) if coming else html.P(words))
    if coming[MOST_COMING:]:
        later, rest = first_rows(coming[MOST_COMING:], MOST_FOLDED), len(coming) - MOST_COMING
        body.append(as_table(f"{rest:,} later", _events("Later", later, partnership)))
        body += rest_of(rest, "later dates", MOST_FOLDED)
    if past:
        earlier = _events("Earlier", first_rows(past, MOST_FOLDED), partnership)
        body += [as_table(f"{len(past):,} earlier", earlier), *rest_of(len(past), "earlier dates", MOST_FOLDED)]
    file = html.A("Calendar file (.ics)", href=calendar_href(partnership))
    ways = html.P([file, ", for Outlook and other calendars"], className="downloads")
    loads = downloads("plan", report.filters, "calendar", "the calendar")
    sub = "Meetings, campaigns, dates of actions and reviews of risks"
    return card("Calendar", sub, *body, ways, loads, folded="Show the calendar")


def _events(caption: str, found: Sequence[PlanEvent], partnership: str) -> Markup:
    rows = [_event(item, partnership) for item in found]
    return data_table(caption, EVENT_HEADINGS, rows, class_name="cards plain-plan")


def _event(item: PlanEvent, partnership: str) -> tuple[Content, ...]:
    words: Content = start_of(item.words, LONGEST)
    if of := OF.get(item.kind):
        words = html.A(words, href=line_href(of, partnership, item.key))
    return words, _when(item), sentence(item.kind), item.lead or html.Span("blank", className="reason")


def _when(item: PlanEvent) -> str:
    return day_words(item.first) if item.first == item.last else f"{day_words(item.first)} to {day_words(item.last)}"


def _timeline(found: Sequence[PlanEvent], day: date) -> Markup:
    """A row a kind, a mark an event; the lists under it hold the same."""
    found = recent(found, day)
    first, last = _months_around(found)
    kinds = [kind for kind in EventKind if any(item.kind is kind for item in found)]
    rows = [_lane(kind, [item for item in found if item.kind is kind], (first, last)) for kind in kinds]
    here = tag("span", style=f"left:{_share(day, first, last)}%") if first <= day < last else ""
    counts = ", ".join(plural(sum(item.kind is kind for item in found), kind.value) for kind in kinds)
    said = f"Timeline from {day_words(first)} to {day_words(last)}. The lists under it name each event. {counts}"
    inside = tag("div", tag("div", here, class_="today"), *rows, class_="lanes")
    return tag(
        "div",
        inside,
        tag("div", *_months(first, last), class_="months"),
        class_="timeline",
        role="img",
        aria_label=said,
    )


def recent(found: Sequence[PlanEvent], day: date) -> Sequence[PlanEvent]:
    """What a timeline shows: all of it, or of many years those from a year before *day* on, else the newest years."""
    last = max(item.last for item in found)
    if last - min(item.first for item in found) <= MOST_DAYS:
        return found
    since = min(day - A_YEAR, last - A_YEAR)
    return [item for item in found if item.last >= since]


def _months_around(found: Sequence[PlanEvent]) -> tuple[date, date]:
    """From the first of the month of the first event to the end of that of the last."""
    first, last = min(item.first for item in found), max(item.last for item in found)
    return first.replace(day=1), _next_month(last)


def _next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _share(day: date, first: date, last: date) -> str:
    return f"{100 * (day - first).days / (last - first).days:.2f}"


def _lane(kind: EventKind, found: Sequence[PlanEvent], span: tuple[date, date]) -> Markup:
    marks = [_mark(items, span) for items in _together(found)]
    return tag("div", tag("span", sentence(kind), class_="name"), tag("div", *marks, class_="track"), class_="lane")


def _together(found: Sequence[PlanEvent]) -> list[list[PlanEvent]]:
    """The events of the same days, which have one mark."""
    grouped: dict[tuple[date, date], list[PlanEvent]] = {}
    for item in found:
        grouped.setdefault((item.first, item.last), []).append(item)
    return [*grouped.values()]


def _mark(items: Sequence[PlanEvent], span: tuple[date, date]) -> Markup:
    first, *others = items
    start, end = float(_share(first.first, *span)), float(_share(first.last, *span))
    width = f";width:{end - start:.2f}%" if end > start else ""
    look = f"mark {'span' if width else 'point'} {first.kind.replace(' ', '-')}"
    more = f", and {len(others)} more" if others else ""
    said = f"{_when(first)}: {start_of(first.words, 80)}{more}"
    return tag("span", class_=look, style=f"left:{start:.2f}%{width}", title=said)


def _months(first: date, last: date) -> list[Markup]:
    """The names of months under the lanes, as many as have room."""
    days = [first]
    while (following := _next_month(days[-1])) < last:
        days.append(following)
    step = -(-len(days) // MOST_LABELS)
    shown = days[::step]
    form = "%b %Y" if step < 12 else "%Y"
    shares = ((day, _share(day, first, last)) for day in shown)
    return [
        tag("span", f"{day:{form}}", style=f"left:{at}%", class_="late" if float(at) > LATE else None)
        for day, at in shares
        if float(at) < LAST_NAMED
    ]


def _planner(report: Plan) -> html.Section:
    rows = [
        (
            _meeting(item, report),
            _campaigns(item, "current", report),
            _campaigns(item, "planned", report),
            item.lead or html.Span("blank", className="reason"),
        )
        for item in first_rows(report.contents.meetings)
    ]
    body = data_table("Meetings and campaigns", PRINTED_HEADINGS, rows, class_name="plan cards")
    sub = "In the order of the planner, each campaign beside what it aims at"
    return card("Meetings and campaigns", sub, body, folded=f"Show {plural(len(rows), 'meeting')}")


def _meeting(item: Meeting, report: Plan) -> list[Content]:
    is_dated = any(letter.isdigit() for letter in item.meeting)
    day = day_words(item.date) if item.date and not is_dated else ""
    where = ", ".join(filter(None, (day, item.time, item.place)))
    name: list[Content] = [to_cell(report.filters, item.meeting, [item.source])]
    return [*name, html.Span(where, className="basis")] if where else name


def _campaigns(meeting: Meeting, kind: str, report: Plan) -> Content:
    found = [item for item in meeting.campaigns if item.kind == kind]
    if not found:
        return html.Span("blank", className="reason")
    return html.Ul([html.Li([item.text, *_aims(item, report)]) for item in found])


def _aims(item: Campaign, report: Plan) -> list[Content]:
    return [html.Div(["Aims at ", *aim(found, report)], className="basis") for found in report.contents.aims[item.key]]
