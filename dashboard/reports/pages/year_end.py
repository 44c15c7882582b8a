"""Knows the year end: the published performance table with a verdict on each row, and next year's targets."""

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.domain.filters import Filters
from dashboard.domain.periods.calendar import MONTHS_IN_YEAR
from dashboard.domain.periods.period import Period
from dashboard.domain.records import Area, Indicator, SourceCell
from dashboard.domain.targets.status import Status
from dashboard.domain.wording import listed, number_word, plural
from dashboard.questions.store import Store
from dashboard.reports.evidence.checks import short_targets
from dashboard.reports.indicators.counted_to import figures_sentence
from dashboard.reports.indicators.forecast import COLUMNS as FORECAST_COLUMNS
from dashboard.reports.indicators.forecast import RECORD_COLUMNS, record_row, year_forecast_row
from dashboard.reports.indicators.judged import Judged, Standing, standing
from dashboard.reports.indicators.ledger import Ledger, scope_of
from dashboard.reports.indicators.shown import standings
from dashboard.reports.pages.overview import later, lede, note_lines, notes_on_parts, paragraph
from dashboard.reports.performance.findings import JUDGED_WORDS, mostly
from dashboard.reports.performance.judged_row import JUDGED_COLUMNS, judged_row
from dashboard.reports.performance.summary import SOMETHING, nothing
from dashboard.reports.performance.within_year import is_part_of_year, whole_year, whole_year_tables
from dashboard.reports.report import Cell, Report, Table, reason_text
from dashboard.reports.view_context import ViewContext, sources_asked, view_context
from dashboard.reports.words import forecast as forecast_words
from dashboard.reports.words.counted import apart, apart_sentence, none_targeted, numbered, with_apart
from dashboard.reports.words.forecast import with_likely_outcome
from dashboard.reports.words.titles import fitting


@dataclass(frozen=True, slots=True)
class NextTarget:
    """A target of the year after, beside what it starts from."""

    indicator: Indicator
    now: Standing
    next: Standing
    is_part: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class YearEnd(Report):
    """*rows* in the order of the print; *next_targets* with parts under their total."""

    period: Period
    previous: Period
    rows: tuple[Judged, ...]
    next_targets: tuple[NextTarget, ...]
    next_notes: tuple[str, ...]  # where targets are fewer than the parts of a total

    @property
    def next_label(self) -> str:
        return self.next_targets[0].next.period.label if self.next_targets else ""


NEXT_COLUMNS = (
    *("indicator_code", "indicator", "unit", "part_of", "period", "actual", "actual_reason"),
    *("next_period", "target", "target_reason", "target_text", "target_basis", "source_cell", "months_covered"),
)


def year_end(store: Store, filters: Filters) -> YearEnd:
    """Return the year end of the view's period."""
    ledger = Ledger(store, filters)
    rows = _rows(standings(ledger, filters), filters.period)
    upcoming = _next_targets(ledger, ledger.area(filters.area_slug), filters)
    context, whole = view_context(store, filters), whole_year(ledger, filters)
    actions = store.actions(scope_of(store, filters))
    title, said = _title(context, filters.period, rows), lede(context, filters, rows, whole)
    return YearEnd(
        page="year-end",
        filters=filters,
        title=title,
        lede=paragraph(figures_sentence(ledger, rows, filters.period), apart_sentence(title, rows), said),
        place=f"{context.area_name} · {filters.period.label}{context.category_words}",
        tables=(*_tables(rows, upcoming), *whole_year_tables(whole)),
        notes=(*note_lines(rows), *notes_on_parts(ledger, filters)),
        sources=sources_asked(store, filters.partnership, lambda: _cells(rows, upcoming)),
        **(SOMETHING if rows or upcoming else nothing(context, filters, actions)),
        **later(ledger, filters),
        period=filters.period,
        previous=filters.period.previous(),
        rows=rows,
        next_targets=upcoming,
        next_notes=_short_of_parts(ledger, upcoming, filters),
    )


def _tables(rows: tuple[Judged, ...], upcoming: tuple[NextTarget, ...]) -> tuple[Table, ...]:
    year_forecasts = [item.year_forecast for item in rows if item.year_forecast]
    return (
        Table.asked("year-end", "Year-end performance", JUDGED_COLUMNS, lambda: map(judged_row, rows)),
        Table.of(
            "forecast", "Where the year will probably end", FORECAST_COLUMNS, map(year_forecast_row, year_forecasts)
        ),
        Table.of("backtest", "How such forecasts did", RECORD_COLUMNS, filter(None, map(record_row, year_forecasts))),
        Table.asked("next-targets", "Next year's targets", NEXT_COLUMNS, lambda: map(_next_row, upcoming)),
    )


