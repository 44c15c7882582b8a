"""Proves that every total adds up, month by month and type by type, whatever comes in and is replaced."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import Engine, Select, select

from data.tables import street as tables
from tests.data.street.streets import TYPES
from tests.data.street.testshire import (
    BLANK,
    FORCE,
    HOODS,
    NOWHERE,
    OTHER,
    STRANGE,
    incident,
    load,
    lookup_files,
    month_file,
    written,
)

PLACES = [*HOODS, NOWHERE, BLANK, STRANGE, "E01990055"]
MONTHS = ["2023-11", "2024-03", "2024-04", "2025-03", "2025-04", "2025-05"]
PARTS = {"district", "no-location", "outside", "unknown"}  # what a force is made of
APRIL = 3

Key = tuple[int, int, int]  # place, crime type, month


def file_of(folder: Path, chance: Random, force: str, month: str) -> Path:
    """A month of incidents at random, with any kind of place."""
    drawn = [
        incident(chance.choice(PLACES), chance.choice(TYPES), month, force) for _ in range(chance.randrange(5, 40))
    ]
    return month_file(folder, *drawn, name=f"{month}-{force.split()[0].lower()}-street.csv")


def rows(engine: Engine, query: Select[Any]) -> list[Any]:
    with engine.connect() as connection:
        return list(connection.execute(query))


class Figures:
    """Everything that is counted, read once."""

    def __init__(self, engine: Engine) -> None:
        self.counts = Counter({tuple(row)[:3]: int(row.n) for row in rows(engine, select(tables.area_count))})
        self.places = {row.id: row for row in rows(engine, select(tables.place))}
        self.within = [tuple(row) for row in rows(engine, select(tables.place_within))]
        self.points = rows(engine, select(tables.point_count))
        self.months = rows(engine, select(tables.force_month))
        self.windows = rows(engine, select(tables.place_window))

    def at(self, *levels: str) -> "Counter[Key]":
        return Counter({key: n for key, n in self.counts.items() if self.places[key[0]].level in levels})

    def moved(self, pairs: Iterable[tuple[int, int]]) -> "Counter[Key]":
        """Counts of inner places added up in the outer of each pair."""
        outer: dict[int, list[int]] = {}
        for inner, place in pairs:
            outer.setdefault(inner, []).append(place)
        found: Counter[Key] = Counter()
        for (at, kind, month), n in self.counts.items():
            for place in outer.get(at, ()):
                found[place, kind, month] += n
        return found


def assert_everything_adds_up(engine: Engine) -> None:
    figures = Figures(engine)
    by_type: Counter[Key] = Counter()
    for (at, kind, month), n in figures.counts.items():
        by_type[at, 0, month] += n if kind else 0
    assert by_type == Counter({key: n for key, n in figures.counts.items() if key[1] == 0})
    leaves = {leaf for leaf, _ in figures.within}
    wider = Counter({key: n for key, n in figures.counts.items() if key[0] not in leaves})
    assert figures.moved(figures.within) == wider
    parts = [(at, place.parent) for at, place in figures.places.items() if place.level in PARTS]
    assert figures.moved(parts) == figures.at("force")
    forces = [(at, place.parent) for at, place in figures.places.items() if place.level == "force"]
    assert figures.moved(forces) == figures.at("country")
    published: Counter[tuple[int, int]] = Counter()
    for row in figures.points:
        published[row.force, row.month] += row.n
    assert published == {(row.force, row.month): row.rows for row in figures.months}
    assert published == {
        (figures.places[at].force, month): n for (at, kind, month), n in figures.at("force").items() if not kind
    }


def assert_the_window_is_what_the_counts_come_to(engine: Engine) -> None:
    figures = Figures(engine)
    newest = {force: max(row.month for row in figures.months if row.force == force) for force in (1, 2)}
    expected = {}
    for at, kind in {key[:2] for key in figures.counts if figures.places[key[0]].force}:
        last = newest[figures.places[at].force]
        spans = [(last, last), (last - (last - APRIL) % 12, last), (last - 11, last)]
        sums = [
            sum(figures.counts[at, kind, month] for month in range(first - back, end - back + 1))
            for first, end in spans
            for back in (0, 12)
        ]
        if any(figures.counts[at, kind, month] for month in range(last - 23, last + 1)):
            expected[at, kind] = (figures.places[at].level, last, *sums)
    assert {(row.place, row.crime_type): (row.level, row.newest, *row[5:]) for row in figures.windows} == expected


@pytest.mark.parametrize("seed", [1, 2])
def test_totals_and_windows_hold_after_every_load(engine: Engine, tmp_path: Path, seed: int) -> None:
    chance = Random(seed)
    files = [file_of(tmp_path, chance, force, month) for force in (FORCE, OTHER) for month in MONTHS]
    places = "partnership,locality,code\nTestshire,North,E05990001\nTestshire,West,E01990055\n"
    lookups = [*lookup_files(tmp_path), written(tmp_path, "localities.csv", places)]
    steps = [files[seed::2], lookups if seed == 1 else lookups[:1], files, lookups[::-1]]
    replaced = [file_of(tmp_path / "later", chance, FORCE, month) for month in chance.sample(MONTHS, 3)]
    for step in (*steps, replaced):
        load(engine, *step)
        assert_everything_adds_up(engine)
        assert_the_window_is_what_the_counts_come_to(engine)
