"""Knows the tables of an assessment: the ranking, what each column says, what stands beside it, its districts."""

from dash import html

from dashboard.domain.priorities.criteria import CRITERIA, Criterion, ScoringRule
from dashboard.domain.priorities.keeping import WeightRange
from dashboard.domain.priorities.recorded import place_words
from dashboard.domain.priorities.weights import weight_words
from dashboard.domain.statistics.likelihood import percent_of
from dashboard.domain.statistics.rebaselines import day_words
from dashboard.domain.wording import listed, plural
from dashboard.reports.pages.priorities import PrioritiesPage, by_parts
from dashboard.reports.priorities.assessment import AssessedRow
from dashboard.reports.priorities.districts import CountyRow, DistrictTable
from dashboard.reports.priorities.elsewhere import NO_FORECAST, NO_HOTSPOTS, NO_TARGET
from layouts.components.links import page_href, priority_href
from layouts.components.method_link import how
from layouts.components.page_head import card
from layouts.components.tables import Content, Heading, data_table
from layouts.components.tags import tag
from layouts.fold import fold
from layouts.priorities.marks import cell_content, score_bar, score_words, to_door

NOTHING = "–"
BESIDE = "They favour what has a target already, or overlap with volume and harm: shown, and counted for nothing"
MADE = "The mean of their scores under the same weights, {}; each leads to its own table"


def ranking(report: PrioritiesPage) -> html.Section:
    """The categories by rank: score with what adds to it, how sure, and what the group chose."""
    headings = (
        *(Heading("Category"), Heading("Rank", class_name="standing"), Heading("Score", class_name="wide scored")),
        *(Heading("How sure", class_name="wide later"), Heading("Keeps its place", class_name="wide later")),
        *(Heading("A year before", class_name="later"), Heading("The group chose", class_name="wide")),
    )
    shown = [row for row in report.rows if row.rank is not None or row.choice is not None]
    rows = [_ranked(row, report) for row in shown]
    sub = "A score is the weighted mean of the columns that are there; the bar shows what each adds, of five"
    table = data_table("Ranking", headings, rows, class_name="cards priorities")
    rest = [row for row in report.rows if row not in shown]
    return card("Ranking", sub, *([table] if rows else []), *_unscored(rest, report), how("priorities"))


def _unscored(rows: list[AssessedRow], report: PrioritiesPage) -> list[Content]:
    """The categories that have no score, in one line; each leads to what it lacks, and to its forms."""
    if not rows:
        return []
    links = [html.A(row.own.wording, href=priority_href(report.filters, row.own.category)) for row in rows]
    parts: list[Content] = [part for link in links for part in (", ", link)][1:]
    return [
        html.P(["Not scored, because none of the columns that count is there: ", *parts, "."], className="unscored")
    ]


def _ranked(row: AssessedRow, report: PrioritiesPage) -> tuple[Content, ...]:
    name = html.A(row.own.wording, href=priority_href(report.filters, row.own.category))
    rank = html.Span(row.rank_words, className="rank") if row.rank else html.Span("not scored", className="reason")
    return name, rank, _score(row), _sure(row), _keeps(row), row.last, _chosen(row, report)


def _score(row: AssessedRow) -> Content:
    total = row.total
    if total.score is None:
        return html.Span(f"no column of {total.of}", className="reason")
    open_ = "missing or estimated" if any(item.span for item in row.cells) else "missing"
    span = f"{score_words(total.low)} to {score_words(total.high)} whatever is {open_}"
    head = html.Span([html.B(score_words(total.score)), f" · {total.counted} of {total.of} columns"])
    later = fold("How sure, and a year before", look="row-fold")
    return [head, *score_bar(row), html.Span(span, className="basis"), later]


def _sure(row: AssessedRow) -> Content:
    """How often it has its rank, between which ranks it lies, and on how much that stands."""
    if row.sure is None or row.rank is None:
        return NOTHING
    chance, low, high = row.sure.of(row.rank), row.sure.low, row.sure.high
    span = f"rank {low}" if low == high else f"ranks {low} to {high}"
    lines = [f"{percent_of(chance)} sure of its rank", f"nine times in ten: {span}", f"{row.evidence} evidence"]
    if row.settled:
        lines.append("nothing missing can change it")
    return [html.Span(lines[0]), *(html.Span(line, className="basis") for line in lines[1:])]


def _keeps(row: AssessedRow) -> Content:
    if row.rank is None:
        return NOTHING
    return keeps_words(row.keeps)


def keeps_words(found: WeightRange | None) -> str:
    """The weights of the most telling column at which the place stays."""
    if found is None:
        return "at any weight of any one column"
    name = str(found.criterion)
    if found.width < 0.01:
        return f"shared at this weight of {name} only"
    return f"while {name} weighs {found.low:.2g} to {found.high:.2g}"


