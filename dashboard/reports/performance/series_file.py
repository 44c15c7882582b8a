"""Knows how trends become rows of a file: every figure of every line, and the targets beside them."""

from collections.abc import Iterable

from dashboard.domain.choices import Measure
from dashboard.reports.performance.measures import measure_words
from dashboard.reports.performance.series import Line, Trend
from dashboard.reports.report import Cell, reason_text

SERIES_COLUMNS = (
    *("indicator_code", "indicator", "area", "period", "value", "marker", "reason"),
    *(
        "indicator_id",
        "area_code",
        "period_kind",
        "period_slug",
        "measure",
        "unit",
        "count",
        "months_covered",
        "derived",
        "change_real",  # in the measure "change", of two counts
    ),
    *("text", "source_cell"),
)


TARGET_COLUMNS = ("indicator_code", "indicator", "period", "target", "basis", "text", "source_cell")


def series_rows(trend: Trend, line: Line, measure: Measure) -> list[dict[str, Cell]]:
    return [
        {
            "indicator_code": trend.indicator.code or None,
            "indicator": trend.indicator.name,
            "area": line.area.name,
            "period": point.period.label,
            "value": point.number,
            "marker": point.marker,
            "reason": reason_text(point.reason),
            "indicator_id": trend.indicator.slug,
            "area_code": line.area.slug,
            "period_kind": point.period.kind,
            "period_slug": point.period.slug,
            "measure": measure,
            "unit": measure_words(trend.indicator.at(point.period), measure),
            "count": point.observation.value.number,
            "months_covered": point.observation.months,
            "change_real": point.real,
            "derived": point.observation.derived or None,
            "text": point.observation.value.raw or None,
            "source_cell": "; ".join(cell.place for cell in point.cells),
        }
        for point in line.points
    ]


def target_rows(found: Iterable[Trend]) -> list[dict[str, Cell]]:
    return [
        {
            "indicator_code": trend.indicator.code or None,
            "indicator": trend.indicator.name,
            "period": point.period.label,
            "target": point.number,
            "basis": point.words,
            "text": point.source.text,
            "source_cell": point.source.place,
        }
        for trend in found
        for point in trend.targets
    ]
