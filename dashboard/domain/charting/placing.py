"""Knows where a label beside a point has room: clear of every point and label, within the drawing."""

from collections.abc import Iterator, Sequence

Box = tuple[float, float, float, float]  # left, top, right, bottom; *top* is the smaller number
NEAR, FAR = 9.0, 22.0  # from a point to its label


def places_beside(x: float, y: float, size: tuple[float, float], *, left: bool, above: bool) -> Iterator[Box]:
    """The boxes of *size* (width, height) around a point, the best first: on the *left* or right, *above* or below it.

    Then beside it, on the other side, over or under it, and the same a step further away.
    """
    width, height = size
    sides, rises = ((-1, 1) if left else (1, -1)), ((-1, 0, 1) if above else (1, 0, -1))
    for gap in (NEAR, FAR):
        for side in sides:
            for rise in rises:
                middle = y + rise * (height / 2 + (gap - NEAR) / 2 + 2)
                near, far = sorted((x + side * gap, x + side * (gap + width)))
                yield near, middle - height / 2, far, middle + height / 2
        for rise in (rises[0], -rises[0]):
            middle = y + rise * (height / 2 + gap)
            yield x - width / 2, middle - height / 2, x + width / 2, middle + height / 2


def clearest(places: Sequence[Box], taken: Sequence[Box], within: Box) -> Box:
    """The first of *places* that covers nothing *taken* and lies *within*; where none does, the one that covers least.

    Raises ValueError without any place.
    """
    lefts, tops, rights, bottoms = zip(*places, strict=True)
    around = (min(lefts), min(tops), max(rights), max(bottoms))
    near = [box for box in taken if shared(box, around)]
    return min(places, key=lambda box: sum(shared(box, other) for other in near) + _outside(box, within))


def shared(one: Box, other: Box) -> float:
    """The area that lies in both; zero where they only touch."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    return width * height if width > 0 and height > 0 else 0.0


def _outside(box: Box, within: Box) -> float:
    """The area of *box* beyond the drawing, which counts as much as what it would cover."""
    return (box[2] - box[0]) * (box[3] - box[1]) - shared(box, within)
