"""Knows what stands under the charts of the overview: measures without a target, priorities, the text, the plan."""

from dash import html

from dashboard.domain.documents import Priority
from dashboard.domain.filters import Filters
from dashboard.domain.values.numbers import show
from dashboard.domain.wording import sentence
from dashboard.reports.indicators.judged import Judged
from dashboard.reports.pages.overview import Overview
from layouts.cards.performance_rows import actual_cell, change_cell, months_words, said_line, target_cell
from layouts.cards.plan_in_short import plan_in_short
from layouts.components.links import cell_href, indicator_href, page_href, to_cell
from layouts.components.most_shown import MOST_TILES, first_rows, rest_of
from layouts.components.page_head import card, notes_block
from layouts.components.tables import Content, Heading, data_table

MOST_PRINTED = 30  # rows beside everything else; more make a page slow to read and to draw


def more(report: Overview) -> list[Content]:
    """Everything under the charts."""
    parts: list[Content] = []
    if report.measured:
        parts.append(_measured(report))
    if report.whole_year.targets:
        parts.append(_whole_year(report))
    if _own_priorities(report):
        parts.append(_priorities(report))
    if report.printed:
        parts.append(_printed(report) if len(report.printed) <= MOST_PRINTED else _printed_elsewhere(report))
    if report.tiles and report.actions and not report.filters.area:
        parts.append(plan_in_short(report))
    part_year = [words for item in first_rows(report.tiles, MOST_TILES) if (words := months_words(item))]
    if report.notes or part_year:
        parts.append(html.Section([html.H2("Notes"), *map(html.P, part_year), notes_block(report)], className="card"))
    return parts


def _measured(report: Overview) -> html.Section:
    headings = (
        Heading("Indicator"),
        Heading("Period"),
        Heading("Actual", number=True),
        Heading("Change on year", number=True),
    )
    rows = [_measured_row(item, report.filters) for item in first_rows(report.measured)]
    table = data_table("Measured without a target", headings, rows, class_name="narrow cards")
    rest = rest_of(len(report.measured), "measures")
    return card("Measured without a target", "Figures published without a target for the period", table, *rest)


def _measured_row(item: Judged, filters: Filters) -> tuple[Content, ...]:
    actual = [html.Span(actual_cell(item.now, filters)), said_line(item)]
    return _named(item, filters), item.now.period.label, actual, change_cell(item)


def _whole_year(report: Overview) -> html.Section:
    """The targets that are judged at the end of the year, beside what is counted up to the end of the period."""
    found, filters = report.whole_year, report.filters
    headings = (Heading("Indicator"), Heading("Target", number=True), Heading("So far", number=True))
    rows = [
        (
            html.A(at.indicator.name, href=indicator_href(filters, at.indicator.slug)),
            target_cell(at, filters),
            [show(item.to_date.now), html.Span(item.to_date.run.label, className="chance")] if item.to_date else "–",
        )
        for item in first_rows(found.targets)
        for at in [item.standing]
    ]
    state = "Judged on the page of the year" if found.is_over else "Judged once the year’s last figures are loaded"
    words = f"{state}; this page judges none of them"
    table = data_table(f"Targets for the whole of {found.label}", headings, rows, class_name="narrow cards")
    return card(f"Targets for the whole of {found.label}", words, table, *rest_of(len(found.targets), "targets"))


def _named(item: Judged, filters: Filters) -> html.A:
    return html.A(item.indicator.name, href=indicator_href(filters, item.indicator.slug))


def _own_priorities(report: Overview) -> list[Priority]:
    """The priorities that are not the objectives of the plan, which are listed already."""
    names = " ".join(item.name for item in report.objectives)
    return [item for item in report.priorities if item.text not in names]


def _priorities(report: Overview) -> html.Section:
    shown = _own_priorities(report)
    bodies = dict.fromkeys(item.body for item in shown)
    blocks: list[Content] = []
    for body in bodies:
        items = [item for item in shown if item.body == body]
        blocks.append(html.H3(body))
        blocks.append(
            html.Ul([html.Li(html.A(item.text, href=cell_href(report.filters, item.source))) for item in items])
        )
    return card("Priorities", "In the words of each body that set them", *blocks)


def _printed(report: Overview) -> html.Section:
    rows = [
        (
            sentence(figure.quantity),
            to_cell(report.filters, figure.source.text, [figure.source]),
            figure.period.label if figure.period else "no date printed",
        )
        for figure in report.printed
    ]
    headings = (Heading("What the text says"), Heading("Printed", number=True), Heading("Period"))
    table = data_table("Figures printed in the text", headings, rows, class_name="cards")
    count = len(report.printed)
    sub = "Figures in running text, as printed; checks against the tables are on the Data page"
    return card(
        "Also in the document",
        sub,
        html.Details(
            [html.Summary(f"Show {count} figure{'s' if count != 1 else ''} from the text"), table],
            className="as-table",
            open=not report.tiles,
        ),
    )


def _printed_elsewhere(report: Overview) -> html.Section:
    link = html.A("on the Data page", href=page_href("data", report.filters))
    words = html.P([f"{len(report.printed)} figures stand in the text: choose a category, or see them all ", link, "."])
    return card("Also in the document", "Figures in running text, as printed", words)
