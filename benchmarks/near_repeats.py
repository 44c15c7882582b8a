"""Measures near repeats of 20,000 made-up incidents: `python -m benchmarks near-repeats`."""

import time
from collections.abc import Sequence

import numpy as np

from benchmarks.measured import heading, row
from dashboard.domain.statistics.near_repeats import AT_ONCE, IN_THE_END, Bands, dealt, knox, near_pairs

INCIDENTS, DAYS, SEED = 20_000, 3 * 365, 11
SIDE = 22_900  # metres: so wide that 0.3 million pairs are within the last band
BANDS = Bands((0, 100, 250, 500), (7, 14, 28))
TURNS = 5


def main(_arguments: Sequence[str]) -> None:
    chance = np.random.default_rng(SEED)
    places = chance.uniform(0, SIDE, (INCIDENTS, 2)).round()
    days = chance.integers(0, DAYS, INCIDENTS).tolist()
    near = near_pairs(places, days, BANDS)  # scipy is imported
    found: list[float] = []
    taken: dict[int, list[float]] = {AT_ONCE: [], IN_THE_END: []}
    for _ in range(TURNS):
        began = time.process_time()
        near = near_pairs(places, days, BANDS)
        found.append((time.process_time() - began) * 1000)
        for times, each in taken.items():
            began = time.process_time()
            knox(near, dealt(near, times, SEED))
            each.append((time.process_time() - began) * 1000)
    heading()
    row(f"{near.count:,} near pairs of {INCIDENTS:,} incidents, found", found, "ms of a processor")
    for times, each in taken.items():
        row(f"their days dealt out {times} times", each, "ms of a processor")
