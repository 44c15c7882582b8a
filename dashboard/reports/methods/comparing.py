"""Knows the page on comparing areas: shares, contribution to change, counter-movers, and limits around the expected."""

from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.intervals import count_interval
from dashboard.domain.periods.period import financial_year
from dashboard.domain.statistics import comparison, funnel, similar
from dashboard.domain.statistics.series import contribution_to_change, counter_movers, ranks, share_of_total
from dashboard.domain.targets.status import change_is_real
from dashboard.domain.values.numbers import show
from dashboard.domain.wording import listed
from dashboard.questions.store import Store
from dashboard.reports.methods.figures import ABOUT_SOUTH_STAFFORDSHIRE, SOUTH_STAFFORDSHIRE, PartnershipFigures
from dashboard.reports.methods.method import Example, Formula, Method, Piece, table

SLUG = "burglary"
NOW, BEFORE = financial_year(2009), financial_year(2008)


@dataclass(frozen=True, slots=True)
class _Compared:
    """Each locality's counts (before, now) by its name, and the totals."""

    counts: dict[str, tuple[Decimal, Decimal]]

    @property
    def newest(self) -> dict[str, Decimal]:
        return {name: now for name, (_, now) in self.counts.items()}

    @property
    def totals(self) -> tuple[Decimal, Decimal]:
        before, now = zip(*self.counts.values(), strict=True)
        return sum(before, Decimal(0)), sum(now, Decimal(0))

    def expected(self, name: str) -> Decimal:
        """What the area would count had it moved as the total did."""
        before, now = self.totals
        return self.counts[name][0] * now / before


def comparison_example(store: Store) -> Example:
    found = PartnershipFigures(store, SOUTH_STAFFORDSHIRE)
    areas = found.localities()
    compared = _Compared(
        {area.name: (found.count(SLUG, BEFORE, area.slug), found.count(SLUG, NOW, area.slug)) for area in areas}
    )
    read = {area.name: (found.read(SLUG, BEFORE, area.slug), found.read(SLUG, NOW, area.slug)) for area in areas}
    name = found.indicator(SLUG).name
    order = sorted(compared.counts, key=lambda area: ranks(compared.newest)[area])
    moved = table(
        f"{name} by locality",
        ("Locality", BEFORE.label, NOW.label, "Rank", "Share", "Adds to the change", "The change is"),
        [_moved(area, compared, read[area]) for area in order],
    )
    limits = table(
        f"{name}: had each locality moved as the total did",
        ("Locality", "Count", "95% interval of the count", "Expected", "Limits around it", "The count lies"),
        [_against_limits(area, compared) for area in order],
    )
    return Example(ABOUT_SOUTH_STAFFORDSHIRE, (moved, limits), _said(compared))


def _moved(area: str, compared: _Compared, read: tuple[Piece, Piece]) -> tuple[Piece, ...]:
    before, now = compared.counts[area]
    share = share_of_total(compared.newest)[area]
    adds = contribution_to_change(compared.counts)[area]
    return (
        area,
        *read,
        str(ranks(compared.newest)[area]),
        show(share, 1, percent=True),
        f"{show(adds, 1, signed=True)} points",
        "More than chance" if change_is_real(now, before)[1] else "Within chance",
    )


def _against_limits(area: str, compared: _Compared) -> tuple[Piece, ...]:
    count, expected = compared.counts[area][1], compared.expected(area)
    own_low, own_high = count_interval(float(count))
    around = funnel.ratio_limits(float(expected)).times(float(expected))
    low, high = around.low_95, around.high_95
    side = "Below" if count < low else "Above" if count > high else "Inside"
    own = f"{own_low:.1f} to {own_high:.1f}"
    return area, show(count), own, show(expected, 1), f"{low:.1f} to {high:.1f}", side


def _said(compared: _Compared) -> tuple[str, ...]:
    movers = counter_movers(compared.counts)
    before, now = compared.totals
    way = "rose" if now > before else "fell" if now < before else "stood still"
    against = f"Against it moved {listed(movers)}." if movers else "No locality moved against it."
    return (
        f"The total {way}. {against}",
        "With under ten areas it is not worked out how much areas differ beyond chance.",
    )


COMPARISON = Method(
    slug="comparison",
    title="Comparing areas",
    question="Which areas stand out, and which of them made the total move?",
    formula=(
        Formula(
            "funnel limits around the expected count E: from χ^{2}_{0.025}(2E) ÷ 2 to χ^{2}_{0.975}(2E + 2) ÷ 2",
            "The exact Poisson limits. Drawn over size they form a funnel: small areas may lie far out by chance. An"
            " area outside 99.8% limits is a signal, one outside 95% limits a reason to look.",
        ),
        Formula(
            "wider limits: × √φ, where φ is the mean of the squared distances (count − E) ÷ √E",
            "From ten areas on, the furthest tenth at each end drawn in. Areas differ for more reasons than chance:"
            " where φ is above 1 the limits are widened, and the page says so.",
        ),
        Formula(
            "adds to the change = (now − before) ÷ total before × 100",
            "In percentage points; over all areas they sum to the change of the total.",
        ),
        Formula(
            "counter-mover: moves against the total",
            "Areas are ranked with their intervals. Where intervals overlap, the order may be chance.",
        ),
    ),
    source=("Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in Medicine 24 (2005).",),
    example=comparison_example,
    limits=(
        "With under ten areas no funnel is drawn: nobody can tell whether they vary more than chance lets them.",
        "Similar areas are those of a set that somebody loaded, from its first day on; A may be held similar to B, and"
        " B not to A.",
        "Expected counts need something to expect by: residents, or last year. Where people visit but do not live, a"
        " rate by residents misleads.",
        "An expected count made from last year holds last year’s chance too. Trust “the change is” before the limits.",
        "A rank is not a judgement: somebody is always last.",
    ),
    uses=(
        *(share_of_total, contribution_to_change, counter_movers, ranks),
        *(comparison.rate_of, comparison.moves, similar.in_force),
        *(funnel.funnel, funnel.ratio_limits, funnel.proportion_limits, funnel.dispersion),
    ),
)
