"""Knows the pages on one series over time: the control chart, and the recent trend of yearly figures."""

from dashboard.domain.errors import MissingFigure
from dashboard.domain.statistics.control.limits import LIMIT_FACTOR, SCREEN_FACTOR, ControlLimits, limits
from dashboard.domain.statistics.control.signals import RUN_LENGTHS, signals
from dashboard.domain.statistics.control_chart import (
    FEWEST_FOR_ICONS,
    FEWEST_FOR_LIMITS,
    RARE_MEAN,
    assurance,
    control_chart,
    group_starts,
    variation,
)
from dashboard.domain.statistics.recent_trend import POINTS, THRESHOLD, Estimate, recent_trend
from dashboard.domain.targets.status import Polarity
from dashboard.domain.values.numbers import show
from dashboard.domain.values.printed import ValueType
from dashboard.questions.store import Store
from dashboard.reports.indicators.control import Control, control_of, recent_of
from dashboard.reports.methods.figures import (
    ABOUT_INVENTED,
    ABOUT_TYPED,
    SOUTH_STAFFORDSHIRE,
    PartnershipFigures,
    invented,
)
from dashboard.reports.methods.method import Example, ExampleFigure, Formula, Method, Piece, Worked, table
from dashboard.reports.methods.monthly import TYPED_POINTS, months_of
from dashboard.reports.words.control import words

SLUG = "burglary"
NEWEST = 6  # months that the example lists
GOLDEN = (  # value, lower and upper limit
    *((24.67, 23.16, 26.25), (24.6, 23.15, 26.19), (28.0, 26.44, 29.64)),
    *((30.2, 28.63, 31.9), (30.6, 28.98, 32.25)),
)


def chart_example(store: Store) -> Example:
    county = invented(store)
    if county is None:
        return _typed_chart()
    indicator = county.indicator(SLUG)
    found = control_of(store, county.ledger, county.filters, (indicator, county.area))
    if found is None or not isinstance(found.limits, ControlLimits):
        raise MissingFigure(f"{county.name} has too few months of {indicator.name} for a chart.")
    lines = found.limits
    newest = table(
        f"Newest months of {indicator.name}", ("Month", "Incidents", "Special cause"), _newest(county, found)
    )
    drawn = _lines(lines, len(found.periods), f"{indicator.name}, months")
    return Example(ABOUT_INVENTED, (drawn, newest), (_said(lines), words(found), *_too_few(store)))


def _lines(found: ControlLimits, points: int, name: str) -> Worked:
    typical = (found.upper - found.mean) / LIMIT_FACTOR
    numbers = [show(number, 1) for number in (found.mean, typical, found.lower, found.upper)]
    headings = ("Series", "Points", "Mean", "Mean moving range", "Lower limit", "Upper limit")
    return table("The lines of the chart", headings, [(name, str(points), *numbers)])


def _said(found: ControlLimits) -> str:
    typical = (found.upper - found.mean) / LIMIT_FACTOR
    mean, step, lower, upper = (show(number, 1) for number in (found.mean, typical, found.lower, found.upper))
    return (
        f"{mean} ± {LIMIT_FACTOR} × {step}: nearly every month lies between {lower} and {upper} while nothing changes."
    )


def _newest(county: PartnershipFigures, found: Control) -> list[tuple[Piece, ...]]:
    cells = {item.period: item.sources for item in months_of(county, SLUG)}
    periods = list(enumerate(found.periods))[-NEWEST:]
    return [
        (
            period.label,
            ExampleFigure(found.texts[at], county.filters, cells.get(period, ())),
            "; ".join(str(mark.signal) for mark in found.chart.marks[at]) or "–",
        )
        for at, period in periods
    ]


def _too_few(store: Store) -> tuple[str, ...]:
    """What the chart says of a published yearly series."""
    published = PartnershipFigures(store, SOUTH_STAFFORDSHIRE)
    series = published.ledger.series(published.indicator("asb"), published.area.slug)
    chart = control_chart([item.value.number for item in series], ValueType.COUNT)
    return (f"{published.name}’s published yearly anti-social behaviour: {chart.groups[-1].limits}.",)


def _typed_chart() -> Example:
    found = limits(TYPED_POINTS)
    return Example(ABOUT_TYPED, (_lines(found, len(TYPED_POINTS), "Typed points"),), (_said(found),))


