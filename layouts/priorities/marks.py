"""Knows how scores look: a number in a box, the bar of what each column adds, and the words beside them."""

from fractions import Fraction

from dash import html

from dashboard.domain.doors import Door
from dashboard.domain.filters import Filters
from dashboard.domain.priorities.criteria import HIGHEST
from dashboard.domain.values.numbers import show
from dashboard.reports.priorities.assessment import AssessedRow
from dashboard.reports.priorities.cells import AssessedCell
from dashboard.reports.priorities.files import decimal
from layouts.components.aria import aria
from layouts.components.links import door_href, priority_href, to_cell
from layouts.components.tables import Content


def score_box(score: int) -> html.Span:
    """'4', darker the higher."""
    return html.Span(str(score), className=f"score s{score}")


def score_words(score: Fraction | None) -> str:
    """'3.25'."""
    return "–" if score is None else show(decimal(score), 2)


def score_bar(row: AssessedRow) -> Content:
    """What each column adds to the score, of five, as a bar and in words."""
    pieces = [
        html.Span(className=f"add of-{criterion}", style={"width": f"{float(part) / HIGHEST * 100:.2f}%"})
        for criterion, part in row.total.parts
    ]
    said = ", ".join(f"{criterion} {score_words(part)}" for criterion, part in row.total.parts)
    return [html.Div(pieces, className="adds", **aria(hidden="true")), html.Span(said, className="basis")]


def cell_content(cell: AssessedCell, filters: Filters) -> Content:
    """The score with what it stands on; of a missing one why it is missing."""
    shown: list[Content] = [score_box(cell.score), " "] if cell.score is not None else []
    if cell.text:
        shown.append(_linked(cell, filters))
    if cell.detail:
        shown.append(html.Span(_detail(cell, filters), className="basis"))
    if cell.score is None:
        shown.append(html.Span(f"missing: {cell.why}", className="reason"))
    return shown


def _linked(cell: AssessedCell, filters: Filters) -> Content:
    """The number as a door: to the cell that prints it, else to the page that counts it."""
    if cell.cells:
        return to_cell(filters, cell.text, cell.cells)
    return to_door(cell.text, cell.door)


def _detail(cell: AssessedCell, filters: Filters) -> Content:
    """Beside a printed number the way to the page that shows it, beside a typed one that to who typed it."""
    if cell.typed is not None:
        return html.A(cell.detail, href=f"{priority_href(filters, cell.typed.about)}#{cell.typed.kind}")
    return to_door(cell.detail, cell.door if cell.cells else None)


def to_door(words: str, door: Door | None) -> Content:
    return words if door is None else html.A(words, href=door_href(door))
