"""Knows the card of the year in progress: where it will probably end, and how such forecasts did before."""

from markupsafe import Markup

from dashboard.reports.outlook import Outlook, Step, record_words, steps, words
from layouts.components.markup import joined, tag

HEADINGS = ("Month", "By its end", "80% range", "On the way to the target")


def outlook_card(found: Outlook | None) -> str:
    """The card as HTML; nothing where nothing is counted by month."""
    if found is None:
        return ""
    said = [tag("li", sentence) for sentence in words(found)]
    parts = [tag("h2", "Will we make it?"), tag("ul", *said, class_="plain-list")]
    if drawn := steps(found):
        parts += [tag("p", record_words(found.record), class_="foot"), _table(drawn)]
    return str(tag("section", joined(parts), class_="card"))


def _table(found: list[Step]) -> Markup:
    head = tag("tr", *[tag("th", name, scope="col", class_="n" if at else None) for at, name in enumerate(HEADINGS)])
    table = tag(
        "table",
        tag("caption", "The year month by month", class_="visually-hidden"),
        tag("thead", head),
        tag("tbody", *map(_row, found)),
        class_="figures",
    )
    scroll = tag("div", table, class_="table-scroll", tabindex="0", role="region", aria_label="The year month by month")
    return tag("details", tag("summary", "Show month by month"), scroll, class_="as-table")


def _row(step: Step) -> Markup:
    between = f"{step.low:,} to {step.high:,}" if step.low is not None and step.high is not None else "counted"
    asked = f"{step.milestone:,.0f}" if step.milestone is not None else "–"
    cells = [tag("td", text, class_="n") for text in (f"{step.count:,.0f}", between, asked)]
    return tag("tr", tag("th", step.month.label, scope="row"), *cells)
