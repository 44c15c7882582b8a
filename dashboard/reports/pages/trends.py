"""Knows the trends: each locality's line, the targets, the breaks, and who moves against the total."""

from dataclasses import dataclass, replace

from dashboard.domain.checks.findings import Finding, Severity
from dashboard.domain.choices import Measure
from dashboard.domain.filters import Filters
from dashboard.domain.periods.calendar import By
from dashboard.domain.records import SourceCell
from dashboard.domain.values.numbers import show
from dashboard.domain.wording import plural
from dashboard.questions.store import Store
from dashboard.reports.evidence.checks import checks
from dashboard.reports.indicators.control import COLUMNS as CONTROL_COLUMNS
from dashboard.reports.indicators.control import Control, Series, charted, control_rows
from dashboard.reports.indicators.ledger import Ledger, scope_of
from dashboard.reports.performance.measures import measure_words
from dashboard.reports.performance.series import (
    SERIES_COLUMNS,
    TARGET_COLUMNS,
    Trend,
    drawn,
    is_within,
    series_rows,
    target_rows,
    trend_of,
)
from dashboard.reports.performance.summary import empty_words
from dashboard.reports.performance.within_year import is_part_of_year
from dashboard.reports.report import Report, Table
from dashboard.reports.view_context import Scene, scene, sources
from dashboard.reports.words.series import lede, title


@dataclass(frozen=True, kw_only=True, slots=True)
class Trends(Report):
    """*chosen* is drawn large; *others* can be chosen instead."""

    chosen: Trend | None
    trends: tuple[Trend, ...]
    findings: tuple[Finding, ...]  # on the chosen indicator: what differs or has to be known
    measure: Measure
    unit: str
    control: Control | None = None  # of the chosen indicator in the view's area


def trends(store: Store, filters: Filters) -> Trends:
    """Return the lines of every indicator in the view; the first, or the one asked for, is drawn."""
    ledger = Ledger(store, filters, filters.by or By.YEAR)
    every = (trend_of(ledger, indicator, filters) for indicator in ledger.indicators)
    found = tuple(trend for trend in every if trend.lines or trend.targets)
    asked = tuple(trend for trend in found if trend.indicator.slug in filters.indicators)
    chosen = min(asked or found, key=lambda trend: _is_of_other_length(trend, filters), default=None)
    place = scene(store, filters)
    report = Trends(
        page="trends",
        filters=filters,
        title=_title(place, chosen),
        lede=lede(chosen.movement) if chosen and chosen.movement else "",
        place=_place(place, filters, chosen),
        tables=_tables(asked or found),
        notes=tuple(item.reason for trend in asked or found for item in trend.breaks),
        sources=sources(store, filters.partnership, _cells(asked or found)),
        empty="" if chosen else empty_words(place, filters, len(store.actions(scope_of(store, filters)))),
        chosen=chosen,
        trends=found,
        findings=_findings(store, filters, chosen),
        measure=filters.measure,
        unit=measure_words(chosen.indicator, filters.measure) if chosen else "",
    )
    return _with_control(report, store, ledger)


def _with_control(report: Trends, store: Store, ledger: Ledger) -> Trends:
    """*report* with the control chart of what is drawn: the figures as counted, whatever measure is drawn of them."""
    control = None
    if report.chosen is not None:
        area, indicator = ledger.area(report.filters.area_slug), report.chosen.indicator
        figures = [item for item in ledger.series(indicator, area.slug) if is_within(item.period, report.filters)]
        series = Series(indicator, area, figures, ledger.target_series(indicator, area.slug))
        control = charted(store, report.filters, series)
    table = Table.of("control_chart", "Control chart", CONTROL_COLUMNS, control_rows(control))
    return replace(report, control=control, tables=(*report.tables, table))


def trends_so_far(store: Store, filters: Filters) -> Trends:
    """The trends up to the view's period, as the overview shows them; those of quarters or months for one of these."""
    by = By(filters.period.kind) if is_part_of_year(filters.period) else None
    found = trends(store, filters.with_(end=filters.end or filters.period, by=by, measure=Measure.COUNT))
    if found.chosen is None or not _is_of_other_length(found.chosen, filters):
        return found
    return replace(found, chosen=None)


def _is_of_other_length(trend: Trend, filters: Filters) -> bool:
    """Whether a view of a month or quarter would draw another length of period."""
    return is_part_of_year(filters.period) and trend.months != filters.period.months


def _tables(found: tuple[Trend, ...]) -> tuple[Table, ...]:
    rows = [row for trend in found for line in trend.lines for row in series_rows(trend, line, trend.measure)]
    return (
        Table.of("series", "Series by area and period", SERIES_COLUMNS, rows),
        Table.of("targets", "Targets drawn beside them", TARGET_COLUMNS, target_rows(found)),
    )


def _cells(found: tuple[Trend, ...]) -> list[SourceCell]:
    printed = [cell for trend in found for line in trend.lines for point in line.points for cell in point.cells]
    return printed + [point.source for trend in found for point in trend.targets]


def _title(place: Scene, chosen: Trend | None) -> str:
    if chosen is not None and chosen.movement is not None:
        return title(chosen.movement, chosen.indicator)
    return _plain(place, chosen)


def _findings(store: Store, filters: Filters, chosen: Trend | None) -> tuple[Finding, ...]:
    if chosen is None:
        return ()
    every = checks(store, filters.partnership)
    about = (item for item in every if chosen.indicator.id in item.indicators)
    return tuple(item for item in about if item.severity != Severity.AGREES)


def _plain(place: Scene, chosen: Trend | None) -> str:
    if chosen is None:
        return f"No series is published for {place.area_name}{place.category_words}"
    if not chosen.lines:
        return f"{chosen.indicator.name}: {plural(len(chosen.targets), 'target')}, no actual published"
    newest = chosen.lines[0].points[-1].observation
    name = chosen.indicator.name
    if newest.is_part:
        months = f"{newest.months} of {newest.period.months} months of {newest.period.label}"
        return f"{name}: {show(newest.value.number)} in {months}"
    shown = [point for line in chosen.lines for point in drawn(chosen, line) if point.number is not None]
    count = sum(point.number is not None for line in chosen.lines for point in line.points)
    if len(shown) == 1 < count:  # the others are of another length, and not drawn
        return f"{name}: {shown[0].text} in {shown[0].period.label}, no change to work out"
    return f"{name}: {plural(count, 'figure')}, no change to work out"


def _place(place: Scene, filters: Filters, chosen: Trend | None) -> str:
    what = measure_words(chosen.indicator, filters.measure) if chosen else ""
    return " · ".join(filter(None, [what, place.area_name]))
