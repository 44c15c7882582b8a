"""Proves that a file of casualties that somebody filtered is named for whom it holds, and never for all."""

import pytest

from data.sources.crime import stats19
from data.sources.crime.stats19 import INDICATOR
from tests.data.sources.crime.test_stats19 import grid, of_grid

HEADING = "collision_index,date,collision_severity,casualty_severity,casualty_class,sex_of_casualty,mode,area_name"
MIXED = ("Fatal", "Serious", "Slight", "Slight", "Serious")


def casualties(
    severities: tuple[str, ...], collisions: tuple[str, ...] = (), alike: dict[str, str] | None = None
) -> tuple[str, str, list[str]]:
    """The indicator, its count and what is said of so many casualties, each of a collision of its own."""
    lines = [HEADING]
    for at, severity in enumerate(severities * (2 if alike else 1)):
        of_it = collisions[at % len(collisions)] if collisions else severity
        said = {"kind": str(at % 3 + 1), "sex": str(at % 2 + 1), "mode": ("Car", "Cycle", "Goods")[at % 3]} | (
            alike or {}
        )
        lines.append(
            f"{at},2024-03-0{at % 9 + 1},{of_it},{severity},{said['kind']},{said['sex']},{said['mode']},Testbury"
        )
    found = of_grid(grid(*lines))
    figure, *killed = found.figures
    assert {item["indicator"][:13] for item in killed} <= {"People killed"}
    assert [item["name"] for item in found.declared] == [item["indicator"] for item in found.figures]
    return figure["indicator"], figure["text"], found.remarks


@pytest.mark.parametrize(
    ("severities", "collisions", "name", "count"),
    [
        (MIXED, (), INDICATOR, "3"),
        (("Fatal", "Serious", "Serious"), (), INDICATOR, "3"),  # only those who count anyhow
        (("Fatal", "Fatal", "Fatal"), (), "People killed in road collisions", "3"),
        (("1", "1"), ("1",), "People killed in road collisions", "2"),
        (("Serious",) * 4, (), "People seriously injured in road collisions", "4"),
        (("3",) * 5, (), "People slightly injured in road collisions", "5"),
        (("Fatal", "Slight", "Fatal", "Slight", "Fatal"), (), "People killed in road collisions", "3"),
        (("Serious", "Slight") * 100, (), "People seriously injured in road collisions", "100"),
        (("Serious", "Slight") * 20, (), INDICATOR, "20"),  # a small place may have no death
        (MIXED, ("Fatal",), "People killed or seriously injured in fatal road collisions", "3"),
        (MIXED, ("1",), "People killed or seriously injured in fatal road collisions", "3"),
        (
            ("Serious", "Slight", "Slight") * 2,
            ("Serious",),
            "People killed or seriously injured in serious road collisions",
            "2",
        ),
        (("Slight",) * 10, ("Slight",), "People slightly injured in slight road collisions", "10"),
        (MIXED, ("Fatal", "Serious"), INDICATOR, "3"),  # nobody is killed or seriously injured in others
        (("Serious",), ("Serious",), INDICATOR, "1"),  # one tells nothing
    ],
)
def test_a_file_filtered_by_severity_is_named_for_it(
    severities: tuple[str, ...], collisions: tuple[str, ...], name: str, count: str
) -> None:
    assert casualties(severities, collisions)[:2] == (name, count)


@pytest.mark.parametrize(
    ("alike", "name"),
    [
        ({"kind": "3"}, f"{INDICATOR} (pedestrians)"),
        ({"kind": "3", "sex": "2"}, f"{INDICATOR} (pedestrians, female)"),
        ({"mode": "Powered 2 Wheeler"}, f"{INDICATOR} (Powered 2 Wheeler)"),
        ({"mode": "11"}, f"{INDICATOR} (mode 11)"),
        ({"mode": "-1"}, INDICATOR),
        ({"mode": ""}, INDICATOR),
    ],
)
def test_a_file_filtered_to_some_people_is_named_for_them(alike: dict[str, str], name: str) -> None:
    assert casualties(MIXED, alike=alike)[:2] == (name, "6")


def test_the_preview_says_what_a_filtered_file_lacks() -> None:
    assert casualties(MIXED, ("Fatal",))[2][1] == (
        "The file holds only fatal collisions, so that its counts are called “People killed or seriously injured in"
        " fatal road collisions” and not “People killed or seriously injured in road collisions”. Load the casualties"
        " unfiltered to have those."
    )
    assert "The file holds no serious casualties, so that" in casualties(("Fatal",) * 3)[2][1]
    assert "only casualties that are alike (pedestrians)" in casualties(MIXED, alike={"kind": "3"})[2][1]
    assert len(casualties(MIXED)[2]) == 1


def test_ten_casualties_of_one_collision_are_no_filter() -> None:
    lines = [HEADING, *(f"7,2024-03-01,Fatal,{severity},1,1,Car,Testbury" for severity in MIXED)]
    [found] = stats19.read(grid(*lines))
    assert found.figures[0]["indicator"] == INDICATOR
