"""Gi* z-scores, the false discovery rate over places, and the class that a history earns."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from dashboard.domain.statistics.hotspots import HotspotClass, classes, classify, gi_star, hot, too_thin

SIDE = 5
CENTRE, CORNER = 12, 0
CLUSTER = [
    *(1, 1, 1, 1, 1),
    *(1, 2, 2, 1, 1),
    *(1, 2, 9, 6, 1),
    *(1, 1, 5, 4, 1),
    *(1, 1, 1, 1, 1),
]
FLAT = [1] * SIDE**2
# The 15 p-values in the example of Benjamini and Hochberg, 1995 (the last, 1, as 0.9999): the first four are rejected.
PUBLISHED = [
    *(0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344),
    *(0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 0.9999),
]


def queen(side: int) -> list[list[int]]:
    cells = list(product(range(side), repeat=2))
    return [
        [other for other, (r, c) in enumerate(cells) if max(abs(r - row), abs(c - column)) == 1]
        for row, column in cells
    ]


def periods(*columns: list[int]) -> NDArray[np.float64]:
    return np.array(columns, dtype=np.float64).T


def history(text: str) -> list[bool]:
    return [mark == "x" for mark in text]


def test_gi_star_of_a_worked_grid() -> None:
    z = gi_star(periods(CLUSTER, CLUSTER[::-1]), queen(SIDE))
    assert z.shape == (25, 2)
    assert z[CENTRE].round(4).tolist() == [3.0692, 3.0692]
    assert z[CORNER, 0].round(4) == -0.7316
    assert z[:, 1].tolist() == pytest.approx(z[::-1, 0].tolist())


def test_gi_star_agrees_with_the_formula_written_out() -> None:
    x, near = np.array(CLUSTER, dtype=np.float64), queen(SIDE)
    weights = np.array([[float(j == i or j in near[i]) for j in range(25)] for i in range(25)])
    total, squares = weights.sum(axis=1), (weights**2).sum(axis=1)
    spread = np.sqrt((x**2).sum() / 25 - x.mean() ** 2)
    expected = (weights @ x - x.mean() * total) / (spread * np.sqrt((25 * squares - total**2) / 24))
    assert gi_star(periods(CLUSTER), near)[:, 0].tolist() == pytest.approx(expected.tolist())


def test_a_place_listed_twice_or_among_its_own_neighbours_counts_once() -> None:
    twice = [[*near, *near, place] for place, near in enumerate(queen(SIDE))]
    assert gi_star(periods(CLUSTER), twice).tolist() == gi_star(periods(CLUSTER), queen(SIDE)).tolist()


def test_where_all_places_are_equal_none_stands_out() -> None:
    counts = np.column_stack([np.full(25, 0.1), np.array(CLUSTER), np.zeros(25)])
    z = gi_star(counts, queen(SIDE))
    assert not z[:, [0, 2]].any()
    assert z[CENTRE, 1].round(4) == 3.0692


@pytest.mark.parametrize(
    ("counts", "neighbours", "z"),
    [
        ([3, 9], [[1], [0]], [0, 0]),  # each covers every place
        ([3, 9], [[], []], [-1, 1]),  # islands
        ([3, 9, 3], [[1], [0, 2], [1]], [0.7071, 0, 0.7071]),  # only the middle covers every place
        ([4], [[]], [0]),
    ],
)
def test_gi_star_of_few_places(counts: list[int], neighbours: list[list[int]], z: list[float]) -> None:
    assert gi_star(periods(counts), neighbours)[:, 0].round(4).tolist() == z


@given(st.lists(st.integers(0, 1000), min_size=25, max_size=25))
def test_z_does_not_depend_on_the_unit_counted(counts: list[int]) -> None:
    once = gi_star(periods(counts), queen(SIDE))
    sevenfold = gi_star(periods(counts) * 7, queen(SIDE))
    assert np.allclose(once, sevenfold, rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize("count", [np.nan, -1.0])
def test_what_is_no_count_is_refused(count: float) -> None:
    with pytest.raises(ValueError, match="missing or negative"):
        gi_star(np.array([[1.0], [count]]), [[1], [0]])


@pytest.mark.parametrize("neighbours", [[[1], [2]], [[1], [-1]], [[1], [0], []]])
def test_neighbours_that_do_not_fit_the_places_are_refused(neighbours: list[list[int]]) -> None:
    with pytest.raises(ValueError, match=r"index|dimension|mismatch"):
        gi_star(periods([1, 2]), neighbours)


def test_the_false_discovery_rate_rejects_as_published() -> None:
    from scipy.special import ndtri

    order = np.random.default_rng(0).permutation(len(PUBLISHED))
    z = -ndtri(np.array(PUBLISHED))[order]
    assert sorted(np.array(PUBLISHED)[order][hot(z[:, None])[:, 0]]) == [0.0001, 0.0004, 0.0019, 0.0095]


def test_the_false_discovery_rate_steps_up_within_each_period() -> None:
    # Limits 0.0125, 0.025, 0.0375, 0.05. Left p = 0.0301, 0.0250, 0.0359, 0.5: the third holds and carries the others.
    # Right p = 0.0301, 0.0401, 0.0548, 0.5: none holds, although the first two are under 0.05.
    z = np.array([[1.88, 1.88], [1.96, 1.75], [1.80, 1.60], [0.0, 0.0]])
    assert hot(z).T.tolist() == [[True, True, True, False], [False, False, False, False]]


def test_a_place_under_the_mean_is_never_hot() -> None:
    assert hot(np.array([[3.0], [-0.1], [0.0]]), false_discovery=0.9).tolist() == [[True], [False], [False]]


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ("", HotspotClass.NOT_JUDGED),
        ("xxxx", HotspotClass.NOT_JUDGED),
        ("xxxxx", HotspotClass.PERSISTENT),
        (".xxxx", HotspotClass.PERSISTENT),  # 4 of 5
        ("xxxx.", HotspotClass.PERSISTENT),
        ("..xxx", HotspotClass.INTERMITTENT),  # 3 of 5
        ("....x", HotspotClass.EMERGING),
        ("...x.", HotspotClass.FORMER),
        ("...xx", HotspotClass.INTERMITTENT),
        (".....", HotspotClass.NOT_HOT),
        ("....xx", HotspotClass.EMERGING),  # a fifth of 6, rounded up, is 2
        ("...xxx", HotspotClass.INTERMITTENT),
        ("....x.", HotspotClass.EMERGING),
        ("...x..", HotspotClass.FORMER),
        ("........xx", HotspotClass.EMERGING),  # exactly the last fifth
        (".......xxx", HotspotClass.INTERMITTENT),  # and one before
        (".......x..", HotspotClass.FORMER),  # 1 of 10
        (".......x...", HotspotClass.NOT_HOT),  # 1 of 11
        ("..........x", HotspotClass.EMERGING),
        ("xxxxxxxx..", HotspotClass.PERSISTENT),  # 8 of 10
        ("xxxxxxx...", HotspotClass.FORMER),  # 7 of 10
        ("xxxxxxx..x.", HotspotClass.INTERMITTENT),  # 8 of 11
    ],
)
def test_a_history_earns_its_class(marks: str, expected: HotspotClass) -> None:
    assert classify(history(marks)) is expected


@pytest.mark.parametrize("length", range(5, 9))
def test_every_history_has_a_class(length: int) -> None:
    earned = {classify(marks) for marks in product((False, True), repeat=length)}
    assert earned == set(HotspotClass) - {HotspotClass.NOT_JUDGED}


@pytest.mark.parametrize(
    ("columns", "centre", "corner"),
    [
        ([CLUSTER] * 5, HotspotClass.PERSISTENT, HotspotClass.NOT_HOT),
        ([FLAT] * 4 + [CLUSTER], HotspotClass.EMERGING, HotspotClass.NOT_HOT),
        ([CLUSTER] + [FLAT] * 4, HotspotClass.FORMER, HotspotClass.NOT_HOT),
        ([CLUSTER] * 4, HotspotClass.NOT_JUDGED, HotspotClass.NOT_JUDGED),
    ],
)
def test_places_are_classed_from_their_counts(
    columns: list[list[int]], centre: HotspotClass, corner: HotspotClass
) -> None:
    found = classes(periods(*columns), queen(SIDE))
    assert (len(found), found[CENTRE], found[CORNER]) == (25, centre, corner)


def test_a_stricter_rate_leaves_fewer_hotspots() -> None:
    assert set(classes(periods(*[CLUSTER] * 5), queen(SIDE), 0.0001)) == {HotspotClass.NOT_HOT}


def test_no_places_have_no_classes() -> None:
    assert classes(np.zeros((0, 5)), []) == ()
    assert classes(np.zeros((2, 0)), [[1], [0]]) == (HotspotClass.NOT_JUDGED,) * 2


@pytest.mark.parametrize(
    ("counts", "thin"), [([[0.0, 1.0]], False), ([[0.0, 1.0], [0.0, 0.0]], True), ([[2.0, 2.0]], False), ([], True)]
)
def test_counts_under_a_half_on_average_are_too_thin(counts: list[list[float]], thin: bool) -> None:
    assert too_thin(np.array(counts, dtype=np.float64)) is thin
