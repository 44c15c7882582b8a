"""Knows incidents as sums by hour of the week, written beside a list so that years of it are answered at once.

A list's sums never change: which lists stand, which crime type an offence is and where an area lies is asked afresh.
"""

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple, cast

import numpy as np

from dashboard.domain.incidents.parts import Numbers, long_spans, parts_of, timed
from dashboard.domain.incidents.week import CELLS

KINDS = 3  # incidents with an hour, without a time, spread too wide
BINS = CELLS + KINDS
YEAR = 12
WIDE, NARROW = np.dtype("<i8"), np.dtype("<i4")  # the same on every machine
OTHER, MONTH, BIN = np.dtype("<i4"), np.dtype("<u2"), np.dtype("u1")


class Split(IntEnum):
    """What the sums of one row are of, by its number, and what they are split by."""

    OFFENCES = 0  # of a month, or of a year by its number below nought: by offence
    AREAS = 1  # the same by area
    OF_AREA = 2  # of an area: by month and offence
    OF_OFFENCE = 3  # of an offence: by month and area


class HourSums(NamedTuple):
    """In columns: millionths in an hour of the week or incidents of a kind, by month and by offence or area."""

    weight: Numbers
    other: Numbers
    month: Numbers
    bin: Numbers


class _Pieces(NamedTuple):
    """Every piece of every incident."""

    weight: Numbers
    month: Numbers
    offence: Numbers
    area: Numbers
    bin: Numbers


Row = tuple[Split, int, bytes]


class SpansTold(NamedTuple):
    """What is added up of incidents: month, offence and area by number, first and last minute since 1970."""

    month: Numbers
    start: Numbers
    end: Numbers
    offence: Numbers
    area: Numbers


def sums_of(told: SpansTold) -> Iterator[Row]:
    """The rows of a list's sums."""
    found = _pieces(told)
    found = _added_up(found, (found.area, found.month, found.offence, found.bin))
    yield from _rows(Split.OF_AREA, found.area, HourSums(found.weight, found.offence, found.month, found.bin))
    by_offence = _Pieces(*(column[np.argsort(found.offence, kind="stable")] for column in found))
    sums = HourSums(by_offence.weight, by_offence.area, by_offence.month, by_offence.bin)
    yield from _rows(Split.OF_OFFENCE, by_offence.offence, sums)
    yield from _by_time(Split.OFFENCES, found)
    yield from _by_time(Split.AREAS, found)


def _by_time(split: Split, pieces: _Pieces) -> Iterator[Row]:
    """The sums of every month, and of every year."""
    months = _added_up(pieces, (pieces.month, _of(split, pieces), pieces.bin))
    years = _added_up(months, (months.month // YEAR, _of(split, months), months.bin))
    for number, found in ((months.month, months), (-(years.month // YEAR), years)):
        yield from _rows(split, number, HourSums(found.weight, _of(split, found), found.month, found.bin))


def _of(split: Split, pieces: _Pieces) -> Numbers:
    return pieces.offence if split is Split.OFFENCES else pieces.area


def _pieces(told: SpansTold) -> _Pieces:
    parts, size = parts_of(told.start, told.end), len(told.month)
    long = long_spans(told.start, told.end)
    kind = np.where(timed(told.start, told.end), 0, np.where(long, 2, 1))
    rows = np.concatenate([parts.incident, np.arange(size)])
    bins = np.concatenate([parts.cell, CELLS + kind])
    weight = np.concatenate([parts.weight, np.ones(size, np.int64)])
    return _Pieces(weight, told.month[rows], told.offence[rows], told.area[rows], bins)


def _added_up(pieces: _Pieces, by: Sequence[Numbers]) -> _Pieces:
    """One piece for each combination of *by*, in its order; their other columns are those of any of them."""
    key = np.zeros(len(pieces.weight), np.int64)
    for column in by:
        least = int(column.min())
        key = key * (int(column.max()) - least + 1) + (column - least)
    order = np.argsort(key, kind="stable")
    first = np.flatnonzero(np.diff(key[order], prepend=-1))
    weight = np.add.reduceat(pieces.weight[order], first)
    return _Pieces(*(column[order[first]] for column in pieces))._replace(weight=weight)


def _rows(split: Split, numbers: Numbers, sums: HourSums) -> Iterator[Row]:
    """The sums of each number; those of a number stand together."""
    first = np.flatnonzero(np.diff(numbers, prepend=int(numbers[0]) - 1))
    for start, end in zip(first, [*first[1:], len(numbers)], strict=True):
        yield split, int(numbers[start]), _packed(HourSums(*(column[start:end] for column in sums)))


def _packed(sums: HourSums) -> bytes:
    """Column behind column; the last byte says how wide the weights are."""
    width = WIDE if int(sums.weight.max()) > np.iinfo(np.int32).max else NARROW
    columns = zip(sums, (width, OTHER, MONTH, BIN), strict=True)
    return b"".join([*(column.astype(kind).tobytes() for column, kind in columns), bytes([width.itemsize])])


def unpacked_sums(rows: Iterable[bytes]) -> tuple[HourSums, Sequence[int]]:
    """The sums of all rows one behind another, and how many are of each row."""
    found = [_unpacked(kept) for kept in rows]
    return HourSums(*map(np.concatenate, zip(*found, strict=True))), [len(item.weight) for item in found]


def _unpacked(kept: bytes) -> HourSums:
    kinds = (WIDE if kept[-1] == WIDE.itemsize else NARROW, OTHER, MONTH, BIN)
    count, at, columns = (len(kept) - 1) // sum(kind.itemsize for kind in kinds), 0, list[Numbers]()
    for kind in kinds:
        columns.append(cast("Numbers", np.frombuffer(kept, kind, count, at)))
        at += count * kind.itemsize
    return HourSums(*columns)
