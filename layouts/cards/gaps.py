"""Knows the card of the overview that draws how far each indicator is from its target, worst first."""

from enum import StrEnum

from dash import html
from markupsafe import Markup

from dashboard.reports.indicators.judged import Judged, adverse
from dashboard.reports.indicators.offered import with_code
from dashboard.reports.pages.overview import Overview
from dashboard.reports.words.figures import difference_text
from layouts.cards.performance_rows import status_cell
from layouts.components.markup import region
from layouts.components.method_link import how
from layouts.components.most_shown import MOST_TILES, first_rows, rest_of
from layouts.components.tables import Heading, as_table, data_table
from layouts.figures.gap import HEIGHT, MOST_BARS, Gap, gap_figure
from layouts.figures.still.chart import still


class GapIds(StrEnum):
    CARD = "overview-gap-card"
    DRAWN = "overview-gap"
    FOOT = "overview-gap-foot"


def gap_card() -> html.Section:
    parts = [
        html.H2("Where the gap to target is"),
        html.P("Distance from target in per cent; left of the line is better", className="sub"),
        region(GapIds.DRAWN, awaits=False),
        how("status"),
        region(GapIds.FOOT),
    ]
    return html.Section(parts, id=GapIds.CARD, className="card")


def gaps(report: Overview) -> str:
    """The bars as HTML; nothing where no target is judged."""
    bars = [_gap(item) for item in first_rows(ordered_gaps(report), MOST_BARS)]
    return still(gap_figure(bars), "Bar chart; its figures are in the table below", HEIGHT) if bars else ""


def ordered_gaps(report: Overview) -> list[Judged]:
    """Worst first."""
    return sorted(report.gaps, key=lambda item: -_adverse(item))


def _adverse(item: Judged) -> float:
    return float(adverse(item.verdict.variance.percent or 0, item.better))  # type: ignore[arg-type]


def _gap(item: Judged) -> Gap:
    name = with_code(item.indicator)
    return Gap(name, _adverse(item), difference_text(item.verdict.variance), item.verdict.status)


def gap_table(report: Overview) -> Markup:
    rows = [
        (item.indicator.name, difference_text(item.verdict.variance), status_cell(item))
        for item in first_rows(ordered_gaps(report), MOST_TILES)
    ]
    headings = (Heading("Indicator"), Heading("Against target", number=True), Heading("Status", class_name="standing"))
    table = data_table("Distance from target", headings, rows, class_name="cards")
    return as_table("Show as table", [table, *rest_of(len(report.gaps), "distances", MOST_TILES)])
