"""Knows how the Data page looks: documents, checks, what is awaited, and every printed table, cell by cell."""

from datetime import date
from enum import StrEnum

from dash import html
from markupsafe import Markup

from dashboard.domain.checks.findings import Severity
from dashboard.domain.documents import Load
from dashboard.domain.filters import Filters
from dashboard.domain.wording import plural, sentence
from dashboard.reports.evidence.loaded_since import KIND_WORDS
from dashboard.reports.pages.data import DataReport
from layouts.components.findings import findings_table
from layouts.components.links import downloads, page_path, partnership_href, printed_href
from layouts.components.load_log import load_log
from layouts.components.markup import region, tag
from layouts.components.method_link import how
from layouts.components.most_shown import first_rows, rest_of
from layouts.components.page_head import card, page_head
from layouts.components.skeleton import page_frame
from layouts.components.tables import Content, Heading, as_table, data_table
from layouts.pages.printed_tables import printed_table
from layouts.planning.awaited import awaited_card


class Ids(StrEnum):
    HEAD = "data-head"
    CHECKS = "data-checks"
    TABLES = "data-tables"


def layout() -> html.Div:
    return page_frame(
        region(Ids.HEAD, "page-head"),
        region(Ids.CHECKS, "more-cards", awaits=False),
        region(Ids.TABLES, awaits=False),
    )


def head(report: DataReport) -> list[Content]:
    words = "Load figures or files, or undo a load"
    load = [html.P(html.A(words, href=_load_href(report), className="go"))] if report.may_load else []
    return [*page_head(report), *load]


def _load_href(report: DataReport) -> str:
    return partnership_href("load", report.filters.partnership)


def findings(report: DataReport) -> list[html.Section]:
    """Files that are not kept, documents and loads, what differs, what is awaited."""
    parts = [*_not_kept(report), *([_documents(report)] if report.documents else [])]
    parts += load_log(report.log, report.filters)
    if not report.printed_tables:
        return [*parts, awaited_card(report), _since(report)]
    open_items = [item for item in report.findings if item.severity != Severity.AGREES]
    agreeing = [item for item in report.findings if item.severity == Severity.AGREES]
    body: list[Content] = (
        [findings_table(first_rows(open_items), judgements=report.judgements), *rest_of(len(open_items), "findings")]
        if open_items
        else [html.P("Nothing differs.")]
    )
    if agreeing:
        words = f"{sentence(plural(len(agreeing), 'check'))} that agreed"
        body.append(as_table(words, findings_table(first_rows(agreeing), words)))
        body += rest_of(len(agreeing), "checks that agreed")
    sub = "Kept as printed, never corrected; each figure stands in the product as the document gives it"
    words = "Explain or accept a finding" if report.may_load else "What was said of the findings"
    saying = html.A(words, href=partnership_href("checks", report.filters.partnership))
    loads = downloads("data", report.filters, "checks", "the checks")
    checked = card("Checks on what was published", sub, *body, html.P(saying), how("checks"), loads)
    return [*parts, checked, awaited_card(report), _since(report)]


def _not_kept(report: DataReport) -> list[html.Section]:
    """The files behind figures that are missing or altered where they are kept; nothing where all are there."""
    rows = [
        [str(row[name] or "") for name in ("file", "state", "loaded_at", "sha256")] for row in report.originals.rows
    ]
    if not rows:
        return []
    heading = f"{sentence(plural(len(rows), 'file'))} not kept as loaded"
    said = (
        "Their figures stay as they are, but cannot be followed to the file. Load the same file again: it is kept anew."
    )
    headings = [Heading(words) for words in ("File", "Now", "Loaded", "Fingerprint (sha256)")]
    listed = [(file, state, loaded[:10], f"{sha256[:12]}…") for file, state, loaded, sha256 in rows]
    return [
        card(
            heading, said, data_table(heading, headings, listed), downloads("data", report.filters, "originals", "them")
        )
    ]


MOST_LOADED = 60  # files listed; the download holds all


