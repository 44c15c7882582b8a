"""Knows how what is awaited looks: each figure with why, who supplies it, whose it is, by when, and a reminder."""

from dash import html

from dashboard.domain.filters import Filters
from dashboard.domain.statistics.rebaselines import day_words
from dashboard.domain.wording import sentence
from dashboard.reports.pages.data import DataReport
from dashboard.reports.planning.owed import NO_OWNER, Owed
from dashboard.reports.words.figures import SHORT, WHY
from layouts.components.links import downloads, to_cell
from layouts.components.most_shown import first_rows, rest_of
from layouts.components.page_head import card
from layouts.components.tables import Content, Heading, data_table

HEADINGS = (
    *(Heading("Indicator"), Heading("Figure"), Heading("Period"), Heading("Why"), Heading("As given")),
    *(
        Heading("From", class_name="wide"),
        Heading("Owner"),
        Heading("Needed by"),
        Heading("Reminder", class_name="wide"),
    ),
)


def awaited_card(report: DataReport) -> html.Section:
    if not report.owed:
        words = "The document announces nothing that it does not give."
        return card("What is awaited", "", html.P(words if report.printed_tables else "No target is to be confirmed."))
    rows = [_row(item, report.filters) for item in first_rows(report.owed)]
    return card(
        "What is awaited",
        "Announced, but not given yet: who is to give it, and when the next meeting needs it",
        data_table("What is awaited", HEADINGS, rows, class_name="cards"),
        *rest_of(len(report.owed), "figures"),
        downloads("data", report.filters, "awaited", "what is awaited, with a reminder each"),
    )


def _row(owing: Owed, filters: Filters) -> tuple[Content, ...]:
    item = owing.item
    why = SHORT if item.is_short else WHY[item.reason]
    printed = to_cell(filters, item.source.text or ("–" if item.is_short else "blank"), [item.source])
    due = day_words(owing.due) if owing.due else html.Span("no meeting planned", className="reason")
    return (
        *(item.indicator, sentence(item.what), item.period, sentence(why), printed),
        owing.supplier or html.Span("not known", className="reason"),
        owing.owner or html.Span(NO_OWNER, className="reason"),
        due,
        html.Details([html.Summary("Text to copy"), html.P(owing.reminder)], className="reminder"),
    )
