"""Knows the hotspots: neighbourhoods or map points by incidents, beside other months, with class and history."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from dashboard.domain.choices import ComparedWith, Measure
from dashboard.domain.filters import Filters
from dashboard.domain.periods.calendar import MONTHS_IN_YEAR, By, first_month, period_with
from dashboard.domain.periods.period import Period, PeriodKind, run_of_months
from dashboard.domain.statistics.hotspots import HotspotClass
from dashboard.domain.statistics.many import ChangeAmongMany, among_many
from dashboard.domain.street.crime import NOWHERE
from dashboard.domain.street.newest import newest_quarter, newest_year
from dashboard.questions.store import Store
from dashboard.questions.street import CountQuery, PointCount, Ranked, RankQuery
from dashboard.reports.pages.hotspot_map import drawn, is_fine
from dashboard.reports.report import Report
from dashboard.reports.street.classes import classes_of
from dashboard.reports.street.funnel import HotspotFunnel, hotspot_funnel
from dashboard.reports.street.hotspot_words import compared_with, lede, title
from dashboard.reports.street.moving.held_then import held_then
from dashboard.reports.street.moving.move_words import CHANCE_OF_MANY, move_lede, move_title
from dashboard.reports.street.moving.moves import Moves, moves_of
from dashboard.reports.street.moving.tree import MovedTree, moved_tree
from dashboard.reports.street.moving.ways import compared_so
from dashboard.reports.street.notes import notes
from dashboard.reports.street.place_context import (
    ReportFields,
    StreetContext,
    no_place,
    no_type,
    nothing,
    street_context,
)
from dashboard.reports.street.ranking import (
    HISTORY,
    Shade,
    Spot,
    is_comparable,
    months_held,
    point_spots,
    rankable,
)
from dashboard.reports.street.spans import against_of, kept_comparison, span_of

MOST_LISTED = 25
MOST_RANKED = 40_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Hotspots(Report):
    """*spots* ranks everything, the first of them with history; *shapes* are the outlines around them."""

    context: StreetContext | None = None
    span: Period | None = None
    against: Period | None = None  # what the months are compared with
    held: int = 0  # months of the span with a file
    spans: tuple[tuple[str, Period], ...] = ()  # what else can be shown: words and months
    spots: tuple[Spot, ...] = ()
    everyone: int = 0  # neighbourhoods or map points, those without an incident too
    total: int = 0
    total_before: int | None = None
    shapes: tuple[tuple[int, str], ...] = ()
    shaded: tuple[Shade, ...] = ()  # what the shapes hold
    labels: tuple[tuple[str, frozenset[int]], ...] = ()  # names on the map, each over the outlines in it
    dots: tuple[PointCount, ...] = ()  # where no outline is loaded: the map points instead
    why_no_class: str = ""
    funnel: HotspotFunnel | None = None
    category_names: dict[str, str] = field(default_factory=dict)
    moves: Moves | None = None  # the same places by change, where that is asked for and can be told
    tree: MovedTree | None = None  # then also by type and wider place

    @property
    def view(self) -> Filters:
        """The view as every page reads it: just the months that are ranked, and what they are compared with."""
        if self.span is None or self.against is None or self.total_before is None:
            return self.filters
        return compared_so(self.filters, self.span, self.against)

    def of_span(self, span: Period) -> Filters:
        """The view of *span*, compared with as many months before it as this one, if those are loaded."""
        first, last = self.ends(span)
        kept = kept_comparison(self.filters, span, self.context.held) if self.context else ComparedWith.YEAR_BEFORE
        return self.filters.with_(start=first, end=last, against=kept)

    def ends(self, span: Period) -> tuple[Period, Period]:
        """The first and the last month of *span*, as an address names them."""
        first = first_month(span)
        return run_of_months(first, 1), run_of_months(first + span.months - 1, 1)


def hotspots(store: Store, filters: Filters) -> Hotspots:
    """Return the ranking of the view; of one neighbourhood its map points."""
    context = street_context(store, filters)
    if context is None:
        return Hotspots(**nothing(store, filters, "hotspots"))
    if not context.types:
        return Hotspots(**no_type(context, filters, "hotspots"))
    if context.place.level in NOWHERE:
        return Hotspots(**no_place(context, filters, "hotspots"))
    return _hotspots(store, filters, context)


def _hotspots(store: Store, filters: Filters, context: StreetContext) -> Hotspots:
    span, against = _looked_at(filters, context)
    rank = point_spots if is_fine(context) else _ranked
    spots, why = rank(store, context, span, against)
    everyone, total = _everyone(store, context, spots), sum(item.now for item in spots)
    before = sum(item.before or 0 for item in spots) if is_comparable(context, span, against) else None
    report = Hotspots(
        **drawn(store, context, span, spots),
        **_words(context, filters, (spots, everyone), (span, total, against, before)),
        page="hotspots",
        filters=filters,
        context=context,
        span=span,
        against=against,
        held=months_held(context, span),
        spans=_spans(context),
        spots=spots,
        everyone=everyone,
        total=total,
        total_before=before,
        why_no_class=why,
        funnel=hotspot_funnel(store, context, {item.place.id: (item.now, item.kind) for item in spots}),
        category_names={item.category: item.wording for item in store.lens(filters.partnership)},
    )
    return _by_change(store, report, context) if filters.measure == Measure.CHANGE else report


def _by_change(store: Store, report: Hotspots, context: StreetContext) -> Hotspots:
    """*report* with its places by change, and a finding of that."""
    found = moves_of(report.spots, report.everyone)
    if found is None or report.span is None or report.against is None:
        return report
    said, told = move_title(context, found), move_lede(context, report.span, report.against, found)
    tree = moved_tree(store, context, (report.span, report.against), report.spots)
    return replace(report, moves=found, tree=tree, title=said, lede=told, notes=(*report.notes, CHANCE_OF_MANY))


def _words(
    context: StreetContext,
    filters: Filters,
    places: tuple[tuple[Spot, ...], int],
    found: tuple[Period, int, Period, int | None],
) -> ReportFields:
    """The fields that say what was *found*: incidents of some months, and of those they are compared with."""
    (spots, everyone), (span, total, against, before) = places, found
    said = notes(context, (span,) if before is None else (against, span), [item.place for item in spots])
    return {
        "title": title(context, span, spots, (total, everyone)),
        "lede": lede(context, filters, spots, (span, total), (against, before)),
        "place": f"{context.crime_words} · {context.place.full_name} · {span.label}",
        "notes": (*said, compared_with(span, against), *held_then(context, filters)),
    }


def _everyone(store: Store, context: StreetContext, spots: tuple[Spot, ...]) -> int:
    """How many places could be ranked, those without an incident too."""
    return len(spots) if is_fine(context) else len(rankable(store, context))


def _looked_at(filters: Filters, context: StreetContext) -> tuple[Period, Period]:
    """The months that are ranked, and those they are compared with: as asked for, or where not loaded just before."""
    every = [*context.held, *context.left_out]
    span = span_of(filters, every)
    asked = against_of(filters, span, every)
    if filters.back != MONTHS_IN_YEAR or span.months >= MONTHS_IN_YEAR or is_comparable(context, span, asked):
        return span, asked
    just_before = run_of_months(first_month(span) - span.months, span.months)
    return span, just_before if is_comparable(context, span, just_before) else asked


def _spans(context: StreetContext) -> tuple[tuple[str, Period], ...]:
    """What else can be shown; of crime types that no month counts, the months that they are left out of."""
    months = {item.month for item in context.held or context.left_out}
    newest = max(months)
    start = first_month(period_with(newest, By.YEAR))
    quarter = newest_quarter(months)
    quarters = [("Newest quarter", quarter)] if quarter.kind is PeriodKind.QUARTER else []
    return (
        *quarters,
        ("Newest month", run_of_months(newest, 1)),
        ("Year to date", run_of_months(start, newest - start + 1)),
        ("Newest 12 months", newest_year([newest])),
    )


def _ranked(store: Store, context: StreetContext, span: Period, against: Period) -> tuple[tuple[Spot, ...], str]:
    first, last = first_month(span), first_month(span) + span.months - 1
    back = first - first_month(against)
    found = store.ranking(RankQuery(context.place.id, context.numbers, first, last, MOST_RANKED, back))
    total = sum(item.now for item in found) or 1
    kinds, why = classes_of(store, context, span)
    has_before = is_comparable(context, span, against)
    places = {place.id: place for place in store.neighbourhoods(context.place.id)}
    histories = _histories(store, context, tuple(item.place for item in found[:MOST_LISTED]), last)
    ranked = [item for item in found if item.now or has_before]
    tested = _tested(store, context, ranked, has_before=has_before)
    spots = [
        Spot(
            rank=at,
            place=places[item.place],
            now=item.now,
            before=item.before if has_before else None,
            share=Decimal(item.now * 100) / total,
            kind=kinds.get(item.place, HotspotClass.NOT_JUDGED),
            history=histories.get(item.place, ()),
            tested=alone,
        )
        for at, (item, alone) in enumerate(zip(ranked, tested, strict=True), start=1)
    ]
    return tuple(spots), why


def _tested(
    store: Store, context: StreetContext, ranked: Sequence[Ranked], *, has_before: bool
) -> tuple[ChangeAmongMany | None, ...]:
    """The change of each neighbourhood, judged among all that could be ranked."""
    everyone = len(rankable(store, context))
    return among_many([(item.now, item.before) if has_before else None for item in ranked], everyone)


def _histories(
    store: Store, context: StreetContext, places: tuple[int, ...], last: int
) -> dict[int, tuple[int | None, ...]]:
    """The 24 months up to *last* of each place; a month without a file is None."""
    first = last - HISTORY + 1
    held = {item.month for item in context.held}
    found: dict[int, list[int | None]] = {
        place: [0 if month in held else None for month in range(first, last + 1)] for place in places
    }
    for item in store.counts(CountQuery(places, context.numbers, first, last, 1)) if places else ():
        if first + item.column in held:
            found[item.place][item.column] = item.n
    return {place: tuple(months) for place, months in found.items()}
