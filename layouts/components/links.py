"""Knows every address the product links to."""

from collections.abc import Iterable

from dash import html

from dashboard.domain.filters import Filters
from dashboard.domain.records import SourceCell
from layouts.components.aria import aria


def page_href(path: str, filters: Filters) -> str:
    return f"{path}?{filters.to_query()}"


def indicator_href(filters: Filters, slug: str) -> str:
    """The file of one indicator in the same view; its category need not be among the chosen ones."""
    return page_href("/indicator", filters.with_(indicators=frozenset({slug})))


def cell_href(filters: Filters, cell: SourceCell) -> str:
    """The printed cell on the Data page, or the view in which a count is broken down."""
    return cell.address or f"/data?partnership={filters.partnership}#cell-{cell.id}"


def to_cell(filters: Filters, text: str, cells: Iterable[SourceCell], label: str = "") -> html.A | html.Span:
    """*text* as a link to the cell it was read from; a sum leads to its first cell and names all."""
    found = tuple(cells)
    if not found:
        return html.Span(text)
    place = found[0].place if len(found) == 1 else f"sum of {len(found)} cells, {found[0].table}"
    return html.A(
        text,
        href=cell_href(filters, found[0]),
        className="cell-link",
        title=f"Source: {place}",
        **aria(label=f"{label} {text}: source {place}".strip()),
    )


def download_href(page: str, filters: Filters, form: str, table: str = "") -> str:
    ending = f"&table={table}" if table else ""
    return f"/export/{page}.{form}?{filters.to_query()}{ending}"


def downloads(page: str, filters: Filters, table: str = "", what: str = "") -> html.P:
    """Links to the same figures as files; beside others, of *what* they are."""
    spoken = f" of {what}" if what else ""
    return html.P(
        [
            f"Download {what}: " if what else "Download ",
            html.A(
                "CSV",
                href=download_href(page, filters, "csv", table),
                **aria(label=f"Download CSV{spoken}"),
            ),
            " or ",
            html.A("JSON", href=download_href(page, filters, "json"), **aria(label=f"Download JSON{spoken}")),
        ],
        className="downloads",
    )
