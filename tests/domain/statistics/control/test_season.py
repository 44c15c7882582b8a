"""Proves the season of a control chart: what months usually have, limits about that, and when limits stay level."""

from collections.abc import Sequence
from decimal import Decimal

import pytest

from dashboard.domain.statistics.control.limits import ControlLimits
from dashboard.domain.statistics.control.season import NoSeason, Season, SeasonAbsence, season_of, whole_years
from dashboard.domain.statistics.control.signals import Signal
from dashboard.domain.statistics.control_chart import (
    Assurance,
    ControlAbsence,
    ControlChart,
    Variation,
    assurance,
    control_chart,
    variation,
)
from dashboard.domain.targets.status import Polarity
from dashboard.domain.values.printed import ValueType

#: Three typed years from April to March: their factors were worked out apart.
TYPED = (
    *(31, 29, 33, 36, 38, 34, 30, 27, 25, 24, 23, 28),
    *(30, 28, 35, 37, 36, 31, 29, 26, 24, 22, 24, 27),
    *(33, 31, 34, 39, 40, 35, 33, 28, 27, 26, 25, 30),
)
FACTORS = (1.0367, 0.9704, 1.1268, 1.2358, 1.2571, 1.1026, 1.0140, 0.8936, 0.8379, 0.7933, 0.7945, 0.9373)  # April on
WINTER = (130, 120, 90, 80, 75, 70, 60, 70, 80, 90, 130, 150)


def points(numbers: Sequence[int | None]) -> list[Decimal | None]:
    return [None if number is None else Decimal(number) for number in numbers]


def months(count: int, first: int = 4) -> list[int]:
    return [(first - 1 + at) % 12 + 1 for at in range(count)]


def found(numbers: Sequence[int | None]) -> Season | NoSeason:
    return season_of(points(numbers), months(len(numbers)))


def chart(numbers: Sequence[int | None], starts: Sequence[int] = ()) -> ControlChart:
    return control_chart(points(numbers), ValueType.COUNT, starts, months=months(len(numbers)))


def seasonal(numbers: Sequence[int | None]) -> Season:
    season = found(numbers)
    assert isinstance(season, Season)
    return season


def test_the_factor_of_a_month_is_its_mean_share_of_its_year() -> None:
    season = seasonal(TYPED)
    assert [float(factor) for factor in season.factors[:12]] == pytest.approx(FACTORS, abs=5e-5)
    assert season.factors[:12] == season.factors[24:]
    assert float(season.spread.deviation) == pytest.approx(0.158753, abs=1e-6)
    assert season.spread.chance < 1e-9


def test_factors_follow_the_calendar_wherever_the_series_begins() -> None:
    later = TYPED[5:] + TYPED[:5]  # September to August: each month of the year thrice, as before
    season = season_of(points(later), months(36, first=9))
    assert isinstance(season, Season)
    by_month = dict(zip(months(36, first=9), season.factors, strict=True))
    assert float(by_month[8]) == pytest.approx(1.257, abs=0.02)
    assert float(by_month[1]) == pytest.approx(0.793, abs=0.02)


@pytest.mark.parametrize(
    ("numbers", "starts"),
    [
        ([1] * 11, ()),
        ([1] * 35, (0, 12)),
        ([1] * 36, (0, 12, 24)),
        ([1] * 47, (0, 12, 24)),
        ([1] * 48, (0, 12, 24)),  # the newest year is judged by the three before it
        ([1] * 60, (0, 12, 24, 36)),
        ([*[1] * 12, None, *[1] * 24], (0, 13, 25)),
        ([*[1] * 5, None, *[1] * 36], (6, 18, 30)),
        ([*[1] * 36, None, *[1] * 12], (0, 12, 24)),
        ([None] * 40, ()),
    ],
)
def test_years_are_twelve_months_without_a_gap(numbers: list[int | None], starts: tuple[int, ...]) -> None:
    assert whole_years(points(numbers)) == starts


@pytest.mark.parametrize(
    ("numbers", "why"),
    [
        (TYPED[:35], SeasonAbsence.TOO_SHORT),
        ([*TYPED[:20], None, *TYPED[21:]], SeasonAbsence.TOO_SHORT),
        ([100, 110] * 18, SeasonAbsence.WEAK),
        ([100] * 36, SeasonAbsence.WEAK),
        ([*[5, 15, 10, 10] * 3, *[15, 10, 5, 10] * 3, *[10, 5, 15, 10] * 3], SeasonAbsence.WEAK),
        ([*([60] + [100] * 11), *([100] * 5 + [60] + [100] * 6), *([100] * 11 + [60])], SeasonAbsence.WEAK),
        ([*([300] + [100] * 11), *[100] * 24], SeasonAbsence.CHANCE),
        ([*[0, *[20] * 11] * 3], SeasonAbsence.NOTHING),
        ([*[0] * 12, *TYPED[:24]], SeasonAbsence.NOTHING),
    ],
)
def test_limits_stay_level_with_the_reason(numbers: list[int | None], why: SeasonAbsence) -> None:
    season = found(numbers)
    assert isinstance(season, NoSeason)
    assert season.absence is why
    assert (season.spread is None) is (why is SeasonAbsence.TOO_SHORT or numbers[:12] == [0] * 12)


