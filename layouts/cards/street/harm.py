"""Knows the card of harm: what each crime type of a place weighs in 12 months, with its range and its share."""

from markupsafe import Markup

from dashboard.domain.harm.severity import Weightless
from dashboard.reports.harm.street_harm import HarmRow, StreetHarm, harm_words, range_words, share_words, why_words
from layouts.components.markup import joined, tag
from layouts.components.markup_tables import column_name, framed_table, row_name
from layouts.components.method_link import how

HEADINGS = ("Type of incident", "Incidents", "Harm (weight × count)", "Share of all harm")


def harm_card(found: StreetHarm | None) -> Markup:
    """The card; nothing where no table of weights is loaded."""
    if found is None:
        return Markup("")
    heading = f"How harmful: {found.period.label}"
    head = [column_name(name, "n" if at else None) for at, name in enumerate(HEADINGS)]
    table = framed_table(heading, head, map(_row, found.rows), "figures tight")
    said = joined([tag("p", words, class_="sub") for words in harm_words(found)])
    return tag("section", tag("h2", heading), said, table, how("harm"), class_="card")


def _row(row: HarmRow) -> Markup:
    if isinstance(row.harm, Weightless):
        weighed = tag("span", why_words(row.harm), class_="reason")
    else:
        weighed = Markup("{}").format(range_words(row.harm))
    cells = [tag("td", part, class_="n") for part in (f"{row.count:,}", weighed, share_words(row.share))]
    return tag("tr", row_name(row.crime.name), *cells)
