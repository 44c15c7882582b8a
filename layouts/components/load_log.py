"""Knows how the log of loaded files looks on the Data page."""

from dash import html
from markupsafe import Markup

from dashboard.domain.filters import Filters
from dashboard.domain.periods.months import month_text
from dashboard.domain.wording import plural
from dashboard.reports.evidence.street_files import LoadLog
from dashboard.reports.street.columns import span_words
from layouts.components.links import downloads
from layouts.components.page_head import card
from layouts.components.tables import Content, Heading, as_table, data_table

MOST_LISTED = 20


def load_log(log: LoadLog, filters: Filters) -> list[html.Section]:
    """Months, other files, rows not taken, and stop and search; nothing where nothing is loaded."""
    if not log.months:
        return []
    total = sum(item.rows for item in log.months)
    months = len({item.month for item in log.months})
    sub = f"{total:,} incidents in {months} months: {span_words(log.months)}"
    parts: list[Content] = [as_table("Every month and its file", _months(log))]
    parts += [as_table("Lookups, populations, boundaries, localities and targets", _files(log))] if log.files else []
    parts += [as_table(f"{len(log.rejected):,} rows not taken", _rejected(log))] if log.rejected else []
    parts += [as_table("Stop and search by month", _searches(log))] if log.searches else []
    return [card("Street-level crime: the files", sub, *parts, downloads("data", filters, "months", "the files"))]


def _months(log: LoadLog) -> Markup:
    headings = (
        Heading("Month"),
        Heading("Incidents", number=True),
        Heading("No location", number=True),
        Heading("File"),
        Heading("Fingerprint"),
        Heading("Loaded"),
        Heading("To know"),
    )
    rows = [
        (
            month_text(item.month),
            f"{item.rows:,}",
            f"{item.no_location * 100 / item.rows:.1f}%" if item.rows else "–",
            item.file,
            f"{item.sha256[:12]}…",
            item.loaded_at[:10],
            "; ".join(filter(None, [item.difference, "looks incomplete, not counted" if item.doubts else ""])) or "–",
        )
        for item in reversed(log.months)
    ]
    return data_table("Every month and its file", headings, rows, class_name="load-log cards")


def _files(log: LoadLog) -> Markup:
    headings = (Heading("File"), Heading("Holds"), Heading("Rows", number=True), Heading("Said"), Heading("Loaded"))
    rows = [
        (
            html.Span(item.name, id=f"arrival-{item.id}", className="printed-cell"),
            item.kind.replace("-", " "),
            f"{item.rows:,}",
            item.remarks or "–",
            item.arrived_at[:10],
        )
        for item in log.files
    ]
    return data_table("Other files", headings, rows, class_name="load-log cards")


def _rejected(log: LoadLog) -> Markup:
    headings = (Heading("File"), Heading("Line", number=True), Heading("Rule"), Heading("Row"))
    rows = [(item.file, f"{item.line:,}", item.rule, item.text) for item in log.rejected[:MOST_LISTED]]
    return data_table(f"The first {plural(len(rows), 'row')} not taken", headings, rows, class_name="load-log cards")


def _searches(log: LoadLog) -> Markup:
    totals: dict[int, int] = {}
    arrests: dict[int, int] = {}
    for item in log.searches:
        totals[item.month] = totals.get(item.month, 0) + item.n
        arrests[item.month] = arrests.get(item.month, 0) + (item.n if item.outcome == "Arrest" else 0)
    headings = (Heading("Month"), Heading("Searches", number=True), Heading("Arrests", number=True))
    rows = [(month_text(month), f"{totals[month]:,}", f"{arrests[month]:,}") for month in sorted(totals, reverse=True)]
    return data_table("Stop and search by local month", headings, rows, class_name="load-log cards")
