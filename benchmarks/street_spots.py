"""Knows the map points of the made-up neighbourhoods: where incidents are put, and how they ended."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from benchmarks.street_areas import SEED, Ints
from benchmarks.street_incidents import TYPES
from data.engine import bulk
from data.sources.geography.coordinates import MICRO
from data.tables import street as tables

TO_A_NEIGHBOURHOOD = 24  # map points
OUTCOMES = (
    *("Investigation complete; no suspect identified", "Unable to prosecute suspect", "Under investigation", ""),
    *("Awaiting court outcome", "Offender given a caution", "Local resolution", "Status update unavailable"),
    *("Further investigation is not in the public interest", "Action to be taken by another organisation"),
)
OUTCOME_SHARES = (0.36, 0.27, 0.10, 0.13, 0.05, 0.02, 0.02, 0.02, 0.02, 0.01)


def spread(counts: Ints, chance: np.random.Generator) -> NDArray[np.int64]:
    """One row an incident of a month, given by neighbourhood and crime type: both positions, its point, its outcome."""
    place, kind = np.nonzero(counts)
    times = counts[place, kind]
    total = int(times.sum())
    busy = (chance.random(total) ** 2 * TO_A_NEIGHBOURHOOD).astype(np.int64)  # a few points have most
    outcome = chance.choice(len(OUTCOMES), total, p=OUTCOME_SHARES)
    return np.column_stack([np.repeat(place, times), busy, np.repeat(kind, times), outcome])


def write_points(connection: Connection, force: int, hoods: Sequence[int], counts: Ints, first: int) -> None:
    """Write the map points of one force and the counts at them, month by month in key order."""
    bulk(connection, tables.outcome, [(at + 1, name) for at, name in enumerate(OUTCOMES)])
    bulk(connection, tables.map_point, [_point(hood, spot) for hood in hoods for spot in range(TO_A_NEIGHBOURHOOD)])
    chance = np.random.default_rng([SEED, 4, force])
    numbers = np.array(hoods)
    for month in range(counts.shape[2]):
        found, times = np.unique(spread(counts[:, :, month], chance), axis=0, return_counts=True)
        hood = numbers[found[:, 0]]
        columns = (hood, hood * TO_A_NEIGHBOURHOOD + found[:, 1], TYPES[found[:, 2]], found[:, 3] + 1, times)
        lists = [column.tolist() for column in columns]
        rows = [(force, first + month, *row) for row in zip(*lists, strict=True)]
        bulk(connection, tables.point_count, sorted(rows))


def _point(hood: int, spot: int) -> tuple[int, int, int, int, str]:
    number = hood * TO_A_NEIGHBOURHOOD + spot
    east, north = -5 * MICRO + number % 2_000 * 2_000, 50 * MICRO + number // 2_000 * 2_000
    return number, east, north, hood, f"On or near Street {number}"
