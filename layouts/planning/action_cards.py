"""Knows how the actions of a plan look: a card an objective, each action with its status and what was last said."""

from dash import html
from markupsafe import Markup

from dashboard.domain.documents import Action, Risk
from dashboard.domain.filters import Filters
from dashboard.domain.records import Indicator
from dashboard.domain.statistics.rebaselines import day_words
from dashboard.domain.wording import plural
from dashboard.reports.pages.plan import Plan
from dashboard.reports.planning.lines import ActionLine
from layouts.components.aria import aria
from layouts.components.links import cell_anchor, cell_href, indicator_href, line_href
from layouts.components.page_head import card
from layouts.components.tables import Content, Heading, data_table
from layouts.components.tags import short_tag
from layouts.planning.marks import action_tag

MOST_SHOWN = 120  # actions of a page
FEW = 60  # of a page with more: the rest is in the list of all
FEWEST = 2  # of an objective
WORDS = {
    "lead": "Lead",
    "due": "Due",
    "resources": "Resources",
    "partners": "Partners",
    "framework": "Delivery framework",
    "measure": "Measure",
    "progress": "Progress",
    "changes": "Changes",
    "outcome": "Outcome",
    "monitoring": "Monitoring",
    "national_indicators": "National indicator",
}


def action_cards(report: Plan) -> list[html.Section]:
    """One card an objective; only the columns that the plan has."""
    groups = report.objectives
    most = MOST_SHOWN if len(report.contents.actions) <= MOST_SHOWN else max(FEWEST, FEW // len(groups))
    return [_objective(name or "Actions", lines, most, report) for name, lines in groups]


def _objective(name: str, lines: tuple[ActionLine, ...], most: int, report: Plan) -> html.Section:
    folded = f"Show {plural(len(lines[:most]), 'action')}"
    return card(name, "", _table(name, lines[:most], report), *_rest(len(lines), most, report), folded=folded)


def _rest(count: int, most: int, report: Plan) -> list[Content]:
    if count <= most:
        return []
    link = html.A("all actions in one list", href=line_href("actions", report.filters.partnership))
    return [html.P([f"The first {most} of {count:,} are shown: see ", link, "."], className="sub")]


def _table(caption: str, lines: tuple[ActionLine, ...], report: Plan) -> Markup:
    used = [name for name in WORDS if any(dict(line.item.cells).get(name) for line in lines)]
    first = (Heading("Action"), Heading("Status", class_name="standing"))
    headings = (*first, *(Heading(WORDS[name], class_name="wide") for name in used))
    return data_table(caption, headings, [_row(line, used, report) for line in lines], class_name="plan living cards")


def _row(line: ActionLine, used: list[str], report: Plan) -> tuple[Content, ...]:
    item, filters = line.item, report.filters
    cells = dict(item.cells)
    link = printed_ref(item, filters, f"Action {item.ref}: source")
    said = printed(line.words) if line.words else html.Span("no action printed", className="reason")
    name = [link, " ", said, *_aims(line.indicators, report)]
    return name, _status(line, filters), *(_cell(line, column, cells.get(column, "")) for column in used)


def printed_ref(item: Action | Risk, filters: Filters, said: str = "") -> html.A:
    """Its number as a link to its printed cell; a search leads to it here."""
    spoken = aria(label=said) if said else {}
    return html.A(item.ref or "–", href=cell_href(filters, item.source), id=cell_anchor(item.source.id), **spoken)


def _aims(indicators: tuple[Indicator, ...], report: Plan) -> list[Content]:
    """The indicators that an action aims at, each with how it stands."""
    return [html.Div(["Aims at ", *aim(item, report)], className="basis") for item in indicators]


def aim(item: Indicator, report: Plan) -> list[Content]:
    """An indicator with how it stands in the view."""
    link = html.A(item.name, href=indicator_href(report.filters.with_(categories=frozenset()), item.slug))
    found = report.contents.standings.get(item.id)
    return [link, " ", short_tag(found)] if found and not found.verdict.reason else [link]


def _status(line: ActionLine, filters: Filters) -> list[Content]:
    standing, latest = line.standing, line.standing.latest
    parts: list[Content] = [action_tag(standing)]
    if latest:
        who = f"{latest.author}, {day_words(latest.day)}"
        parts.append(html.Span(f"{latest.words} ({who})" if latest.words else who, className="basis"))
    if standing.is_stale:
        parts.append(html.Span("Not confirmed for over a quarter", className="basis"))
    href = line_href("actions", filters.partnership, line.item.key)
    name = line.item.ref or line.words[:40]
    way = html.A("History and update", href=href, **aria(label=f"History and update of action {name}"))
    return [*parts, html.Span(way, className="basis way")]


def _cell(line: ActionLine, column: str, text: str) -> Content:
    if column != "due":
        return printed(text)
    standing = line.standing
    said = printed(text, "no date printed")
    if not standing.has_moved or standing.due is None:
        return said
    moved = html.Span(f"Now {day_words(standing.due)}: {standing.why_moved}", className="basis")
    return [said, moved]


def printed(text: str, blank: str = "blank") -> Content:
    """A printed cell, its bullets as lines; a blank one says so. A date may stand in the words of another column."""
    if not text.strip():
        return html.Span(blank, className="reason")
    pieces = [piece.strip() for piece in text.split("•") if piece.strip()]
    if len(pieces) > 1:
        return html.Ul([html.Li(piece) for piece in pieces])
    return pieces[0] if pieces else text
