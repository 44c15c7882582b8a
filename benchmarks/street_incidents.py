"""Knows how many incidents the made-up areas have: by neighbourhood, crime type and month, as skewed as real ones."""

import numpy as np
from numpy.typing import NDArray

from benchmarks.street_areas import SEED, Areas, Ints, Size

#: police.uk's crime types of today by their numbers, and the share of each in percent.
SHARES = {
    **{1: 16.0, 2: 35.0, 3: 1.0, 5: 4.5, 6: 6.5, 7: 1.4, 8: 2.1, 9: 1.1, 10: 7.6, 11: 8.4},
    **{12: 6.9, 13: 3.1, 14: 5.2, 16: 1.2},
}
TYPES = np.array(list(SHARES))
#: What town centres have more of.
CENTRAL = {12: 6.0, 8: 5.0, 7: 3.0, 14: 2.5, 9: 2.0, 13: 1.8, 10: 1.5}
NO_LOCATION_SHARE = 0.02
TO_A_CENTRE = 40  # neighbourhoods
CENTRE_TIMES = 6.0
SUMMER, DRIFT = 0.10, 0.35

Floats = NDArray[np.float64]


def expected(areas: Areas, size: Size) -> Floats:
    """Incidents to be expected in a month, by neighbourhood and crime type."""
    chance = np.random.default_rng([SEED, 1])
    many = len(areas.ward)
    weight = chance.lognormal(0, 0.7, many)
    mix = np.array(list(SHARES.values())) * chance.gamma(2.0, 0.5, (many, len(TYPES)))
    centres = np.arange(many) % TO_A_CENTRE == TO_A_CENTRE // 2
    weight[centres] *= CENTRE_TIMES
    mix[centres] *= np.array([CENTRAL.get(number, 1.0) for number in SHARES])
    rates: Floats = weight[:, None] * mix
    rates *= size.incidents * (1 - NO_LOCATION_SHARE) / size.months / rates.sum()
    return rates


def by_month(size: Size) -> Floats:
    """How far each month lies from the average, by crime type: summer, and a slow rise or fall."""
    chance = np.random.default_rng([SEED, 2])
    month = np.arange(size.months)
    season = SUMMER * np.sin((month + size.first) % 12 / 12 * 2 * np.pi - np.pi / 2)
    slope = chance.uniform(-DRIFT, DRIFT, len(TYPES))
    found: Floats = 1 + season[None, :] + slope[:, None] * np.linspace(-1, 1, size.months)[None, :]
    return found


def of_force(force: int, rates: Floats, months: Floats) -> Ints:
    """Incidents of one force by neighbourhood, crime type and month; the last row is of no location."""
    chance = np.random.default_rng([SEED, 3, force])
    nowhere = rates.sum(axis=0, keepdims=True) * NO_LOCATION_SHARE / (1 - NO_LOCATION_SHARE)
    found: Ints = chance.poisson(np.vstack([rates, nowhere])[:, :, None] * months[None, :, :])
    return found
