"""Knows the trends: each locality's line, the targets, the breaks, and who moves against the total."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dashboard.domain.checks.findings import Finding, Severity
from dashboard.domain.choices import Measure
from dashboard.domain.filters import Filters
from dashboard.domain.periods.calendar import By
from dashboard.domain.records import Indicator, SourceCell
from dashboard.domain.values.numbers import show
from dashboard.domain.wording import plural
from dashboard.questions.store import Store
from dashboard.reports.evidence.checks import checks_on
from dashboard.reports.indicators.control import COLUMNS as CONTROL_COLUMNS
from dashboard.reports.indicators.control import Control, Series, charted, control_rows
from dashboard.reports.indicators.ledger import Ledger, scope_of
from dashboard.reports.indicators.offered import Group, grouped
from dashboard.reports.indicators.opening import Opening, opening
from dashboard.reports.on_demand import Many, OnDemand
from dashboard.reports.performance.beside import PeriodsBeside, beside_of, beside_table
from dashboard.reports.performance.measures import measure_words
from dashboard.reports.performance.series import (
    Trend,
    breaks_of,
    drawn,
    has_trend,
    is_by_month,
    is_within,
    outline_of,
    trend_of,
)
from dashboard.reports.performance.series_file import SERIES_COLUMNS, TARGET_COLUMNS, series_rows, target_rows
from dashboard.reports.performance.summary import SOMETHING, nothing
from dashboard.reports.performance.within_year import is_part_of_year
from dashboard.reports.report import Cell, Report, Table
from dashboard.reports.view_context import ViewContext, sources_asked, view_context
from dashboard.reports.words.series import lede, title
from dashboard.reports.words.titles import about, fitting, line_above


@dataclass(frozen=True, kw_only=True, slots=True)
class Trends(Report):
    """*chosen* is drawn large; *others* can be chosen instead."""

    chosen: Trend | None
    outlines: Many[Trend]  # of all that are offered, in the view's area; each worked out where it is read
    offered: tuple[Indicator, ...]
    is_by_month: bool  # whether anything is counted from files month by month
    findings: tuple[Finding, ...]  # on the chosen indicator: what differs or has to be known
    measure: Measure
    unit: str
    groups: tuple[Group, ...] = ()  # what is offered, as it is chosen from
    control: Control | None = None  # of the chosen indicator in the view's area
    beside: PeriodsBeside | None = None  # the period that the address compares with


def trends(store: Store, filters: Filters) -> Trends:
    """Return the lines of every indicator in the view; the one asked for is drawn, else the worst missed."""
    by_year = filters.by in (None, By.YEAR)
    ledger = Ledger(store, filters, filters.by or By.YEAR)
    return _report(store, filters, ledger, opening(ledger if by_year else Ledger(store, filters), filters))


def _report(store: Store, filters: Filters, ledger: Ledger, opened: Opening | None) -> Trends:
    """The report; what it is *opened* on is drawn where it has a trend, else the first."""
    offered, asked = _offered(ledger, filters)
    found, chosen = _trends_of(ledger, asked, filters), _chosen(ledger, _first(asked, opened), filters)
    why = opened.sentence if opened and chosen and chosen.indicator.id == opened.indicator.id else ""
    context = view_context(store, filters)
    report = Trends(
        page="trends",
        filters=filters,
        title=_title(context, chosen),
        lede=" ".join(filter(None, [why, lede(chosen.movement) if chosen and chosen.movement else ""])),
        place=_place(context, filters, chosen),
        tables=_tables(found, _outlines(ledger, asked, filters)),
        notes=tuple(item.reason for indicator in asked for item in breaks_of(indicator)),
        sources=sources_asked(store, filters.partnership, lambda: _cells(found)),
        **(SOMETHING if chosen else nothing(context, filters, store.actions(scope_of(store, filters)))),
        chosen=chosen,
        outlines=_outlines(ledger, offered, filters),
        offered=offered,
        is_by_month=any(is_by_month(ledger, item, filters) for item in offered),
        findings=_findings(store, filters, chosen),
        measure=filters.measure,
        unit=measure_words(chosen.indicator, filters.measure) if chosen else "",
    )
    return _with_control(report, store, ledger)


def _offered(ledger: Ledger, filters: Filters) -> tuple[tuple[Indicator, ...], tuple[Indicator, ...]]:
    """The indicators that have a trend, and those of them that are asked for, or all."""
    offered = tuple(item for item in ledger.indicators if has_trend(ledger, item, filters))
    return offered, tuple(item for item in offered if item.slug in filters.indicators) or offered


def _first(indicators: tuple[Indicator, ...], opened: Opening | None) -> tuple[Indicator, ...]:
    """*indicators*, what the page is *opened* on before the others."""
    first = opened.indicator.id if opened else ""
    return tuple(sorted(indicators, key=lambda item: item.id != first))


def _trends_of(ledger: Ledger, indicators: tuple[Indicator, ...], filters: Filters) -> OnDemand[Trend]:
    return OnDemand(lambda: (trend_of(ledger, item, filters) for item in indicators))


def _outlines(ledger: Ledger, indicators: tuple[Indicator, ...], filters: Filters) -> OnDemand[Trend]:
    return OnDemand(lambda: (outline_of(ledger, item, filters) for item in indicators))


def _chosen(ledger: Ledger, indicators: tuple[Indicator, ...], filters: Filters) -> Trend | None:
    """The first; of a month or quarter the first that is drawn by such periods, if there is one."""
    if not indicators:
        return None
    if is_part_of_year(filters.period):
        every = _outlines(ledger, indicators, filters)
        fitting = next((trend for trend in every if not _is_of_other_length(trend, filters)), None)
        if fitting is not None:
            return trend_of(ledger, fitting.indicator, filters)
    return trend_of(ledger, indicators[0], filters)


def _with_control(report: Trends, store: Store, ledger: Ledger) -> Trends:
    """*report* with the control chart of what is drawn: the figures as counted, whatever measure is drawn of them."""
    control, beside = None, None
    if report.chosen is not None:
        beside = beside_of(ledger, report.chosen.indicator, report.filters, parts=True)
        area, indicator = ledger.area(report.filters.area_slug), report.chosen.indicator
        figures = [item for item in ledger.series(indicator, area.slug) if is_within(item.period, report.filters)]
        series = Series(indicator, area, figures, ledger.target_series(indicator, area.slug))
        control = charted(store, report.filters, series)
    table = Table.of("control_chart", "Control chart", CONTROL_COLUMNS, control_rows(control))
    groups = grouped(store.categories(), ledger, report.offered)
    tables = (*report.tables, table, beside_table(beside))
    return replace(report, control=control, beside=beside, groups=groups, tables=tables)


def trends_so_far(store: Store, filters: Filters) -> Trends:
    """The trends up to the view's period, as the overview shows them; those of quarters or months for one of these."""
    by = By(filters.period.kind) if is_part_of_year(filters.period) else None
    view = filters.with_(end=filters.end or filters.period, by=by, measure=Measure.COUNT)
    found = _report(store, view, Ledger(store, view, by or By.YEAR), None)
    if found.chosen is None or not _is_of_other_length(found.chosen, filters):
        return found
    return replace(found, chosen=None)


