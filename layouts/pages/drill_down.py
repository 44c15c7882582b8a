"""Knows how the drill-down looks: what drove the change, then two tables in which everything leads one step in."""

from collections.abc import Sequence
from enum import StrEnum
from functools import partial

from dash import html
from markupsafe import Markup

from dashboard.domain.filters import Filters
from dashboard.domain.periods.calendar import By
from dashboard.domain.periods.period import Period
from dashboard.domain.street.crime import LEFT_OVERS, LEVEL_WORDS
from dashboard.domain.wording import sentence
from dashboard.reports.pages.drill_down import DrillDown
from dashboard.reports.street.columns import Column, Columns, against_words, months_words, no_count
from dashboard.reports.street.drill_down_words import MEASURE_WORDS, column_words, place_noun
from dashboard.reports.street.grid import GridRow, Square, square_text
from dashboard.reports.street.incomplete import NO_TYPE, OUT
from dashboard.reports.street.moving.ways import narrowed, row_view
from layouts.cards.street.drivers import drivers_card
from layouts.cards.street.harm import harm_card, no_weights_line
from layouts.cards.street.harm_view import harm_body
from layouts.cards.street.standing import standing_card
from layouts.cards.street.tabs import tabbed_head
from layouts.components.heat import heat_class, square_label
from layouts.components.links import downloads, page_href
from layouts.components.markup import Child, as_markup, joined, region, tag
from layouts.components.markup_tables import column_name, framed_table, row_name
from layouts.components.skeleton import page_frame
from layouts.components.street import chips, known_line, notes

PAGE = "drill-down"
WHY_NONE = {"incomplete": OUT, "no such type": NO_TYPE}  # there is no count
FEW = 6  # columns that need not fill the width
BY_WORDS = {By.MONTH: "Months", By.QUARTER: "Quarters", By.YEAR: "Years"}


class Ids(StrEnum):
    HEAD = "drill-down-head"
    BODY = "drill-down-body"


def layout() -> html.Div:
    return page_frame(region(Ids.HEAD, "page-head"), region(Ids.BODY))


def page_top(report: DrillDown) -> str:
    """The head of the page as HTML."""
    return tabbed_head(PAGE, report, report.context, report.category_names, _compared(report))


def _compared(report: DrillDown) -> tuple[Period, Period] | None:
    """The months that the page speaks of, and those they are compared with."""
    if report.crime_drivers is None or report.columns is None or report.harm_view is not None:
        return None
    focus = report.crime_drivers.focus
    return focus.period(report.columns), focus.against(report.columns)


def body(report: DrillDown) -> str:
    """Everything under the head as HTML."""
    if report.harm_view is not None:
        return str(joined([*harm_body(report.harm_view, report.filters), notes(report)]))
    if report.context is None or report.columns is None or report.total is None:
        return str(tag("span", class_="nothing"))
    parts: list[Child] = [standing_card(report, report.standing) if report.standing else ""]
    parts += [drivers_card(report, report.columns, partial(_driver_view, report, report.columns))]
    parts += [harm_card(report.harm, report.filters), _lengths(report, report.columns)]
    tables = [_crime_card(report, report.columns)]
    tables += [_place_card(report, report.columns)] if report.places else []
    narrow = len(report.columns.shown) <= FEW and len(tables) > 1
    parts += [tag("div", *tables, class_="pair")] if narrow else tables
    return str(joined([*parts, notes(report), no_weights_line() if report.lacks_weights else ""]))


def _lengths(report: DrillDown, columns: Columns) -> Markup:
    filters = report.filters
    links = [(words, page_href(PAGE, filters.with_(by=by)), by == columns.by) for by, words in BY_WORDS.items()]
    return chips("Columns", links)


def _driver_view(report: DrillDown, columns: Columns, row: GridRow) -> Filters:
    """One step into a row, in the months that the drivers are of."""
    view, driven = _row_view(report, row), report.crime_drivers
    if driven is None or len(driven.focus.now) > 1:
        return view
    return narrowed(view, columns.every[driven.focus.now[0]], columns)


def _row_view(report: DrillDown, row: GridRow) -> Filters:
    return row_view(report.filters, row, report.category_names)


def _crime_card(report: DrillDown, columns: Columns) -> Markup:
    return _card(report, columns, "Type of incident", [*report.crimes], what="types of incident")


def _place_card(report: DrillDown, columns: Columns) -> Markup:
    noun = place_noun(report.inner_level)
    return _card(report, columns, sentence(noun), [*report.places], what=noun, said=_how_many(report))


