"""Knows what every chart of a pack draws as rows of one table: which line or bar, at which place, how much."""

from collections.abc import Iterator

from dashboard.exports.papers.book.sheet import MISSING, NOTHING, Sheet, SheetColumn, SheetValue
from dashboard.exports.papers.words import printable
from dashboard.reports.columns.column import ColumnKind
from dashboard.reports.packs.charts import AreaMap, BarChart, Chart, ChartLine, HeatTable, IntervalChart, LineChart
from dashboard.reports.packs.pack import Pack

COLUMNS = (
    SheetColumn("Finding", "The number of the finding that the chart belongs to.", ColumnKind.WHOLE),
    SheetColumn("Chart", "The title of the chart."),
    SheetColumn("Line or bar", "What is drawn: a line, a target, a limit, a range, a row."),
    SheetColumn("At", "The period, area or column that it is drawn at."),
    SheetColumn("Number", "How much is drawn.", ColumnKind.NUMBER),
    SheetColumn("As read", "How it is read, or why there is no number."),
    SheetColumn("Unit", "What the number counts."),
)
SHEET = "Chart figures"
Drawn = tuple[str, str, float | None, str]  # what is drawn, at which place, how much, how it is read


def chart_sheet(pack: Pack) -> Sheet | None:
    """The figures of all charts; None where the papers have none."""
    pairs = [(at, chart) for at, section in enumerate(pack.sections, start=1) for chart in section.charts]
    rows = tuple(_row(at, chart, drawn) for at, chart in pairs for drawn in figures_of(chart))
    words = "Every figure that the charts of the papers draw."
    return Sheet(name=SHEET, title=SHEET, words=words, columns=COLUMNS, rows=rows) if rows else None


def _row(at: int, chart: Chart, drawn: Drawn) -> tuple[SheetValue, ...]:
    line, place, number, text = drawn
    unit = "" if isinstance(chart, (AreaMap, HeatTable)) else chart.unit
    said = [printable(words) or NOTHING for words in (chart.title, line, place)]
    return (at, *said, MISSING if number is None else number, printable(text) or NOTHING, printable(unit) or NOTHING)


def figures_of(chart: Chart) -> Iterator[Drawn]:
    """Everything that *chart* draws, in its order."""
    if isinstance(chart, LineChart):
        yield from _of_lines(chart)
    elif isinstance(chart, BarChart):
        yield from _of_bars(chart)
    elif isinstance(chart, IntervalChart):
        yield from _of_intervals(chart)
    elif isinstance(chart, AreaMap):
        yield from (("shade", area.name, None, area.text) for area in chart.areas)
    else:
        yield from _of_heat(chart)


def _of_lines(chart: LineChart) -> Iterator[Drawn]:
    for line in (*chart.lines, *([chart.targets] if chart.targets else [])):
        yield from _of_line(chart, line)
    for level in chart.levels:
        ends = f"{chart.labels[level.first]} to {chart.labels[level.last]}" if chart.labels else ""
        yield level.name, ends, level.number, level.text
    if chart.band:
        for label, low, high in zip(chart.labels, chart.band.low, chart.band.high, strict=True):
            if low is not None and high is not None:
                yield f"{chart.band.name}, low", label, low, f"{low:,g}"
                yield f"{chart.band.name}, high", label, high, f"{high:,g}"


def _of_line(chart: LineChart, line: ChartLine) -> Iterator[Drawn]:
    """Its figures, and the places where there is none with a reason."""
    for label, mark in zip(chart.labels, line.marks, strict=True):
        if mark.number is not None or mark.text:
            yield line.name, label, mark.number, mark.text


def _of_bars(chart: BarChart) -> Iterator[Drawn]:
    for bar in chart.bars:
        yield chart.bar_name, bar.name, bar.number, bar.text
        if bar.mark is not None:
            yield chart.mark_name, bar.name, bar.mark, bar.mark_text


def _of_intervals(chart: IntervalChart) -> Iterator[Drawn]:
    for row in chart.rows:
        yield "rate", row.name, row.number, row.text
        yield "low 95%", row.name, row.low, f"{row.low:,g}"
        yield "high 95%", row.name, row.high, f"{row.high:,g}"
    yield "all together", "all", chart.benchmark, chart.benchmark_text


def _of_heat(chart: HeatTable) -> Iterator[Drawn]:
    for name, cells in chart.rows:
        for column, cell in zip(chart.columns, cells, strict=True):
            number = cell.text.replace(",", "")
            yield name, column, float(number) if number.isdecimal() else None, cell.text
