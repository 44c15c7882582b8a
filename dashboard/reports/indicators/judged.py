"""Knows how one indicator stands in one area and period, with everything a tile or a table row says of it."""

from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.commentary import Commentary
from dashboard.domain.documents import Note
from dashboard.domain.periods.period import Period
from dashboard.domain.records import Area, Baseline, Indicator, Observation, PrintedFigure, SourceCell, Target
from dashboard.domain.statistics.series import year_of
from dashboard.domain.targets.aims import Aim
from dashboard.domain.targets.status import Difference, Polarity, Verdict, chance_of_change, change
from dashboard.domain.targets.target import Resolved, lawful, waits_for_base
from dashboard.domain.values.printed import Reason, Value, ValueType
from dashboard.reports.indicators.forecast import YearForecast, year_forecast_of
from dashboard.reports.indicators.ledger import Ledger
from dashboard.reports.indicators.runs import ToDate, absence_of, figure_of, has_part_targets, is_aimed, to_date
from dashboard.reports.indicators.verdicts import NO_TARGET, Case, deciding_number, verdict_of
from dashboard.reports.on_demand import Many, OnDemand

SUPERSCRIPTS = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹", "123456789")


@dataclass(frozen=True, slots=True)
class Standing:
    """Actual and target of one period, by the definition then in force; either may be absent."""

    indicator: Indicator
    period: Period
    actual: Observation | None
    target: Target | None
    resolved: Resolved | None
    absent: Reason = Reason.NOT_AVAILABLE  # why there is no actual, where there is none

    @property
    def value(self) -> Value:
        return self.actual.value if self.actual else Value(None, self.absent)

    @property
    def target_value(self) -> Value:
        if self.target is None or self.resolved is None:
            return NO_TARGET
        if self.waits and self.actual is not None:
            return Value(None, Reason.UNRESOLVED)
        return deciding_number(self.target, self.resolved, self.indicator.polarity, self.value.number)

    @property
    def waits(self) -> bool:
        """Whether the words of the target name a base that is not known yet: then no other base's number is it."""
        return self.target is not None and self.resolved is not None and waits_for_base(self.target.rule, self.resolved)

    @property
    def can_be_read_otherwise(self) -> bool:
        """Whether lawful readings of the target come to more than one number."""
        if self.target is None or self.resolved is None:
            return False
        return len({item.value for item in lawful(self.target.rule, self.resolved)}) > 1


@dataclass(frozen=True, slots=True)
class Judged:
    """One indicator's standing now and a year before, the verdict, and where it was all printed."""

    indicator: Indicator  # by the definition in force in the period
    area: Area
    now: Standing
    before: Standing
    change: Difference
    change_p: float | None  # chance of a change this large by chance alone; None where not tested
    change_real: bool | None
    verdict: Verdict
    baseline: Baseline | None
    notes: tuple[Note, ...]
    months: int  # of the period that the actual covers
    series: Many[tuple[Period, Decimal]]  # of a spark line: worked out where one is drawn
    year_forecast: YearForecast | None = None  # of a year in progress
    year: Standing | None = None  # of the financial year that a month or quarter lies in
    is_over: bool = False  # whether the period ended, though the actual covers part of it
    to_date: ToDate | None = None  # of that year, where the months up to the period's end are counted
    said: tuple[PrintedFigure, ...] = ()  # what the document's text says of the actual and its change
    commentary: Commentary | None = None
    has_part_targets: bool = False  # whether months or quarters inside the period have targets of their own

    @property
    def has_year_target(self) -> bool:
        """Whether a month or quarter has a target for the whole of its year."""
        return self.year is not None and is_aimed(self.year.target)

    @property
    def reason(self) -> Reason | None:
        return self.verdict.reason

    @property
    def is_targeted(self) -> bool:
        return is_aimed(self.now.target)

    @property
    def easier(self) -> bool:
        """Whether the target asks for less than its printed start, or than there was a year before."""
        target, start = self.now.target_value.number, self.before.value.number
        if self.verdict.easier or target is None or start is None or self.verdict.reason == Reason.NOT_COMPARABLE:
            return self.verdict.easier
        is_plain = self.now.target is not None and self.now.target.rule.percentage is None
        is_level = is_plain and not in_change(self.indicator)
        return is_level and self._has_start and adverse(start - target, self.better) < 0

    @property
    def _has_start(self) -> bool:
        """Whether a whole year before was counted alike, however much of this one is known."""
        then = self.before
        if then.actual is None or then.actual.is_part or self.indicator.broken_between(then.period, self.now.period):
            return False
        return self.change.reason in (None, Reason.PART_YEAR, Reason.NOT_AVAILABLE)

    @property
    def better(self) -> Polarity:
        """Which way is better: as declared, else as the words of the target ask."""
        side = self.now.target.rule.worded_side if self.now.target else 0
        return Aim(side=side).better(self.indicator.polarity)

    @property
    def worsening(self) -> bool:
        return self.change.absolute is not None and adverse(self.change.absolute, self.better) > 0

    @property
    def cells(self) -> tuple[SourceCell, ...]:
        """Every cell the row stands on, newest first."""
        found: list[SourceCell] = []
        for standing in (self.now, self.before):
            found += standing.actual.sources if standing.actual else ()
            found += [standing.target.source] if standing.target else []
        return tuple(found)


