"""Judges forecasts on published series: `python -m benchmarks forecast`; how often the range held, and who erred less.

Each whole year is forecast after each of its months from what was known by then. A forecast's error is in percent of
the outturn, and the mean over trials, so that each series counts alike.
"""

import argparse
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from benchmarks import forecast_drawn
from benchmarks import forecast_series as series
from dashboard.domain.statistics.backtest import Trial

#: The forecasts that anyone can make.
SIMPLE: dict[str, Callable[[Trial], float | None]] = {
    "all months alike": lambda trial: trial.flat_share,
    "last year's way": lambda trial: trial.last_share,
    "last year again": lambda trial: trial.last_year,
}


@dataclass(frozen=True, slots=True)
class Judged:
    """How trials came out beside the best simple forecast of the same trials."""

    trials: int
    held: float  # percent of ranges
    error: float  # percent of the outturn
    best: str
    simple: float

    @property
    def ratio(self) -> float:
        return self.error / self.simple


def judged(trials: Sequence[Trial]) -> Judged:
    """Judge trials against the best of the simple forecasts that each of them has."""
    errors = {name: _error(trials, simple) for name, simple in SIMPLE.items()}
    known = {name: error for name, error in errors.items() if error is not None}
    best = min(known, key=known.__getitem__)
    held = 100 * sum(trial.held for trial in trials) / len(trials)
    return Judged(len(trials), held, _error(trials, lambda trial: trial.expected) or 0.0, best, known[best])


def _error(trials: Sequence[Trial], forecast: Callable[[Trial], float | None]) -> float | None:
    """The mean error in percent; None where one of the trials has no such forecast."""
    found = [(forecast(trial), trial.outturn) for trial in trials]
    offs = [abs(number - outturn) / max(outturn, 1) for number, outturn in found if number is not None]
    return 100 * sum(offs) / len(offs) if len(offs) == len(found) else None


def by_steps(trials: Iterable[Trial]) -> dict[int, list[Trial]]:
    """The trials by how many counts of the year were known."""
    found: dict[int, list[Trial]] = {}
    for trial in trials:
        found.setdefault(trial.steps, []).append(trial)
    return dict(sorted(found.items()))


def with_last_year(trials: Iterable[Trial]) -> list[Trial]:
    """The trials that a simple forecast from last year can be made for."""
    return [trial for trial in trials if trial.last_year is not None and trial.last_share is not None]


def force_trials(force: str) -> list[Trial]:
    """Every trial of a force that somebody could have forecast."""
    return list(filter(series.is_foreseeable, series.street_trials(force, series.street_series(force))))


def main(words: Sequence[str]) -> None:
    parser = argparse.ArgumentParser("benchmarks forecast", description=__doc__)
    parser.add_argument("--drawn", action="store_true", help="how far from 80%% a good range may come out on one force")
    if parser.parse_args(words).drawn:
        forecast_drawn.show()
        return
    print(f"{'series, months known':<34}{'trials':>7}{'held':>7}{'off by':>8}   the best simple forecast")
    for force in series.FORCES:
        trials = series.street_trials(force, series.street_series(force))
        known = list(filter(series.is_foreseeable, trials))
        _print(force, known)
        if len(known) < len(trials):
            _line(f"{force}, before March 2020", [trial for trial in trials if not series.is_foreseeable(trial)])
    _print("London boroughs, 1 series in 9", series.borough_trials())
    _print("Home Office, by quarter", series.quarter_trials())


def _print(name: str, trials: Sequence[Trial]) -> None:
    for steps, found in by_steps(trials).items():
        _line(f"{name}, {steps}", found)
        if (later := with_last_year(found)) and len(later) < len(found):
            _line("    of which with a last year", later)
    _line(f"{name}, together", trials)


def _line(name: str, trials: Sequence[Trial]) -> None:
    found = judged(trials)
    print(
        f"{name:<34}{found.trials:>7,}{found.held:>6.1f}%{found.error:>7.2f}%"
        f"  {found.simple:>6.2f}% {found.best}{'' if found.ratio <= 1 else '  <- errs less'}",
        flush=True,
    )
