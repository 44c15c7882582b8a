"""Knows everything about one indicator: what it counts, each period's standing, its areas, and every source cell."""

from dataclasses import dataclass, field, replace

from dashboard.domain.checks.figures import Finding
from dashboard.domain.commentary import Commentary
from dashboard.domain.filters import Filters
from dashboard.domain.records import Area, Indicator, PrintedFigure, SourceCell
from dashboard.domain.statistics.recent_trend import RecentTrend
from dashboard.domain.values.printed import ValueType
from dashboard.questions.store import Store
from dashboard.reports.comparison.areas import Comparison, comparison_of
from dashboard.reports.comparison.file import comparison_table
from dashboard.reports.evidence.checks import checks_on
from dashboard.reports.indicators.commentaries import commentary_table
from dashboard.reports.indicators.control import Control, control_of, recent_of
from dashboard.reports.indicators.forecast import COLUMNS as FORECAST_COLUMNS
from dashboard.reports.indicators.forecast import (
    RECORD_COLUMNS,
    YearForecast,
    record_row,
    year_forecast_of,
    year_forecast_row,
)
from dashboard.reports.indicators.judged import Judged, judged
from dashboard.reports.indicators.ledger import Ledger, scope_of
from dashboard.reports.indicators.offered import Group, grouped
from dashboard.reports.indicators.opening import Opening, opening
from dashboard.reports.pages.overview import note_lines
from dashboard.reports.performance.beside import PeriodsBeside, beside_of, beside_table
from dashboard.reports.performance.event_gaps import control_tables
from dashboard.reports.performance.judged_row import COUNT_COLUMNS, JUDGED_COLUMNS, counted_row
from dashboard.reports.performance.noted import Noted, noted_on
from dashboard.reports.performance.series import Trend, trend_of
from dashboard.reports.performance.series_file import SERIES_COLUMNS, series_rows
from dashboard.reports.performance.summary import nothing
from dashboard.reports.planning.aimed import aimed_at
from dashboard.reports.planning.lines import ActionLine, action_lines
from dashboard.reports.report import Cell, Report, Table
from dashboard.reports.view_context import ViewContext, sources, view_context
from dashboard.reports.words.indicator import briefing, title
from dashboard.reports.words.parts import part_notes
from dashboard.reports.words.titles import fitting, line_above

FILE_COLUMNS = (
    *("indicator_code", "indicator", "indicator_id", "definition", "polarity", "value_type", "unit"),
    *("multiplier", "period_kind", "tolerance", "frequency", "part_of", "category", "name_as_printed"),
)

READING_COLUMNS = (
    "period",
    "target_text",
    "base",
    "base_value",
    "value",
    "value_reason",
    "words",
    "source_cell",
)


@dataclass(frozen=True, slots=True)
class Around:
    """What else the documents hold on an indicator."""

    category: str = ""  # its shared name
    printed: tuple[PrintedFigure, ...] = ()
    findings: tuple[Finding, ...] = ()
    actions: tuple[ActionLine, ...] = ()
    noted: Noted = field(default_factory=Noted)


@dataclass(frozen=True, kw_only=True, slots=True)
class IndicatorFile(Report):
    """*history* has one standing a period, newest first; *offered* are the indicators of the view."""

    indicator: Indicator | None
    history: tuple[Judged, ...]
    trend: Trend | None
    around: Around
    offered: tuple[Indicator, ...]
    groups: tuple[Group, ...] = ()  # the same, as they are chosen from
    control: Control | None = None
    recent: RecentTrend | None = None  # of yearly counts
    year_forecast: YearForecast | None = None  # of the year in progress
    comparison: Comparison | None = None  # of the areas in the view's period
    beside: PeriodsBeside | None = None  # the period that the address compares with
    commentaries: tuple[Commentary, ...] = ()  # of the partnership on it, newest period first


def indicator_file(store: Store, filters: Filters) -> IndicatorFile:
    """Return the file of the indicator asked for; without one, of the one furthest from its target, else the first."""
    ledger, context = Ledger(store, filters), view_context(store, filters)
    chosen, opened = _chosen(ledger, filters)
    if chosen is None:
        return _nothing(store, context, filters)
    ledger = ledger.focused(chosen)
    history, trend = _history(ledger, chosen, ledger.area(filters.area_slug)), trend_of(ledger, chosen, filters)
    report = IndicatorFile(
        page="indicator",
        filters=filters,
        title=title(chosen, history, filters.period),
        lede=" ".join(filter(None, [opened.sentence if opened else "", chosen.definition, *trend.undated_words])),
        place=_place(chosen, history, filters, context),
        tables=_tables(chosen, history, trend),
        notes=(*note_lines(history), *part_notes(ledger, ledger.area(filters.area_slug), filters.period, [chosen])),
        sources=sources(store, filters.partnership, _cells(history, chosen)),
        empty="" if history else f"Nothing is published on this indicator for {context.area_name}.",
        indicator=chosen,
        history=history,
        trend=trend,
        around=_around(store, filters, chosen),
        offered=ledger.indicators,
    )
    return _with_rules(report, store, ledger, chosen)


