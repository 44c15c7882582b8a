"""Knows whether the year in progress will meet its target: the forecast outturn, and the record of such forecasts."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from dashboard.domain.periods.calendar import MONTHS_IN_YEAR, first_month
from dashboard.domain.periods.combining import Combine
from dashboard.domain.periods.period import Period, run_of_months
from dashboard.domain.records import Indicator, Target
from dashboard.domain.statistics.backtest import BackTest, back_test, trials
from dashboard.domain.statistics.basis import basis_words, method_of
from dashboard.domain.statistics.forecast import (
    CannotForecast,
    Forecast,
    Span,
    barred,
    chance_of_meeting,
    fan,
    forecast,
    milestones,
    required_run_rate,
)
from dashboard.domain.statistics.likelihood import LikelyOutcome, likelihood, likely_outcome_of, percent_of
from dashboard.domain.statistics.series import year_of
from dashboard.domain.targets.aims import Aim
from dashboard.domain.targets.goals import Goal
from dashboard.domain.targets.target import lawful, waits_for_base
from dashboard.domain.values.numbers import show, show_briefly
from dashboard.reports.indicators.ledger import Ledger
from dashboard.reports.report import Cell

COLUMNS = (
    *("indicator", "year", "months_counted", "so_far", "mean", "low_80", "high_80", "low_95", "high_95"),
    *("target", "p_meet", "p_meet_words", "required_run_rate", "share", "past", "own_season", "method", "reason"),
)
RECORD_COLUMNS = (
    "indicator",
    "trials",
    "coverage_80_pct",
    "error_pct",
    "flat_share_error_pct",
    "last_year_error_pct",
    "last_share_error_pct",
    "no_worse",
)


@dataclass(frozen=True, slots=True)
class Step:
    """The end of a month or quarter: what is counted or expected by then, what the target asks, the year before."""

    period: Period
    count: float
    low: int | None  # of the 80% range; None where it was counted
    high: int | None
    milestone: float | None
    year_before: int | None


@dataclass(frozen=True, slots=True)
class YearForecast:
    """One year in progress; *made* says why where there is no forecast, *counts* are (first month's number, count)."""

    indicator: Indicator
    year: Period
    made: Forecast | CannotForecast
    goal: Goal | None
    counts: tuple[tuple[int, int], ...]
    span: Span

    @property
    def unit(self) -> str:
        """What is counted, month or quarter."""
        return "month" if self.span.step == 1 else "quarter"

    @property
    def chance(self) -> float | None:
        """Of meeting the target; None without a forecast, a target or a better side."""
        if self.goal is None or isinstance(self.made, CannotForecast):
            return None
        return chance_of_meeting(self.made.remaining(), sum(self.made.so_far), self.goal)

    @property
    def likely_outcome(self) -> LikelyOutcome | None:
        """What will probably become of the target; None without a chance."""
        return None if self.chance is None else likely_outcome_of(self.chance)

    @property
    def record(self) -> BackTest | None:
        """How such forecasts did on this series; None where no earlier year is whole."""
        return _record(self.counts, self.span)


def year_forecast_of(ledger: Ledger, indicator: Indicator, area: str) -> YearForecast | None:
    """The forecast of the year that the newest month or quarter lies in; None where that is over, or there is none.

    What lies before a break is of another measure and is left out.
    """
    known = [item for item in ledger.short(indicator, area) if not item.is_part]
    if not known:
        return None
    newest = known[-1].period
    year, in_force = year_of(newest), indicator.at(newest)
    if newest.end == year.end or ledger.is_over(year):
        return None
    same = [item for item in known if indicator.broken_between(item.period, newest) is None]
    why = barred(in_force.tested_as, sum_=in_force.combining is Combine.SUM)
    whole = (
        {}
        if why
        else {first_month(item.period): int(item.value.number) for item in same if item.value.number is not None}
    )
    goal = _goal(ledger, indicator, ledger.target(indicator, area, year))
    span, counts = Span(first_month(year), step=newest.months), tuple(sorted(whole.items()))
    return YearForecast(indicator, year, why or _forecast(counts, span), goal, counts, span)


def _goal(ledger: Ledger, indicator: Indicator, target: Target | None) -> Goal | None:
    """What *target* asks for as one number on one side; nothing where its words leave that open."""
    if target is None:
        return None
    resolved, aim = ledger.resolved(target, indicator), Aim(side=target.rule.worded_side)
    polarity = indicator.at(target.period).polarity
    open_base = waits_for_base(target.rule, resolved) or len({item.value for item in lawful(target.rule, resolved)}) > 1
    if resolved.number is None or open_base or aim.contradicts(polarity):
        return None
    return Goal(resolved.number, aim.better(polarity), strict=target.rule.strict)


@lru_cache(maxsize=512)  # a series, its forecast and their record are the same in every view
def _forecast(counts: tuple[tuple[int, int], ...], span: Span) -> Forecast | CannotForecast:
    return forecast(dict(counts), span)


@lru_cache(maxsize=512)
def _record(counts: tuple[tuple[int, int], ...], span: Span) -> BackTest | None:
    return back_test(trials(dict(counts), span))


def words(found: YearForecast) -> list[str]:
    """What the forecast says, a sentence each; a chance is said in words."""
    label, made = found.year.label, found.made
    if isinstance(made, CannotForecast):
        fault = f" ({run_of_months(made.month, found.span.step).label})" if made.month is not None else ""
        return [f"{label} cannot be forecast: {made.reason}{fault}."]
    low, high = made.outturn()
    done, so_far = len(made.so_far), sum(made.so_far)
    counted = f"{so_far:,} in {done} of {len(made.shares)} {found.unit}s"
    said = [f"{counted}; {label} is expected to end at {made.expected:,.0f}."]
    said.append(_range_words(found.record, f"between {low:,} and {high:,}"))
    return said + _against(found, made) + basis_words(made, found.unit)


def _range_words(record: BackTest | None, between: str) -> str:
    """How sure the range is: four times in five only where it held so often in the years that are over."""
    if record is None:
        return f"It will probably end {between}; no earlier year shows how often such a range holds."
    if record.holds:
        return f"Four times in five it would end {between}."
    return f"It will probably end {between}; such a range held in {record.held} of {record.trials} earlier forecasts."


def _against(found: YearForecast, made: Forecast) -> list[str]:
    if found.goal is None:
        return ["No target is set for the year."]
    target = show(found.goal.number)
    if found.chance is None:
        return [f"The target is {target}; which way is better is not declared."]
    rate = required_run_rate(sum(made.so_far), made.left, found.goal)
    rest = "it is beyond reach" if rate is None else f"{show_briefly(rate)} a {found.unit} from here would end on it"
    return [
        f"Meeting the target of {target} is {likelihood(found.chance)} ({percent_of(found.chance)} chance); {rest}."
    ]


def record_words(record: BackTest | None) -> str:
    """How such forecasts did on this series."""
    if record is None:
        return "No earlier year of this series is whole, so nothing shows how such forecasts did."
    trials = (
        f"{record.trials} such forecasts of earlier years were off by {record.flat_share.error:.1f}% of the outturn"
    )
    alike = f"With every month alike they would have been off by {record.flat_share.simple:.1f}%"
    last = f", with last year’s figure by {record.last_year.simple:.1f}%" if record.last_year else ""
    share = f", with last year’s way through the year by {record.last_share.simple:.1f}%" if record.last_share else ""
    return f"{trials}; their range held in {record.held} of them. {alike}{last}{share}."


def steps(found: YearForecast) -> list[Step]:
    """Month by month to the end of the year."""
    made = found.made
    if isinstance(made, CannotForecast):
        return []
    asked = milestones(found.goal.number, made.shares) if found.goal else (None,) * len(made.shares)
    counted: list[tuple[float, int | None, int | None]] = [(float(n), None, None) for n in accumulate(made.so_far)]
    periods = [run_of_months(first, made.span.step) for first in made.span.firsts]
    every = zip(periods, [*counted, *fan(made)], asked, _year_before(found), strict=True)
    return [Step(month, *count, asks, before) for month, count, asks, before in every]


def _year_before(found: YearForecast) -> list[int | None]:
    """What the year before had come to by the end of each month; None where a month of it is missing."""
    counts = dict(found.counts)
    before = [counts.get(first - MONTHS_IN_YEAR) for first in found.span.firsts]
    if None in before:
        return [None] * len(before)
    return list(accumulate(count for count in before if count is not None))


def year_forecast_row(found: YearForecast) -> dict[str, Cell]:
    """The forecast as one row of a file."""
    empty: dict[str, Cell] = dict.fromkeys(COLUMNS)
    named: dict[str, Cell] = {"indicator": found.indicator.name, "year": found.year.label}
    named["target"] = found.goal.number if found.goal else None
    made = found.made
    if isinstance(made, CannotForecast):
        return empty | named | {"reason": str(made.reason)}
    chance, done = found.chance, len(made.so_far)
    rate = required_run_rate(sum(made.so_far), made.left, found.goal) if found.goal else None
    ranges = dict(zip(("low_80", "high_80", "low_95", "high_95"), (*made.outturn(), *made.outturn(0.95)), strict=True))
    numbers: dict[str, Cell] = {
        "months_counted": done * made.span.step,
        "so_far": sum(made.so_far),
        "mean": made.expected,
    }
    judged: dict[str, Cell] = {
        "p_meet": chance,
        "p_meet_words": str(likelihood(chance)) if chance is not None else None,
    }
    basis: dict[str, Cell] = {"past": made.past, "own_season": made.learned, "method": method_of(made)}
    basis |= {"required_run_rate": rate, "share": sum(made.shares[:done])}
    return empty | named | numbers | ranges | judged | basis


def record_row(found: YearForecast) -> dict[str, Cell]:
    """The back-test as one row of a file; empty where no earlier year is whole."""
    if (record := found.record) is None:
        return {}
    lasts = [each.simple if each else None for each in (record.last_year, record.last_share)]
    flat = record.flat_share
    numbers = (record.trials, record.coverage, flat.error, flat.simple, *lasts, record.no_worse)
    return dict(zip(RECORD_COLUMNS, (found.indicator.name, *numbers), strict=True))