def _is_of_other_length(trend: Trend, filters: Filters) -> bool:
    """Whether a view of a month or quarter would draw another length of period."""
    return is_part_of_year(filters.period) and trend.months != filters.period.months


def _tables(found: OnDemand[Trend], outlines: OnDemand[Trend]) -> tuple[Table, ...]:
    return (
        Table.asked("series", "Series by area and period", SERIES_COLUMNS, lambda: _rows(found)),
        Table.asked("targets", "Targets drawn beside them", TARGET_COLUMNS, lambda: target_rows(outlines)),
    )


def _rows(found: Iterable[Trend]) -> Iterator[dict[str, Cell]]:
    return (row for trend in found for line in trend.lines for row in series_rows(trend, line, trend.measure))


def _cells(found: Iterable[Trend]) -> list[SourceCell]:
    every = tuple(found)
    printed = [cell for trend in every for line in trend.lines for point in line.points for cell in point.cells]
    return printed + [point.source for trend in every for point in trend.targets]


def _title(context: ViewContext, chosen: Trend | None) -> str:
    if chosen is not None and chosen.movement is not None:
        return title(chosen.movement, chosen.indicator)
    return _plain(context, chosen)


def _findings(store: Store, filters: Filters, chosen: Trend | None) -> tuple[Finding, ...]:
    if chosen is None:
        return ()
    about = checks_on(store, filters.partnership, chosen.indicator)
    return tuple(item for item in about if item.severity != Severity.AGREES)


def _plain(context: ViewContext, chosen: Trend | None) -> str:
    if chosen is None:
        said = f"No series is published for {context.area_name}"
        return fitting(f"{said}{context.category_words}", said, "No series is published for this area")
    return about(chosen.indicator.name, *_without_change(chosen))


def _without_change(chosen: Trend) -> list[str]:
    """What is known of a series that has no newest change, then shorter."""
    if not chosen.lines:
        return [f"{plural(len(chosen.targets), 'target')}, no actual published", "no actual published"]
    newest = chosen.lines[0].points[-1].observation
    if newest.is_part:
        number, label = show(newest.value.number), newest.period.label
        return [
            f"{number} in {newest.months} of {newest.period.months} months of {label}",
            f"{number} in part of {label}",
        ]
    shown = [point for line in chosen.lines for point in drawn(chosen, line) if point.number is not None]
    count = sum(point.number is not None for line in chosen.lines for point in line.points)
    if len(shown) == 1:  # any others are of another length, and not drawn
        said = f"{shown[0].text} in {shown[0].period.label}"
        return [f"{said}, no change to work out", said]
    return [f"{plural(count, 'figure')}, no change to work out", plural(count, "figure")]


def _place(context: ViewContext, filters: Filters, chosen: Trend | None) -> str:
    if chosen is None:
        return context.area_name
    title = _title(context, chosen)
    return line_above(title, chosen.indicator.name, measure_words(chosen.indicator, filters.measure), context.area_name)
