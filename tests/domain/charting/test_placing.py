"""A label stands where it covers no point and no other label, the same place each time."""

import pytest

from dashboard.domain.charting.placing import Box, clearest, places_beside, shared

WITHIN: Box = (0, 0, 400, 300)
SIZE = (60, 14)


def dot(x: float, y: float) -> Box:
    return (x - 6, y - 6, x + 6, y + 6)


def place(x: float, y: float, *taken: Box, left: bool = False, above: bool = True) -> Box:
    return clearest(list(places_beside(x, y, SIZE, left=left, above=above)), [dot(x, y), *taken], WITHIN)


@pytest.mark.parametrize(
    ("left", "above", "box"),
    [
        (False, True, (209, 84, 269, 98)),
        (True, True, (131, 84, 191, 98)),
        (False, False, (209, 102, 269, 116)),
    ],
)
def test_a_point_alone_has_its_label_where_it_is_best(left: bool, above: bool, box: Box) -> None:
    assert place(200, 100, left=left, above=above) == box


def test_a_label_goes_round_a_point_in_its_way() -> None:
    assert place(200, 100, dot(230, 90)) == (209, 102, 269, 116)  # under it, on the same side
    walls = [dot(x, y) for x in (222, 240, 260) for y in (88, 100, 112)]
    found = place(200, 100, *walls)
    assert found[2] <= 191
    assert not any(shared(found, box) for box in walls)


def test_a_label_stays_within_the_drawing() -> None:
    left, top, right, bottom = place(390, 4)
    assert (left >= 0, top >= 0, right <= 400, bottom <= 300) == (True, True, True, True)


def test_in_a_crowd_the_least_is_covered() -> None:
    crowd = [dot(x, y) for x in range(60, 340, 10) for y in range(20, 200, 10) if (x, y) != (200, 100)]
    every = list(places_beside(200, 100, SIZE, left=False, above=True))
    covered = [sum(shared(box, other) for other in crowd) for box in every]
    found = place(200, 100, *crowd)
    assert sum(shared(found, other) for other in crowd) == min(covered) > 0


def test_boxes_that_touch_share_nothing() -> None:
    assert shared((0, 0, 10, 10), (10, 0, 20, 10)) == 0
    assert shared((0, 0, 10, 10), (5, 5, 20, 20)) == 25
