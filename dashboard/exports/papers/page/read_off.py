"""Knows what a chart shows as a table: every figure that is drawn, in words."""

from collections.abc import Iterator

from dashboard.reports.packs.charts import (
    AreaMap,
    Band,
    BarChart,
    Chart,
    ChartLine,
    HeatTable,
    IntervalChart,
    Level,
    LineChart,
)
from dashboard.reports.packs.pack import PaperCell, PaperColumn, PaperTable

NOTHING = "–"
Column = tuple[str, list[str]]


def read_off(chart: Chart) -> PaperTable:
    """The figures of *chart*, one row for each place that it draws something at."""
    heading, names, columns = _said(chart)
    rows = tuple(
        (PaperCell(name), *(PaperCell(texts[at] or NOTHING) for _, texts in columns)) for at, name in enumerate(names)
    )
    headings = (PaperColumn(heading), *(PaperColumn(name, is_number=True) for name, _ in columns))
    return PaperTable(key="figures", title=chart.title, columns=headings, rows=rows, of=len(rows))


def _said(chart: Chart) -> tuple[str, list[str], list[Column]]:
    """What the rows are, their names, and the columns beside them."""
    if isinstance(chart, LineChart):
        return "Period", list(chart.labels), list(_of_lines(chart))
    if isinstance(chart, BarChart):
        return "What", [bar.name for bar in chart.bars], list(_of_bars(chart))
    if isinstance(chart, IntervalChart):
        names, texts = [row.name for row in chart.rows], [row.text for row in chart.rows]
        return "Area", [*names, "All together"], [(chart.unit, [*texts, chart.benchmark_text])]
    if isinstance(chart, AreaMap):
        return "Area", [area.name for area in chart.areas], [("Figure", [area.text for area in chart.areas])]
    return _of_heat(chart)


def _of_lines(chart: LineChart) -> Iterator[Column]:
    lines: tuple[ChartLine, ...] = (*chart.lines, *([chart.targets] if chart.targets else []))
    for line in lines:
        yield line.name, [mark.text for mark in line.marks]
    for level in chart.levels:
        yield level.name, _of_level(level, len(chart.labels))
    if chart.band:
        yield chart.band.name, list(_of_band(chart.band))


def _of_level(level: Level, count: int) -> list[str]:
    return [level.text if level.first <= at <= level.last else "" for at in range(count)]


def _of_band(band: Band) -> Iterator[str]:
    for low, high in zip(band.low, band.high, strict=True):
        yield "" if low is None or high is None else f"{_number(low)} to {_number(high)}"


def _number(number: float) -> str:
    return f"{number:,.1f}".removesuffix(".0").replace("-", "−")


def _of_bars(chart: BarChart) -> Iterator[Column]:
    yield chart.bar_name, [bar.text for bar in chart.bars]
    if chart.mark_name:
        yield chart.mark_name, [bar.mark_text for bar in chart.bars]


def _of_heat(chart: HeatTable) -> tuple[str, list[str], list[Column]]:
    columns = [(name, [cells[at].text for _, cells in chart.rows]) for at, name in enumerate(chart.columns)]
    return chart.corner, [name for name, _ in chart.rows], columns
