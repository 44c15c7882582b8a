"""Counts the generated files of Sampleshire with csv alone: what the pages have to agree with."""

import csv
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from data.sample.county import write_county

Incident = dict[str, str]  # as the file has it, and the locality of its neighbourhood


class SampleFiles:
    """Every incident of the generated county, read once."""

    def __init__(self, folder: Path) -> None:
        self.paths = write_county(folder)
        with (folder / "localities.csv").open(encoding="utf-8", newline="") as file:
            self.localities = {row["code"]: row["locality"] for row in csv.DictReader(file)}
        self._incidents = [row for path in self.paths if path.name.endswith("-street.csv") for row in _read(path)]

    def count(self, *wanted: Callable[[Incident], bool]) -> int:
        return sum(all(ask(row) for ask in wanted) for row in self._incidents)

    def by(self, column: str, *wanted: Callable[[Incident], bool]) -> Counter[str]:
        return Counter(row[column] for row in self._incidents if all(ask(row) for ask in wanted))

    def rows(self, *wanted: Callable[[Incident], bool]) -> list[Incident]:
        return [row for row in self._incidents if all(ask(row) for ask in wanted)]

    def in_locality(self, name: str) -> Callable[[Incident], bool]:
        return lambda row: self.localities.get(row["LSOA code"]) == name


def _read(path: Path) -> list[Incident]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def within(first: str, last: str) -> Callable[[Incident], bool]:
    """Incidents of the months from *first* to *last*, as police.uk writes them."""
    return lambda row: first <= row["Month"] <= last


def of_types(names: Iterable[str]) -> Callable[[Incident], bool]:
    wanted = frozenset(names)
    return lambda row: row["Crime type"] in wanted


def in_neighbourhood(code: str) -> Callable[[Incident], bool]:
    return lambda row: row["LSOA code"] == code


def at_point(longitude: str, latitude: str) -> Callable[[Incident], bool]:
    return lambda row: (row["Longitude"], row["Latitude"]) == (longitude, latitude)
