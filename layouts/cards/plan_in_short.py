"""Knows how a plan looks in short: an objective a row, or an action a row with what it is measured by in words."""

from dash import html

from dashboard.domain.documents import Action
from dashboard.domain.targets.status import Status
from dashboard.domain.wording import number_word, sentence, start_of
from dashboard.reports.pages.overview import Overview
from dashboard.reports.performance.objectives import Objective
from dashboard.reports.performance.summary import measure_of
from dashboard.reports.report import Report
from layouts.components.links import cell_href, page_href
from layouts.components.page_head import card
from layouts.components.tables import Content, Heading, data_table
from layouts.components.tags import tag

MOST_SHOWN = 12
LONGEST = 130  # letters of an action; the whole of it stands on the Plan page
HEADINGS = (
    Heading("Action"),
    Heading("Measured by", class_name="wide"),
    Heading("Due"),
    Heading("Status", class_name="standing"),
)


def plan_in_short(report: Overview) -> html.Section:
    """The objectives with what is due; the actions stand on the Plan page."""
    headings = (
        Heading("Objective"),
        Heading("Actions", number=True),
        Heading("How many", class_name="bar"),
        Heading("Due", class_name="wide"),
    )
    most = max((item.actions for item in report.objectives), default=1)
    rows = [_row(item, most) for item in report.objectives]
    words = f"{report.actions} action{'s' if report.actions != 1 else ''}"
    link = html.P(html.A(f"{words} on the Plan page", href=page_href("plan", report.filters)))
    body = data_table("Objectives", headings, rows, class_name="cards")
    return card("Plan", "What the partnership set out to do", body, link)


def _row(item: Objective, most: int) -> tuple[Content, ...]:
    return item.name or "Actions without a heading", str(item.actions), _bar(item, most), _due(item)


def _bar(item: Objective, most: int) -> html.Span:
    filled = html.Span(className="bar-of", style={"width": f"{100 * item.actions / most:.0f}%"})
    return html.Span(filled, className="bar-track counted")


def _due(item: Objective) -> Content:
    """'Two by a date, the first 31 May 2003; one in words'."""
    first = f", the first {item.first_due:%-d %B %Y}" if item.first_due else ""
    kinds = ((item.dated, f"by a date{first}"), (item.worded, "in words"), (item.undated, "without a date"))
    said = [f"{number_word(count)} {words}" for count, words in kinds if count]
    return sentence("; ".join(said))


def plan_measures(report: Report) -> list[html.Section]:
    """The first actions that are measured in words; nothing where there are none."""
    if not report.worded:
        return []
    shown = report.worded[:MOST_SHOWN]
    rows = [_measured(item, report) for item in shown]
    body = data_table("What the plan is measured by", HEADINGS, rows, class_name="cards measures")
    sub = "Each in the plan’s own words. No figure and no target is printed for any, so none is judged"
    count = len(report.worded)
    rest = f"All {count} of them, with lead and outcome, on the Plan page" if count > len(shown) else "The Plan page"
    return [
        card(
            "What the plan is measured by",
            f"{sub}.",
            body,
            html.P(html.A(rest, href=page_href("plan", report.filters)), className="foot"),
            class_name="after-head",
        )
    ]


def _measured(item: Action, report: Report) -> tuple[Content, ...]:
    name = [html.A(item.ref, href=cell_href(report.filters, item.source)), " ", _start(item)]
    points = [sentence(part.strip()) for part in measure_of(item).split("•") if part.strip()]
    said: Content = points[0] if len(points) == 1 else html.Ul([html.Li(words) for words in points])
    return name, said, item.due or "no date printed", tag(Status.NOT_JUDGED, "Not judged: no figure printed")


def _start(item: Action) -> str:
    """The start of an action, up to its list."""
    words = item.action.removeprefix(item.ref).partition("•")[0].strip(" :")
    return start_of(words, LONGEST)
