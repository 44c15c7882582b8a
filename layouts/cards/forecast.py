"""Knows the card of the year in progress: where it will probably end, drawn and in words, and the record of it."""

from dash import html
from markupsafe import Markup

from dashboard.reports.indicators.forecast import Step, YearForecast, record_words, steps, words
from layouts.components.markup import joined, region, tag
from layouts.components.markup_tables import column_name, folded, framed_table, row_name
from layouts.components.method_link import how
from layouts.figures.fan import HEIGHT, fan_figure
from layouts.figures.still.chart import still

HEADINGS = ("Period", "By its end", "80% range", "On the way to the target", "Year before")


def forecast_card(card_id: str, chart_id: str, words_id: str) -> html.Section:
    """The fixed frame; a callback fills the words and the chart."""
    return html.Section(
        [
            html.H2("Will we make it?"),
            region(words_id, awaits=False),
            region(chart_id, awaits=False),
            how("forecast", "back-test"),
        ],
        id=card_id,
        className="card outlook",
        hidden=True,
    )


def year_forecast_drawn(found: YearForecast | None) -> str:
    """The year as HTML; nothing where nothing is counted by month."""
    months = steps(found) if found else []
    if not months:
        return ""
    return still(fan_figure(months), "The year so far; its figures are in the table above", HEIGHT)


def year_forecast_words(found: YearForecast | None) -> str:
    """What the forecast says, its record and its table, as HTML; nothing where nothing is counted by month."""
    if found is None:
        return ""
    parts = [tag("ul", *[tag("li", sentence) for sentence in words(found)], class_="plain-list")]
    if drawn := steps(found):
        parts += [tag("p", record_words(found.record), class_="foot"), _table(drawn)]
    return str(joined(parts))


def _table(found: list[Step]) -> Markup:
    head = [column_name(name, "n" if at else None) for at, name in enumerate(HEADINGS)]
    return folded(framed_table("The year as it adds up", head, map(_row, found), "figures tight"))


def _row(step: Step) -> Markup:
    between = f"{step.low:,} to {step.high:,}" if step.low is not None and step.high is not None else "counted"
    asked = f"{step.milestone:,.0f}" if step.milestone is not None else "–"
    before = f"{step.year_before:,}" if step.year_before is not None else "–"
    cells = [tag("td", text, class_="n") for text in (f"{step.count:,.0f}", between, asked, before)]
    return tag("tr", row_name(step.period.label), *cells)
