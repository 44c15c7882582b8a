"""Knows what is counted of a category in three times 12 months, in street-level crime or by one of its indicators."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dashboard.domain.doors import Door
from dashboard.domain.filters import Filters
from dashboard.domain.periods.calendar import MONTHS_IN_YEAR, By, first_month
from dashboard.domain.periods.period import Period, PeriodKind, run_of_months
from dashboard.domain.records import Indicator, Observation, SourceCell
from dashboard.domain.targets.aims import Polarity
from dashboard.domain.values.printed import ValueType
from dashboard.questions.street import ALL_TYPES, CountQuery
from dashboard.reports.priorities.setting import AssessmentSetting
from dashboard.reports.street.place_context import StreetContext, street_context
from dashboard.reports.street.ranking import is_comparable, is_held

YEARS = 3
FIRST_OF_YEAR = 4  # April
INCIDENTS = frozenset({"incidents", "crimes", "offences"})  # units of which a share of all incidents is one
NOTHING = "no count of it is loaded"
NO_BEFORE = "the 12 months before are not loaded"
NO_THIRD = "needs three times 12 months"
PARTS_ALONE = "only parts of it are counted"
NONE_COUNTS = "none of its indicators counts incidents"


@dataclass(frozen=True, slots=True)
class CountedCategory:
    """Counts of 12 months each, the oldest first, at most three; none where nothing is counted, and then why."""

    counts: tuple[int, ...] = ()
    total: int | None = None  # that its share is of
    unit: str = "incidents"
    what: str = ""  # the indicator that counts it; empty for street-level crime
    span: Period | None = None  # the last 12 months
    why: str = NOTHING
    no_before: str = NO_BEFORE
    no_third: str = NO_THIRD
    no_share: str = ""
    volume_door: Door | None = None
    trend_door: Door | None = None
    cells: tuple[SourceCell, ...] = ()
    cells_before: tuple[SourceCell, ...] = ()

    @property
    def now(self) -> int | None:
        return self.counts[-1] if self.counts else None

    @property
    def before(self) -> int | None:
        return self.counts[-2] if len(self.counts) > 1 else None

    @property
    def years(self) -> tuple[int, int, int] | None:
        if len(self.counts) < YEARS:
            return None
        first, second, third = self.counts[-YEARS:]
        return first, second, third


def counted_categories(setting: AssessmentSetting) -> dict[str, CountedCategory]:
    """What is counted of each category: in street-level crime where it has a type there, else by an indicator."""
    found = _in_streets(setting) if setting.street else {}
    figures = {item.category: _by_indicator(setting, item.category) for item in setting.lens}
    return _with_shares(setting, {**figures, **{name: item for name, item in found.items() if item is not None}})


def _in_streets(setting: AssessmentSetting) -> dict[str, CountedCategory | None]:
    """One question for all: crime types by 12 months, the first of which ends two years before the last."""
    store, whole = setting.store, setting.street
    if whole is None:
        return {}
    first = first_month(setting.span) - (YEARS - 1) * MONTHS_IN_YEAR
    numbers = (*ALL_TYPES, *(item.number for item in store.crime_types()))
    asked = CountQuery((whole.place.id,), numbers, first, first + YEARS * MONTHS_IN_YEAR - 1, MONTHS_IN_YEAR)
    counts = {(item.crime_type, item.column): item.n for item in store.counts(replace(asked, by_type=True))}
    total = sum(counts.get((number, YEARS - 1), 0) for number in ALL_TYPES) if is_held(whole, setting.span) else None
    return {item.category: _of_types(setting, item.category, counts, total) for item in setting.lens}


def _of_types(
    setting: AssessmentSetting, category: str, counts: dict[tuple[int, int], int], total: int | None
) -> CountedCategory | None:
    """The sums of the category's crime types; None where police.uk has none in it."""
    view = setting.of(category)
    context = street_context(setting.store, view)
    if context is None or not context.types:
        return None
    if not is_held(context, setting.span):
        return CountedCategory(why=f"not every month of {setting.span.label} is loaded for it")
    held = _comparable(setting, context)
    sums = [
        sum(counts.get((item.number, YEARS - 1 - years), 0) for item in context.types) for years in range(len(held))
    ]
    return CountedCategory(
        counts=tuple(reversed(sums)),
        total=total,
        span=setting.span,
        no_share="" if total else f"not every month of {setting.span.label} is loaded for all crime types",
        volume_door=Door("drill-down", view_of_span(view, setting.span)),
        trend_door=Door("drill-down", view_of_span(view, run_of_months(first_month(held[-1]), len(held) * 12))),
    )


def _comparable(setting: AssessmentSetting, context: StreetContext) -> list[Period]:
    """The 12 months, and those right before them that can be compared with them, the newest first."""
    held = [setting.span]
    for years in range(1, YEARS):
        span = _earlier(setting.span, years)
        if not is_comparable(context, setting.span, span):
            break
        held.append(span)
    return held


