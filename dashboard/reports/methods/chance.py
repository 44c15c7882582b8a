"""Knows the pages on chance: whether a change is real, and how far a figure may be from what lies behind it."""

from decimal import Decimal

from dashboard.domain.errors import MissingFigure
from dashboard.domain.intervals import (
    FEWEST_FOR_BYAR,
    Z,
    binomial_each,
    binomial_two_sided,
    byar,
    count_interval,
    poisson_exact,
    wilson,
)
from dashboard.domain.periods.period import Period, calendar_year, financial_year
from dashboard.domain.records import PrintedFigure
from dashboard.domain.statistics.many import among_many, holm, standing_out
from dashboard.domain.targets.status import SIGNIFICANT, chance_of_change, change_is_real
from dashboard.domain.values.numbers import show
from dashboard.questions.store import Store
from dashboard.reports.methods.figures import SOUTH_STAFFORDSHIRE, WARWICKSHIRE, YEAR, PartnershipFigures
from dashboard.reports.methods.method import Example, ExampleFigure, Formula, Method, Piece, table

LAST = financial_year(2009)
COMPARED = (("ni-15", YEAR), ("ni-16", YEAR), ("ni-47", YEAR))
LOCALITY = "south-staffordshire/locality-2"


def real_example(store: Store) -> Example:
    county, district = PartnershipFigures(store, WARWICKSHIRE), PartnershipFigures(store, SOUTH_STAFFORDSHIRE)
    rows = [_change_row(county, slug, period) for slug, period in COMPARED]
    rows.append(_change_row(district, "asb", LAST, LOCALITY))
    tested = table("Changes between two years", ("Count", "Before", "Now", "p", "The change is"), rows)
    about = "Warwickshire’s counts and one South Staffordshire locality’s, as printed. Each figure leads to its cell."
    said = [f"{name}: p is {p}, so the change is {str(change).lower()}." for name, _, _, p, change in rows[:2]]
    return Example(about, (tested,), tuple(said))


def _change_row(found: PartnershipFigures, slug: str, period: Period, area: str = "") -> tuple[Piece, ...]:
    before, now = period.previous(), period
    p, real = change_is_real(found.count(slug, now, area), found.count(slug, before, area))
    place = found.ledger.area(area or found.area.slug).name
    return (
        f"{found.indicator(slug).name}, {place}",
        found.read(slug, before, area),
        found.read(slug, now, area),
        "under 0.0001" if p < 0.0001 else f"{p:.4f}",
        "More than chance" if real else "Within chance",
    )


def intervals_example(store: Store) -> Example:
    county, district = PartnershipFigures(store, WARWICKSHIRE), PartnershipFigures(store, SOUTH_STAFFORDSHIRE)
    large = county.count("ni-15", YEAR)
    crashes, small_area = calendar_year(2009), district.localities()[3]
    small = district.count("killed-or-seriously-injured", crashes, small_area.slug)
    share, low, high = _share(county)
    names = [_named(county, "ni-15", YEAR), f"Killed or seriously injured, {small_area.name}, {crashes.label}"]
    rows: list[tuple[Piece, ...]] = [
        (names[0], county.read("ni-15", YEAR), *_limits(large)),
        (names[1], district.read("killed-or-seriously-injured", crashes, small_area.slug), *_limits(small)),
        ("Alcohol treatment closures that were successful", share, low, high, "Wilson"),
    ]
    worked = table("95% intervals", ("ExampleFigure", "Printed", "From", "To", "Formula"), rows)
    about = "Figures of Warwickshire and South Staffordshire, as printed. Each leads to its cell."
    said = f"{names[0]}: the level behind the count probably lies between {rows[0][2]} and {rows[0][3]}."
    return Example(about, (worked,), (said,))


def _named(found: PartnershipFigures, slug: str, period: Period) -> str:
    return f"{found.indicator(slug).name}, {found.area.name}, {period.label}"


def _limits(count: Decimal) -> tuple[str, str, str]:
    low, high = count_interval(float(count))
    return f"{low:.1f}", f"{high:.1f}", "Exact Poisson" if count < FEWEST_FOR_BYAR else "Byar"


