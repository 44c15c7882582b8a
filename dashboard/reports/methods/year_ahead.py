"""Knows the pages on the year in progress: where it will probably end, and how such forecasts did before."""

from decimal import Decimal

from dashboard.domain.errors import MissingFigure
from dashboard.domain.periods.calendar import first_month
from dashboard.domain.statistics.backtest import BackTest, Trial, back_test, last_year, trials
from dashboard.domain.statistics.course import FEW, KEPT, LIVELY, SCATTER, SEASON, STRONG, USUAL, WALK, YEARS, course
from dashboard.domain.statistics.forecast import (
    Forecast,
    Span,
    barred,
    chance_of_meeting,
    fan,
    forecast,
    milestones,
    required_run_rate,
    still_to_come,
)
from dashboard.domain.statistics.likelihood import LIKELIHOODS, likelihood, likely_outcome_of, percent_of
from dashboard.domain.targets.goals import Goal
from dashboard.domain.targets.status import Polarity
from dashboard.domain.values.numbers import show, show_briefly
from dashboard.domain.wording import listed_or
from dashboard.questions.store import Store
from dashboard.reports.indicators.forecast import YearForecast, record_words, words, year_forecast_of
from dashboard.reports.indicators.ledger import Ledger
from dashboard.reports.methods.figures import ABOUT_INVENTED, ABOUT_TYPED, invented
from dashboard.reports.methods.method import Example, Formula, Method, Piece, table
from dashboard.reports.methods.monthly import months_to_work_on, newest_year

SLUG = "anti-social-behaviour"
TYPED_COUNT, TYPED_SHARE, TYPED_TARGET = 150, 0.5, Decimal(288)
TIMES = listed_or([f"{times:g}" for times in LIVELY])
AFTER = (3, 6, 9)  # months after which the example shows a trial


def forecast_example(store: Store) -> Example:
    county = invented(store)
    found = (
        year_forecast_of(Ledger(store, county.filters), county.indicator(SLUG), county.area.slug) if county else None
    )
    if county is None:
        return _typed_forecast()
    if found is None or not isinstance(found.made, Forecast):
        raise MissingFigure(f"{county.name} has no year so far that could be forecast.")
    worked = table(f"{county.indicator(SLUG).name}, {found.year.label}", ("What", "Figure"), _rows(found, found.made))
    return Example(ABOUT_INVENTED, (worked,), tuple(words(found)))


def _meeting(chance: float | None) -> str:
    return "–" if chance is None else f"{likelihood(chance)}, {percent_of(chance)}"


def _rows(found: YearForecast, made: Forecast) -> list[tuple[Piece, ...]]:
    done, so_far = len(made.so_far), sum(made.so_far)
    low, high = made.outturn()
    rows: list[tuple[Piece, ...]] = [
        ("Counted so far", f"{so_far:,}"),
        ("Months counted", f"{done} of {len(made.shares)}"),
        ("Months counted before the year", str(made.past)),
        ("Of its season, told by its own months", f"{made.learned:.0%}"),
        ("Share of a year by then", f"{sum(made.shares[:done]):.1%}"),
        ("Expected at the end of the year", f"{made.expected:,.0f}"),
        ("Range meant to hold four times in five", f"{low:,} to {high:,}"),
        ("How often it held in earlier years", _held(found.record)),
    ]
    if found.goal is not None:
        rate = required_run_rate(so_far, made.left, found.goal)
        rows.append(("Target", show(found.goal.number)))
        rows.append(("A month from here to end on it", "beyond reach" if rate is None else show_briefly(rate)))
        rows.append(("Meeting it is", _meeting(found.chance)))
    return rows


def _held(record: BackTest | None) -> str:
    return f"{record.held} of {record.trials} forecasts" if record else "no earlier year is whole"


def _typed_forecast() -> Example:
    left = still_to_come(TYPED_COUNT, TYPED_SHARE, 1 - TYPED_SHARE)
    low, high = left.between()
    chance = chance_of_meeting(left, TYPED_COUNT, Goal(TYPED_TARGET, Polarity.LOWER)) or 0.0
    rows = [
        ("Counted so far", str(TYPED_COUNT)),
        ("Share of a year by then", f"{TYPED_SHARE:.0%}"),
        ("Expected at the end of the year", f"{TYPED_COUNT + left.mean:,.1f}"),
        ("Range meant to hold four times in five", f"{TYPED_COUNT + low} to {TYPED_COUNT + high}"),
        ("Target", show(TYPED_TARGET)),
    ]
    said = f"Meeting the target of {TYPED_TARGET} is {likelihood(chance)}."
    return Example(ABOUT_TYPED, (table("Half a year counted", ("What", "Figure"), rows),), (said,))


