"""Knows the head of every page: the finding, the setting, the paragraph, the ways to take it away."""

from collections.abc import Sequence

from dash import html

from dashboard.domain.filters import Filters
from dashboard.domain.periods.period import Period
from dashboard.reports.made_up import INVENTED
from dashboard.reports.packs.menu import MENU
from dashboard.reports.report import Report
from layouts.components.aria import aria
from layouts.components.links import download_href, page_href, partnership_href
from layouts.components.tables import Content
from layouts.fold import fold

#: By page, the pages in no menu that it leads to.
ALSO = {
    "overview": (
        *(("place", "This place on one page"), ("scrutiny", "Who watches what")),
        ("measure", "Measures in every partnership"),
    ),
    **dict.fromkeys(("hotspots", "when"), (("repeats", "Repeats and near repeats"),)),
}
YEARLY = frozenset({"overview", "year-end"})  # pages whose figures are compared so
TABLES = {"csv": "CSV", "json": "JSON"}
WAYS_ON = {"plan": "Open the plan", "drill-down": "Open the drill-down"}


def page_head(report: Report) -> list[Content]:
    """The children of a page's head."""
    parts: list[Content] = [
        html.P(report.place, className="place"),
        html.H1(report.title, tabIndex="-1"),
    ]
    if report.lede:
        parts.append(html.P(report.lede, className="lede"))
    if report.going_on:
        parts.append(_onward(report, report.going_on))
    if report.within:
        words = f"All of {report.within.label}"
        parts.append(html.P(html.A(words, href=_same_page(report, report.within)), className="onward"))
    if report.inside:
        link = html.A(report.inside.label, href=_same_page(report, report.inside))
        parts.append(
            html.P([f"Targets are set for a {report.inside.kind}, not for the year: ", link], className="onward")
        )
    parts += _kept(report)
    parts += [take_away(report.page, report.filters), *_also(report)]
    if report.empty:
        parts.append(html.P(_empty(report), className="empty"))
    return parts


def _kept(report: Report) -> list[Content]:
    """On a page of figures, which all stand beside a year before: that another comparison goes along, and where to."""
    against = report.filters.against
    if report.page not in YEARLY or not isinstance(against, Period):
        return []
    link = html.A(f"street-level crime beside {against.label}", href=page_href("drill-down", report.filters))
    return [html.P(["Figures here stand beside a year before. Kept on the way: ", link], className="onward")]


def take_away(page: str, filters: Filters) -> html.Div:
    """The menu of files, which unfolds without script; the button prints, and shows where a script can."""
    files = [html.Li(_file(page, filters, form, words)) for form, words in (MENU | TABLES).items()]
    menu = html.Details([html.Summary("Download"), html.Ul(files)], className="files")
    return html.Div([menu, html.Button("Print", type="button", className="print-this")], className="take-away")


def _file(page: str, filters: Filters, form: str, words: str) -> html.A:
    return html.A(words, href=download_href(page, filters, form), **aria(label=f"Download {words}"))


def _also(report: Report) -> list[html.P]:
    """Pages that are in no menu, where the way to them begins."""
    pages = [(page, words) for page, words in ALSO.get(report.page, ()) if page not in report.closed]
    view = report.filters.with_(indicators=frozenset())
    links = [html.A(words, href=page_href(page, view)) for page, words in pages]
    return [html.P(_beside(links), className="downloads")] if links else []


def _beside(links: Sequence[html.A]) -> list[Content]:
    return [part for link in links for part in (" · ", link)][1:]


def _onward(report: Report, year: Period) -> html.P:
    """What will probably become of a year without its last figures, and the way to it on the same page."""
    link = html.A(report.onward or "how it stands", href=_same_page(report, year))
    so_far = f"figures to {report.counted_to}" if report.counted_to else "part of its figures"
    return html.P([f"{year.label}, {so_far}: ", link], className="onward")


def _same_page(report: Report, period: Period) -> str:
    return page_href(report.page, report.filters.with_(period=period))


def _empty(report: Report) -> list[Content]:
    """Why there is nothing; where the words send the reader to another page, a link to it."""
    if not report.elsewhere:
        return [report.empty]
    load = html.A("Load files", href=partnership_href("load", report.filters.partnership))
    sample = html.A("See the page for Sampleshire", href=partnership_href(report.page, INVENTED))
    others = [*([load] if report.may_load else []), sample]
    if report.elsewhere == "load":
        return [report.empty, " ", *_beside(others)]
    way = html.A(WAYS_ON[report.elsewhere], href=page_href(report.elsewhere, report.filters))
    return [report.empty, " ", *_beside([way, *(others if report.worded else [])])]


def card(heading: str, sub: str, *children: Content, class_name: str = "", folded: str = "") -> html.Section:
    """A white card with its own heading; on a phone what is *folded* opens from a line of these words."""
    head: list[Content] = [html.H2(heading)] + ([html.P(sub, className="sub")] if sub else [])
    head += [fold(folded, look="card-fold")] if folded else []
    return html.Section([*head, *children], className=f"card {class_name}".strip())


def notes_block(report: Report) -> html.Div:
    """The printed notes under a table."""
    return html.Div([html.P(line) for line in report.notes], className="foot")
