"""When an incident may have happened: golden shares, and what tells no hour."""

from datetime import datetime
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.incidents.parts import NO_TIME, ONE, long_spans, parts_of, timed
from dashboard.domain.incidents.spans import TimeKind, shares, time_kind, too_many_midnights
from dashboard.domain.incidents.week import WEEK, band_of, cell_label, cell_of, minute_of, row_cells

MONDAY = datetime(2026, 11, 30)  # noqa: DTZ001 - the wall clock


def at(day: int, hour: int, minute: int = 0) -> int:
    """Minutes of a time in the week that begins on MONDAY."""
    return minute_of(MONDAY) + day * 1440 + hour * 60 + minute


def cell(day: int, hour: int) -> int:
    return day * 24 + hour


FRIDAY, SATURDAY, SUNDAY = 4, 5, 6


def test_friday_night_is_shared_by_overlap() -> None:
    found = shares(at(FRIDAY, 22, 30), at(SATURDAY, 1, 15))
    assert found == {
        cell(FRIDAY, 22): Fraction(2, 11),
        cell(FRIDAY, 23): Fraction(4, 11),
        cell(SATURDAY, 0): Fraction(4, 11),
        cell(SATURDAY, 1): Fraction(1, 11),
    }


def test_ten_days_from_monday_are_exact() -> None:
    found = shares(at(0, 0), at(10, 0))
    assert sorted(found.values()) == [Fraction(1, 240)] * 96 + [Fraction(1, 120)] * 72
    assert sum(found.values()) == 1


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (at(0, 14, 20), at(0, 14, 20), {cell(0, 14): Fraction(1)}),  # from = to
        (at(0, 14, 59), at(0, 14, 59), {cell(0, 14): Fraction(1)}),
        (at(0, 14, 0), at(0, 15, 0), {cell(0, 14): Fraction(1)}),  # the end itself is in no hour
        (at(SUNDAY, 23, 30), at(7, 0, 30), {cell(6, 23): Fraction(1, 2), cell(0, 0): Fraction(1, 2)}),
        (at(0, 0, 0), at(0, 0, 0), {cell(0, 0): Fraction(1)}),
        (at(0, 13, 50), at(0, 14, 20), {cell(0, 13): Fraction(1, 3), cell(0, 14): Fraction(2, 3)}),
    ],
)
def test_shares(start: int, end: int, expected: dict[int, Fraction]) -> None:
    assert shares(start, end) == expected


@pytest.mark.parametrize(
    ("start", "end", "is_exact", "kind"),
    [
        (None, None, False, TimeKind.UNKNOWN),
        (None, 60, True, TimeKind.UNKNOWN),
        (60, None, False, TimeKind.UNKNOWN),
        (60, None, True, TimeKind.EXACT),
        (60, 60, False, TimeKind.EXACT),
        (60, 61, False, TimeKind.SPREAD),
        (60, 1500, False, TimeKind.SPREAD),
        (60, 1501, False, TimeKind.LONG),
        (60, 20_000, True, TimeKind.LONG),
    ],
)
def test_what_is_known(start: int | None, end: int | None, is_exact: bool, kind: TimeKind) -> None:
    assert time_kind(start, end, start_is_exact=is_exact) is kind


@pytest.mark.parametrize(
    ("midnight", "before", "after", "said"),
    [
        (20, 9, 9, True),
        (19, 0, 0, False),
        (20, 10, 0, False),
        (21, 3, 10, True),
        (21, 3, 11, False),
        (400, 50, 60, True),
    ],
)
def test_too_many_midnights(midnight: int, before: int, after: int, said: bool) -> None:
    assert too_many_midnights(midnight, before, after) is said


def test_friday_22_to_02_is_four_of_168_hours() -> None:
    band = next(item for item in WEEK if item.slug == "fri-22")
    assert band.label == "Friday 22:00 to 02:00"
    assert band.cells == (cell(4, 22), cell(4, 23), cell(5, 0), cell(5, 1))
    assert round(len(band.cells) / 168 * 100, 1) == 2.4


def test_the_bands_are_the_week() -> None:
    assert sorted(found for band in WEEK for found in band.cells) == list(range(168))
    assert len({band.slug for band in WEEK}) == 42
    assert all(band_of(found) == band for band in WEEK for found in band.cells)


def test_a_row_runs_from_six_to_six() -> None:
    assert row_cells(FRIDAY)[0] == cell(FRIDAY, 6)
    assert row_cells(FRIDAY)[-1] == cell(SATURDAY, 5)
    assert row_cells(SUNDAY)[18:] == tuple(range(6))
    assert sorted(found for day in range(7) for found in row_cells(day)) == list(range(168))


def test_days_before_the_epoch_are_days_too() -> None:
    wednesday = MONDAY.replace(year=1969, month=12, day=31, hour=23, minute=59)
    assert cell_of(minute_of(wednesday)) == cell(2, 23)
    assert cell_label(cell(6, 23)) == "Sunday 23:00 to 00:00"


@given(st.lists(st.tuples(st.integers(0, 60_000_000), st.integers(0, 1440)), min_size=1, max_size=20))
def test_many_at_once_are_as_one_by_one(spans: list[tuple[int, int]]) -> None:
    start = np.array([begin for begin, _ in spans])
    end = start + [length for _, length in spans]
    incident, cells, weight = parts_of(start, end)
    for row in range(len(spans)):
        mine = incident == row
        assert weight[mine].sum() == ONE
        exact = shares(int(start[row]), int(end[row]))
        found = dict.fromkeys(exact, 0)
        for at_cell, part in zip(cells[mine], weight[mine], strict=True):
            found[int(at_cell)] += int(part)
        assert all(abs(found[key] - exact[key] * ONE) <= 25 for key in exact)


def test_of_a_long_or_unknown_time_there_are_no_parts() -> None:
    start = np.array([0, NO_TIME, 0, 600])
    end = np.array([1441, NO_TIME, NO_TIME, 600])
    assert timed(start, end).tolist() == [False, False, False, True]
    assert long_spans(start, end).tolist() == [True, False, False, False]
    assert parts_of(start, end).weight.tolist() == [ONE]
