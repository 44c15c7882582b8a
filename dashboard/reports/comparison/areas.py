"""Knows how one indicator's areas compare in a period: rates, funnel, shares, and who moved against the total."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from decimal import Decimal

from dashboard.domain.filters import Filters
from dashboard.domain.periods.period import Period
from dashboard.domain.records import Area, Indicator
from dashboard.domain.statistics.comparison import PER, Against, Move, Rate, moves, rate_of
from dashboard.domain.statistics.funnel import Funnel, FunnelPlace, NoFunnel, funnel
from dashboard.domain.statistics.series import ranks, share_of_total
from dashboard.domain.statistics.similar import SimilarSet
from dashboard.domain.values.printed import Reason, ValueType
from dashboard.questions.store import Store
from dashboard.reports.comparison.similar import AreaFigure, figures_elsewhere, sets_in_force
from dashboard.reports.indicators.ledger import Ledger
from dashboard.reports.indicators.runs import figure_of
from dashboard.reports.indicators.shown import shown_period

LAST = 1_000_000  # where an area without a rank stands


@dataclass(frozen=True, slots=True)
class Compared:
    """One area with all that can be said of its figure; what cannot be said is None."""

    area: Area
    value: Decimal | None
    reason: Reason | None  # why there is no value
    before: Decimal | None = None  # where it can be compared with
    inside: bool = True  # a part of the total; False for a similar area from elsewhere
    similar: bool = False
    rate: Rate | None = None
    rank: int | None = None  # by rate; by value where that is a rate already
    against: Against | None = None
    place: FunnelPlace | None = None
    share: Decimal | None = None  # of the areas' sum, in percent
    move: Move | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """The areas in the order they are shown; *funnel* is None where nothing has a rate of ours."""

    indicator: Indicator  # by the definition in force in the period
    period: Period
    view: str  # slug of the view's area
    areas: tuple[Compared, ...]
    without: int  # areas of the partnership that have no figure at all
    benchmark: Decimal | None  # the rate of all areas together, per 1,000
    funnel: Funnel | NoFunnel | None
    sets: tuple[SimilarSet, ...] = ()
    whole: Decimal | None = None  # the figure of the area that they are parts of
    months: int = 0  # of the period that the figures cover

    @property
    def is_counted(self) -> bool:
        return self.indicator.tested_as is ValueType.COUNT and self.indicator.adds_over_areas

    @property
    def parts(self) -> tuple[Compared, ...]:
        """The areas with a figure that add up to the total."""
        return tuple(item for item in self.areas if item.inside and item.value is not None)

    @property
    def rated(self) -> tuple[Compared, ...]:
        return tuple(item for item in self.areas if item.rate is not None)

    @property
    def missing_similar(self) -> int:
        """How many areas of the sets have no figure here."""
        held = {item.area.code for item in self.areas if item.similar and item.value is not None}
        return len({code for item in self.sets for code in item.codes} - held)


def comparison_of(store: Store, ledger: Ledger, filters: Filters, indicator: Indicator) -> Comparison | None:
    """The areas under the view's, or beside it, that have an actual of *indicator*, with those of loaded similar sets.

    None where there are not two figures to compare.
    """
    period, own = shown_period(ledger, indicator, filters.period), ledger.area(filters.area_slug)
    group, parent = _group(ledger, indicator, own, period)
    figures = _figures(ledger, indicator, group, period)
    sets, held = sets_in_force(store, own, period), {item.area.code for item in figures}
    codes = [code for item in sets for code in item.codes if code not in held]
    away = figures_elsewhere(store, filters.partnership, codes, indicator.at(period), period)
    months = max((item.now.months for item in (*figures, *away)), default=0)
    areas = _areas(figures, away, months, frozenset(code for item in sets for code in item.codes))
    if sum(item.value is not None for item in areas) < 2:
        return None
    whole, without = figure_of(ledger, indicator, parent, period), len(group) - len(figures)
    found = Comparison(indicator.at(period), period, own.slug, areas, without, None, None, sets, months=months)
    return _judged(replace(found, whole=whole.value.number if whole and whole.months == months else None))


def _areas(
    figures: Sequence[AreaFigure], away: Sequence[AreaFigure], months: int, similar: Set[str]
) -> tuple[Compared, ...]:
    """Every area, those from elsewhere last; *months* are those that most figures cover."""
    inside = [_compared(item, months, similar) for item in figures]
    return (*inside, *(replace(_compared(item, months, similar), inside=False) for item in away))


def _group(ledger: Ledger, indicator: Indicator, own: Area, period: Period) -> tuple[tuple[Area, ...], str]:
    """The parts of *own*, or where they have no figures it with its siblings; and the area that they are parts of."""
    inner = ledger.children(own.slug)
    if len(_figures(ledger, indicator, inner, period)) > 1:
        return inner, own.slug
    return (ledger.children(own.parent), own.parent) if own.parent else ((own,), "")


def _figures(ledger: Ledger, indicator: Indicator, areas: Sequence[Area], period: Period) -> list[AreaFigure]:
    before = period.previous()
    comparable = indicator.broken_between(before, period) is None
    pairs = ((area, figure_of(ledger, indicator, area.slug, period)) for area in areas)
    return [
        AreaFigure(area, now, figure_of(ledger, indicator, area.slug, before) if comparable else None)
        for area, now in pairs
        if now is not None
    ]


def _compared(item: AreaFigure, months: int, similar: Set[str]) -> Compared:
    """*item* without a figure that covers fewer than the *months* of the others."""
    short = item.now.months < months
    number, reason = (None, Reason.PART_YEAR) if short else (item.now.value.number, item.now.value.reason)
    like = item.before is not None and not item.now.is_part and not item.before.is_part
    before = item.before.value.number if item.before is not None and like else None
    return Compared(item.area, number, reason, before, similar=item.area.code in similar)


def _judged(found: Comparison) -> Comparison:
    """*found* with all that its figures allow, the highest first."""
    if found.is_counted:
        found = _with_rates(_with_shares(found))
    else:
        order = ranks({item.area.slug: item.value for item in found.areas if item.value is not None})
        found = replace(found, areas=tuple(replace(item, rank=order.get(item.area.slug)) for item in found.areas))
    return replace(found, areas=tuple(sorted(found.areas, key=_order)))


def _order(item: Compared) -> tuple[bool, int, Decimal, str]:
    """By rank, what has none by value, what has none last."""
    number = item.value if item.value is not None else Decimal(0)
    return item.value is None, item.rank or LAST, -number, item.area.name


def _with_shares(found: Comparison) -> Comparison:
    """Shares of the areas' sum and of its change; the latter only where every part can be compared."""
    values = {item.area.slug: item.value for item in found.parts if item.value is not None}
    shares = share_of_total(values) if len(values) > 1 else {}
    pairs = {
        item.area.slug: (item.before, item.value)
        for item in found.parts
        if item.before is not None and item.value is not None and _is_count(item.before) and _is_count(item.value)
    }
    moved: Mapping[str, Move] = moves(pairs) if len(pairs) == len(values) > 1 else {}
    areas = (
        replace(item, share=shares.get(item.area.slug), move=moved.get(item.area.slug)) if item.inside else item
        for item in found.areas
    )
    return replace(found, areas=tuple(areas))


def _is_count(number: Decimal) -> bool:
    return number >= 0 and number == int(number)


def _with_rates(found: Comparison) -> Comparison:
    """Rates where the population is known, beside that of all such areas together."""
    known = {
        item.area.slug: (item.value, item.area.population)
        for item in found.areas
        if item.area.population and item.value is not None and _is_count(item.value)
    }
    if len(known) < 2:
        return found
    rates = {slug: rate_of(count, people) for slug, (count, people) in known.items()}
    counts, people = zip(*known.values(), strict=True)
    benchmark = Decimal(sum(counts)) * PER / sum(people)
    drawn = funnel([float(count) for count in counts], people)
    order = ranks({slug: rate.number for slug, rate in rates.items()})
    places = dict(zip(known, drawn.places, strict=True)) if isinstance(drawn, Funnel) else {}
    areas = (
        replace(item, rate=rate, rank=order[slug], against=rate.against(benchmark), place=places.get(slug))
        if (rate := rates.get(slug := item.area.slug)) is not None
        else item
        for item in found.areas
    )
    return replace(found, areas=tuple(areas), benchmark=benchmark, funnel=drawn)
