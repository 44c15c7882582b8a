"""Knows the figures of a view as rows of the template: whoever loads its workbook back changes nothing."""

from collections.abc import Iterable, Iterator

from dashboard.domain.entering.exported import FIGURES, FIGURES_SHEET, WHOLE_AREA
from dashboard.domain.records import Area, Indicator, Observation, Target
from dashboard.reports.indicators.judged import Judged, Standing
from dashboard.reports.packs.template_rows import Row, is_typed_actual, is_typed_target, template_row
from dashboard.reports.pages.indicator import IndicatorFile
from dashboard.reports.pages.overview import Overview
from dashboard.reports.pages.place import PlacePage
from dashboard.reports.pages.scrutiny import ScrutinyPage
from dashboard.reports.pages.trends import Trends
from dashboard.reports.pages.year_end import YearEnd
from dashboard.reports.performance.series import Trend
from dashboard.reports.report import Cell, Report, Table

Told = tuple[Indicator, str, Observation | None, Target | None]  # with the area's name


def loadable(report: Report, partnership: str) -> Table | None:
    """The figures that *report* shows and tables hold, each once; None where there is none."""
    rows: dict[Row, Row] = {}
    for indicator, area, actual, target in _told(report):
        kept = actual if actual and is_typed_actual(actual) else None
        aim = target if target and is_typed_target(target) else None
        if kept or aim:
            row = template_row((partnership, _handle(indicator), area), kept, aim)
            rows[row[:4]] = _fuller(row, rows.get(row[:4]))
    if not rows:
        return None
    return Table.of("figures", FIGURES_SHEET, FIGURES, map(_cells, rows.values()))


def _cells(row: Row) -> dict[str, Cell]:
    return dict(zip(FIGURES, (text or None for text in row), strict=True))


def _fuller(row: Row, other: Row | None) -> Row:
    """Of one figure told twice, once perhaps without its target, what either has."""
    return row if other is None else tuple(text or before for text, before in zip(row, other, strict=True))


def _handle(item: Indicator) -> str:
    """What leads to the indicator and to no namesake: its code and name, or its address."""
    return f"{item.code} - {item.name}" if item.code else item.id


def _told(report: Report) -> Iterator[Told]:
    yield from _judged(_shown(report))
    if isinstance(report, YearEnd):
        whole = next((item.area for item in report.rows), None)
        for item in report.next_targets:
            yield from _standings(whole, (item.now, item.next))
    elif isinstance(report, IndicatorFile):
        yield from _drawn(report.trend)
    elif isinstance(report, Trends):
        yield from _drawn(report.chosen)


def _shown(report: Report) -> tuple[Judged, ...]:
    """The figures that a page judges."""
    if isinstance(report, Overview):
        return (*report.tiles, *report.measured)
    if isinstance(report, PlacePage):
        return report.figures
    if isinstance(report, ScrutinyPage):
        return report.every
    if isinstance(report, YearEnd):
        return report.rows
    return report.history if isinstance(report, IndicatorFile) else ()


def _judged(items: Iterable[Judged]) -> Iterator[Told]:
    for item in items:
        yield from _standings(item.area, (item.now, item.before))


def _standings(area: Area | None, found: Iterable[Standing]) -> Iterator[Told]:
    for item in found:
        yield item.indicator, _place(area), item.actual, item.target


def _drawn(trend: Trend | None) -> Iterator[Told]:
    if trend is None:
        return
    for line in trend.lines:
        for point in line.points:
            yield trend.indicator, _place(line.area), point.observation, None


def _place(area: Area | None) -> str:
    """The whole of a partnership is called so, for an area may bear the partnership's name."""
    return area.name if area and "/" in area.slug else WHOLE_AREA