def trend_example(store: Store) -> Example:
    published = PartnershipFigures(store, SOUTH_STAFFORDSHIRE)
    indicator = published.indicator("asb")
    series = published.ledger.series(indicator, published.area.slug)
    years = [(item.period.label, published.read("asb", item.period)) for item in series]
    honest = recent_of(published.ledger, indicator, published.area.slug)
    found = recent_trend([Estimate(*point) for point in GOLDEN], Polarity.LOWER)
    golden: list[tuple[Piece, ...]] = [
        (f"Year {at}", f"{value:g}", f"{low:g}", f"{high:g}") for at, (value, low, high) in enumerate(GOLDEN, 1)
    ]
    golden.append(("Slope a year and χ²", f"{found.slope:.2f}", f"{found.chi_squared:.2f}", "–"))
    tables = (
        table("Five typed years with their 95% intervals", ("Year", "Value", "From", "To"), golden),
        table(f"{indicator.name}, {published.name}", ("Year", "Incidents"), years),
    )
    said = (
        f"Five typed years, lower is better: {found.sentence}.",
        f"{published.name}, {indicator.name.lower()}: {honest.sentence if honest else 'not counted'}.",
    )
    about = "Five typed years (no document prints five), then South Staffordshire’s years as printed."
    return Example(about, tables, said)


CONTROL_CHART = Method(
    slug="control-chart",
    title="Control chart",
    question="Is the newest month more than the usual up and down, and can the target be relied on?",
    formula=(
        Formula(
            f"limits = mean ± {LIMIT_FACTOR} × mean moving range",
            f"A moving range is the step from one month to the next. Steps of {SCREEN_FACTOR} times their mean or more"
            " are left out once, so that one shock does not widen the limits.",
        ),
        Formula(
            f"signal: outside a limit · {max(RUN_LENGTHS)} in a row on one side of the mean · {max(RUN_LENGTHS)} rising"
            " or falling · two of three beyond two thirds of the way to a limit",
            f"The length of a run is {min(RUN_LENGTHS)} or {max(RUN_LENGTHS)}; the chart says which. Anything else is"
            " common cause.",
        ),
        Formula(
            "icons: H or L when the newest month is special cause · P, F or ? for the target",
            "P: met while nothing changes (both limits on the better side). F: missed. ?: hit and miss.",
        ),
    ),
    source=(
        "NHS England, Making Data Count: Strengthening your decisions.",
        "Wheeler, Understanding variation: the key to managing chaos (2000).",
    ),
    example=chart_example,
    limits=(
        f"Fewer than {FEWEST_FOR_LIMITS} points: a line only. Up to {FEWEST_FOR_ICONS - 1}: trial limits and no icon.",
        f"Counts with a mean under {RARE_MEAN} are too rare: there is no chart.",
        "Months with a season are judged about it (Season in a control chart). Where it is weak, or years are few,"
        " the limits are level: compare with the same months a year before.",
        "Limits are never worked out anew by themselves: that needs a day, a reason and a name.",
        "Without a target, or where neither way is better, there is no P, F or ?.",
    ),
    uses=(limits, signals, group_starts, control_chart, variation, assurance),
)

RECENT_TREND = Method(
    slug="recent-trend",
    title="Recent trend",
    question="Have the last five years gone up or down, beyond chance?",
    formula=(
        Formula(
            "w = 1 ÷ se^{2}, where se = (upper − lower) ÷ 3.92",
            "Each year weighs by how sure it is: a narrow 95% interval weighs more.",
        ),
        Formula(
            f"χ^{{2}} = (slope ÷ its error)^{{2}} over {THRESHOLD}",
            f"The weighted line through exactly {POINTS} years must slope more than chance explains, and the same way"
            " when any one year is left out.",
        ),
    ),
    source=("Office for Health Improvement and Disparities, Fingertips: recent trends, technical guidance.",),
    example=trend_example,
    limits=(
        f"It needs {POINTS} yearly points. With fewer it is not worked out, and the page says how many there are.",
        "It sees a straight line. A fall that turned into a rise may be “no significant change”.",
        "Years that are missing are passed over and counted as if they were next to each other.",
        "No significant change is not “stable”: the figures may be too few to show a trend.",
    ),
    uses=(recent_trend,),
)
