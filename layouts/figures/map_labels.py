"""Knows where the names of places stand on a map: over the middle of their outlines, none over another."""

import re
from collections.abc import Iterator, Sequence, Set

from markupsafe import escape

SIZE = 25.0  # points; the page shows maps at about half
WIDE = 0.56  # of its size a letter is wide, on average
FIRST = re.compile(r"M(-?\d+) (-?\d+)")
Box = tuple[float, float, float, float]  # left, top, right, bottom


def map_labels(paths: Sequence[tuple[int, str]], labels: Sequence[tuple[str, Set[int]]], width: float) -> Iterator[str]:
    """The names of *labels* that have room in *width*, those over most outlines first; screen readers have the list."""
    corners = {number: (float(found[1]), float(found[2])) for number, path in paths if (found := FIRST.match(path))}
    taken: list[Box] = []
    for name, places in sorted(labels, key=lambda label: -len(label[1])):
        points = [corners[place] for place in places if place in corners]
        if not points:
            continue
        x, y = (sum(axis) / len(points) for axis in zip(*points, strict=True))
        half = len(name) * SIZE * WIDE / 2
        x = max(half, min(x, width - half))  # whole, at the edge too
        box = (x - half, y - SIZE, x + half, y + SIZE / 4)
        if not any(_overlap(box, other) for other in taken):
            taken.append(box)
            yield f'<text x="{x:.0f}" y="{y:.0f}" class="map-label" aria-hidden="true">{escape(name)}</text>'


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
