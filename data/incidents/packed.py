"""Knows how a month of incidents is kept: columns of whole numbers."""

from typing import NamedTuple

import numpy as np

from dashboard.domain.incidents.parts import Numbers

DAYS_TO = np.datetime64("1970-01-01")
TYPE = np.dtype("<i4")  # the same on every machine


class Columns(NamedTuple):
    """Incidents: day and minutes since 1970, offence and area by number, metres of the national grid."""

    day: Numbers
    start: Numbers
    end: Numbers
    offence: Numbers
    area: Numbers
    easting: Numbers
    northing: Numbers

    def of(self, rows: Numbers) -> "Columns":
        return Columns(*(column[rows] for column in self))


def packed(columns: Columns) -> bytes:
    return b"".join(column.astype(TYPE).tobytes() for column in columns)


def unpacked(kept: bytes) -> Columns:
    return Columns(*np.frombuffer(kept, TYPE).reshape(len(Columns._fields), -1))


def columns_of(kept: bytes) -> Numbers:
    """A column of a parcel."""
    return np.frombuffer(kept, np.int32).astype(np.int64)


def months_of(day: Numbers) -> Numbers:
    """The number of the month of each day since 1970."""
    found: Numbers = (DAYS_TO + day).astype("datetime64[M]").astype(np.int64) + 1970 * 12
    return found


def day_text(day: int) -> str:
    return str(DAYS_TO + np.timedelta64(day, "D"))
