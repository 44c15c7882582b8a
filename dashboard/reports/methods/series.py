"""Knows the page on measures of a series: rolling 12 months, and the index."""

from collections.abc import Mapping
from decimal import Decimal

from dashboard.domain.periods.period import Period, run_of_months
from dashboard.domain.statistics.series import BASE_INDEX, SMALLEST_BASE, index, rolling_year, year_of
from dashboard.domain.values.numbers import show
from dashboard.questions.store import Store
from dashboard.reports.methods.figures import SOUTH_STAFFORDSHIRE, PartnershipFigures, invented
from dashboard.reports.methods.method import Example, Formula, Method, Piece, Worked, table
from dashboard.reports.methods.monthly import months_to_work_on

SLUG = "anti-social-behaviour"
ROLLED = 3  # newest months that the example shows


def rolling_example(store: Store) -> Example:
    published = PartnershipFigures(store, SOUTH_STAFFORDSHIRE)
    series = published.ledger.series(published.indicator("asb"), published.area.slug)
    numbers = [item.value.number or Decimal(0) for item in series]
    rows: list[tuple[Piece, ...]] = [
        (item.period.label, published.read("asb", item.period), _shown(index(number, numbers[0])))
        for item, number in zip(series, numbers, strict=True)
    ]
    first, last = series[0].period.label, series[-1].period.label
    name = f"{published.name}, anti-social behaviour"
    indexed = table(f"{name}: index", ("Year", "Incidents", f"Index, {first} = {BASE_INDEX}"), rows)
    said = f"{name}: of every {BASE_INDEX} incidents in {first} there were {rows[-1][2]} in {last}."
    whose = "Sampleshire, an invented county" if invented(store) else "typed counts"
    about = f"South Staffordshire’s localities as printed, summed; no document prints months, so for these {whose}."
    return Example(about, (indexed, _rolled(store)), (said, *_refused(published)))


def _shown(number: Decimal | None) -> str:
    return show(number, 1) or "–"


def _refused(found: PartnershipFigures) -> tuple[str, ...]:
    """A locality whose first year is too small to be a base."""
    indicator = found.indicator("burglary")
    for area in found.localities():
        series = found.ledger.series(indicator, area.slug)
        if (
            series
            and series[0].value.number is not None
            and index(series[0].value.number, series[0].value.number) is None
        ):
            return (f"{area.name}, {indicator.name.lower()}: no index, the first year counts under {SMALLEST_BASE}.",)
    return ()


def _rolled(store: Store) -> Worked:
    name, counts = months_to_work_on(store, SLUG)
    months: Mapping[Period, Decimal] = {run_of_months(at, 1): Decimal(number) for at, number in counts.items()}
    newest = sorted(months)[-ROLLED:]
    rows = [(month.label, show(months[month]), show(rolling_year(months, month).number) or "–") for month in newest]
    return table(f"{name}: rolling 12 months", ("Up to", "In the month", "In the 12 months"), rows)


ROLLING_AND_INDEX = Method(
    slug="rolling-and-index",
    title="Rolling 12 months and index",
    question="How does a series move without its season, or beside areas of another size?",
    formula=(
        Formula(
            "rolling 12 months = the sum of the month and the 11 before it",
            "Every sum holds each calendar month once, so the season drops out. Of quarters it is the last four.",
        ),
        Formula(
            "financial year = the sum of its months, or else of its quarters",
            "For counts alone, where no figure of the year is published; fewer than 12 months are part of a year.",
        ),
        Formula(
            f"index = count ÷ first count × {BASE_INDEX}",
            f"Every line starts at {BASE_INDEX}, so that large and small areas can be compared.",
        ),
    ),
    source=(
        "Office for National Statistics, Crime in England and Wales, gives its figures for years ending each quarter.",
        "The refusal of small bases is our own rule.",
    ),
    example=rolling_example,
    limits=(
        "No sum is given unless all 12 months (or 4 quarters) are there, and none across a change of definition.",
        "Two neighbouring sums share eleven months: a rolling line bends slowly and must not be tested for runs.",
        f"No index on a first count under {SMALLEST_BASE}: it would be mostly chance.",
        "An index hides the level: a doubling from few to twice as few looks like a doubling of many.",
    ),
    uses=(rolling_year, index, year_of),
)
