"""Wires the overview: address in, tiles, charts and lists out."""

from dash import Dash, Input, Output

from dashboard.reports.desk import Desk
from dashboard.reports.pages.overview import Overview, overview
from dashboard.reports.pages.trends import Trends, trends_so_far
from dashboard.reports.places.street_now import street_now
from layouts.cards.gaps import GapIds, gap_table, gaps
from layouts.cards.street.standing import StreetNowIds, street_now_filled
from layouts.components.markup import written
from layouts.components.most_shown import worst_of
from layouts.components.skeleton import answered
from layouts.figures.gap import MOST_BARS
from layouts.pages import overview as page
from layouts.pages.overview_more import more
from layouts.pages.trends import table as trend_table
from layouts.shell import Shell


def register(app: Dash, desk: Desk) -> None:
    @app.callback(
        *(Output(region, "html") for region in (page.Ids.HEAD, page.Ids.TILES, page.Ids.MORE)),
        Output(StreetNowIds.WORDS, "html"),
        Output(StreetNowIds.CARD, "hidden"),
        *(Output(region, "html") for region in (GapIds.DRAWN, GapIds.FOOT)),
        Output(GapIds.CARD, "hidden"),
        *(Output(region, "html") for region in (page.Ids.TREND, page.Ids.TREND_HEAD, page.Ids.TREND_FOOT)),
        Output(page.Ids.TREND_CARD, "hidden"),
        Input(Shell.ADDRESS, "search"),
    )
    def show(search: str) -> tuple[str | bool, ...]:
        report = desk.show(overview, search)
        regions = map(written, (page.head(report), page.tiles(report), more(report)))
        street, trend = desk.show(street_now, search), desk.report(trends_so_far, report.drawn)
        return (*regions, *street_now_filled(street), *_gaps(report), *_trend(trend))


def _gaps(report: Overview) -> tuple[str, str, bool]:
    """The bars, what stands under them, and whether there are none."""
    foot = [*worst_of(len(report.gaps), MOST_BARS), gap_table(report)]
    return gaps(report), written(foot), not report.gaps


def _trend(report: Trends) -> tuple[str, str, str, bool]:
    """The line, its heading, what stands under it, and whether there is none."""
    foot = answered(page.trend_foot(report, trend_table(report)))
    return page.trend(report), written(page.trend_head(report)), written(foot), not page.has_trend(report)