def test_a_chart_without_a_season_is_the_level_chart() -> None:
    level = control_chart(points(TYPED[:30]), ValueType.COUNT)
    with_months = chart(TYPED[:30])
    assert with_months.marks == level.marks
    assert with_months.groups[0].limits == level.groups[0].limits
    assert with_months.groups[0].season == NoSeason(SeasonAbsence.TOO_SHORT)
    assert level.groups[0].season is None


def test_what_is_the_same_every_year_is_no_signal_about_its_season() -> None:
    assert not any(chart(WINTER * 5).marks)
    level = control_chart(points(WINTER * 5), ValueType.COUNT, run_length=6)
    assert any(mark.signal is Signal.RUN for own in level.marks for mark in own)


def test_limits_follow_the_months() -> None:
    [group] = chart(TYPED).groups
    level = group.limits
    assert isinstance(level, ControlLimits)
    assert float(level.mean) == pytest.approx(30.2222, abs=0.01)
    january, august = group.lines_at(33), group.lines_at(28)
    assert january is not None
    assert august is not None
    assert float(august.mean / january.mean) == pytest.approx(1.2571 / 0.7933, abs=1e-3)
    assert float(august.upper - august.mean) == pytest.approx(float(august.mean - august.lower))
    assert float(august.reach / level.reach) == pytest.approx(1.2571, abs=1e-4)


@pytest.mark.parametrize(
    ("years", "more", "wider"),
    [(3, 6, "1.41421"), (3, 12, "1.41421"), (4, 1, "1.29099"), (4, 12, "1.29099"), (3, 0, "1")],
)
def test_limits_are_wider_for_months_that_no_factor_comes_from(years: int, more: int, wider: str) -> None:
    """√((n + 1) / (n − 1)): √2 of three years, √(5/3) of four."""
    numbers = (TYPED * 2)[: 12 * years + more]
    [group] = chart(numbers).groups
    assert isinstance(group.season, Season)
    assert [float(width) for width in group.season.widths] == pytest.approx(
        [1.0] * 12 * years + [float(wider)] * more, abs=1e-5
    )
    newest, before = group.lines_at(len(numbers) - 1), group.lines_at(len(numbers) - 13)
    assert newest is not None
    assert before is not None
    assert newest.mean == before.mean
    assert float(newest.reach / before.reach) == pytest.approx(float(wider), abs=1e-5)


def test_an_unusual_month_stands_out_from_its_season_alone() -> None:
    """Thirty-eight is a usual August and no usual January."""
    usual = chart([*TYPED, *TYPED[:4], 38])
    unusual = chart([*TYPED, *TYPED[:9], 38])
    assert usual.marks[-1] == ()
    assert unusual.marks[-1][0].signal is Signal.OUTSIDE
    assert variation(usual, Polarity.LOWER) is Variation.COMMON_CAUSE
    assert variation(unusual, Polarity.LOWER) is Variation.CONCERNING_HIGHER


def test_a_target_is_held_against_the_limits_of_its_month() -> None:
    [group] = (august := chart([*TYPED, *TYPED[:5]])).groups
    lines = group.lines_at(40)
    assert lines is not None
    assert assurance(august, Polarity.LOWER, lines.upper) is Assurance.PASSING
    assert assurance(august, Polarity.LOWER, lines.mean) is Assurance.HIT_AND_MISS
    assert assurance(august, Polarity.LOWER, lines.lower - 1) is Assurance.FALLING_SHORT


def test_each_group_of_limits_has_a_season_of_its_own_or_none() -> None:
    first, second = chart([*TYPED, *(number * 2 for number in TYPED)], starts=(36,)).groups
    assert isinstance(first.season, Season)
    assert isinstance(second.season, Season)
    assert isinstance(first.limits, ControlLimits)
    assert isinstance(second.limits, ControlLimits)
    assert second.limits.mean == pytest.approx(2 * first.limits.mean)
    short = chart([*TYPED, *TYPED[:6]], starts=(36,)).groups[1]
    assert (short.limits, short.season) == (ControlAbsence.TOO_FEW, None)
    assert short.lines_at(37) is None


def test_gaps_bear_no_marks_and_leave_their_year_out() -> None:
    gapped = chart([*TYPED, *TYPED[:5], None, *TYPED[6:8]])
    assert isinstance(gapped.groups[0].season, Season)
    assert gapped.marks[41] == ()
    assert gapped.groups[0].lines_at(41) is not None
