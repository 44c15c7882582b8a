"""Maps: shared edges stay shared, cells of 250 m, shades in order, nothing finer than a map point."""

import json
import math
import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.palette import SHADES
from dashboard.domain.values.numbers import show
from dashboard.reports.desk import Desk
from dashboard.reports.pages.hotspots import Hotspots, hotspots
from dashboard.reports.street.ranking import level, steps
from layouts.figures.area_map import HIGHEST, WIDTH, area_map, frame_of, outlines, path_of, shades
from layouts.figures.grid_map import CELL, METRES_A_DEGREE, GridDot, framed, grid_map
from layouts.pages import hotspots as page
from tests.layouts.regions import read_region
from tests.layouts.trees import named, text_of

HOOD = "X01000001"
MOVE = re.compile(r"-?\d+")


def ask(desk: Desk, more: str = "") -> Hotspots:
    return desk.report(
        hotspots, desk.filters(f"partnership=sampleshire&period=2025-26{more}", shows_street_places=True)
    )


def corners(path: str) -> list[list[tuple[int, int]]]:
    """The points of each ring of a path, worked out again from its relative steps."""
    rings = []
    for ring in re.findall(r"M([^z]*)z", path):
        numbers = [int(text) for text in MOVE.findall(ring)]
        x, y = numbers[:2]
        found = [(x, y)]
        for right, down in zip(numbers[2::2], numbers[3::2], strict=True):
            x, y = x + right, y + down
            found.append((x, y))
        rings.append(found)
    return rings


def edges(path: str) -> list[frozenset[tuple[int, int]]]:
    return [frozenset(pair) for ring in corners(path) for pair in zip(ring, [*ring[1:], ring[0]], strict=True)]


def test_shared_edges_stay_shared_after_rounding(desk: Desk) -> None:
    shapes = ask(desk).shapes
    _, paths = outlines(shapes)
    degrees = [
        frozenset(map(tuple, pair))
        for _, polygons in shapes
        for polygon in json.loads(polygons)
        for ring in polygon
        for pair in pairwise(ring)
    ]
    shared_before = len(degrees) - len(set(degrees))
    drawn = [edge for _, path in paths for edge in edges(path) if len(edge) == 2]
    assert shared_before > 100
    assert len(drawn) - len(set(drawn)) == shared_before


def test_every_outline_lies_in_its_frame(desk: Desk) -> None:
    frame, paths = outlines(ask(desk).shapes)
    points = [point for _, path in paths for ring in corners(path) for point in ring]
    assert min(x for x, _ in points) == min(y for _, y in points) == 0
    assert (max(x for x, _ in points), max(y for _, y in points)) == (round(frame.width), round(frame.height))
    assert frame.width <= WIDTH + 1e-6
    assert frame.height <= HIGHEST + 1e-6


@given(st.floats(-8, 2), st.floats(49, 60), st.floats(0.01, 5), st.floats(0.01, 5))
def test_a_frame_is_true_to_scale_and_fits(west: float, south: float, wide: float, tall: float) -> None:
    frame = frame_of(west, south, west + wide, south + tall)
    middle = math.cos(math.radians(south + tall / 2))
    assert math.isclose(frame.width / frame.height, wide * middle / tall, rel_tol=1e-6)
    assert frame.width <= WIDTH * (1 + 1e-9)
    assert frame.height <= HIGHEST * (1 + 1e-9)
    assert math.isclose(max(frame.width / WIDTH, frame.height / HIGHEST), 1)


def test_a_ring_that_falls_together_is_left_out() -> None:
    frame = frame_of(0, 0, 1, 1)
    speck = [[[0, 0], [1, 0], [0, 1], [0, 0]]]
    square = [[[0, 0], [500_000, 0], [500_000, 500_000], [0, 0]]]
    assert path_of([speck], frame) == ""
    assert len(corners(path_of([speck, square], frame))) == 1


@given(st.lists(st.integers(0, 5_000), min_size=1, max_size=80))
def test_more_incidents_are_never_lighter_and_none_is_the_lightest(counts: list[int]) -> None:
    limits = steps(counts)
    found = [level(n, limits) for n in sorted(counts)]
    assert found == sorted(found)
    assert all((n == 0) == (level(n, limits) == 0) for n in counts)
    assert set(found) <= set(range(len(SHADES)))


