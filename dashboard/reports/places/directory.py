"""Knows the places of a partnership one beside another: how many of their targets are met and missed."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dashboard.domain.documents import Priority
from dashboard.domain.records import Area
from dashboard.domain.targets.status import Status
from dashboard.reports.indicators.judged import Judged
from dashboard.reports.report import Cell, Table

MOST_JUDGED = 12  # places; of more only names are listed, each opens on its own page
COLUMNS = ("area", "area_code", "level", "priorities", "met", "near", "missed", "not_judged", "measured")


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """One place; *counted* is None where there are too many to judge each."""

    area: Area
    priorities: int
    counted: dict[Status, int] | None
    measured: int = 0  # figures without a target


def place_lines(
    areas: Iterable[Area], priorities: Iterable[Priority], standings: Callable[[Area], tuple[Judged, ...]]
) -> tuple[PlaceLine, ...]:
    """Each of *areas* with what stands there; *standings* tells how its indicators stand."""
    every, ranked = tuple(areas), Counter(item.area for item in priorities)
    if len(every) > MOST_JUDGED:
        return tuple(PlaceLine(item, ranked[item.slug], None) for item in every)
    return tuple(_line(item, ranked[item.slug], standings(item)) for item in every)


def _line(area: Area, priorities: int, items: tuple[Judged, ...]) -> PlaceLine:
    targeted = [item for item in items if item.now.target is not None]
    counted = Counter(item.verdict.status for item in targeted)
    return PlaceLine(area, priorities, dict(counted), len(items) - len(targeted))


def directory_table(lines: Iterable[PlaceLine]) -> Table:
    return Table.of("places", "Places", COLUMNS, map(_row, lines))


def _row(line: PlaceLine) -> dict[str, Cell]:
    counted = line.counted
    known = {name: None if counted is None else counted.get(status, 0) for name, status in STATUSES}
    return {
        "area": line.area.name,
        "area_code": line.area.code or None,
        "level": line.area.level,
        "priorities": line.priorities,
        **known,
        "measured": None if counted is None else line.measured,
    }


STATUSES = (("met", Status.MET), ("near", Status.NEAR), ("missed", Status.MISSED), ("not_judged", Status.NOT_JUDGED))
