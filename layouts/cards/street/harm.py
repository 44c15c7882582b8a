"""Knows the card of harm: what each crime type of a place weighs in 12 months, with its range and its share."""

from markupsafe import Markup

from dashboard.domain.choices import Measure
from dashboard.domain.filters import Filters
from dashboard.domain.harm.severity import Harm, Weightless
from dashboard.domain.harm.weights import Weight, WeightTable
from dashboard.reports.harm.loaded_weights import NO_WEIGHTS
from dashboard.reports.harm.street_harm import (
    HarmRow,
    StreetHarm,
    harm_words,
    range_words,
    share_heading,
    share_words,
    why_words,
)
from layouts.components.links import file_href, method_href, page_href, page_path
from layouts.components.markup import Child, joined, tag
from layouts.components.markup_tables import column_name, framed_table, row_name
from layouts.components.method_link import how

HEADINGS = ("Type of incident", "Incidents", "Harm (weight × count)")


def harm_card(found: StreetHarm | None, filters: Filters) -> Markup:
    """The card; nothing where no table of weights is loaded, or not every month of a year."""
    if found is None:
        return Markup("")
    heading = f"How harmful: {found.period.label}"
    table = framed_table(heading, headings((*HEADINGS, share_heading(found))), map(_row, found.rows), "figures tight")
    said = joined([tag("p", words, class_="sub") for words in harm_words(found)])
    way = page_href("drill-down", filters.with_(measure=Measure.HARM))
    more = tag("p", tag("a", "Measure everything by harm", href=way), ", by place and for 1,000 people.")
    return tag("section", tag("h2", heading), said, table, more, weights_line(found.table), how("harm"), class_="card")


def headings(names: tuple[str, ...]) -> list[Markup]:
    """The first names the rows, the others are numbers."""
    return [column_name(name, "n" if at else None) for at, name in enumerate(names)]


def _row(row: HarmRow) -> Markup:
    cells = [tag("td", part, class_="n") for part in (f"{row.count:,}", harm_cell(row.harm), share_words(row.share))]
    return tag("tr", row_name(row.crime.name), *cells)


def harm_cell(harm: Harm | Weightless) -> Child:
    """A severity with its range, or why there is none."""
    return tag("span", why_words(harm), class_="reason") if isinstance(harm, Weightless) else range_words(harm)


def weights_line(table: WeightTable) -> Markup:
    """Whose weights they are, of which year, and the file that they were read from."""
    name: Child = tag("a", table.name, href=file_href(table.arrival)) if table.arrival else table.name
    return tag("p", "Weights: ", name, f", from {table.file}." if table.file else ".", class_="foot")


def weight_cell(weight: Weight | None, table: WeightTable) -> Child:
    """What one offence weighs, which says its cell."""
    if weight is None:
        return tag("span", "no weight", class_="reason")
    low, high = weight.range
    words = f"{weight.value:,f}" if low == high else f"{weight.value:,f} ({low:,f} to {high:,f})"
    return tag("span", words, title=f"{table.file}, {weight.place}" if weight.place else None)


def no_weights_line() -> Markup:
    """That harm is no measure, and how it becomes one."""
    load = tag("a", "load a table", href=page_path("load"))
    link = tag("a", "how harm is worked out", href=method_href("harm"))
    return tag("p", f"{NO_WEIGHTS} ", load, " (its columns and ", link, ").", class_="foot")