def _documents(report: DataReport) -> html.Section:
    headings = (Heading("Document"), Heading("Edition"), Heading("Covers"))
    rows = [(item.title, item.edition, item.covers.replace("|", ", ")) for item in report.documents]
    loads = [html.P(_load_words(item)) for item in report.loads if report.printed_tables]
    return card(
        "Documents",
        "Personal names, telephone numbers and addresses are not loaded",
        data_table("Documents", headings, rows, class_name="cards"),
        html.Div(loads, className="foot"),
    )


def _load_words(item: Load) -> str:
    when = item.loaded_at.replace("T", " ")[:16]
    return f"Loaded {when} UTC: {item.name}, {item.rows} actuals and targets. Fingerprint {item.sha256[:12]}…"


def _since(report: DataReport) -> html.Section:
    """The figures as they were on a day, and what changed since one."""
    filters = report.filters
    day = tag("div", _days(filters))
    if filters.since is None:
        return card("As known on an earlier day", "Figures that were loaded stay as they were on each day", day)
    since = f"{filters.since.day} {filters.since:%B %Y}"
    if not report.changed:
        return card(f"No figure changed since {since}", "", day, *_loaded(report, since))
    headings = [Heading(words) for words in ("Indicator", "Area", "Period", "Figure", "What", "Then", "Now", "Cell")]
    rows = [
        (item.indicator, item.area, item.period, item.what, item.kind.capitalize(), item.before, item.now, item.place)
        for item in report.changed
    ]
    heading = f"{sentence(plural(len(rows), 'figure'))} changed since {since}"
    loads = downloads("data", filters, "changes", "the changes")
    changes = data_table(heading, headings, rows, class_name="cards")
    return card(heading, "", day, changes, loads, *_loaded(report, since))


def _loaded(report: DataReport, since: str) -> list[Content]:
    """The files of street-level crime and its places that came since; of these no earlier state can be shown."""
    found = report.loaded
    if not found:
        return [html.P(f"No file of street-level crime, its places or boundaries was loaded since {since}.")]
    heading = f"{sentence(plural(len(found), 'file'))} of street-level crime and its places loaded since {since}"
    headings = [Heading(words) for words in ("What", "File", "Month", "Loaded", "What it changed")]
    rows = [
        (sentence(KIND_WORDS[item.kind]), item.name, item.month or "–", item.loaded_at[:10], item.remarks)
        for item in found[:MOST_LOADED]
    ]
    more = [html.P(f"The newest {MOST_LOADED} are listed.", className="sub")] if len(found) > MOST_LOADED else []
    loads = downloads("data", report.filters, "loaded-since", "the files loaded since")
    table = data_table(heading, headings, rows, class_name="cards")
    return [html.H3(heading), *more, table, loads]


def _days(filters: Filters) -> Markup:
    """A plain form: the browser puts its two days into the address."""
    return tag(
        "form",
        tag("input", type="hidden", name="partnership", value=filters.partnership),
        _day("as-at", "Show every page as known on", filters.as_at),
        _day("since", "List what changed since", filters.since),
        tag("button", "Show", type="submit", class_="quiet"),
        class_="days",
        action=page_path("data"),
        method="get",
    )


def _day(name: str, words: str, value: date | None) -> Markup:
    written = value.isoformat() if value else None
    return tag("label", words, " ", tag("input", type="date", name=name, value=written))


def tables(report: DataReport) -> list[html.Section]:
    """Every printed table, closed until it is asked for; a link to a cell opens its table."""
    if not report.printed_tables:
        return []
    every = list(enumerate(report.printed_tables, 1))
    printed, texts = (
        [printed_table(item, printed_href(report.filters, at)) for at, item in every if item.is_text is is_text]
        for is_text in (False, True)
    )
    sub = "Same rows, order, columns and blanks as in the document; names of persons are not held"
    loads = [
        downloads("data", report.filters, "printed-tables", "every table as printed"),
        downloads("data", report.filters, "cells", "every cell a figure or sentence was read from"),
    ]
    drawn = card("Every table as printed", sub, *printed, *loads)
    if not texts:
        return [drawn]
    return [drawn, card("Figures and words in running text", "By section of the document", *texts)]