def _with_rules(report: IndicatorFile, store: Store, ledger: Ledger, chosen: Indicator) -> IndicatorFile:
    """*report* with what tells whether it is real and whether the target will be met."""
    area = ledger.area(report.filters.area_slug)
    control = control_of(store, ledger, report.filters, (chosen, area))
    recent = recent_of(ledger, chosen, area.slug)
    year_forecast = year_forecast_of(ledger, chosen, area.slug)
    compared = comparison_of(store, ledger, report.filters, chosen)
    said = ledger.commentaries.on(chosen.id, area.slug)
    tables = (*report.tables, *_rule_tables(control, recent, year_forecast), comparison_table(compared))
    beside = beside_of(ledger, chosen, report.filters, parts=False)
    tables += (commentary_table(chosen, area, said), beside_table(beside))
    lede = f"{report.lede} {briefing(report.history, year_forecast, control, recent)}".strip()
    found = replace(report, lede=lede, control=control, recent=recent, year_forecast=year_forecast, tables=tables)
    groups = grouped(store.categories(), ledger, report.offered)
    return replace(found, comparison=compared, commentaries=said, groups=groups, beside=beside)


def _cells(history: tuple[Judged, ...], chosen: Indicator) -> list[SourceCell]:
    return [cell for item in history for cell in item.cells] + [chosen.source]


def _chosen(ledger: Ledger, filters: Filters) -> tuple[Indicator | None, Opening | None]:
    """The one asked for, or what the page opens on, else the first."""
    opened = opening(ledger, filters)
    asked = (item for item in ledger.indicators if item.slug in filters.indicators)
    first = next(asked, next(iter(ledger.indicators), None))
    return (opened.indicator if opened else first), opened


def _around(store: Store, filters: Filters, chosen: Indicator) -> Around:
    scope = scope_of(store, filters)
    return Around(
        category=store.categories().name(chosen.category),
        printed=tuple(item for item in store.printed_figures(scope) if item.indicator == chosen.id),
        findings=checks_on(store, filters.partnership, chosen),
        actions=aimed_at(action_lines(store, scope), chosen),
        noted=noted_on(store, filters, chosen.id),
    )


def _nothing(store: Store, context: ViewContext, filters: Filters) -> IndicatorFile:
    actions = store.actions(scope_of(store, filters))
    return IndicatorFile(
        page="indicator",
        filters=filters,
        title=_no_indicator(context),
        lede="",
        place=context.area_name,
        **nothing(context, filters, actions),
        indicator=None,
        history=(),
        trend=None,
        around=Around(),
        offered=(),
    )


def _place(chosen: Indicator, history: tuple[Judged, ...], filters: Filters, context: ViewContext) -> str:
    return line_above(title(chosen, history, filters.period), chosen.name, chosen.unit, context.area_name)


def _no_indicator(context: ViewContext) -> str:
    said = f"No indicator is published for {context.area_name}"
    return fitting(f"{said}{context.category_words}", said, "No indicator is published for this area")


def _history(ledger: Ledger, indicator: Indicator, area: Area) -> tuple[Judged, ...]:
    found = [judged(ledger, indicator, area, period) for period in reversed(ledger.periods(indicator))]
    return tuple(item for item in found if item.now.actual or item.now.target)


def _tables(indicator: Indicator, history: tuple[Judged, ...], trend: Trend) -> tuple[Table, ...]:
    series = [row for line in trend.lines for row in series_rows(trend, line, trend.measure)]
    return (
        Table.of("history", "Every period", (*JUDGED_COLUMNS, *COUNT_COLUMNS), map(counted_row, history)),
        Table.of("series", "Series by area and period", SERIES_COLUMNS, series),
        Table.of("readings", "Readings of relative targets", READING_COLUMNS, _readings(history)),
        Table.of("definition", "Definition", FILE_COLUMNS, [_definition(indicator)]),
    )


RECENT_COLUMNS = ("marker", "sentence", "slope", "chi_squared")


def _rule_tables(
    control: Control | None, recent: RecentTrend | None, year_forecast: YearForecast | None
) -> tuple[Table, ...]:
    rows: list[dict[str, Cell]] = [{name: getattr(recent, name) for name in RECENT_COLUMNS}] if recent else []
    year_forecasts = [year_forecast] if year_forecast else []
    return (
        *control_tables(control),
        Table.of("trend", "Recent trend of five years", RECENT_COLUMNS, rows),
        Table.of("forecast", "The year so far", FORECAST_COLUMNS, map(year_forecast_row, year_forecasts)),
        Table.of("backtest", "How such forecasts did", RECORD_COLUMNS, filter(None, map(record_row, year_forecasts))),
    )


def _readings(history: tuple[Judged, ...]) -> list[dict[str, Cell]]:
    return [
        {
            "period": item.now.period.label,
            "target_text": item.now.target.rule.raw,
            "base": reading.base,
            "base_value": reading.base_value,
            "value": reading.value,
            "value_reason": reading.reason,
            "words": reading.words,
            "source_cell": item.now.target.source.place,
        }
        for item in history
        if item.now.target and item.now.resolved
        for reading in item.now.resolved.readings
    ]


def _definition(indicator: Indicator) -> dict[str, Cell]:
    return {
        "indicator_code": indicator.code or None,
        "indicator": indicator.name,
        "indicator_id": indicator.slug,
        "definition": indicator.definition,
        "polarity": indicator.polarity,
        "value_type": ValueType(indicator.value_type),
        "unit": indicator.unit,
        "multiplier": indicator.multiplier,
        "period_kind": indicator.period_kind,
        "tolerance": indicator.tolerance,
        "frequency": indicator.frequency or None,
        "part_of": indicator.part_of or None,
        "category": indicator.category,
        "name_as_printed": indicator.source.text,
    }
