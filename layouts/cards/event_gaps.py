"""Knows the card of days between rare events: what they say in words, the chart, its figures."""

from markupsafe import Markup

from dashboard.domain.statistics.control.days_between import DaysBetween
from dashboard.reports.indicators.control import Control
from dashboard.reports.performance.event_gaps import gap_sentences
from dashboard.reports.words.control import words
from layouts.cards.event_gaps_chart import event_gaps_figure, labels_of
from layouts.components.markup import joined, tag
from layouts.components.markup_tables import column_name, folded, framed_table, row_name
from layouts.figures.control import HEIGHT
from layouts.figures.still.chart import SCROLLED, scrolled, still

HEADINGS = (("Event", None), ("Days since the one before", "n"), ("Signal", None))


def event_gaps_drawn(found: Control, gaps: DaysBetween) -> str:
    """The chart as HTML."""
    label = "Days between events; its figures are in the table above it"
    return scrolled(still(event_gaps_figure(found, gaps), label, HEIGHT, SCROLLED), "Days between events")


def event_gaps_words(found: Control, gaps: DaysBetween, trend: Markup) -> str:
    """Why no counts are charted, what the days say, and each of them, as HTML."""
    why = tag("p", f"{words(found)} The days between events are charted instead.", class_="sub")
    said = tag("p", " ".join(gap_sentences(found, gaps)))
    rows = zip(labels_of(gaps), (*gaps.gaps, gaps.open_gap), gaps.marks, strict=True)
    lines = [
        tag(
            "tr",
            row_name(label),
            tag("td", f"{days:,}", class_="n"),
            tag("td", "; ".join(str(mark.signal) for mark in marks) or "–"),
        )
        for label, days, marks in rows
    ]
    head = [column_name(name, look) for name, look in HEADINGS]
    return str(joined([why, said, trend, folded(framed_table("Days between events", head, lines, "figures tight"))]))
