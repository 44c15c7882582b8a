"""Knows the sentences of the drill-down: titles that state the finding, never what chance could explain."""

from decimal import Decimal

from dashboard.domain.choices import Measure
from dashboard.domain.filters import Filters
from dashboard.domain.periods.calendar import MONTHS_IN_YEAR
from dashboard.domain.street.crime import LEVEL_WORDS, Level
from dashboard.domain.targets.status import SMALL_BASE
from dashboard.domain.values.numbers import show
from dashboard.domain.wording import name_inside
from dashboard.reports.street.columns import Column, Columns, NoCount, months_words, no_count
from dashboard.reports.street.drivers import Drivers
from dashboard.reports.street.grid import GridRow
from dashboard.reports.street.incomplete import NO_TYPE
from dashboard.reports.street.place_context import StreetContext, asked_in_vain
from dashboard.reports.street.spans import before_words, season_words
from dashboard.reports.street.standing import StreetChange, StreetStanding
from dashboard.reports.words.titles import fitting

LONGEST_TITLE = 12  # words
MEASURE_WORDS = {
    Measure.COUNT: "Incidents",
    Measure.RATE: "Incidents per 1,000 people",
    Measure.CHANGE: "Change on the period compared with",
    Measure.INDEX: "Index, first whole period = 100",
    Measure.ROLLING: "Incidents in the 12 months up to the period",
    Measure.HARM: "Harm: weight × count of 12 months",
}


def title(context: StreetContext, columns: Columns, total: GridRow, driven: Drivers | None) -> str:
    """What moved, when, and which crime type most; where chance moved it, the count alone."""
    said = _title(context, columns, total, driven)
    return said if len(said.split()) <= LONGEST_TITLE else _title(context.by_code, columns, total, driven)


def _title(context: StreetContext, columns: Columns, total: GridRow, driven: Drivers | None) -> str:
    subject = context.crime_words if context.narrowed else "Incidents"
    if driven is None:
        return _bare(context, columns, total, subject)
    label = driven.focus.period(columns).label
    if not driven.real:
        return fitting(counted_words(context, driven.now, label), f"{subject}: {driven.now:,} in {label}")
    verb = "rose" if driven.moved > 0 else "fell"
    moved = f"{verb} {amount(driven.before, driven.now)} in {label}"
    said = f"{subject} {context.where} {moved}"
    if not driven.focus.is_a_year_before(columns):
        return fitting(f"{said} on {driven.focus.before_words(columns)}", said, f"{subject} {moved}")
    leading = [item for item in driven.with_it if item.real]
    if context.narrowed or not leading:
        return fitting(said, f"{subject} {moved}", f"{subject} {verb} {amount(driven.before, driven.now)}")
    most = f"{said}, most of all {name_inside(leading[0].row.name)}"
    return most if len(most.split()) <= LONGEST_TITLE else said


def counted_words(context: StreetContext, n: int, label: str) -> str:
    """'4,312 incidents in Marlhaven in Q2 2026/27'; of some crime types, 'Burglary in Marlhaven: 12 incidents …'."""
    counted = f"{n:,} {'incident' if n == 1 else 'incidents'}"
    if context.narrowed:
        return f"{context.crime_words} {context.where}: {counted} in {label}"
    return f"{counted} {context.where} in {label}"


def amount(before: int, now: int) -> str:
    """How far: in percent, or on a base under 50 in incidents."""
    if before < SMALL_BASE:
        return f"from {before:,} to {now:,}"
    return show(abs(Decimal(now - before)) * 100 / before, 1, percent=True)


def _bare(context: StreetContext, columns: Columns, total: GridRow, subject: str) -> str:
    for column, square in reversed(list(zip(columns.shown, total.squares, strict=True))):
        if square.n is not None:
            part = f" ({months_words(column)})" if months_words(column) else ""
            return f"{counted_words(context, square.n, column.period.label)}{part}"
    if any(column.left_out for column in columns.shown):
        why = {no_count(column) for column in columns.shown if column.left_out}
        said = "the files of these periods look incomplete" if NoCount.INCOMPLETE in why else NO_TYPE
        return f"{subject} {context.where}: {said}"
    return f"{subject} {context.where}: no month of these periods is loaded"


def lede(
    context: StreetContext, filters: Filters, columns: Columns, driven: Drivers | None, stands: StreetStanding | None
) -> str:
    """Both counts, what the period before had, and what may explain a change."""
    said = [asked_in_vain(context, filters)]
    if driven is None:
        said.append("No two periods that could be compared are loaded.")
        return " ".join(filter(None, said))
    pair = driven.focus.period(columns), driven.focus.against(columns)
    said.append(step_words(StreetChange(pair[0], driven.now, pair[1], driven.before)))
    if stands and stands.period_before:
        step = stands.period_before
        said.append(f"{step.against.label}, just before, had {step.before:,}.")
    if not driven.focus.is_a_year_before(columns) and columns.back == MONTHS_IN_YEAR:
        said.append("The same months a year before are not loaded.")
    said.append(season_words(*pair))
    return " ".join(filter(None, said))


def step_words(step: StreetChange, noun: str = "") -> str:
    """Both counts, of *noun*; where chance explains the change, that it does."""
    words = before_words(step.span, step.against)
    when = step.against.label if words == step.against.label else f"{step.against.label}, {words}"
    said = f"{step.n:,} {noun} in {step.span.label}".replace("  ", " ")
    if step.before is None:
        return f"{said}."
    if step.n == step.before:
        return f"{said}, as many as in {when}."
    said += f", {step.before:,} in {when}"
    return f"{said}." if step.real else f"{said}: counts of this size differ that much by chance."


def place_words(context: StreetContext, columns: Columns) -> str:
    first, last = columns.shown[0].period.label, columns.shown[-1].period.label
    span = first if first == last else f"{first} to {last}"
    kind = " (approximate location)" if context.place.level == Level.POINT else ""
    return f"{context.crime_words} · {context.place.full_name}{kind} · {span}"


def column_words(column: Column) -> str:
    """A column's heading for those who hear it: the period, and how much of it is held."""
    part = months_words(column)
    return f"{column.period.label}, {part}" if part else column.period.label


def place_noun(level: Level | None, *, many: bool = False) -> str:
    """What the rows of the place table are: 'district', 'wards', 'map point (approximate location)'."""
    words = ("place", "places")
    noun = (LEVEL_WORDS.get(level, words) if level else words)[many]
    return f"{noun} (approximate location)" if level == Level.POINT else noun
