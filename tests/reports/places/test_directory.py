"""Places beside each other: how many targets stand how, as long as there are few enough places to judge."""

from dashboard.domain.documents import Priority
from dashboard.domain.records import Area, SourceCell
from dashboard.domain.targets.status import Status
from dashboard.reports.desk import Desk
from dashboard.reports.pages.overview import overview
from dashboard.reports.places.directory import MOST_JUDGED, directory_table, place_lines

CELL = SourceCell(1, "WAR", "Text", "", "", "")


def areas(count: int) -> list[Area]:
    return [Area(f"a/{at}", f"Place {at}", "ward", "a") for at in range(count)]


def test_each_place_has_its_priorities_and_how_its_targets_stand(desk: Desk) -> None:
    seen = desk.show(overview, "partnership=warwickshire&period=2010-11")
    priority = Priority("a/0", "Council", "Alcohol", "", (), CELL)
    [line, _] = place_lines(areas(2), [priority], lambda _: seen.tiles + seen.measured)
    assert line.counted == {Status.MISSED: 1, Status.MET: 2, Status.NOT_JUDGED: 3}
    assert (line.priorities, line.measured) == (1, len(seen.measured))
    [row, _] = directory_table([line, line]).rows
    assert (row["area"], row["missed"], row["met"], row["near"], row["not_judged"]) == ("Place 0", 1, 2, 0, 3)


def test_of_many_places_only_names_are_listed(desk: Desk) -> None:
    def never(_: Area) -> tuple[()]:
        raise AssertionError

    lines = place_lines(areas(MOST_JUDGED + 1), [], never)
    assert [line.counted for line in lines] == [None] * (MOST_JUDGED + 1)
    assert next(iter(directory_table(lines).rows))["missed"] is None