def _share(found: PartnershipFigures) -> tuple[ExampleFigure, str, str]:
    """A part of a whole that the text prints, with its interval in per cent."""
    part, whole = found.printed("war-successful-completions"), found.printed("war-treatment-closures")
    low, high = wilson(_number(part), _number(whole))
    text = f"{part.source.text} of {whole.source.text}"
    return ExampleFigure(text, found.filters, (part.source, whole.source)), _percent(low), _percent(high)


def _number(printed: PrintedFigure) -> float:
    if printed.value is None or printed.value.number is None:
        raise MissingFigure(f"{printed.quantity} is no number, so there is no example to show.")
    return float(printed.value.number)


def _percent(share: float) -> str:
    return show(Decimal(share * 100), 1, percent=True)


REAL_CHANGE = Method(
    slug="real-change",
    title="Is a change more than chance?",
    question="Two counts differ: would two years of the same underlying level differ as much?",
    formula=(
        Formula(
            "p = 2 × P(the smaller count or fewer), when each of the a + b incidents falls in either year like a coin",
            "The exact binomial test with one half, two-sided by doubling the smaller tail, at most 1.",
        ),
        Formula(
            f"p under {SIGNIFICANT}: more than chance · otherwise: within chance",
            "A small p means that chance alone would seldom part two such counts so far.",
        ),
    ),
    source=(
        "Przyborowski and Wilenski, Homogeneity of results in testing samples from Poisson series,"
        " Biometrika 31 (1940).",
    ),
    example=real_example,
    limits=(
        "Both counts must cover equally long periods and the same definition; otherwise no change is worked out.",
        "It says that something changed, not why: recording, weather or one busy offender will do.",
        "Looking at many counts finds some “real” changes by chance: of twenty, about one. Places, crime types and"
        " cells of a table are therefore held against all that were looked at beside them: a change is real where it"
        " stands out among them (Benjamini and Hochberg, 1995). What would be real alone, under a total that moved for"
        " certain, is said to be where the rise or fall lies; files also hold p among all (Holm, 1979).",
        "Within chance does not mean that nothing changed, only that these two counts cannot show it.",
    ),
    uses=(change_is_real, chance_of_change, binomial_two_sided, binomial_each, standing_out, holm, among_many),
)

INTERVALS = Method(
    slug="intervals",
    title="Intervals of counts and proportions",
    question="How far may a figure be from the level behind it, by chance alone?",
    formula=(
        Formula(
            "count x: from x (1 − 1 ÷ 9x − z ÷ 3√x)^{3} to y (1 − 1 ÷ 9y + z ÷ 3√y)^{3}, where y = x + 1",
            f"Byar’s approximation with z = {Z}, for counts of {FEWEST_FOR_BYAR} and more.",
        ),
        Formula(
            f"count under {FEWEST_FOR_BYAR}: from χ^{{2}}_{{0.025}}(2x) ÷ 2 to χ^{{2}}_{{0.975}}(2x + 2) ÷ 2",
            "The exact Poisson interval; a count of 0 starts at 0.",
        ),
        Formula(
            "x of n: (2x + z^{2} ∓ z √(z^{2} + 4x (1 − x ÷ n))) ÷ (2 (n + z^{2}))",
            "Wilson’s interval of a proportion. It never leaves 0% to 100%.",
        ),
    ),
    source=(
        "Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927).",
        "Byar’s method in Breslow and Day, Statistical methods in cancer research, volume II (1987).",
        "Garwood, Fiducial limits for the Poisson distribution, Biometrika 28 (1936).",
        "Public Health England, Technical guide: confidence intervals (2018).",
    ),
    example=intervals_example,
    limits=(
        "Incidents must come one by one. Series by one offender, or one riot, make the true interval wider.",
        "An interval knows chance only, not under-recording or a changed definition.",
        "A survey’s percentage needs the survey’s own interval: its design counts, not only its size.",
    ),
    uses=(wilson, byar, poisson_exact, count_interval),
)
