"""Knows the hours of many incidents at once, in whole millionths of an incident so that sums stay exact."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dashboard.domain.incidents.week import CELLS, HOURS, MINUTES_IN_DAY, MINUTES_IN_HOUR, THURSDAY

ONE = 1_000_000  # an incident
NO_TIME = -(2**31)  # stands for a minute that is not known
Numbers = NDArray[np.int64] | NDArray[np.int32]
Flags = NDArray[np.bool_]


class Parts(NamedTuple):
    """Pieces of incidents, in columns: which incident, the hour of the week, millionths of it."""

    incident: Numbers
    cell: Numbers
    weight: Numbers


def timed(start: Numbers, end: Numbers) -> Flags:
    """Which incidents tell an hour: their times are known and at most 24 hours apart."""
    return _known(start, end) & (end - start <= MINUTES_IN_DAY)


def long_spans(start: Numbers, end: Numbers) -> Flags:
    """Which are known, but spread over more than 24 hours."""
    return _known(start, end) & (end - start > MINUTES_IN_DAY)


def _known(start: Numbers, end: Numbers) -> Flags:
    found: Flags = np.logical_and(start != NO_TIME, end != NO_TIME)
    return found


def parts_of(start: Numbers, end: Numbers) -> Parts:
    """The pieces of every incident that tells an hour; those of one incident add up to ONE.

    What rounding down leaves of an incident goes to its first hour: at most 25 millionths.
    """
    rows = np.flatnonzero(timed(start, end))
    first, last = start[rows], end[rows]
    hour, span = first // MINUTES_IN_HOUR, np.maximum(last - first, 1)
    pieces = [Parts(rows, _cell(hour), np.zeros(len(rows), np.int64))]
    given = np.zeros(len(rows), np.int64)
    for step in range(1, HOURS + 1):
        begins = (hour + step) * MINUTES_IN_HOUR
        at = np.flatnonzero(begins < last)
        if not len(at):
            break
        overlap = np.minimum(last[at] - begins[at], MINUTES_IN_HOUR)
        weight = overlap * ONE // span[at]
        given[at] += weight
        pieces.append(Parts(rows[at], _cell(hour[at] + step), weight))
    pieces[0] = pieces[0]._replace(weight=ONE - given)
    return Parts(*(np.concatenate(column) for column in zip(*pieces, strict=True)))


def _cell(hour: Numbers) -> Numbers:
    return (hour + THURSDAY * HOURS) % CELLS
