"""Knows how the reporting cycle of a plan looks, and the criteria that become indicators once figures are there."""

from collections.abc import Sequence

from dash import html

from dashboard.domain.statistics.rebaselines import day_words
from dashboard.domain.wording import start_of
from dashboard.reports.pages.plan import Plan
from dashboard.reports.planning.criteria import Criterion
from dashboard.reports.planning.cycle import ReportLine, Sitting
from dashboard.reports.planning.lines import ActionLine, RiskLine
from layouts.components.links import downloads, line_href, page_href, partnership_href
from layouts.components.most_shown import first_rows, rest_of
from layouts.components.page_head import card
from layouts.components.tables import Content, Heading, data_table
from layouts.planning.action_cards import aim

MOST_SITTINGS = 6
MOST_NAMED = 8  # lines of a meeting or report
LONGEST = 60
REPORTS = (Heading("Report, in the words of the plan"), Heading("On which actions", class_name="wide"))
SITTINGS = (Heading("Meeting"), Heading("When"), Heading("Due before it", class_name="wide"))
CRITERIA = (Heading("Criterion"), Heading("Action", class_name="wide"), Heading("Figures", class_name="standing"))


def cycle_card(report: Plan) -> list[html.Section]:
    """Who sees what and when; nothing where the plan says nothing of it."""
    contents, parts = report.contents, list[Content]()
    if coming := contents.sittings[:MOST_SITTINGS]:
        rows = [_sitting(item, report) for item in coming]
        parts.append(data_table("Meetings to come", SITTINGS, rows, class_name="cards plain-plan"))
    if contents.reports:
        rows = [_report(item, report) for item in first_rows(contents.reports)]
        parts.append(data_table("Reports", REPORTS, rows, class_name="cards plain-plan"))
        parts += rest_of(len(contents.reports), "reports")
    if not parts:
        return []
    loads = downloads("plan", report.filters, "reporting", "the reporting cycle")
    way = html.P(html.A("Figures that are awaited, and from whom", href=page_href("data", report.filters)))
    sub = "Which body sees what, when, and what is due before it"
    return [card("Reporting cycle", sub, *parts, way, loads, folded="Show the meetings to come")]


def _sitting(item: Sitting, report: Plan) -> tuple[Content, ...]:
    lines: list[ActionLine | RiskLine] = [*item.actions, *item.risks]
    due: Content = _first_named(lines, report) if lines else html.Span("nothing with a date", className="reason")
    words = item.meeting.meeting
    return words if words[:1].isalpha() else "Partnership meeting", day_words(item.day), due


def _first_named(lines: Sequence[ActionLine | RiskLine], report: Plan) -> html.Ul:
    named = [html.Li(_named(line, report)) for line in lines[:MOST_NAMED]]
    more = [html.Li(f"and {len(lines) - MOST_NAMED:,} more")] if len(lines) > MOST_NAMED else []
    return html.Ul([*named, *more])


def _named(line: ActionLine | RiskLine, report: Plan) -> html.A:
    of, words = ("actions", line.words) if isinstance(line, ActionLine) else ("risks", f"Review: {line.item.risk}")
    said = start_of(f"{line.item.ref} {words}".strip(), LONGEST)
    return html.A(said, href=line_href(of, report.filters.partnership, line.item.key))


def _report(item: ReportLine, report: Plan) -> tuple[Content, ...]:
    return item.words, _first_named(item.actions, report)


def criteria_card(report: Plan) -> list[html.Section]:
    found = report.contents.criteria
    if not found:
        return []
    sub = "The plan is to be judged by these numbers. Each becomes an indicator with its first figure, under this name"
    rows = [_criterion(item, report) for item in first_rows(found)]
    return [
        card(
            "Criteria that are numbers",
            sub,
            data_table("Criteria that are numbers", CRITERIA, rows, class_name="cards plain-plan"),
            *rest_of(len(found), "criteria"),
            downloads("plan", report.filters, "criteria", "the criteria"),
        )
    ]


def _criterion(item: Criterion, report: Plan) -> tuple[Content, ...]:
    shown: Content = aim(item.indicator, report) if item.indicator else _none_yet(report)
    return item.words, _named(item.line, report), shown


def _none_yet(report: Plan) -> Content:
    enter = html.A("Enter the first", href=partnership_href("enter", report.filters.partnership))
    return ["none yet", *([" · ", enter] if report.may_load else [])]
