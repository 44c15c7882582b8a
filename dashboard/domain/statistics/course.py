"""Knows the course of a series of counts: its level, its season, how lively it is, and what they say of months to come.

Counts are Poisson about a level that walks, a season that fades, and a scatter of each month, all on a log scale: a
Gaussian process, fitted by Laplace's approximation (Rasmussen and Williams, Gaussian processes for machine learning,
2006, 3.4). What is not known yet, a season that no year has shown or where the level goes, is doubt: that widens the
range. How lively a series is its own months tell: five answers are weighed by how likely each makes what was counted.

How its constants were chosen: docs/decisions/063-the-forecast-knows-its-doubt.md, and
docs/decisions/067-steady-series-have-narrow-ranges.md.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dashboard.domain.periods.calendar import MONTHS_IN_YEAR

WALK = 0.03  # how far a month's level moves on from the month before, as a part of it
SCATTER = 0.06  # how far a month lies off its level beyond chance
SEASON = 0.05  # how far a month of the year lies off the usual season, times the root of how lively a series is
USUAL = 0.06  # by how much police counts lie above the year's mean at their peak, and below it half a year from there
PEAK = 6.3  # early July, January beginning at 0
KEPT = 0.95  # of a season, a year later
LIVELY = (0.5, 1.0, 2.0, 4.0)  # times WALK and SCATTER; beforehand each is as likely
STRONG, FEW = (
    0.15,
    0.06,
)  # the season of some series of the liveliness of 1, which is all their own; how likely those are
YEARS = 5  # what was counted earlier says nothing
UNKNOWN = 9.0  # variance of a level of which nothing is known
STEPS, FOUND = 8, 1e-5  # of Newton's method: how many, and what is near enough
REACH = 5.0  # how far a course may lie from the mean level
DAYS = (31, 28.25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Course:
    """What is expected of the counts to come: of the first, of the first two together, and so on."""

    means: tuple[float, ...]
    variances: tuple[float, ...]
    busy: tuple[float, ...]  # of each count of the year: its days and season, on any scale
    learned: float  # the part of the doubt about the season that the series' own counts have taken away
    liveliness: float  # 0.5 to 4: times WALK and SCATTER


class SeriesKind(NamedTuple):
    """A kind of series: times which it moves, how far its season lies off the usual one, and how likely it is."""

    times: float
    season: float
    chance: float


KINDS = (
    *(SeriesKind(times, SEASON * sqrt(times), (1 - FEW) / len(LIVELY)) for times in LIVELY),
    SeriesKind(1.0, STRONG, FEW),
)
TIMES, OFF, CHANCES = (np.array(each) for each in zip(*KINDS, strict=True))


class Prior(NamedTuple):
    """What is believed of counts before one is seen: what is usual, and how they vary together, on a log scale."""

    usual: Numbers
    seasons: Numbers  # kind x count x count
    believed: Numbers  # the same of level, scatter and season together


class CourseFit(NamedTuple):
    """How the counts pull on what is believed, for each kind; *weights* say how likely each is."""

    level: float
    pull: Numbers  # kind x count
    root: Numbers  # of the counts' weights
    lower: Numbers  # Cholesky's factor
    weights: Numbers


def course(counts: Mapping[int, int], year: Sequence[int], step: int) -> Course:
    """Return what *counts* by their first month, *step* months each, say of the *year*'s that come after the newest."""
    newest = max(counts)
    seen = [first for first in sorted(counts) if first >= year[0] - YEARS * MONTHS_IN_YEAR]
    ahead = [first for first in year if first > newest]
    prior = _prior((*seen, *ahead, *year), step)
    fitted = _fit(prior, np.array([counts[first] for first in seen], dtype=np.float64))
    return _posterior(prior, fitted, len(seen), len(ahead))


@lru_cache(maxsize=128)  # the series of a view have the same months
def _prior(firsts: tuple[int, ...], step: int) -> Prior:
    """What is believed of counts that begin with these months; of a quarter that of its months on average."""
    months = np.array(firsts, dtype=np.float64)[:, None] + np.arange(step)
    angle = 2 * np.pi * (months % MONTHS_IN_YEAR) / MONTHS_IN_YEAR
    days = np.array(DAYS)[months.astype(int) % MONTHS_IN_YEAR]
    usual = np.log(np.sum(days * np.exp(USUAL * np.cos(angle - 2 * np.pi * PEAK / MONTHS_IN_YEAR)), axis=1))
    flat = months.ravel()
    apart = np.abs(flat[:, None] - flat)
    since = flat - flat.min()
    moving = WALK**2 * np.minimum(since[:, None], since) + SCATTER**2 * (apart == 0)
    level, seasons = _by_count(moving, step), OFF[:, None, None] ** 2 * _by_count(_season(apart), step)
    return Prior(usual, seasons, TIMES[:, None, None] ** 2 * level + seasons + UNKNOWN)


