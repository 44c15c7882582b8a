"""Knows the page of stop and search as sections: by month, how they ended, what was looked for, where."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.domain.wording import plural
from dashboard.reports.packs.charts import Bar, BarChart
from dashboard.reports.packs.framed import framed, further
from dashboard.reports.packs.pack import Headline, PaperCell, PaperTable, Section
from dashboard.reports.packs.tabled import Cells, columns, counted, said, table
from dashboard.reports.pages.street.searched import Searched
from dashboard.reports.pages.street.searches import StopAndSearch

MOST_PLACES = 40


def search_sections(report: StopAndSearch) -> tuple[Section, ...]:
    """The total beside its months, then a table each."""
    found, total = framed(report), report.total
    if total is None:
        return (found,)
    headline = Headline(f"{total.n:,}", f"stops and searches in {total.name}")
    first = replace(
        found, headline=headline, charts=(_bars(report),), tables=(_table("by-month", "Month", report.months),)
    )
    parts = (
        ("by-outcome", "How searches ended", "Outcome", report.endings),
        ("by-object", "What was looked for", "Object of search", report.objects),
        ("by-area", "Where", "Place", report.places[:MOST_PLACES]),
    )
    return (first, *(_section(report, *part) for part in parts if part[3]))


def _bars(report: StopAndSearch) -> BarChart:
    bars = tuple(Bar(item.name, float(item.n), f"{item.n:,}") for item in reversed(report.months))
    return BarChart(
        title="Stops and searches by month",
        alt=f"Bars of {plural(len(bars), 'month')}, the oldest first.",
        unit="searches",
        bars=bars,
        bar_name="Searches",
        is_upright=True,
    )


def _section(report: StopAndSearch, key: str, title: str, named: str, rows: Sequence[Searched]) -> Section:
    return replace(further(report, key, title), tables=(_table(key, named, rows),))


def _table(key: str, named: str, rows: Sequence[Searched]) -> PaperTable:
    heads = columns(named, "Searches", "Per 1,000", "Linked to the object")
    return table((key, f"By {named.lower()}"), heads, map(_row, rows))


def _row(item: Searched) -> Cells:
    linked = PaperCell(item.linked_text(), item.linked_share)
    return said(item.name), counted(item.n), counted(item.per_1000, 2), linked
