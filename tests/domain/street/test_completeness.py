"""Proves which months look incomplete: worked out by hand on small forces."""

from decimal import Decimal

import pytest

from dashboard.domain.periods.months import month_number
from dashboard.domain.street.completeness import Doubt, doubts

THEFT, DRUGS = 5, 13
Months = dict[str, tuple[int, int]]  # thefts and drug offences


def found(months: Months) -> list[tuple[str, int, int, Decimal]]:
    """Month, type, incidents and what is usual, of each doubt."""
    counts = {month_number(month): {THEFT: theft, DRUGS: drugs} for month, (theft, drugs) in months.items()}
    return [(_text(item), item.crime_type, item.n, item.usual) for item in doubts(counts)]


def _text(item: Doubt) -> str:
    return f"{item.month // 12}-{item.month % 12 + 1:02}"


def year(number: int, usual: tuple[int, int] = (80, 20), /, **other: tuple[int, int]) -> Months:
    """Twelve months alike, but for the *other* ones: year(2025, M03=(10, 2))."""
    return {f"{number}-{at:02}": other.get(f"M{at:02}", usual) for at in range(1, 13)}


@pytest.mark.parametrize(
    ("march", "is_doubted"),
    [((40, 10), False), ((39, 10), True), ((8, 2), True), ((0, 0), True), ((300, 60), False)],
)
def test_a_month_under_half_of_its_usual_is_in_doubt(march: tuple[int, int], is_doubted: bool) -> None:
    expected = [("2025-03", 0, sum(march), Decimal(100))] if is_doubted else []
    assert found(year(2025, M03=march)) == expected


def test_a_season_is_no_gap() -> None:
    """Every summer of this resort has three times its winter: no winter month is in doubt, a summer half is."""
    summer = {f"M{at:02}": (280, 20) for at in (6, 7, 8)}
    years = [year(2022, **summer), year(2023, **summer), year(2024, **summer)]
    assert found({**years[0], **years[1], **years[2]}) == []
    cut = year(2025, **{**summer, "M07": (120, 9)})
    [doubt] = found({**years[0], **years[1], **years[2], **cut})
    assert doubt == ("2025-07", 0, 129, Decimal(300))


LOWER = {"M04": (30, 10), "M05": (28, 10), "M06": (33, 11), "M07": (60, 15)}  # it comes in a day and goes by degrees


@pytest.mark.parametrize(
    "lower",
    [
        LOWER,
        {"M03": (60, 10), "M04": (30, 10), "M05": (28, 10), "M06": (33, 11)},  # comes by degrees
        {f"M{at:02}": (30, 10) for at in range(1, 8)},  # seven files are not cut alike
    ],
)
def test_three_months_in_a_row_are_a_lower_level_that_comes_or_goes_by_degrees(
    lower: dict[str, tuple[int, int]],
) -> None:
    assert found({**year(2019), **year(2021), **year(2020, **lower)}) == []


@pytest.mark.parametrize(
    "cut",
    [
        ("2020-04", "2020-05"),
        ("2020-04", "2020-05", "2020-06"),
        ("2020-03", "2020-04", "2020-05", "2020-06"),
        ("2020-02", "2020-03", "2020-04", "2020-05", "2020-06", "2020-07"),
        ("2020-10", "2020-11", "2020-12"),  # the newest
        ("2019-01", "2019-02", "2019-03"),  # the oldest
    ],
)
@pytest.mark.parametrize("left", [(8, 2), (30, 10), (38, 11)])
def test_months_in_a_row_that_fall_and_rise_at_once_are_cut_files(cut: tuple[str, ...], left: tuple[int, int]) -> None:
    months = {**year(2019), **year(2020)} | dict.fromkeys(cut, left)
    assert [(doubt[0], doubt[1]) for doubt in found(months)] == [(month, 0) for month in cut]


def test_the_level_of_the_months_around_counts_where_other_years_were_lower() -> None:
    """Forty of a hundred in May, though two other Mays had fifty."""
    lower = {f"M{at:02}": (40, 10) for at in range(1, 13)}
    assert found({**year(2020, M05=(30, 10)), **year(2021, **lower), **year(2022, **lower)}) == [
        ("2020-05", 0, 40, Decimal(100))
    ]


def test_a_month_cut_out_of_a_lower_level_is_in_doubt() -> None:
    assert found(year(2020, **{**LOWER, "M05": (8, 2)})) == [("2020-05", 0, 10, Decimal(100))]


def test_a_lower_level_may_lack_a_rare_type_but_no_common_one() -> None:
    """Of 20 drug offences in 100 incidents, 8 are to be expected in 40; of 80 thefts, 16 in 20."""
    assert found(year(2020, **{**LOWER, "M04": (40, 0)})) == []
    assert found(year(2020, **{**LOWER, "M04": (0, 20)})) == [("2020-04", THEFT, 20, Decimal(80))]


def test_a_type_that_a_lower_level_lacks_is_still_missed_in_a_usual_month() -> None:
    months = year(2020, **{**LOWER, "M04": (40, 0), "M10": (90, 0)})
    assert found(months) == [("2020-10", DRUGS, 90, Decimal(20))]


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        (year(2025, M05=(80, 0)), [("2025-05", DRUGS, 80, Decimal(20))]),
        (year(2025, M12=(0, 60)), [("2025-12", THEFT, 60, Decimal(80))]),  # the newest
        (
            year(2025, M05=(80, 0), M09=(85, 0)),  # two months without what is usual
            [("2025-05", DRUGS, 80, Decimal(20)), ("2025-09", DRUGS, 85, Decimal(20))],
        ),
        (year(2025, (80, 9), M05=(80, 0), M09=(85, 0)), []),  # rare, and some months have none
        (year(2025, M05=(80, 1)), []),
        (year(2025, (80, 0)), []),
        ({"2025-01": (80, 20), "2025-02": (80, 20), "2025-03": (80, 0)}, []),  # too few to tell
        (
            {"2025-01": (80, 9), "2025-02": (80, 10), "2025-03": (80, 11), "2025-04": (80, 0)},
            [("2025-04", DRUGS, 80, Decimal(10))],
        ),
    ],
)
def test_a_type_that_every_other_month_has_is_missed(
    months: Months, expected: list[tuple[str, int, int, Decimal]]
) -> None:
    assert found(months) == expected


def test_a_type_is_missed_among_months_of_one_sorting_only() -> None:
    """Before May 2013 nothing was sorted under drugs here: that is another sorting, not a gap."""
    before = {f"2012-{at:02}": (100, 0) for at in range(5, 13)}
    before |= {f"2013-{at:02}": (100, 0) for at in range(1, 5)}
    after = {f"2013-{at:02}": (80, 20) for at in range(5, 13)}
    assert found(before | after) == []
    assert found(before | after | {"2013-06": (80, 0)}) == [("2013-06", DRUGS, 80, Decimal(20))]


@pytest.mark.parametrize(
    "months",
    [
        {},
        {"2025-06": (3, 1)},
        {"2025-06": (80, 20), "2025-07": (8, 2), "2025-08": (80, 20)},  # two others tell nothing
        year(2025, (6, 3), M03=(1, 1)),  # nine a month: half of them is chance
    ],
)
def test_too_little_is_not_judged(months: Months) -> None:
    assert found(months) == []
