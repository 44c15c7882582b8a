"""Knows how the plan looks: actions by objective, the risk matrix, the calendar, surveys, scrutiny, priorities."""

from enum import StrEnum

from dash import html
from markupsafe import Markup

from dashboard.domain.documents import Action, Meeting, Risk, SurveyRank
from dashboard.domain.filters import Filters
from dashboard.reports.pages.plan import Plan
from layouts.components.aria import aria
from layouts.components.links import cell_anchor, cell_href, to_cell
from layouts.components.markup import region
from layouts.components.page_head import card, page_head
from layouts.components.skeleton import page_frame
from layouts.components.tables import Content, Heading, data_table
from layouts.pages.plan_words import words


class Ids(StrEnum):
    HEAD = "plan-head"
    ACTIONS = "plan-actions"
    MORE = "plan-more"


def layout() -> html.Div:
    return page_frame(
        region(Ids.HEAD, "page-head"),
        region(Ids.ACTIONS, awaits=False),
        region(Ids.MORE, "more-cards", awaits=False),
    )


def head(report: Plan) -> list[Content]:
    return [*page_head(report)]


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


def actions(report: Plan) -> list[html.Section]:
    """One card an objective; only the columns that the document has."""
    return [
        card(name or "Actions", "", _actions_table(name or "Actions", items, report.filters))
        for name, items in report.objectives
    ]


def _actions_table(caption: str, items: tuple[Action, ...], filters: Filters) -> Markup:
    used = [name for name in WORDS if any(dict(item.cells)[name] for item in items)]
    headings = (Heading("Action"), *(Heading(WORDS[name], class_name="wide") for name in used))
    rows = [_action_row(item, used, filters) for item in items]
    return data_table(caption, headings, rows, class_name="plan cards")


def _action_row(item: Action, used: list[str], filters: Filters) -> tuple[Content, ...]:
    cells = dict(item.cells)
    said = item.action.removeprefix(item.ref).strip()
    link = _ref(item, filters, f"Action {item.ref}: source")
    name = [link, " ", _printed(said) if said else html.Span("no action printed", className="reason")]
    return name, *(_printed(cells[column], "no date printed" if column == "due" else "blank") for column in used)


def _ref(item: Action | Risk, filters: Filters, said: str = "") -> html.A:
    """Its number as a link to its printed cell; a search leads to it here."""
    spoken = aria(label=said) if said else {}
    return html.A(item.ref, href=cell_href(filters, item.source), id=cell_anchor(item.source.id), **spoken)


def _printed(text: str, blank: str = "blank") -> Content:
    """A printed cell, its bullets as lines; a blank one says so. A date may stand in the words of another column."""
    if not text.strip():
        return html.Span(blank, className="reason")
    pieces = [piece.strip() for piece in text.split("•") if piece.strip()]
    if len(pieces) > 1:
        return html.Ul([html.Li(piece) for piece in pieces])
    return pieces[0] if pieces else text


def more(report: Plan) -> list[html.Section]:
    parts = []
    if report.contents.risks:
        parts += [_matrix(report.contents.risks), _risks(report)]
    if report.contents.meetings:
        parts.append(_meetings(report))
    parts += _ranks(report)
    if report.contents.priorities:
        parts.append(_priorities(report))
    parts += words(report)
    if report.contents.responsibilities:
        parts.append(_scrutiny(report))
    return parts


def _risks(report: Plan) -> html.Section:
    headings = (
        *(Heading("Risk"), Heading("Impact", number=True), Heading("Likelihood", number=True)),
        *(
            Heading("Rating", number=True),
            Heading("Residual", number=True),
            Heading("Controls", class_name="wide"),
            Heading("Lead"),
        ),
    )
    rows = [
        (
            [_ref(item, report.filters), f" {item.risk}"],
            _score(item.impact),
            _score(item.likelihood),
            _score(item.rating),
            _score(item.residual),
            item.controls or "blank",
            item.lead,
        )
        for item in report.contents.risks
    ]
    sub = "A residual score left blank is missing, not zero"
    return card("Risks", sub, data_table("Risks", headings, rows, class_name="plan cards"))


