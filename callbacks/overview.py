"""Wires the overview: address in, tiles, charts and lists out."""

from dash import Dash, Input, Output

from dashboard.reports.desk import Desk
from dashboard.reports.pages.overview import overview
from dashboard.reports.pages.street_now import street_now
from dashboard.reports.pages.trends import trends_so_far
from layouts.cards.gaps import GapIds, gap_table, gaps
from layouts.cards.street_standing import StreetNowIds, street_now_filled
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
        Output(page.Ids.HEAD, "html"),
        Output(page.Ids.TILES, "html"),
        Output(page.Ids.MORE, "html"),
        Input(Shell.ADDRESS, "search"),
    )
    def show(search: str) -> tuple[str, str, str]:
        report = desk.show(overview, search)
        return written(page.head(report)), written(page.tiles(report)), written(more(report))

    @app.callback(
        Output(StreetNowIds.WORDS, "html"),
        Output(StreetNowIds.CARD, "hidden"),
        Input(Shell.ADDRESS, "search"),
    )
    def show_street(search: str) -> tuple[str, bool]:
        return street_now_filled(desk.show(street_now, search))

    @app.callback(
        Output(GapIds.DRAWN, "html"),
        Output(GapIds.FOOT, "html"),
        Output(GapIds.CARD, "hidden"),
        Input(Shell.ADDRESS, "search"),
    )
    def show_gaps(search: str) -> tuple[str, str, bool]:
        report = desk.show(overview, search)
        foot = [*worst_of(len(report.gaps), MOST_BARS), gap_table(report)]
        return gaps(report), written(foot), not report.gaps

    @app.callback(
        Output(page.Ids.TREND, "html"),
        Output(page.Ids.TREND_HEAD, "html"),
        Output(page.Ids.TREND_FOOT, "html"),
        Output(page.Ids.TREND_CARD, "hidden"),
        Input(Shell.ADDRESS, "search"),
    )
    def show_trend(search: str) -> tuple[str, str, str, bool]:
        report = desk.report(trends_so_far, desk.show(overview, search).drawn)
        shown = page.has_trend(report)
        return (
            page.trend(report),
            written(page.trend_head(report)),
            written(answered(page.trend_foot(report, trend_table(report)))),
            not shown,
        )