def _chosen(row: AssessedRow, report: PrioritiesPage) -> Content:
    """The group's choice with its reason; a way to record one, for whoever may."""
    said = row.choice
    if said is None:
        link = html.A("Record a choice", href=f"{priority_href(report.filters, row.own.category)}#choice")
        return link if report.may_load else NOTHING
    place = html.B(place_words(said.value))
    departs = [" ", html.Span("other than ranked", className="reason")] if row.departs else []
    why = [html.Span(said.words, className="basis")] if said.words else []
    return [place, *departs, *why, html.Span(f"{said.author}, {day_words(said.day)}", className="basis")]


def columns(report: PrioritiesPage) -> html.Section:
    """What every column says of every category, with its rule in the heading."""
    shown = [item for item in CRITERIA if any(row.cell(item.criterion).score is not None for row in report.rows)]
    headings = [Heading(_heading(item, report), class_name="wide") for item in shown]
    rows = [
        (
            html.A(row.own.wording, href=priority_href(report.filters, row.own.category)),
            *(cell_content(row.cell(item.criterion), report.filters) for item in shown),
        )
        for row in report.scored
    ]
    table = data_table("What each column says", (Heading("Category"), *headings), rows, class_name="cards columns")
    parts = [*([table] if shown else []), *_missing([item for item in CRITERIA if item not in shown], report)]
    sub = "A score from 1 to 5 by the rule in its heading; every number is a door"
    folded = f"Show every column of {plural(len(rows), 'category', 'categories')}" if rows else ""
    return card("What each column says", sub, *parts, folded=folded)


def _heading(item: ScoringRule, report: PrioritiesPage) -> str:
    return f"{item.heading} × {weight_words(report.weights.of(item.criterion))}: {item.brief}"


def _missing(rules: list[ScoringRule], report: PrioritiesPage) -> list[Content]:
    """The columns that no category has, each with every reason why."""
    if not rules:
        return []
    items = [html.Li(f"{item.heading}: {listed(_reasons(item.criterion, report))}") for item in rules]
    return [html.P("Missing for every category:", className="sub"), html.Ul(items)]


def _reasons(criterion: Criterion, report: PrioritiesPage) -> list[str]:
    return list(dict.fromkeys(row.cell(criterion).why for row in report.rows))


def beside(report: PrioritiesPage) -> list[Content]:
    """Target, forecast and hotspots, which have no weight; nothing where no category has any."""
    rows = [(row.own.wording, *_beside(row)) for row in report.rows if _has_any(row)]
    if not rows:
        return []
    headings = (Heading("Category"), Heading("Target"), Heading("Forecast"), Heading("Hotspots"))
    table = data_table("Beside the score", headings, rows, class_name="cards")
    return [card("Beside the score, with weight 0", BESIDE, table, folded="Show targets, forecasts and hotspots")]


def _has_any(row: AssessedRow) -> bool:
    found = row.beside
    return (found.target, found.forecast, found.hotspots) != (NO_TARGET, NO_FORECAST, NO_HOTSPOTS)


def _beside(row: AssessedRow) -> tuple[Content, ...]:
    found = row.beside
    target: Content = html.Span(found.target, className="reason")
    if found.target_status:
        target = html.A(tag(found.target_status, found.target.capitalize()), href=_href(row))
    return target, to_door(found.forecast, found.forecast_door), to_door(found.hotspots, found.hotspots_door)


def _href(row: AssessedRow) -> str:
    door = row.beside.target_door
    return page_href(door.page, door.filters) if door else ""


def county(report: PrioritiesPage) -> list[Content]:
    """What the tables of districts come to; each leads to the district's own."""
    found = report.county
    if not found.districts:
        return []
    by = "by residents" if all(row.made.by_people for row in found.rows) else "each counted alike"
    headings = (
        *(Heading("Category"), Heading("Rank"), Heading("Mean score", number=True), Heading("Scored in", number=True)),
        *(Heading(item.name) for item in found.districts),
    )
    rows = [_county_row(row, found.districts) for row in found.rows]
    title = by_parts(report.county)
    table = data_table(title, headings, rows, class_name="cards")
    return [card(title, MADE.format(by), table, folded=f"Show {plural(len(rows), 'category', 'categories')}")]


def _county_row(row: CountyRow, districts: tuple[DistrictTable, ...]) -> tuple[Content, ...]:
    counted = f"{row.made.counted} of {row.made.of}"
    cells = [_district(item, row.own.category) for item in districts]
    return row.own.wording, row.rank_words, score_words(row.made.score), counted, *cells


def _district(item: DistrictTable, category: str) -> Content:
    score, rank = item.of(category)
    if score is None:
        return html.Span("not scored", className="reason")
    words = f"rank {rank}"
    link = html.A(words, href=page_href("priorities", item.filters)) if item.is_page else html.Span(words)
    return [link, html.Span(f"score {score_words(score)}", className="basis")]