def in_change(indicator: Indicator) -> bool:
    """Whether its figures are themselves changes: last year's is no start of this year's."""
    return indicator.value_type is ValueType.CHANGE


def adverse(difference: Decimal, polarity: Polarity) -> Decimal:
    """The difference signed so that more is worse; zero where the indicator has no better side."""
    if polarity in (Polarity.NEUTRAL, Polarity.UNDECLARED):
        return Decimal(0)
    return difference if polarity == Polarity.LOWER else -difference


def judged(ledger: Ledger, indicator: Indicator, area: Area, period: Period) -> Judged:
    """Return how *indicator* stands in *area* and *period*."""
    now, before = (standing(ledger, indicator, area.slug, item) for item in (period, period.previous()))
    difference, p, real = _moved(indicator, now, before)
    return Judged(
        indicator=indicator.at(period),
        area=area,
        now=now,
        before=before,
        change=difference,
        change_p=p,
        change_real=real,
        verdict=verdict_of(ledger, _case(indicator, now)),
        baseline=ledger.baseline(indicator, area.slug),
        notes=_notes(ledger, now, before, indicator) if ledger.has_notes else (),
        months=now.actual.months if now.actual else period.months,
        series=OnDemand(lambda: _series(ledger, indicator, area.slug, period)),
        year_forecast=_year_forecast(ledger, indicator, now),
        year=_year(ledger, indicator, area.slug, period),
        is_over=now.actual is not None and now.actual.is_part and ledger.is_over(period),
        to_date=to_date(ledger, indicator, area.slug, period),
        said=ledger.said(indicator, area.slug, period),
        commentary=ledger.commentaries.of(indicator.id, area.slug, period),
        has_part_targets=has_part_targets(ledger, indicator, area.slug, period),
    )


def _year(ledger: Ledger, indicator: Indicator, area: str, period: Period) -> Standing | None:
    """The standing of the year that *period* is a month or quarter of."""
    year = year_of(period)
    return standing(ledger, indicator, area, year) if year != period else None


def _year_forecast(ledger: Ledger, indicator: Indicator, now: Standing) -> YearForecast | None:
    """Where a year of which some months are counted will probably end."""
    if now.actual is None or not now.actual.is_part:
        return None
    found = year_forecast_of(ledger, indicator, now.actual.area)
    return found if found and found.year == now.period else None


def _case(indicator: Indicator, now: Standing) -> Case:
    counted = (now.actual.denominator, now.actual.numerator) if now.actual else (None, None)
    actual = _explained(indicator, now)
    return Case(indicator, now.period, actual, now.target, now.resolved, _part_year(now), counted)


def standing(ledger: Ledger, indicator: Indicator, area: str, period: Period) -> Standing:
    target = ledger.target(indicator, area, period)
    resolved = ledger.resolved(target, indicator) if target else None
    if actual := figure_of(ledger, indicator, area, period):
        return Standing(indicator.at(period), period, actual, target, resolved)
    return Standing(indicator.at(period), period, None, target, resolved, absence_of(ledger, indicator, area, period))


def _explained(indicator: Indicator, now: Standing) -> Value:
    """The actual; one that is simply absent after the indicator ended is discontinued."""
    if now.actual is None and indicator.discontinued(now.period):
        return Value(None, Reason.DISCONTINUED)
    return now.value


def _part_year(at: Standing) -> Reason | None:
    return Reason.PART_YEAR if at.actual is not None and at.actual.is_part else None


def _change(indicator: Indicator, now: Standing, before: Standing) -> Difference:
    reason = _part_year(now) or _part_year(before)
    if indicator.broken_between(before.period, now.period) and now.value.number is not None:
        reason = Reason.NOT_COMPARABLE
    return change(_explained(indicator, now), before.value, indicator.at(now.period).value_type, reason=reason)


def _moved(indicator: Indicator, now: Standing, before: Standing) -> tuple[Difference, float | None, bool | None]:
    """The change, how likely one so large is by chance alone, and whether that is unlikely; nothing where untested."""
    difference = _change(indicator, now, before)
    if difference.reason:
        return difference, None, None
    kind = indicator.at(now.period).tested_as
    return difference, *chance_of_change(now.value.number, before.value.number, kind)


def _notes(ledger: Ledger, now: Standing, before: Standing, indicator: Indicator) -> tuple[Note, ...]:
    observations = [item for item in (now.actual, before.actual) if item]
    targets = [item for item in (now.target, before.target) if item]
    cells = [cell for item in observations for cell in item.sources] + [item.source for item in targets]
    marks = [mark for item in observations for mark in item.value.notes]
    marks += [mark for item in targets for mark in item.rule.notes]
    marks += [mark for mark in "¹²³⁴⁵⁶⁷⁸⁹" if mark in indicator.source.text]
    plain = [mark.translate(SUPERSCRIPTS) for mark in marks]
    return ledger.notes([*cells, indicator.source], plain)


def _series(ledger: Ledger, indicator: Indicator, area: str, until: Period) -> tuple[tuple[Period, Decimal], ...]:
    """The points of a spark line: up to *until*, comparable with it, of its kind, whole periods only."""
    return tuple(
        (point.period, point.value.number)
        for point in ledger.years(indicator, area)
        if point.value.number is not None
        and point.period.end <= until.end
        and point.period.kind == until.kind
        and not point.is_part
        and not indicator.broken_between(point.period, until)
    )
