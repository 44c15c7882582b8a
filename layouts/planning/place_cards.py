"""Knows how what of a plan is for a place looks: its actions with their status, its meetings and campaigns."""

from dash import html

from dashboard.domain.documents import Campaign, Meeting
from dashboard.domain.filters import Filters
from dashboard.domain.statistics.rebaselines import day_words
from dashboard.domain.wording import plural
from dashboard.reports.pages.place import PlacePage
from dashboard.reports.planning.lines import ActionLine
from layouts.components.links import page_href, to_cell
from layouts.components.page_head import card
from layouts.components.tables import Content, Heading, data_table
from layouts.planning.marks import action_tag

MOST_LISTED = 8  # actions and meetings; the Plan page has all


def actions_of_place(report: PlacePage) -> html.Section:
    found = report.planned
    if not found.actions:
        said = f"None of the plan's {plural(found.every_action, 'action')} is for {report.area.name} or names it."
        return card("Actions", "", html.P([said, " ", _way("plan", report, "Open the plan")]))
    headings = (Heading("Action"), Heading("Status"), Heading("Due"), Heading("Lead"))
    rows = [_action_row(item, report.filters) for item in found.actions[:MOST_LISTED]]
    sub = "" if report.is_whole else f"Those of the plan that are for {report.area.name} or name it"
    table = data_table("Actions", headings, rows, class_name="cards")
    return card("Actions", sub, table, _all(report, len(found.actions), "actions"))


def _action_row(line: ActionLine, filters: Filters) -> tuple[Content, ...]:
    item, standing = line.item, line.standing
    words = item.action.removeprefix(item.ref).strip() or item.objective or "no action printed"
    named = [to_cell(filters, item.ref or "Action", [item.source]), f" {words}"]
    due = day_words(standing.due) if standing.due else item.due
    return named, action_tag(standing), due or _blank("no date printed"), item.lead or _blank()


def meetings_of_place(report: PlacePage) -> html.Section:
    found = report.planned
    if not (found.meetings or found.campaigns):
        said = f"None of the plan's {plural(found.every_meeting, 'meeting or campaign', 'meetings and campaigns')} "
        said += f"is for {report.area.name} or names it."
        return card("Meetings and campaigns", "", html.P([said, " ", _way("plan", report, "See the calendar")]))
    headings = (Heading("Meeting"), Heading("Lead"), Heading("Campaigns and planned activity", class_name="wide"))
    rows = [_meeting_row(item, report.filters) for item in found.meetings]
    rows += [_campaign_row(item, report.filters) for item in found.campaigns]
    sub = "" if report.is_whole else f"Those of the calendar that are for {report.area.name} or name it"
    table = data_table("Meetings and campaigns", headings, rows[:MOST_LISTED], class_name="meetings cards")
    return card("Meetings and campaigns", sub, table, _all(report, len(rows), "meetings and campaigns"))


def _campaign_row(item: Campaign, filters: Filters) -> tuple[Content, ...]:
    """A campaign that is listed for no meeting."""
    days = " to ".join(day_words(day) for day in (item.starts, item.ends) if day)
    said = [to_cell(filters, item.text, [item.source]), f" · {days}" if days else ""]
    return html.Span("no meeting", className="reason"), item.lead or _blank(), said


def _meeting_row(item: Meeting, filters: Filters) -> tuple[Content, ...]:
    campaigns = [html.Li(at.text) for at in item.campaigns]
    said: Content = html.Ul(campaigns) if campaigns else _blank()
    day = f" · {day_words(item.date)}" if item.date and not any(map(str.isdigit, item.meeting)) else ""
    return [to_cell(filters, item.meeting, [item.source]), day], item.lead or _blank(), said


def _all(report: PlacePage, count: int, noun: str) -> html.P:
    beyond = f"The first {MOST_LISTED} of {count:,} {noun}. " if count > MOST_LISTED else ""
    return html.P([beyond, _way("plan", report, "Open the plan")], className="sub")


def _way(page: str, report: PlacePage, words: str) -> html.A:
    return html.A(words, href=page_href(page, report.filters.with_(area="")))


def _blank(words: str = "blank") -> html.Span:
    return html.Span(words, className="reason")
