"""Knows the sentences of the drill-down: titles that state the finding, never what chance could explain."""

from decimal import Decimal

from dashboard.domain.choices import Measure
from dashboard.domain.filters import Filters
from dashboard.domain.street.crime import LEVEL_WORDS, Level
from dashboard.domain.targets.status import SMALL_BASE
from dashboard.domain.values.numbers import show
from dashboard.reports.street.columns import Column, Columns, NoCount, against_words, months_words, no_count
from dashboard.reports.street.drivers import Drivers
from dashboard.reports.street.grid import GridRow
from dashboard.reports.street.incomplete import NO_TYPE
from dashboard.reports.street.place_context import StreetContext, asked_in_vain

MEASURE_WORDS = {
    Measure.COUNT: "Incidents",
    Measure.RATE: "Incidents per 1,000 people",
    Measure.CHANGE: "Change on the period compared with",
    Measure.INDEX: "Index, first whole period = 100",
    Measure.ROLLING: "Incidents in the 12 months up to the period",
}


def title(context: StreetContext, columns: Columns, total: GridRow, driven: Drivers | None) -> str:
    """What moved, when, and which crime type most; where nothing did, the newest count."""
    subject = context.crime_words if context.narrowed else "Incidents"
    if driven is None:
        return _bare(context, columns, total, subject)
    label = columns.every[driven.position].period.label
    if not driven.real:
        return f"{subject} {context.where}: no change in {label} beyond chance"
    verb = "rose" if driven.moved > 0 else "fell"
    said = f"{subject} {context.where} {verb} {amount(driven.before, driven.now)} in {label}"
    leading = [item for item in driven.with_it if item.real]
    if context.narrowed or not leading:
        return said
    return f"{said}, most of all {leading[0].row.name[:1].lower()}{leading[0].row.name[1:]}"


def amount(before: int, now: int) -> str:
    """How far: in percent, or on a base under 50 in incidents."""
    if before < SMALL_BASE:
        return f"from {before:,} to {now:,}"
    return show(abs(Decimal(now - before)) * 100 / before, 1, percent=True)


def _bare(context: StreetContext, columns: Columns, total: GridRow, subject: str) -> str:
    for column, square in reversed(list(zip(columns.shown, total.squares, strict=True))):
        if square.n is not None:
            part = f" ({months_words(column)})" if months_words(column) else ""
            noun = "incident" if square.n == 1 else "incidents"
            return f"{subject} {context.where}: {square.n:,} {noun} in {column.period.label}{part}"
    if any(column.left_out for column in columns.shown):
        why = {no_count(column) for column in columns.shown if column.left_out}
        said = "the files of these periods look incomplete" if NoCount.INCOMPLETE in why else NO_TYPE
        return f"{subject} {context.where}: {said}"
    return f"{subject} {context.where}: no month of these periods is loaded"


def lede(context: StreetContext, filters: Filters, columns: Columns, total: GridRow, driven: Drivers | None) -> str:
    """What else moved, what stood still since, and what a period is compared with."""
    said = [asked_in_vain(context, filters)]
    compared = columns.compared()
    if driven is None:
        said.append("No two periods that could be compared are loaded.")
    elif compared[-1] != driven.position:
        newest = total.at(compared[-1], columns)
        label = columns.every[compared[-1]].period.label
        said.append(f"No more than chance since: {newest.n:,} in {label}, {newest.before:,} before.")
    if driven is not None:
        against = against_words(columns, driven.position)
        said.append(f"{columns.every[driven.position].period.label} is compared with {against}.")
        if not columns.every[driven.position].a_year_before:
            said.append("The same period a year before is not loaded, so the season may explain a change.")
    return " ".join(filter(None, said))


def place_words(context: StreetContext, columns: Columns) -> str:
    first, last = columns.shown[0].period.label, columns.shown[-1].period.label
    span = first if first == last else f"{first} to {last}"
    kind = " (approximate location)" if context.place.level == Level.POINT else ""
    return f"{context.crime_words} · {context.place.name}{kind} · {span}"


def column_words(column: Column) -> str:
    """A column's heading for those who hear it: the period, and how much of it is held."""
    part = months_words(column)
    return f"{column.period.label}, {part}" if part else column.period.label


def place_noun(level: Level | None) -> str:
    """What the rows of the place table are: 'district', 'ward', 'map point (approximate location)'."""
    if level is None:
        return "place"
    noun = LEVEL_WORDS.get(level, ("place", "places"))[0]
    return f"{noun} (approximate location)" if level == Level.POINT else noun