def _how_many(report: DrillDown) -> str:
    """'6 of 68 neighbourhoods have incidents in these periods.' where some have none."""
    held = sum(row.place is not None and any(square.n for square in row.squares) for row in report.places)
    held -= sum(row.place is not None and row.place.level in LEFT_OVERS for row in report.places)
    if held >= report.everyone or report.inner_level is None:
        return ""
    return f" {held:,} of {report.everyone:,} {LEVEL_WORDS[report.inner_level][1]} have incidents in these periods."


def _card(  # noqa: PLR0913 - two words for the same rows: over them, and of their file
    report: DrillDown, columns: Columns, of: str, rows: Sequence[GridRow], *, what: str, said: str = ""
) -> Markup:
    """The squares of one kind of row; *of* says it over their names."""
    measure = MEASURE_WORDS[report.filters.measure]
    focus = report.crime_drivers.focus.now[-1] if report.crime_drivers else None
    against = f" Coloured where the change on {against_words(columns, focus)} is more than chance:" if focus else ""
    key = joined([tag("span", "fell", class_="key fell2"), " ", tag("span", "rose", class_="key rose2")])
    sub = tag("p", f"{measure}.{against} ", key if focus else "", said, class_="sub")
    heading = f"{of} by {columns.by}"
    table = framed_table(heading, _headings(report, columns, of), _rows(report, columns, rows), _look(columns))
    loads = as_markup(downloads(report.page, report.filters, "counts", what))
    return tag("section", tag("h2", heading), sub, table, loads, class_="card")


def _look(columns: Columns) -> str:
    return "figures heat by-period" if len(columns.shown) > FEW else "figures heat few"


def _rows(report: DrillDown, columns: Columns, rows: Sequence[GridRow]) -> list[Markup]:
    every = [*rows, *([report.total] if report.total is not None else [])]
    return [_row(report, columns, row) for row in every]


def _headings(report: DrillDown, columns: Columns, of: str) -> list[Markup]:
    return [column_name(of), *(_heading(report, run, columns) for run in _runs(columns))]


def _runs(columns: Columns) -> list[list[Column]]:
    """The shown periods one by one; those without a file that follow one another as one."""
    runs: list[list[Column]] = []
    for column in columns.shown:
        if runs and _is_gap(column) and _is_gap(runs[-1][-1]):
            runs[-1].append(column)
        else:
            runs.append([column])
    return runs


def _is_gap(column: Column) -> bool:
    """Whether no file is loaded; one that looks incomplete stands for itself."""
    return not column.held and not column.left_out


def _heading(report: DrillDown, run: list[Column], columns: Columns) -> Markup:
    column = run[0]
    if not column.held:
        span = column.period.label if len(run) == 1 else f"{column.period.label} to {run[-1].period.label}"
        return tag(
            "th",
            span,
            tag("span", no_count(column), class_="chance"),
            scope="col",
            class_="n gap",
        )
    href = page_href(PAGE, narrowed(report.filters, column, columns))
    label = tag("a", column.period.label, href=href, aria_label=f"{column_words(column)}: look inside")
    part = months_words(column)
    return tag("th", label, tag("span", part, class_="chance") if part else "", scope="col", class_="n")


def _row(report: DrillDown, columns: Columns, row: GridRow) -> Markup:
    is_total = row.key == "total"
    squares = dict(zip(columns.shown, row.squares, strict=True))
    cells = [_cell(report, columns, row, (run[0], squares[run[0]])) for run in _runs(columns)]
    classes = " ".join(filter(None, ["total" if is_total else "", "group" if row.is_group else ""]))
    inner = row.name if is_total else tag("a", row.name, href=page_href(PAGE, _row_view(report, row)))
    marked = row_name(inner, known_line(row.place), look="inner" if row.depth else None)
    return tag("tr", marked, *cells, class_=classes or None)


def _cell(report: DrillDown, columns: Columns, row: GridRow, at: tuple[Column, Square]) -> Markup:
    column, square = at
    if square.n is None:
        why = WHY_NONE.get(square.reason, "no file is loaded for these months")
        return tag("td", tag("span", "–", title=why), class_="n none")
    view = narrowed(_row_view(report, row), column, columns)
    label = square_label(row.name, column, square, columns)
    text = square_text(square, report.filters.measure)
    link = tag("a", text, href=page_href(PAGE, view), aria_label=label, title=label, class_="door")
    return tag("td", link, class_=f"n {heat_class(square)}".strip())
