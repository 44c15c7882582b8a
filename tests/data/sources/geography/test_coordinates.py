"""Proves which coordinates are taken, and which rule the others break."""

import pytest

from data.sources.geography.coordinates import Spot, spot


@pytest.mark.parametrize(
    ("longitude", "latitude", "expected"),
    [
        ("-2.011", "52.701", (-2_011_000, 52_701_000)),
        ("0", "51.4779", (0, 51_477_900)),  # Greenwich
        ("0.000000", "51.4779", (0, 51_477_900)),
        ("-0.0000004", "51.4779", (0, 51_477_900)),
        ("-6.3", "49.9", (-6_300_000, 49_900_000)),  # Isles of Scilly
        ("-1.2", "60.8", (-1_200_000, 60_800_000)),  # Shetland
        ("1.7", "52.5", (1_700_000, 52_500_000)),  # Lowestoft
        (" -2.011 ", "52.701", (-2_011_000, 52_701_000)),
    ],
)
def test_a_place_in_great_britain_is_taken_to_a_millionth_of_a_degree(
    longitude: str, latitude: str, expected: tuple[int, int]
) -> None:
    assert spot(longitude, latitude, "name", "code", "area") == Spot(*expected, "name", "code", "area")


@pytest.mark.parametrize(
    ("longitude", "latitude", "rule"),
    [
        ("0", "0", "coordinates-zero"),
        ("-2.011", "0.0", "coordinates-zero"),
        ("52.701", "-2.011", "coordinates-swapped"),
        ("51.4779", "0.01", "coordinates-swapped"),
        ("-2.011", "-52.701", "coordinates-outside"),
        ("-200", "52.7", "coordinates-outside"),
        ("390000", "320000", "coordinates-outside"),  # metres of the National Grid
        ("", "", "coordinates-unreadable"),
        ("-2,011", "52,701", "coordinates-unreadable"),
        ("nan", "52.7", "coordinates-unreadable"),
        ("1e400", "52.7", "coordinates-unreadable"),
    ],
)
def test_any_other_place_breaks_a_rule(longitude: str, latitude: str, rule: str) -> None:
    assert spot(longitude, latitude, "", "", "") == rule
