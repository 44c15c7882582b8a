"""Knows areas beside each other as a chart and a table of the papers: ranked rates with their intervals."""

from dashboard.domain.statistics.comparison import Against
from dashboard.domain.targets.status import Polarity
from dashboard.domain.values.numbers import show
from dashboard.reports.comparison.areas import Compared, Comparison
from dashboard.reports.comparison.words import finding
from dashboard.reports.packs.charts import Interval, IntervalChart, Shape, Tone
from dashboard.reports.packs.pack import PaperCell, PaperTable
from dashboard.reports.packs.tabled import Cells, columns, counted, said, table
from dashboard.reports.words.figures import WHY, figure

SHAPES = {Against.HIGHER: Shape.UP, Against.LOWER: Shape.DOWN, Against.SIMILAR: Shape.DOT}


def ranked_chart(found: Comparison) -> IntervalChart | None:
    """The rates of all areas that have one; None where none has."""
    rows = tuple(_interval(item, found) for item in found.areas if item.rate is not None and item.against is not None)
    if found.benchmark is None or not rows:
        return None
    return IntervalChart(
        title=f"{found.indicator.name}: areas compared, {found.period.label}",
        alt=finding(found),
        unit="Per 1,000 people",
        rows=rows,
        benchmark=float(found.benchmark),
        benchmark_text=f"all together {found.benchmark:,.1f}",
    )


def _interval(item: Compared, found: Comparison) -> Interval:
    rate, against = item.rate, item.against
    if rate is None or against is None:
        raise ValueError("only areas with a rate are drawn")
    text = f"{rate.number:,.1f} ({rate.low:,.1f} to {rate.high:,.1f}), {against}"
    tone, own = tone_of(against, found.indicator.polarity), item.area.slug == found.view
    return Interval(item.area.name, float(rate.number), rate.low, rate.high, text, tone, SHAPES[against], own)


def tone_of(against: Against, polarity: Polarity) -> Tone:
    if against is Against.SIMILAR:
        return Tone.OWN
    if polarity not in (Polarity.HIGHER, Polarity.LOWER):
        return Tone.OTHER
    return Tone.BETTER if (against is Against.HIGHER) is (polarity is Polarity.HIGHER) else Tone.WORSE


def compared_table(found: Comparison) -> PaperTable:
    """Every area with its figure, its rate and how it stands against all of them."""
    rated = bool(found.rated)
    words = ("95% interval", "Against all")
    heads = ("Area", "Figure", *(("Per 1,000", *words) if rated else ()), "Share", "Period before")
    rows = (_row(item, found, rated=rated) for item in found.areas)
    return table(("compared", "Areas compared"), columns(*heads, words=words), rows)


def _row(item: Compared, found: Comparison, *, rated: bool) -> Cells:
    rate = item.rate
    between = f"{rate.low:,.1f} to {rate.high:,.1f}" if rate else ""
    beside = (counted(rate.number if rate else None, 1), said(between), said(str(item.against or "")))
    before = figure(found.indicator, item.before) if item.before is not None else ""
    share = show(item.share, 1, percent=True) or ""
    return (
        said(f"{item.area.name}{' (similar area)' if item.similar else ''}"),
        _figure(item, found),
        *(beside if rated else ()),
        PaperCell(share or "–", item.share),
        PaperCell(before or "–", item.before),
    )


def _figure(item: Compared, found: Comparison) -> PaperCell:
    if item.value is not None:
        return PaperCell(figure(found.indicator, item.value), item.value)
    return said(WHY[item.reason] if item.reason else "no figure")
