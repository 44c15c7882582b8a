"""Knows how rows of numbers are added up: those that are alike, and for every place that a neighbourhood lies in."""

import numpy as np

from data.street.loading.points import Numbers


def summed(rows: Numbers) -> Numbers:
    """The last column added up over the rows that are alike in the others, in the order of these."""
    *keys, n = rows.T
    sizes = [int(key.max()) + 1 for key in keys]
    order, first = _alike(np.ravel_multi_index(tuple(keys), sizes))
    chosen = order[first]
    return np.column_stack((*(key[chosen] for key in keys), np.add.reduceat(n[order], first)))


def _alike(keys: Numbers) -> tuple[Numbers, Numbers]:
    """The order of *keys*, and where in it each of them stands first."""
    order = np.argsort(keys)
    return order, np.flatnonzero(np.diff(keys[order], prepend=-1))


def outward(pairs: Numbers, rows: Numbers) -> Numbers:
    """The same for every place that a neighbourhood lies in, by *pairs* of the two, instead of the neighbourhood.

    *rows* are neighbourhood, crime type, month, incidents. What is repeated for each place is one number a row.
    """
    inner, outer = pairs.T
    hood, kind, month, n = rows.T
    months, kinds = int(month.max()) + 1, int(kind.max()) + 1
    first, last = (np.searchsorted(inner, hood, side) for side in ("left", "right"))
    times = last - first
    row = np.repeat(np.arange(len(rows)), times)
    place = outer[np.arange(len(row)) + np.repeat(first - np.cumsum(times) + times, times)]
    order, start = _alike((place * kinds + kind[row]) * months + month[row])
    found = row[order[start]]
    return np.column_stack((place[order[start]], kind[found], month[found], np.add.reduceat(n[row[order]], start)))
