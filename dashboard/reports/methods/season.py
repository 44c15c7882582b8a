"""Knows the page on the season of a control chart: what each month usually has, and limits about that."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.errors import MissingFigure
from dashboard.domain.periods.calendar import By, period_with
from dashboard.domain.statistics.control.limits import LIMIT_FACTOR, ControlLimits, moving_ranges
from dashboard.domain.statistics.control.season import (
    FEWEST_YEARS,
    LEAST_SPREAD,
    LIKELY_CHANCE,
    Season,
    season_of,
    whole_years,
)
from dashboard.domain.statistics.control_chart import ControlChart, control_chart
from dashboard.domain.values.numbers import show
from dashboard.domain.values.printed import ValueType
from dashboard.questions.store import Store
from dashboard.reports.indicators.control import control_of
from dashboard.reports.methods.figures import ABOUT_INVENTED, ABOUT_TYPED, invented
from dashboard.reports.methods.method import Example, Formula, Method, Worked, table
from dashboard.reports.methods.monthly import TYPED_FIRST, TYPED_YEARS
from dashboard.reports.words.control import differences

SLUG = "anti-social-behaviour"
NEWEST = 4  # months that the example lists
MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart that the example is worked on."""

    name: str
    labels: tuple[str, ...]
    months: tuple[int, ...]
    chart: ControlChart


def season_example(store: Store) -> Example:
    county = invented(store)
    if county is None:
        months = tuple(at % 12 + 1 for at in range(TYPED_FIRST, TYPED_FIRST + len(TYPED_YEARS)))
        labels = tuple(period_with(at, By.MONTH).label for at in range(TYPED_FIRST, TYPED_FIRST + len(TYPED_YEARS)))
        chart = control_chart([Decimal(number) for number in TYPED_YEARS], ValueType.COUNT, months=months)
        return _example(ABOUT_TYPED, Drawn("typed counts", labels, months, chart))
    indicator = county.indicator(SLUG)
    found = control_of(store, county.ledger, county.filters, (indicator, county.area))
    if found is None:
        raise MissingFigure(f"{county.name} has too few months of {indicator.name} for a chart.")
    labels, months = tuple(each.label for each in found.periods), tuple(each.start.month for each in found.periods)
    return _example(ABOUT_INVENTED, Drawn(indicator.name, labels, months, found.chart))


def _example(about: str, drawn: Drawn) -> Example:
    group = drawn.chart.groups[-1]
    if not isinstance(season := group.season, Season) or not isinstance(level := group.limits, ControlLimits):
        raise MissingFigure(f"{drawn.name} has no season any more, so there is no example to show.")
    tables = (_factors(drawn, season), _level(drawn, season, level), _newest(drawn))
    return Example(about, tables, (f"{differences(season.spread).capitalize()}.", _said(drawn, season, level)))


def _factors(drawn: Drawn, season: Season) -> Worked:
    by_month = dict(zip(drawn.months, season.factors, strict=True))
    rows = [(name, show(by_month[at], 3)) for at, name in enumerate(MONTH_NAMES, 1)]
    caption = f"{drawn.name}: what each month has of a usual one, from {season.spread.years} whole years"
    return table(caption, ("Month", "Factor"), [*rows, ("Standard deviation", _percent(season))])


def _percent(season: Season) -> str:
    return f"{show(season.spread.deviation * 100, 1)}%"


def _level(drawn: Drawn, season: Season, level: ControlLimits) -> Worked:
    rows = [
        ("Mean", show(level.mean, 1)),
        ("Mean moving range", show(level.reach / LIMIT_FACTOR, 1)),
        ("Months outside the years: limits wider by", f"{show(season.widening, 3)} times"),
    ]
    return table(f"{drawn.name}, the season taken out", ("Line", "Incidents"), rows)


def _newest(drawn: Drawn) -> Worked:
    group, chart = drawn.chart.groups[-1], drawn.chart
    rows = []
    for at in range(group.stop - NEWEST, group.stop):
        lines, marks = group.lines_at(at), chart.marks[at]
        levels: Sequence[Decimal] = (lines.mean, lines.lower, lines.upper) if lines else ()
        said = "; ".join(str(mark.signal) for mark in marks) or "–"
        rows.append((drawn.labels[at], show(chart.points[at]), *(show(each, 1) for each in levels), said))
    headings = ("Month", "Incidents", "Usual for the month", "Lower limit", "Upper limit", "Special cause")
    return table(f"Newest months of {drawn.name}", headings, rows)


def _said(drawn: Drawn, season: Season, level: ControlLimits) -> str:
    newest = len(drawn.labels) - 1
    lines, factor = drawn.chart.groups[-1].lines_at(newest), show(season.factors[-1], 3)
    usual = show(lines.mean if lines else None, 1)
    return f"{drawn.labels[newest]} usually has {show(level.mean, 1)} × {factor} = {usual}."


SEASON = Method(
    slug="season",
    title="Season in a control chart",
    question="Is this month unusual, or is it always so at this time of the year?",
    formula=(
        Formula(
            "factor of a month = mean over n years of (month ÷ mean of its year)",
            f"From whole years of months, {FEWEST_YEARS} or more. The newest 12 months are kept out of it where"
            f" {FEWEST_YEARS} years are before them, so that they are judged by other years.",
        ),
        Formula(
            f"season: standard deviation of the 12 factors over {show(LEAST_SPREAD * 100, 0)}%, and F test of months by"
            f" years under {LIKELY_CHANCE:g}",
            "Otherwise the limits are level: where the season is weak, the level chart finds more.",
        ),
        Formula(
            f"limits of a month = factor × (mean ± {LIMIT_FACTOR} × mean moving range of figure ÷ factor)",
            "Signals are judged with the season taken out. Mean and moving ranges are of the years of the factors:"
            " newer months are judged by those before them.",
        ),
        Formula(
            "months outside those years: mean moving range × √((n + 1) ÷ (n − 1))",
            "A month that a factor is taken from lies nearer to it than a new one does. Without this, and with 3 years,"
            " 9 of 100 new months were signals by chance alone; with it 3, as in a chart without a season.",
        ),
    ),
    source=(
        "Wheeler, Making sense of data: SPC for the service sector (2003), on seasonal factors.",
        "The wider limits are ours: the standard error of a new month about the mean of n others.",
    ),
    example=season_example,
    limits=(
        f"Fewer than {FEWEST_YEARS} whole years of months, also after new limits: level limits, and the page says so.",
        "A year with a gap is left out whole. A month in which nothing ever happens has no factor: level limits.",
        "A season that changes, such as a festival that moves, stands as special cause.",
        "Small counts with a strong season vary more in quiet months than the limits there allow for.",
    ),
    uses=(season_of, whole_years, moving_ranges),
)
