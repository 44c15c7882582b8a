"""Knows the page of similar areas as sections: ranked rates with the funnel in words, and the line beside the mean."""

from dataclasses import replace
from decimal import Decimal

from dashboard.domain.periods.period import Period
from dashboard.domain.targets.status import Polarity
from dashboard.domain.wording import plural
from dashboard.reports.packs.charts import ChartLine, Interval, IntervalChart, LineChart, Mark, Tone
from dashboard.reports.packs.drawn.compared import SHAPES, tone_of
from dashboard.reports.packs.framed import framed, further
from dashboard.reports.packs.pack import PaperTable, Section
from dashboard.reports.packs.tabled import Cells, columns, counted, said, table
from dashboard.reports.pages.street.similar_areas import SimilarAreas
from dashboard.reports.street.similar.over_time import TimePoint
from dashboard.reports.street.similar.rates import AreaRate, RankedAreas
from dashboard.reports.street.similar.words import MEAN_WORDS, RANK_WORDS, funnel_words

WORDS = ("95% interval", "Against all", "Funnel")


def similar_sections(report: SimilarAreas) -> tuple[Section, ...]:
    """The ranking with what the funnel says, then the line."""
    found, standing = framed(report), report.standing
    if standing is None:
        return (found,)
    notes = (*funnel_words(standing), RANK_WORDS, *found.notes)
    first = replace(found, charts=(_ranking(standing),), tables=(_rates(standing),), notes=notes)
    if not report.points:
        return (first,)
    name = standing.own.place.known_as
    line = further(report, "by-period", f"{name} beside the mean of the others")
    lede = f"Dashed: {MEAN_WORDS}."
    drawn, rows = _line(report.points, name), _points(report.points, name)
    return first, replace(line, lede=lede, charts=(drawn,), tables=(rows,))


def _ranking(found: RankedAreas) -> IntervalChart:
    return IntervalChart(
        title=f"Rates of {plural(len(found.areas), 'area')}, {found.span.label}",
        alt=f"Ranked rates of {plural(len(found.areas), 'area')} with their intervals. {funnel_words(found)[0]}",
        unit="Per 1,000 people",
        rows=tuple(_interval(item) for item in found.areas),
        benchmark=float(found.benchmark),
        benchmark_text=f"all together {found.benchmark:,.1f}",
    )


def _interval(item: AreaRate) -> Interval:
    rate, against = item.rate, item.against
    text = f"{rate.number:,.2f} ({rate.low:,.2f} to {rate.high:,.2f}), {against}"
    tone = tone_of(against, Polarity.LOWER)
    drawn = (float(rate.number), rate.low, rate.high, text, tone, SHAPES[against], item.is_own)
    return Interval(item.place.known_as, *drawn)


def _rates(found: RankedAreas) -> PaperTable:
    heads = columns("Area", "Rank", "Incidents", "People", "Per 1,000", *WORDS, words=WORDS)
    return table(("similar-areas", "Areas compared"), heads, map(_row, found.areas))


def _row(item: AreaRate) -> Cells:
    rate = item.rate
    return (
        said(f"{item.place.known_as}{' (this area)' if item.is_own else ''}"),
        counted(item.rank),
        counted(item.count),
        counted(item.people),
        counted(rate.number, 2),
        said(f"{rate.low:,.2f} to {rate.high:,.2f}"),
        said(str(item.against)),
        said(str(item.at or "")),
    )


def _line(points: tuple[TimePoint, ...], name: str) -> LineChart:
    own = tuple(_mark(item.own) for item in points)
    mean = tuple(_mark(item.mean, Tone.OTHER) for item in points)
    return LineChart(
        title=f"{name} beside the mean of the others",
        alt=f"Two lines over {_from_to(points[0].period, points[-1].period)}: {name}, and {MEAN_WORDS}.",
        unit="Per 1,000 people",
        labels=tuple(item.period.label for item in points),
        lines=(
            ChartLine(name, own, Tone.OWN, _end(name, own), is_heavy=True),
            ChartLine("Mean of the others", mean, Tone.OTHER, _end("Mean of the others", mean), is_dashed=True),
        ),
    )


def _from_to(first: Period, last: Period) -> str:
    return first.label if first == last else f"{first.label} to {last.label}"


def _mark(number: Decimal | None, tone: Tone = Tone.OWN) -> Mark:
    return Mark(None) if number is None else Mark(float(number), f"{number:,.2f}", tone)


def _end(name: str, marks: tuple[Mark, ...]) -> str:
    """The name with the newest number, written at the end of the line."""
    known = [mark.text for mark in marks if mark.number is not None]
    return f"{name} · {known[-1]}" if known else name


def _points(points: tuple[TimePoint, ...], name: str) -> PaperTable:
    heads = columns("Period", "Incidents", name, "Mean of the others")
    rows = (_cells(item) for item in reversed(points))
    return table(("by-period", f"{name} beside the mean of the others"), heads, rows)


def _cells(item: TimePoint) -> Cells:
    own = said(item.own_reason) if item.own_reason else counted(item.own, 2)
    mean = said(item.mean_reason) if item.mean_reason else counted(item.mean, 2)
    return said(item.period.label), counted(item.own_count), own, mean