def test_shades_are_explained_in_incidents() -> None:
    limits = steps(list(range(1, 11)))
    assert limits == (3, 5, 7, 9)
    said = [text_of(item) for item in named(read_region(shades(limits)), "Li")]
    assert said == ["under 3", "3 or more", "5 or more", "7 or more", "9 or more"]
    assert named(read_region(shades(steps([0, 0]))), "Li") == []


def test_the_map_shows_each_place_with_the_count_of_the_list(desk: Desk) -> None:
    report = ask(desk)
    paths = named(read_region(area_map(report)), "Path")
    said = {item["props"]["data-place"]: text_of(item) for item in paths}
    assert said == {
        str(spot.place.id): f"{spot.rank}. {spot.place.full_name}: {spot.now:,}, "
        f"{show(Decimal(spot.now) * 1000 / (spot.place.population or 0), 1)} per 1,000 people"
        for spot in report.spots
    }
    fills = {item["props"]["data-place"]: SHADES.index(item["props"]["fill"]) for item in paths}
    order = [fills[str(spot.place.id)] for spot in report.spots]
    assert order == sorted(order, reverse=True)


def rects(markup: str) -> list[dict[str, str]]:
    return [item["props"] for item in named(read_region(markup), "Rect")]


def test_map_points_are_gathered_in_cells_of_250_metres(desk: Desk) -> None:
    report = ask(desk, f"&area={HOOD}")
    found = page._dots(report)
    drawn = rects(grid_map(found, report.shapes))
    points = {(spot.longitude, spot.latitude) for spot in report.spots}
    assert 0 < len(drawn) <= len(points)
    sizes = {(item["width"], item["height"]) for item in drawn}
    assert len(sizes) == 1
    said = [text_of(item).partition(" at ")[0] for item in named(read_region(grid_map(found, report.shapes)), "Rect")]
    assert sum(int(text.replace(",", "")) for text in said) == report.total


def test_a_cell_is_as_wide_as_it_is_tall_on_the_ground() -> None:
    dots = [GridDot(-1.0, 52.0, 5, 1, "A"), GridDot(-0.98, 52.01, 7, 2, "B")]
    (first, _) = rects(grid_map(dots))
    assert math.isclose(float(first["width"]), float(first["height"]), rel_tol=0.02)
    apart = 0.01 * METRES_A_DEGREE / CELL  # cells from one dot up to the other
    tops = [float(item["y"]) for item in rects(grid_map(dots))]
    assert abs((tops[0] - tops[1]) / float(first["height"]) - apart) < 1


def test_points_in_one_cell_are_one_square_that_marks_the_busiest_place() -> None:
    dots = [
        GridDot(-1.0001, 52.0001, 5, 1, "A"),
        GridDot(-1.00011, 52.00011, 7, 2, "<B>"),
        GridDot(-1.0001, 52.0001, 1, 1, "A"),
    ]
    (square,) = named(read_region(grid_map(dots)), "Rect")
    assert (text_of(square), square["props"]["data-place"]) == ("13 at A, <B>", "2")


@pytest.mark.parametrize("count", [1, 2, 3, 7])
def test_a_few_dots_are_all_in_the_frame(count: int) -> None:
    dots = [GridDot(-1 + at, 52 + at, 1, at, "x") for at in range(count)]
    assert framed(dots) == (dots, 0)


def test_a_few_incidents_far_away_do_not_shrink_the_map() -> None:
    near = [GridDot(-1 + at / 1000, 52 + at / 1000, 100, at, "x") for at in range(10)]
    away = GridDot(-5.0, 50.0, 3, 99, "away")
    assert framed([*near, away]) == (near, 3)


def test_dots_without_incidents_stay_in_the_frame() -> None:
    dots = [GridDot(-1.0, 52.0, 0, 1, "x"), GridDot(-1.1, 52.1, 0, 2, "y")]
    assert framed(dots) == (dots, 0)


@pytest.mark.parametrize("area", ["", "&area=quenbury", f"&area={HOOD}"])
def test_every_map_says_that_locations_are_approximate(desk: Desk, area: str) -> None:
    assert "Approximate locations" in page.body(ask(desk, area))


def test_a_view_without_boundaries_says_what_to_load(desk: Desk) -> None:
    bare = replace(ask(desk), shapes=(), shaded=(), dots=())
    assert "No boundary is loaded for these places" in page.body(bare)