def _score(number: int | None) -> Content:
    return html.Span("blank", className="reason") if number is None else str(number)


def _matrix(risks: tuple[Risk, ...]) -> html.Section:
    """Impact by likelihood, inherent scores; only as large as the scores that are printed."""
    size = max(max(item.impact or 0, item.likelihood or 0) for item in risks)
    headings = (
        Heading("Impact ↓ likelihood →"),
        *(Heading(str(at), number=True) for at in range(1, size + 1)),
    )
    rows = [
        (str(impact), *(_here(risks, impact, likelihood) for likelihood in range(1, size + 1)))
        for impact in range(size, 0, -1)
    ]
    return card(
        "Risk matrix",
        "Where the risks stand before controls",
        data_table("Risk matrix", headings, rows, class_name="matrix"),
    )


def _here(risks: tuple[Risk, ...], impact: int, likelihood: int) -> Content:
    found = [item.ref for item in risks if (item.impact, item.likelihood) == (impact, likelihood)]
    return html.Span(", ".join(found), className="tag near") if found else "·"


def _meetings(report: Plan) -> html.Section:
    headings = (
        Heading("Meeting"),
        Heading("Current campaigns", class_name="wide"),
        Heading("Planned future activity", class_name="wide"),
        Heading("Lead"),
    )
    rows = [
        (
            to_cell(report.filters, item.meeting, [item.source]),
            _campaigns(item, "current"),
            _campaigns(item, "planned"),
            item.lead or html.Span("blank", className="reason"),
        )
        for item in report.contents.meetings
    ]
    return card(
        "Meetings and campaigns",
        "As printed, in the order of the planner",
        data_table("Meetings and campaigns", headings, rows, class_name="plan cards"),
    )


def _campaigns(meeting: Meeting, kind: str) -> Content:
    found = [item.text for item in meeting.campaigns if item.kind == kind]
    return html.Ul([html.Li(text) for text in found]) if found else html.Span("blank", className="reason")


def _ranks(report: Plan) -> list[html.Section]:
    surveys = dict.fromkeys(item.survey for item in report.contents.ranks)
    return [
        _survey(name, [item for item in report.contents.ranks if item.survey == name], report.filters)
        for name in surveys
    ]


def _survey(name: str, items: list[SurveyRank], filters: Filters) -> html.Section:
    groups = list(dict.fromkeys(item.group for item in items))
    headings = (Heading("Rank"), *(Heading(group) for group in groups))
    rows = [
        (
            str(rank),
            *(
                [
                    to_cell(filters, item.source.text, [item.source])
                    for item in items
                    if (item.group, item.rank) == (group, rank)
                ]
                or "–"
                for group in groups
            ),
        )
        for rank in sorted({item.rank for item in items})
    ]
    return card(f"What residents rank highest: {name}", "", data_table(name, headings, rows, class_name="plan cards"))


def _priorities(report: Plan) -> html.Section:
    """Each priority with the body that set it; under it the objective, which few documents print."""
    headings = (Heading("Priority"), Heading("Set by"))
    rows = [
        (
            [
                to_cell(report.filters, item.text, [item.source]),
                *([html.Span(item.objective, className="basis")] if item.objective else []),
            ],
            item.body,
        )
        for item in report.contents.priorities
    ]
    return card(
        "Priorities",
        "In the words of each body that set them",
        data_table("Priorities", headings, rows, class_name="plan priorities cards"),
    )


def _scrutiny(report: Plan) -> html.Section:
    levels = list(dict.fromkeys(item.level for item in report.contents.responsibilities))
    blocks = []
    for level in levels:
        lines = [
            html.Li(to_cell(report.filters, item.text, [item.source]), className="part" if item.parent else "")
            for item in report.contents.responsibilities
            if item.level == level
        ]
        blocks.append(html.Div([html.H3(f"{level.capitalize()} scrutiny"), html.Ul(lines)]))
    return card("Who scrutinises what", "", html.Div(blocks, className="halves"))
