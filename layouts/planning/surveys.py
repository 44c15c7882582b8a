"""Knows how the card of a survey looks: what residents rank, an area or round a column, with how it moved."""

from dash import html

from dashboard.domain.documents import SurveyRank
from dashboard.domain.filters import Filters
from dashboard.domain.plans.rounds import RankBefore, movements
from dashboard.domain.values.numbers import show
from dashboard.reports.pages.plan import Plan
from layouts.components.links import to_cell
from layouts.components.page_head import card
from layouts.components.tables import Content, Heading, data_table


def survey_cards(report: Plan) -> list[html.Section]:
    """A card a survey."""
    ranks = report.contents.ranks
    moved = movements(ranks)
    names = dict.fromkeys(item.survey for item in ranks)
    return [_survey(name, [item for item in ranks if item.survey == name], moved, report.filters) for name in names]


def _survey(name: str, items: list[SurveyRank], moved: dict[str, RankBefore], filters: Filters) -> html.Section:
    groups = list(dict.fromkeys(item.group for item in items))
    headings = (Heading("Rank"), *(Heading(group) for group in groups))
    at = {
        group: {rank: [item for item in items if (item.group, item.rank) == (group, rank)] for rank in _ranks(items)}
        for group in groups
    }
    rows = [(str(rank), *(_concerns(at[group][rank], moved, filters) for group in groups)) for rank in _ranks(items)]
    sub = "With how each moved since the round before" if any(item.key in moved for item in items) else ""
    table = data_table(name, headings, rows, class_name="plan cards")
    return card(f"What residents rank highest: {name}", sub, table, folded="Show the ranks")


def _ranks(items: list[SurveyRank]) -> list[int]:
    return sorted({item.rank for item in items})


def _concerns(items: list[SurveyRank], moved: dict[str, RankBefore], filters: Filters) -> Content:
    said = [
        html.Div([to_cell(filters, item.source.text, [item.source]), *_beside(item, moved.get(item.key))])
        for item in items
    ]
    return said or "–"


def _beside(item: SurveyRank, moved: RankBefore | None) -> list[html.Span]:
    """The share of those asked, and the movement, under a concern."""
    parts = [f"{show(item.percent)}%" if item.percent is not None else "", moved.words(item) if moved else ""]
    words = ", ".join(filter(None, parts))
    return [html.Span(words, className="basis")] if words else []