def _earlier(span: Period, years: int) -> Period:
    return run_of_months(first_month(span) - years * MONTHS_IN_YEAR, MONTHS_IN_YEAR)


def view_of_span(view: Filters, span: Period) -> Filters:
    """The view of some months: one year is a period, others go from a month to a month."""
    if span.kind is PeriodKind.FINANCIAL_YEAR:
        return view.with_(period=span, start=None, end=None, by=By.YEAR)
    first, last = first_month(span), first_month(span) + span.months - 1
    by = By.YEAR if span.start.month == FIRST_OF_YEAR else None
    return view.with_(start=run_of_months(first, 1), end=run_of_months(last, 1), by=by)


def _by_indicator(setting: AssessmentSetting, category: str) -> CountedCategory:
    """The counts of the indicator that counts the category itself: the newest, of the longest run, the largest."""
    inside = setting.tree.within(category)
    every = [item for item in setting.ledger.indicators if item.category in inside]
    counting = [item for item in every if _is_count(item)]
    found = [(item, run) for item in counting if item.category == category and (run := _run(setting, item))]
    runs = [(item, run) for item, run in found if not _is_stale(setting, run)]
    if found and not runs:
        newest = max(run[-1].period for _, run in found)
        return CountedCategory(why=f"its newest count is of {newest.label}")
    if not runs:
        why = PARTS_ALONE if counting and any(_run(setting, item) for item in counting) else NOTHING
        return CountedCategory(why=why if counting or not every else NONE_COUNTS)
    item, run = max(runs, key=lambda pair: (pair[1][-1].period.end, len(pair[1]), pair[1][-1].value.number or 0))
    return _of_run(setting, item, run)


def _is_stale(setting: AssessmentSetting, run: Sequence[Observation]) -> bool:
    """Whether a year ended more than a year before the assessed one does."""
    newest = run[-1].period
    return first_month(newest) + newest.months < first_month(setting.span)


def _is_count(item: Indicator) -> bool:
    """Whether it counts what there should be less of."""
    is_sum = item.value_type is ValueType.COUNT and item.adds_over_areas and item.has_unit
    return is_sum and item.polarity is Polarity.LOWER


def _run(setting: AssessmentSetting, item: Indicator) -> tuple[Observation, ...]:
    """The newest year up to the assessed one, and those right before it: at most three, all of one definition."""
    points = {
        point.period: point
        for point in setting.ledger.years(item, setting.filters.area_slug)
        if _is_whole(point) and point.period.end <= setting.span.end
    }
    if not points:
        return ()
    newest = max(points, key=lambda period: (period.end, period.start))
    run, period = [points[newest]], newest.previous()
    while len(run) < YEARS and period in points and item.broken_between(period, newest) is None:
        run.append(points[period])
        period = period.previous()
    return tuple(reversed(run))


def _is_whole(point: Observation) -> bool:
    number = point.value.number
    is_year = point.period.months == MONTHS_IN_YEAR and not point.is_part
    return is_year and number is not None and number >= 0 and number == int(number)


def _of_run(setting: AssessmentSetting, item: Indicator, run: Sequence[Observation]) -> CountedCategory:
    newest = run[-1].period
    view = setting.filters.with_(indicators=frozenset({item.slug}), period=newest)
    return CountedCategory(
        counts=tuple(int(point.value.number or 0) for point in run),
        unit=item.unit,
        what=item.name,
        span=newest,
        no_before=f"no figure of {newest.previous().label} that it can be compared with",
        no_third="needs three years in a row",
        volume_door=Door("indicator", view),
        trend_door=Door("trends", view),
        cells=run[-1].sources,
        cells_before=run[-2].sources if len(run) > 1 else (),
    )


def _with_shares(setting: AssessmentSetting, found: dict[str, CountedCategory]) -> dict[str, CountedCategory]:
    """Of figures the share is one of the incidents counted in the same year: of categories that hold no other."""
    figures = {name: item for name, item in found.items() if item.what and item.unit in INCIDENTS}
    outer = {name for name in figures if not any(name in _below(setting, other) for other in figures)}
    every = [figures[name] for name in outer]
    shared = {name: _shared(item, every) for name, item in figures.items()}
    other = {
        name: replace(item, no_share=f"it counts {item.unit}, not incidents")
        for name, item in found.items()
        if item.what and item.unit not in INCIDENTS
    }
    return {**found, **shared, **other}


def _below(setting: AssessmentSetting, category: str) -> frozenset[str]:
    return setting.tree.within(category) - {category}


def _shared(item: CountedCategory, every: Iterable[CountedCategory]) -> CountedCategory:
    same = [other.counts[-1] for other in every if other.counts and other.span == item.span]
    total = sum(same)
    if len(same) > 1 and total:
        return replace(item, total=total)
    label = item.span.label if item.span else "that year"
    return replace(item, no_share=f"no other category is counted in {label}")