def _season(apart: Numbers) -> Numbers:
    """How the seasons of months that lie *apart* go together: alike a year apart, and in neighbours; fading."""
    alike = np.exp(-2 * np.sin(np.pi * apart / MONTHS_IN_YEAR) ** 2)
    mean = float(np.mean(np.exp(-2 * np.sin(np.pi * np.arange(MONTHS_IN_YEAR) / MONTHS_IN_YEAR) ** 2)))
    found: Numbers = (alike - mean) / (1 - mean) * KEPT ** (apart / MONTHS_IN_YEAR)
    return found


def _by_count(by_month: Numbers, step: int) -> Numbers:
    """The mean over the months of each count."""
    size = len(by_month) // step
    found: Numbers = by_month.reshape(size, step, size, step).mean(axis=(1, 3))
    return found


def _fit(prior: Prior, seen: Numbers) -> CourseFit:
    """Find the likeliest course through what was counted, for every kind at once."""
    known = len(seen)
    usual = prior.usual[:known]
    level = float(np.log((seen.sum() + 0.5) / np.exp(usual).sum()))
    believed = prior.believed[:, :known, :known]
    path = np.tile(np.clip(np.log(seen + 0.5) - usual - level, -REACH, REACH), (len(KINDS), 1))
    for _ in range(STEPS):  # pragma: no branch - found in far fewer
        expected = np.exp(usual + level + path)
        root = np.sqrt(expected)
        within = np.eye(known) + root[:, :, None] * believed * root[:, None, :]
        wanted = expected * path + seen - expected
        turned = np.linalg.solve(within, root[:, :, None] * (believed @ wanted[:, :, None]))[:, :, 0]
        pull = wanted - root * turned
        before, path = path, np.clip((believed @ pull[:, :, None])[:, :, 0], -REACH, REACH)
        if np.abs(path - before).max() < FOUND:
            break
    lower = np.asarray(np.linalg.cholesky(within), dtype=np.float64)
    likely = np.sum(seen * path - np.exp(usual + level + path) - path * pull / 2, axis=1)
    likely -= np.sum(np.log(np.diagonal(lower, axis1=1, axis2=2)), axis=1)
    weights = CHANCES * np.exp(likely - likely.max())
    return CourseFit(level, pull, root, lower, weights / weights.sum())


def _posterior(prior: Prior, fitted: CourseFit, known: int, ahead: int) -> Course:
    """What the fit says of the counts ahead: a mixture over kinds, by its mean and variance."""
    to, year = slice(known, known + ahead), slice(known + ahead, None)
    across, season = prior.believed[:, :known, to], prior.seasons[:, :known, year]
    expected = np.exp(prior.usual[to] + fitted.level + np.einsum("gia,gi->ga", across, fitted.pull))
    both = fitted.root[:, :, None] * np.concatenate((across, season), axis=2)
    told = np.linalg.solve(fitted.lower, both)  # of the doubt, what the counts take away
    taken = told[:, :, :ahead]
    doubt = prior.believed[:, to, to] - taken.transpose(0, 2, 1) @ taken
    shared = expected[:, :, None] * expected[:, None, :] * np.expm1(np.clip(doubt, -1, 2))
    means = np.cumsum(expected, axis=1)
    spread = np.diagonal(np.cumsum(np.cumsum(shared, axis=1), axis=2), axis1=1, axis2=2)
    mean = fitted.weights @ means
    variance = fitted.weights @ (means + spread + means**2) - mean**2
    busy = np.exp(prior.usual[year] + fitted.weights @ np.einsum("giy,gi->gy", season, fitted.pull))
    before = np.trace(prior.seasons[:, year, year], axis1=1, axis2=2)
    learned = float(fitted.weights @ (np.sum(told[:, :, ahead:] ** 2, axis=(1, 2)) / before))
    lively = float(fitted.weights @ TIMES)
    return Course(tuple(mean.tolist()), tuple(variance.tolist()), tuple(busy.tolist()), learned, lively)