def record_example(store: Store) -> Example:
    name, counts = months_to_work_on(store, SLUG)
    span = Span(first_month(newest_year(counts)))
    tried = list(trials(dict(counts), span))
    record = back_test(tried)
    if record is None:
        raise MissingFigure(f"{name} has no whole year that could have been forecast.")
    last = [trial for trial in tried if trial.span == tried[-1].span and trial.steps in AFTER]
    headings = ("After", "Forecast", "Low", "High", "Came to", "Held")
    shown = table(f"{name}: forecasts of its newest whole year", headings, [_trial(trial) for trial in last])
    summary = table(
        f"{name}: every forecast",
        ("Forecasts", "Range held", "Off by", "All months alike", "Last year", "Last year’s way"),
        [_sum(record)],
    )
    about = ABOUT_INVENTED if invented(store) else ABOUT_TYPED
    return Example(about, (shown, summary), (record_words(record),))


def _trial(trial: Trial) -> tuple[Piece, ...]:
    numbers = (f"{trial.expected:,.0f}", f"{trial.low:,}", f"{trial.high:,}", f"{trial.outturn:,}")
    return (f"{trial.steps} months", *numbers, "Yes" if trial.held else "No")


def _sum(record: BackTest) -> tuple[Piece, ...]:
    lasts = [f"{each.simple:.1f}%" if each else "–" for each in (record.last_year, record.last_share)]
    own, flat = record.flat_share.error, record.flat_share.simple
    return str(record.trials), f"{record.held} ({record.coverage:.0f}%)", f"{own:.1f}%", f"{flat:.1f}%", *lasts


FORECAST = Method(
    slug="forecast",
    title="Forecast of the year so far",
    question="Where will the year end, and will it meet its target?",
    formula=(
        Formula(
            "count of a month ≈ level × days × season × scatter, on a log scale",
            f"The level walks, by {WALK:.0%} a month; a month scatters about it by {SCATTER:.0%} beyond chance."
            f" Whether a series moves {TIMES} times that, its own months tell.",
        ),
        Formula(
            f"usual season = +{USUAL:.0%} in early July, −{USUAL:.0%} in January",
            f"A series’ own season lies about it by {SEASON:.0%} (more where it moves more; by {STRONG:.0%} in"
            f" {FEW:.0%} of series) and is learned from its months of the last {YEARS} years, whole years or not;"
            f" a year later {KEPT:.0%} of it is left. What no month has shown stays doubt.",
        ),
        Formula(
            "still to come = what level and season say of the months left",
            "They are estimated together from every month that was counted, months before the year included.",
        ),
        Formula(
            "range = what a negative binomial count does four times in five",
            "Its variance is chance and the doubt about level, season and scatter. Early in the year, and in a first"
            " year, that doubt is large.",
        ),
        Formula(
            "needed a month = (target − so far) ÷ months left",
            "On the way to the target stands the target × the share of the year so far.",
        ),
        Formula(
            " · ".join(f"{least:.0%} or more: {said}" for least, said in LIKELIHOODS) + " · else: very unlikely",
            "The chance of meeting the target is said in words, with its percentage. Equal to the target is met.",
        ),
    ),
    source=(
        "This is our own method. It rests on Rasmussen and Williams, Gaussian processes for machine learning (2006),"
        " 3.4 and 5.4, and on Harvey, Forecasting, structural time series models and the Kalman filter (1989).",
        "How it was chosen and how it does: docs/decisions/063-the-forecast-knows-its-doubt.md in the source,"
        " and 067-steady-series-have-narrow-ranges.md.",
    ),
    example=forecast_example,
    limits=(
        "Only counts by month or quarter are forecast: no rates, percentages, surveys, or figures that come late.",
        "It knows nothing of plans. A new operation, a changed definition or a year like 2020 will defeat it.",
        "Early in the year the range is wide: read the range, not the single number.",
        "Series of few incidents get a range that is too wide. What is no police count may have another usual season.",
        "Look at its record on the same series before using it: see the method on the back-test.",
    ),
    uses=(
        *(forecast, course, barred, still_to_come),
        *(chance_of_meeting, likelihood, percent_of, likely_outcome_of, required_run_rate, milestones, fan),
    ),
)

BACK_TEST = Method(
    slug="back-test",
    title="Back-test: the record of forecasts",
    question="How well would such forecasts have done on the years that are over?",
    formula=(
        Formula(
            "range held = forecasts whose range held the outturn ÷ all forecasts",
            "Each of the newest five whole years is forecast after each of its first 11 months, from what was known by"
            " then and nothing later. A range meant to hold four times in five should hold about 80%.",
        ),
        Formula(
            "off by = sum of |forecast − outturn| ÷ sum of outturns",
            "It stands beside three forecasts that anyone can make: all months alike (the year goes on as it went so"
            " far), last year’s way (it goes on as last year went on) and last year’s figure again.",
        ),
    ),
    source=(
        "Tashman, Out-of-sample tests of forecasting accuracy, International Journal of Forecasting 16 (2000).",
        "On 10,664 forecasts of three counties the range held 84%, on 3,180 of the City of London 70% (decision 067).",
        "Forces of that size differ by luck: all months together, by 2 points of a county and 5 of the City.",
    ),
    example=record_example,
    limits=(
        "Forecasts of one year are alike: eleven of them are no eleven separate tries.",
        "Two or three whole years are a short record. The range may have held by luck, or failed by it.",
        "A record is of the past: it warns of no change that is still to come.",
    ),
    uses=(back_test, trials, last_year),
)
