"""Knows the strategic assessment as sections: the ranking with its bars, every column, weights and rules, districts."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from dashboard.domain.priorities.criteria import CRITERIA
from dashboard.domain.priorities.recorded import place_words
from dashboard.domain.priorities.weights import weight_words
from dashboard.domain.statistics.likelihood import percent_of
from dashboard.domain.values.numbers import show
from dashboard.reports.packs.charts import Bar, BarChart
from dashboard.reports.packs.framed import framed, further
from dashboard.reports.packs.pack import Headline, PaperCell, PaperTable, Section
from dashboard.reports.packs.tabled import NOTHING, Cells, columns, said, table
from dashboard.reports.pages.priorities import PrioritiesPage, by_parts
from dashboard.reports.priorities.assessment import AssessedRow
from dashboard.reports.priorities.cells import AssessedCell
from dashboard.reports.priorities.files import decimal


def priorities_sections(report: PrioritiesPage) -> tuple[Section, ...]:
    """The finding with the ranking; then what each column says, its rule, and what districts come to."""
    first = framed(report)
    if not report.rows:
        return (first,)
    charts = (_bars(report),) if report.scored else ()
    first = replace(first, headline=_headline(report), charts=charts, tables=(_ranking(report),))
    others = (
        ("columns", "What each column says", _columns(report)),
        ("weights", "Weights and rules", _weights(report)),
    )
    sections = [replace(further(report, key, title), tables=(found,)) for key, title, found in others]
    if report.county.rows:
        found = replace(further(report, "districts", by_parts(report.county)), tables=(_county(report),))
        sections.append(found)
    return (first, *sections)


def _headline(report: PrioritiesPage) -> Headline:
    """How many categories are scored; of the first how it came there."""
    number, of = len(report.scored), len(report.rows)
    facts = [(row.own.wording, f"{row.rank_words}, score {_points(row.total.score)}") for row in report.scored[:3]]
    return Headline(f"{number} of {of}", "categories scored", facts=tuple(facts))


def _bars(report: PrioritiesPage) -> BarChart:
    """The scores of those that have one, the highest on top."""
    bars = tuple(Bar(row.own.wording, float(row.total.score or 0), _points(row.total.score)) for row in report.scored)
    said_of = "; ".join(f"{bar.name} {bar.text}" for bar in bars)
    alt = f"Scores from 1 to 5: {said_of}."
    return BarChart(title="Score by category", alt=alt, unit="points", bars=bars, bar_name="Score")


def _points(score: Fraction | None) -> str:
    return NOTHING if score is None else show(decimal(score), 2)


def _number(score: Fraction | None) -> PaperCell:
    return PaperCell(_points(score), None if score is None else decimal(score))


def _ranking(report: PrioritiesPage) -> PaperTable:
    words = ("Rank", "Range", "Columns", "How sure", "A year before", "The group chose")
    heads = columns("Category", "Rank", "Score", *words[1:], words=words)
    return table(("ranking", "Priorities by rank"), heads, map(_ranked, report.rows))


def _ranked(row: AssessedRow) -> Cells:
    total = row.total
    span = "" if total.score is None else f"{_points(total.low)} to {_points(total.high)}"
    return (
        said(row.own.wording),
        said(row.rank_words),
        _number(total.score),
        said(span),
        said(f"{total.counted} of {total.of}"),
        said(_sure(row)),
        said(row.last),
        said(_chosen(row)),
    )


def _sure(row: AssessedRow) -> str:
    if row.sure is None or row.rank is None:
        return ""
    low, high = row.sure.low, row.sure.high
    span = f"rank {low}" if low == high else f"ranks {low} to {high}"
    return f"{percent_of(row.sure.of(row.rank))}, {span}; {row.evidence} evidence"


def _chosen(row: AssessedRow) -> str:
    if row.choice is None:
        return ""
    return ": ".join(filter(None, (place_words(row.choice.value), row.choice.words)))


def _columns(report: PrioritiesPage) -> PaperTable:
    names = [item.heading for item in CRITERIA]
    rows = [(said(row.own.wording), *map(_cell, row.cells)) for row in report.rows]
    return table(("columns", "What each column says"), columns("Category", *names, words=names), rows)


def _cell(cell: AssessedCell) -> PaperCell:
    """'4: +10.2%'; of a missing one why."""
    if cell.score is None:
        return said(f"missing: {cell.why}")
    return said(f"{cell.score}: {cell.text}")


def _weights(report: PrioritiesPage) -> PaperTable:
    heads = columns("Column", "Weight", "Rule", words=("Rule",))
    rows = [(said(item.heading), _weight(report.weights.of(item.criterion)), said(item.rule)) for item in CRITERIA]
    return table(("weights", "Weights and rules"), heads, rows)


def _weight(weight: Fraction) -> PaperCell:
    return PaperCell(weight_words(weight), decimal(weight))


def _county(report: PrioritiesPage) -> PaperTable:
    names = [item.name for item in report.county.districts]
    heads = columns("Category", "Rank", "Mean score", *names, words=("Rank", *names))
    return table(("districts", by_parts(report.county)), heads, _county_rows(report))


def _county_rows(report: PrioritiesPage) -> Iterator[Cells]:
    for row in report.county.rows:
        found = [item.of(row.own.category) for item in report.county.districts]
        cells = [said("" if score is None else f"rank {rank}, {_points(score)}") for score, rank in found]
        yield said(row.own.wording), said(row.rank_words), _number(row.made.score), *cells
