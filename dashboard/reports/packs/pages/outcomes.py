"""Knows the page of outcomes as sections: how all ended, by crime type, by place, by month."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.domain.street.outcomes import GROUP_WORDS
from dashboard.domain.wording import plural
from dashboard.reports.packs.charts import Bar, BarChart
from dashboard.reports.packs.framed import framed, further
from dashboard.reports.packs.pack import PaperCell, PaperTable, Section
from dashboard.reports.packs.tabled import Cells, columns, counted, said, table
from dashboard.reports.pages.street.ended import Ended
from dashboard.reports.pages.street.outcomes import Outcomes

MOST_PLACES = 40


def outcome_sections(report: Outcomes) -> tuple[Section, ...]:
    """How all ended, then a table each."""
    found, total = framed(report), report.total
    if total is None or not total.total:
        return (found,)
    first = replace(found, charts=(_bars(report, total),), tables=(_endings(report, total),))
    parts = (
        ("by-type", "Outcomes by crime type", "Type of crime", report.kinds),
        ("by-place", "Outcomes by place", "Place", report.places[:MOST_PLACES]),
        ("by-month", "Outcomes by month", "Month", report.months),
    )
    every = len(report.places)
    return (first, *(_section(report, *part, of=every if part[0] == "by-place" else 0) for part in parts if part[3]))


def _bars(report: Outcomes, total: Ended) -> BarChart:
    """The share of each group, in the order of the page."""
    bars = []
    for group in report.groups:
        n = total.of(group)
        bars.append(Bar(GROUP_WORDS[group], float(total.share(n) or 0), total.share_text(n)))
    return BarChart(
        title=f"How they ended, {total.name}",
        alt=f"Bars of {plural(len(bars), 'outcome')}: the share of {total.total:,} crimes with each.",
        unit="%",
        bars=tuple(bars),
        bar_name=total.name,
    )


def _endings(report: Outcomes, total: Ended) -> PaperTable:
    """Each group with its count and share, of the months that are old enough too."""
    settled = report.settled
    names = ["Outcome", total.name, "Share"] + ([settled.name, f"Share of {settled.name}"] if settled else [])
    rows = []
    for group in report.groups:
        cells = [said(GROUP_WORDS[group])]
        for item in (total, settled):
            if item is not None:
                cells += [counted(item.of(group)), _share(item, item.of(group))]
        rows.append(cells)
    return table(("outcomes", f"How they ended, {total.name}"), columns(*names), rows)


def _share(item: Ended, n: int) -> PaperCell:
    return PaperCell(item.share_text(n) or "–", item.share(n))


def _section(  # noqa: PLR0913 - what a part is: its key, its words, its rows
    report: Outcomes, key: str, title: str, of_what: str, rows: Sequence[Ended], *, of: int = 0
) -> Section:
    heads = columns(
        of_what, *(["Age"] if key == "by-month" else []), "Crimes", *(GROUP_WORDS[g] for g in report.groups)
    )
    drawn = table((key, title), heads, (_row(report, item, aged=key == "by-month") for item in rows), of)
    return replace(further(report, key, title), tables=(drawn,))


def _row(report: Outcomes, item: Ended, *, aged: bool) -> Cells:
    age = [counted(item.age)] if aged else []
    return (said(item.name), *age, counted(item.total), *(_share(item, item.of(group)) for group in report.groups))
