"""Knows what is said under a slide: the finding in full, every figure of its chart, notes, sources and address."""

from collections.abc import Iterator, Sequence

from dashboard.exports.papers.look import signed
from dashboard.exports.papers.words import printable
from dashboard.reports.packs.charts import AreaMap, BarChart, Chart, ChartLine, HeatTable, IntervalChart, LineChart
from dashboard.reports.packs.pack import Section

NOTHING = "not known"


def notes_of(section: Section, cut: Sequence[str], chart: Chart | None = None, lead: Sequence[str] = ()) -> str:
    """The notes of a slide; *cut* is what it had no room for, *lead* what stands before everything."""
    lines = [*lead, section.place, section.lede, *cut]
    if chart:
        lines += [chart.alt, *said(chart)]
    lines += [f"Note: {note}" for note in section.notes]
    lines += [f"Source: {source}" for source in section.sources]
    lines += [f"Address: {section.address}"] if section.address else []
    return "\n".join(dict.fromkeys(printable(line) for line in lines if line))


def said(chart: Chart) -> list[str]:
    """Every figure of *chart* in words."""
    if isinstance(chart, LineChart):
        return list(_lines(chart))
    if isinstance(chart, BarChart):
        return list(_bars(chart))
    if isinstance(chart, IntervalChart):
        return [*(f"{row.name}: {row.text}" for row in chart.rows), chart.benchmark_text]
    if isinstance(chart, AreaMap):
        return [f"{area.name}: {area.text}" for area in chart.areas]
    return [
        _row(name, [signed(cell.text, cell.share, cell.tone) for cell in cells], chart) for name, cells in chart.rows
    ]


def _row(name: str, texts: Sequence[str], chart: HeatTable) -> str:
    return f"{name}: {', '.join(f'{column} {text}' for column, text in zip(chart.columns, texts, strict=True))}"


def _lines(chart: LineChart) -> Iterator[str]:
    for item in (*chart.lines, *([chart.targets] if chart.targets else [])):
        yield _line(item, chart.labels)
    for level in chart.levels:
        yield level.name if level.text in level.name else f"{level.name}: {level.text}"


def _line(item: ChartLine, labels: Sequence[str]) -> str:
    pairs = zip(labels, item.marks, strict=True)
    read = [f"{label} {mark.text or NOTHING}" for label, mark in pairs if mark.text or mark.number is not None]
    return f"{item.name}: {', '.join(read)}" if read else item.name


def _bars(chart: BarChart) -> Iterator[str]:
    for bar in chart.bars:
        beside = f", {chart.mark_name} {bar.mark_text}" if bar.mark_text else ""
        yield f"{bar.name}: {bar.text}{beside}"