def _cells(rows: tuple[Judged, ...], upcoming: tuple[NextTarget, ...]) -> list[SourceCell]:
    targets = [item.next.target for item in upcoming if item.next.target]
    return [cell for item in rows for cell in item.cells] + [target.source for target in targets]


def _rows(items: Iterable[Judged], period: Period) -> tuple[Judged, ...]:
    """The rows with a target now or a year before; where no target is published, all that was measured.

    A month or quarter has no such table: all that was measured.
    """
    found = tuple(items)
    if is_part_of_year(period):
        return found
    targeted = tuple(item for item in found if item.now.target or item.before.target)
    return targeted or found


def _title(context: ViewContext, period: Period, rows: tuple[Judged, ...]) -> str:
    if is_part_of_year(period):
        return _no_year_end(context, period, rows)
    label = f"{period.label} year end" if period.months == MONTHS_IN_YEAR else period.label
    if not rows:
        said = f"{label}: no table of figures"
        area = f"{said} for {context.area_name}"
        return fitting(f"{area}{context.category_words}", area, said)
    if not any(item.is_targeted for item in rows):
        said = f"{plural(len(mostly(rows, period)), 'measure')}, {none_targeted(rows)}"
        return fitting(f"{label}: {said}", f"{period.label}: {said}", said)
    targeted = numbered(rows)
    if len(with_likely_outcome(rows)) > sum(item.verdict.status != Status.NOT_JUDGED for item in targeted):
        return forecast_words.finding(rows, period.label)
    if not targeted:
        return fitting(f"{label}: no target is a number; {apart(rows)}", f"{label}: no target is a number")
    parts = _counted(targeted)
    shorter = f"{period.label}: {', '.join(parts)}"
    return with_apart(fitting(f"{label}: {listed(parts)}", shorter, ", ".join(parts)), rows)


def _counted(targeted: list[Judged]) -> list[str]:
    """'Two targets met', 'one missed', 'three not judged'."""
    counts = {status: sum(item.verdict.status == status for item in targeted) for status in Status}
    words = {**JUDGED_WORDS, Status.NOT_JUDGED: "not judged"}
    parts = [f"{number_word(counts[status])} {word}" for status, word in words.items() if counts[status]]
    first, rest = parts[0].split(" ", 1)
    return [f"{first} {'target' if first == 'one' else 'targets'} {rest}", *parts[1:]]


def _no_year_end(context: ViewContext, period: Period, rows: tuple[Judged, ...]) -> str:
    """A month or quarter has figures and no year end; targets of its own are counted as on the overview."""
    kind = f"a {period.kind} has no year end"
    targets = sum(item.is_targeted for item in rows)
    if not rows:
        said = f"{period.label}: {kind}, and no figures"
        area = f"{said} of {context.area_name}"
        return fitting(f"{area}{context.category_words}", area, said)
    beside = f", {number_word(targets)} with a target" if targets else ""
    said = f"{period.label}: {plural(len(rows), 'measure')}{beside}"
    return fitting(f"{said}; {kind}", f"{said}; no year end", said)


def _next_targets(ledger: Ledger, area: Area, filters: Filters) -> tuple[NextTarget, ...]:
    found = []
    if is_part_of_year(filters.period):
        return ()
    for indicator in ledger.indicators:
        for target in ledger.target_series(indicator, area.slug):
            if target.period.previous() == filters.period:
                now = standing(ledger, indicator, area.slug, filters.period)
                after = standing(ledger, indicator, area.slug, target.period)
                found.append(NextTarget(indicator.at(target.period), now, after, bool(indicator.part_of)))
    return tuple(found)


def _short_of_parts(ledger: Ledger, upcoming: tuple[NextTarget, ...], filters: Filters) -> tuple[str, ...]:
    """Where next year has fewer targets than a total has parts: which part has none may be our reading."""
    labels = {item.next.period.label for item in upcoming}
    found = short_targets(ledger, filters.area_slug)
    return tuple(f"{item.subject}: {item.sentence}" for item in found if item.subject.endswith(tuple(labels)))


def _next_row(item: NextTarget) -> dict[str, Cell]:
    target = item.next.target
    return {
        "indicator_code": item.indicator.code or None,
        "indicator": item.indicator.name,
        "unit": item.indicator.unit,
        "part_of": item.indicator.part_of.rsplit("/", 1)[-1] or None,
        "period": item.now.period.label,
        "actual": item.now.value.number,
        "actual_reason": reason_text(item.now.value.reason),
        "next_period": item.next.period.label,
        "target": item.next.target_value.number,
        "target_reason": reason_text(item.next.target_value.reason),
        "target_text": target.rule.raw if target else None,
        "target_basis": item.next.resolved.basis if item.next.resolved else None,
        "source_cell": target.source.place if target else None,
        "months_covered": item.now.actual.months if item.now.actual else None,
    }
