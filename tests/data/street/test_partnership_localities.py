"""Proves that a partnership's own localities divide its area with nothing lost, and replace each other as a whole."""

from pathlib import Path

from sqlalchemy import Engine

from tests.data.street.testshire import HOODS, NOWHERE, Held, incident, load, lookup_files, month_file, written

ONE, TWO, EAST, WEST, FAR = HOODS
TESTSHIRE = "E23990001"
BY_NAME = "E01990055"  # in no lookup; its name begins with that of a district


def localities(folder: Path, *rows: str) -> Path:
    return written(folder, "localities.csv", "".join(f"{row}\n" for row in ("partnership,locality,code", *rows)))


def by_name(district: str) -> tuple[str, ...]:
    fields = list(incident(BY_NAME))
    fields[8] = f"{district} 007A"
    return tuple(fields)


def test_what_lies_in_no_locality_is_counted_elsewhere(engine: Engine, held: Held, tmp_path: Path) -> None:
    north = localities(tmp_path, "Testshire,North,E05990001", "Testshire,South,E01990003")
    street = month_file(tmp_path, *map(incident, [ONE, TWO, EAST, EAST, WEST, FAR, NOWHERE]))
    load(engine, *lookup_files(tmp_path), north, street)
    found = held.counts()
    assert (found["testshire/north"], found["testshire/south"], found["testshire/elsewhere"]) == (1, 2, 2)
    inside = ["testshire/elsewhere", "testshire/north", "testshire/south"]
    nowhere = ["testshire/no-location", "testshire/outside"]
    assert held.children(TESTSHIRE) == sorted(inside + nowhere)
    assert sum(found[code] for code in inside + nowhere) == found[TESTSHIRE] == 7
    assert held.children("testshire/elsewhere") == [TWO, WEST]


def test_a_neighbourhood_of_no_lookup_lies_in_its_locality_or_elsewhere(
    engine: Engine, held: Held, tmp_path: Path
) -> None:
    load(engine, *lookup_files(tmp_path), localities(tmp_path, "Testshire,North,E05990001"))
    load(engine, month_file(tmp_path, by_name("Westham"), incident(ONE)))
    assert (held.counts()["testshire/elsewhere"], held.counts()["testshire/north"]) == (1, 1)
    assert held.counts()["E22990002"] == 1  # the community safety partnership of its district
    load(engine, localities(tmp_path, "Testshire,North,E05990001", f"Testshire,West,{BY_NAME}"))
    assert (held.counts()["testshire/elsewhere"], held.counts()["testshire/west"]) == (0, 1)
    assert held.children("testshire/west") == [BY_NAME]
    assert BY_NAME in held.children("E07990003")


def test_elsewhere_comes_with_the_first_incident_that_lies_there(engine: Engine, held: Held, tmp_path: Path) -> None:
    every = [f"Testshire,All,{code}" for code in (ONE, TWO, EAST, WEST)]
    load(engine, *lookup_files(tmp_path), localities(tmp_path, *every))
    assert held.names("rest") == []
    load(engine, month_file(tmp_path, by_name("Westham")))
    assert held.names("rest") == ["Elsewhere in Testshire"]
    assert held.counts()["testshire/elsewhere"] == 1


def test_localities_of_a_partnership_are_replaced_as_a_whole(engine: Engine, held: Held, tmp_path: Path) -> None:
    first = localities(tmp_path, "Testshire,North,E01990001", "Testshire,South,E01990003")
    load(engine, *lookup_files(tmp_path), first, month_file(tmp_path, *map(incident, [ONE, EAST])))
    second = localities(tmp_path, "Testshire,Middle,E01990001", "Unknownshire,South,E01990003")
    assert load(engine, second).files[0].said == ["2 localities."]
    assert held.names("locality") == ["Middle"]
    assert held.counts()["testshire/middle"] == 1
    again = written(tmp_path, "again.csv", "code,partnership,locality\nE01990001,TESTSHIRE,Middle\n")
    assert load(engine, again).files[0].said == ["The same as loaded before; nothing changes."]


def test_a_locality_may_be_called_what_we_call_the_rest(engine: Engine, held: Held, tmp_path: Path) -> None:
    names = localities(tmp_path, "Testshire,Elsewhere,E01990001", "Testshire,Outside,E01990002")
    street = month_file(tmp_path, *map(incident, [ONE, TWO, TWO, EAST, FAR, FAR, FAR, FAR]))
    load(engine, *lookup_files(tmp_path), names, street)
    found = held.counts()
    assert (found["testshire/locality-elsewhere"], found["testshire/locality-outside"]) == (1, 2)
    assert (found["testshire/elsewhere"], found["testshire/outside"], found[TESTSHIRE]) == (1, 4, 8)
