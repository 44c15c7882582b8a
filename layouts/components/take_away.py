"""Knows how the view that is shown is taken away: one menu of files, and the printer."""

from dash import html

from dashboard.domain.filters import Filters
from dashboard.reports.packs.menu import MENU
from layouts.components.aria import aria
from layouts.components.links import download_href

TABLES = {"csv": "CSV", "json": "JSON"}


def take_away(page: str, filters: Filters) -> html.Div:
    """The menu of files, which unfolds without script; the button prints, and shows where a script can."""
    files = [html.Li(_file(page, filters, form, words)) for form, words in (MENU | TABLES).items()]
    menu = html.Details([html.Summary("Download"), html.Ul(files)], className="files")
    return html.Div([menu, html.Button("Print", type="button", className="print-this")], className="take-away")


def _file(page: str, filters: Filters, form: str, words: str) -> html.A:
    return html.A(words, href=download_href(page, filters, form), **aria(label=f"Download {words}"))
