"""Knows the overview as a file: its tiles, what is measured without a target, forecasts, the text and the plan."""

from dashboard.domain.records import PrintedFigure
from dashboard.reports.indicators.forecast import COLUMNS as FORECAST_COLUMNS
from dashboard.reports.indicators.forecast import year_forecast_row
from dashboard.reports.indicators.judged import Judged
from dashboard.reports.performance.judged_row import JUDGED_COLUMNS, judged_row
from dashboard.reports.report import Cell, Table

PRINTED_COLUMNS = ("quantity", "text", "sign", "value", "kind", "indicator", "period", "category", "source_cell")


def tables(
    tiles: tuple[Judged, ...], measured: tuple[Judged, ...], printed: tuple[PrintedFigure, ...]
) -> tuple[Table, ...]:
    year_forecasts = [item.year_forecast for item in tiles + measured if item.year_forecast]
    return (
        Table.asked("tiles", "Targets and their status", JUDGED_COLUMNS, lambda: map(judged_row, tiles)),
        Table.asked("measured", "Measured without a target", JUDGED_COLUMNS, lambda: map(judged_row, measured)),
        Table.of(
            "forecast", "Where the year will probably end", FORECAST_COLUMNS, map(year_forecast_row, year_forecasts)
        ),
        Table.of("printed", "Figures printed in the text", PRINTED_COLUMNS, map(_printed_row, printed)),
    )


def _printed_row(item: PrintedFigure) -> dict[str, Cell]:
    return {
        "quantity": item.quantity,
        "text": item.source.text,
        "sign": item.sign,
        "value": item.value.number if item.value else None,
        "kind": item.kind,
        "indicator": item.indicator or None,
        "period": item.period.label if item.period else None,
        "category": item.category or None,
        "source_cell": item.source.place,
    }
